package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts stretches of a clock anew, each in the calendar of today of who owned the lead then.
 *
 * @param target open or wall time goes by it
 * @param owners who owned the lead while the clock ran
 * @param present the calendars of today
 */
record Renewal(TimeBudget target, List<ClockOwner> owners, PresentCalendars present) {
    boolean has(String version) {
        return present.has(version);
    }

    String calendarOfLead() {
        return present.ofLead().version();
    }

    /** One span per calendar: owners who shared a calendar once may have two today. */
    List<Span> spans(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        Instant begin = from;
        BusinessCalendar in = present.of(ownerAt(from));
        for (ClockOwner owner : owners) {
            BusinessCalendar next = present.of(owner);
            boolean within = owner.since().isAfter(from) && owner.since().isBefore(to);
            if (within && !next.version().equals(in.version())) {
                spans.add(ClockCount.span(target, begin, owner.since(), in.version(), present));
                begin = owner.since();
                in = next;
            }
        }
        spans.add(ClockCount.span(target, begin, to, in.version(), present));
        return spans;
    }

    private @Nullable ClockOwner ownerAt(Instant at) {
        ClockOwner then = owners.isEmpty() ? null : owners.get(0);
        for (ClockOwner owner : owners) {
            then = owner.since().isAfter(at) ? then : owner;
        }
        return then;
    }
}
