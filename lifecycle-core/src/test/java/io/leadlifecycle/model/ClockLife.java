package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A clock between two teams, as of now, with everything fired that fell due before.
 *
 * @param clock the clock as of now
 * @param first the calendar it began in
 * @param owner the calendar of the team that has the lead
 * @param other the other team's calendar
 * @param now the instant of the latest happening
 */
record ClockLife(Clock clock, BusinessCalendar first, BusinessCalendar owner, BusinessCalendar other, Instant now) {
    static final List<Integer> PERCENTS = List.of(1, 50, 80, 100, 200, 600);

    /** What happens to a clock. */
    enum Turn {
        PAUSE,
        RESUME,
        HAND_OVER,
        NEW_TARGET,
        NO_LATER
    }

    /**
     * Something that happens to a clock.
     *
     * @param after how long after what happened before
     * @param turn what happens
     * @param target the new target, for the turns that set one
     */
    record Happening(Duration after, Turn turn, TimeBudget target) {}

    static ClockLife begun(BusinessCalendar owner, BusinessCalendar other, TimeBudget target, Instant start) {
        return new ClockLife(Teams.started(owner, target, start, PERCENTS), owner, owner, other, start);
    }

    CalendarVersions versions() {
        return Teams.versions(List.of(owner, other));
    }

    ClockLife lived(List<Happening> happenings) {
        ClockLife life = this;
        for (Happening happening : happenings) {
            life = life.lived(happening);
        }
        return life;
    }

    private ClockLife lived(Happening happening) {
        ClockLife life = waited(happening.after());
        return switch (happening.turn()) {
            case PAUSE -> life.paused();
            case RESUME -> life.resumed();
            case HAND_OVER -> life.handedOver();
            case NEW_TARGET -> life.retargeted(happening.target(), false);
            case NO_LATER -> life.retargeted(happening.target(), true);
        };
    }

    /** As in the engine, what falls due at the very instant of a happening has not fired yet. */
    ClockLife waited(Duration wait) {
        Instant then = now.plus(wait);
        Clock fired = clock;
        while (!fired.pending().isEmpty() && fired.pending().get(0).dueAt().isBefore(then)) {
            fired = fired.reached(fired.pending().get(0).percent());
        }
        return new ClockLife(fired, first, owner, other, then);
    }

    ClockLife paused() {
        return with(clock.paused(now, versions()));
    }

    ClockLife resumed() {
        return with(clock.resumed(now, owner, versions(), PERCENTS));
    }

    ClockLife handedOver() {
        BusinessCalendar next = other;
        BusinessCalendar previous = owner;
        return new ClockLife(clock.movedTo(next, now, versions(), PERCENTS), first, next, previous, now);
    }

    ClockLife retargeted(TimeBudget target, boolean noLater) {
        return with(clock.retargeted(target, versions(), PERCENTS, now, noLater));
    }

    private ClockLife with(Clock then) {
        return new ClockLife(then, first, owner, other, now);
    }

    Duration elapsed(Instant at) {
        return clock.elapsed(at, versions());
    }

    /** The length of its target: open time of the team it began with, else wall time. */
    Duration length() {
        return clock.target().isBusiness()
                ? clock.target().in(first)
                : Duration.between(clock.startedAt(), clock.target().dueAfter(first, clock.startedAt()));
    }

    Duration share(int percent) {
        return Duration.ofMillis(length().toMillis() * percent / 100);
    }
}
