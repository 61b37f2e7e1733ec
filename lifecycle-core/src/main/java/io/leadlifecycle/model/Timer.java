package io.leadlifecycle.model;

import io.leadlifecycle.calendar.TimeBudget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that fires once per start for one lead. Immutable.
 *
 * @param name the timer's name, unique on the lead
 * @param number which start of that name this is, from 1
 * @param purpose who waits for it
 * @param stage the stage it was started in and ends with
 * @param acrossStages whether it outlives that stage
 * @param delay how long it waits
 * @param restartedBy the event group that starts it anew, null when none does
 * @param repeating whether it starts anew each time it fires
 * @param startedAt when it was started
 * @param dueAt when it fires
 * @param rule the rule that started it, or the lifecycle
 */
public record Timer(
        String name,
        int number,
        Purpose purpose,
        String stage,
        boolean acrossStages,
        TimeBudget delay,
        @Nullable String restartedBy,
        boolean repeating,
        Instant startedAt,
        Instant dueAt,
        String rule)
        implements Named {
    /**
     * The same that counts from another instant.
     *
     * @param then which start this is
     * @param from the instant
     * @param due when it fires
     * @return the timer
     */
    public Timer counting(int then, Instant from, Instant due) {
        return new Timer(name, then, purpose, stage, acrossStages, delay, restartedBy, repeating, from, due, rule);
    }

    /** Who waits for a timer. */
    public enum Purpose {
        /** A rule of the book. */
        RULE,
        /** The lifecycle: the stage's wait for missing values ends. */
        WAIT,
        /** The lifecycle: the longest a lead may stay in the stage. */
        LIMIT,
        /** The engine: the lead is evaluated again after a changed criterion. */
        REEVALUATION
    }
}
