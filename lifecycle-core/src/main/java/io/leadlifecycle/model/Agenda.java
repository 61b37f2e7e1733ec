package io.leadlifecycle.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs for one lead and when it falls due. Immutable; every method answers a new agenda.
 *
 * @param clocks its SLA clocks, the latest of each name, sorted by name
 * @param timers its timers that wait, sorted by name
 * @param starts how often each timer was started, sorted by name
 * @param parked what fell due and failed
 * @param notices what is to be told of its clocks at the next opening
 */
public record Agenda(
        List<Clock> clocks, List<Timer> timers, List<Starts> starts, List<Parked> parked, Notices notices) {
    /** Nothing runs. */
    public static final Agenda EMPTY = new Agenda(List.of(), List.of(), List.of(), List.of(), Notices.NONE);

    /**
     * How often something of a name was started.
     *
     * @param name the timer
     * @param count how often
     */
    public record Starts(String name, int count) implements Named {}

    /** Copies the lists. */
    public Agenda {
        clocks = List.copyOf(clocks);
        timers = List.copyOf(timers);
        starts = List.copyOf(starts);
        parked = List.copyOf(parked);
    }

    /**
     * How often a timer of that name was started.
     *
     * @param name the timer
     * @return 0 for never
     */
    public int startsOf(String name) {
        Starts known = Named.find(starts, name);
        return known == null ? 0 : known.count();
    }

    /**
     * What falls due next; what is parked does not.
     *
     * @return the earliest, or empty when nothing waits
     */
    public Optional<Due> nextDue() {
        Due next = null;
        for (Timer timer : timers) {
            next = earlier(next, new Due(timer.dueAt(), timer.name(), timer.number(), Due.TIMER));
        }
        for (Clock clock : clocks) {
            for (Milestone milestone : clock.pending()) {
                next = earlier(next, new Due(milestone.dueAt(), clock.name(), clock.number(), milestone.percent()));
            }
        }
        for (HeldNotice held : notices.held()) {
            next = earlier(next, Due.of(held));
        }
        return Optional.ofNullable(next);
    }

    /**
     * With other notices.
     *
     * @param then the notices
     * @return the new agenda
     */
    public Agenda with(Notices then) {
        return new Agenda(clocks, timers, starts, parked, then);
    }

    private @Nullable Due earlier(@Nullable Due known, Due other) {
        if (isParked(other)) {
            return known;
        }
        return known == null || other.compareTo(known) < 0 ? other : known;
    }

    private boolean isParked(Due due) {
        for (Parked item : parked) {
            if (item.due().equals(due)) {
                return true;
            }
        }
        return false;
    }

    /**
     * With a clock in the place of the one of its name; of one that has ended nobody is told any more.
     *
     * @param clock the clock
     * @return the new agenda
     */
    public Agenda with(Clock clock) {
        Notices then = clock.isOpen() ? notices : notices.without(clock.name());
        return new Agenda(Named.with(clocks, clock), timers, starts, parked, then);
    }

    /**
     * With a timer in the place of the one of its name.
     *
     * @param timer the timer
     * @return the new agenda
     */
    public Agenda with(Timer timer) {
        Starts started = new Starts(timer.name(), timer.number());
        return new Agenda(clocks, Named.with(timers, timer), Named.with(starts, started), parked, notices);
    }

    /**
     * Without a timer; how often it was started stays.
     *
     * @param timer its name
     * @return the new agenda
     */
    public Agenda without(String timer) {
        return new Agenda(clocks, Named.without(timers, timer), starts, parked, notices);
    }

    /**
     * With something parked, in the place of what was parked of the same due.
     *
     * @param item what failed
     * @return the new agenda
     */
    public Agenda with(Parked item) {
        return withParked(Stream.concat(othersThan(item), Stream.of(item)));
    }

    /**
     * Without what is parked of the same due.
     *
     * @param item what is fired again or gone
     * @return the new agenda
     */
    public Agenda without(Parked item) {
        return withParked(othersThan(item));
    }

    private Stream<Parked> othersThan(Parked item) {
        return parked.stream().filter(other -> !other.due().equals(item.due()));
    }

    private Agenda withParked(Stream<Parked> then) {
        return new Agenda(clocks, timers, starts, then.toList(), notices);
    }
}
