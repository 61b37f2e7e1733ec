package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Counts a clock anew after an edit of its calendar or of the rule that set its target. */
final class ClockRecount {
    private final Clock clock;
    private final PresentCalendars present;
    private final Instant now;

    ClockRecount(Clock clock, PresentCalendars present, Instant now) {
        this.clock = clock;
        this.present = present;
        this.now = now;
    }

    Clock by(TimeBudget newAsked, String rule, Collection<Integer> percents) {
        if (!clock.isOpen()) {
            return clock;
        }
        Clock then = newAsked.equals(clock.asked()) ? clock : aimedAt(newAsked).asked(newAsked, rule);
        Renewal renewal = new Renewal(then.target(), clock.owners(), present);
        then = then.with(clock.state(), then.count().renewed(renewal, now), clock.schedule(), clock.result());
        boolean runs = clock.state() == ClockState.RUNNING;
        return then.equals(clock) || !runs ? then : then.scheduled(present, percents, now);
    }

    /** One that was shortened to be due no later keeps what was used up before. */
    private Clock aimedAt(TimeBudget newAsked) {
        Clock fresh = clock.withTarget(newAsked, present);
        if (clock.target().equals(clock.asked())) {
            return fresh;
        }
        BusinessCalendar in = present.calendar(clock.count().firstCalendar());
        Duration before = clock.length(present).minus(ClockCount.length(clock.asked(), in, clock.startedAt()));
        Instant shortenedAt =
                clock.count().usedUp(clock.target(), before.isNegative() ? Duration.ZERO : before, now, present);
        Duration used = fresh.elapsed(shortenedAt, present);
        Duration whole = used.plus(ClockCount.length(newAsked, in, shortenedAt));
        return clock.withTarget(TimeBudget.exactly(newAsked.isBusiness(), whole), present);
    }
}
