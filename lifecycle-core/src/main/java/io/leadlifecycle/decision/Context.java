package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.PresentCalendars;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a step may look at besides the lead and the event. Immutable. */
final class Context implements CalendarVersions {
    final RuleBook book;
    final Lifecycle lifecycle;
    final Directory directory;
    private final CalendarVersions kept;
    private final Map<String, BusinessCalendar> current = new HashMap<>();

    Context(RuleBook book, Directory directory, CalendarVersions kept) {
        this.book = book;
        this.lifecycle = book.lifecycle();
        this.directory = directory;
        this.kept = kept;
        lifecycle.calendars().values().forEach(calendar -> current.put(calendar.version(), calendar));
    }

    @Override
    public BusinessCalendar calendar(String version) {
        BusinessCalendar calendar = current.get(version);
        return calendar == null ? kept.calendar(version) : calendar;
    }

    /** The calendars of today for a lead. */
    PresentCalendars present(Lead lead) {
        return new Present(this, calendarOf(lead));
    }

    BusinessCalendar calendarOf(Lead lead) {
        return calendarOf(lead.ownership().owner());
    }

    private BusinessCalendar calendarOf(@Nullable String owner) {
        String name = calendarName(owner);
        return lifecycle
                .calendar(name)
                .orElseGet(() -> lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow());
    }

    private String calendarName(@Nullable String owner) {
        return Optional.ofNullable(owner).flatMap(directory::calendarNameOf).orElse(Lifecycle.DEFAULT_CALENDAR);
    }

    /** What a reason does with a lead by the definition; empty where it leaves that open, and without one. */
    String dispositionOf(@Nullable String reason) {
        return Optional.ofNullable(reason)
                .flatMap(lifecycle::reason)
                .map(Reason::disposition)
                .filter(disposition -> disposition != Disposition.CHOSEN)
                .map(Disposition::name)
                .orElse("");
    }

    SortedSet<Integer> milestones(String clock) {
        SortedSet<Integer> percents = new TreeSet<>(book.milestones(clock));
        percents.add(Clock.DUE);
        return percents;
    }

    private record Present(Context context, BusinessCalendar ofLead) implements PresentCalendars {
        @Override
        public BusinessCalendar calendar(String version) {
            return context.calendar(version);
        }

        @Override
        public boolean has(String version) {
            return context.current.containsKey(version);
        }

        /** Nobody works in the default calendar; who is in the directory no more may have worked in any. */
        @Override
        public BusinessCalendar of(@Nullable ClockOwner owner) {
            String person = owner == null ? null : owner.owner();
            boolean gone = owner == null
                    || (person != null && context.directory.person(person).isEmpty());
            return gone ? ofLead : context.calendarOf(person);
        }
    }
}
