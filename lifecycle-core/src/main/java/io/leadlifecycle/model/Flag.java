package io.leadlifecycle.model;

import org.jspecify.annotations.Nullable;

/**
 * Something noted on one lead until it is cleared. Immutable.
 *
 * @param name the flag's name, unique on the lead
 * @param until the event group whose events clear it, null when none does
 * @param stage the stage it ends with, null when it outlives every stage
 */
public record Flag(
        String name, @Nullable String until, @Nullable String stage) implements Named {
    /**
     * A flag that stands until a rule clears it.
     *
     * @param name its name
     * @return the flag
     */
    public static Flag lasting(String name) {
        return new Flag(name, null, null);
    }
}
