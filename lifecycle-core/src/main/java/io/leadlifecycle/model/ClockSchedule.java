package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
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
