package io.leadlifecycle.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One named value of a profile: a text, a whole number ({@code Long}), a decimal ({@code Double}) or a boolean; null in a
 * patch makes the field unknown.
 *
 * @param name the field's name, not blank
 * @param value the value, null for "unknown from now on"
 */
public record Field(String name, @Nullable Object value) implements Named {
    /** Refuses a blank name and a value that is no text, number or boolean. */
    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A profile field needs a name.");
        }
        value = plain(name, value);
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return finite(name, ((Number) value).doubleValue());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new IllegalArgumentException("The profile field \"" + name + "\" is a "
                + value.getClass().getSimpleName() + "; allowed are text, whole number, decimal and boolean.");
    }

    private static double finite(String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "The profile field \"" + name + "\" is " + number + ", which is no number.");
        }
        return number;
    }
}
