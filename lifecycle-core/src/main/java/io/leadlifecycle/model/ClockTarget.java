package io.leadlifecycle.model;

import io.leadlifecycle.calendar.TimeBudget;

/**
 * What a rule asks for when it starts a clock.
 *
 * @param name the clock's name; a lead has at most one running clock of a name
 * @param target the time allowed from the start on
 * @param asked the time that the rule says; it differs from the target when it was to be due no later than before
 * @param acrossStages whether it outlives the stage
 * @param rule the rule that set the target
 */
public record ClockTarget(String name, TimeBudget target, TimeBudget asked, boolean acrossStages, String rule) {
    /**
     * Terms of a clock whose target is what the rule says.
     *
     * @param name the clock's name
     * @param target the time allowed
     * @param acrossStages whether it outlives the stage
     * @param rule the rule that asks
     */
    public ClockTarget(String name, TimeBudget target, boolean acrossStages, String rule) {
        this(name, target, target, acrossStages, rule);
    }

    ClockTarget with(TimeBudget newTarget) {
        return new ClockTarget(name, newTarget, asked, acrossStages, rule);
    }
}
