package io.leadlifecycle.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * When a clock falls due. Immutable.
 *
 * @param dueAt when it is (or was) due; null while it is paused and not breached
 * @param pending the milestones still to come, ascending
 * @param reached the highest percent reached, -1 for none
 */
public record ClockSchedule(@Nullable Instant dueAt, List<Milestone> pending, int reached) {
    /** Nothing is due and nothing was reached. */
    static final ClockSchedule NONE = new ClockSchedule(null, List.of(), -1);

    /** Copies the list. */
    public ClockSchedule {
        pending = List.copyOf(pending);
    }

    /**
     * Counted anew: what is still to come. Of several milestones already past only the highest falls due, now.
     *
     * @param percents the milestones some rule listens for
     * @param now the instant of the step
     * @param breachedAt when the clock was breached, which stays its due instant; null when it was not
     * @param instants when a percent of the target is used up
     */
    ClockSchedule anew(
            Collection<Integer> percents, Instant now, @Nullable Instant breachedAt, IntFunction<Instant> instants) {
        List<Milestone> coming = new ArrayList<>();
        Milestone past = null;
        for (int percent : percents.stream().filter(p -> p > reached).sorted().toList()) {
            Instant at = instants.apply(percent);
            if (at.isBefore(now)) {
                past = new Milestone(percent, now);
            } else {
                coming.add(new Milestone(percent, at));
            }
        }
        if (past != null) {
            coming.add(0, past);
        }
        return new ClockSchedule(breachedAt != null ? breachedAt : instants.apply(Clock.DUE), coming, reached);
    }

    ClockSchedule reached(int percent) {
        List<Milestone> rest =
                pending.stream().filter(m -> m.percent() > percent).toList();
        return new ClockSchedule(dueAt, rest, Math.max(reached, percent));
    }

    /** Nothing falls due any more; when it was due stays as given. */
    ClockSchedule halted(@Nullable Instant due) {
        return new ClockSchedule(due, List.of(), reached);
    }
}
