package io.leadlifecycle.definition;

/**
 * What may be right in a lifecycle and is worth a look.
 *
 * @param level how much it matters
 * @param text what is unusual, its value and what is usual
 */
public record Advice(Level level, String text) {
    /** How much an advice matters. */
    public enum Level {
        /** Unusual; fine when it is meant. */
        NOTE,
        /** Seen to go wrong in practice. */
        WARNING
    }
}
