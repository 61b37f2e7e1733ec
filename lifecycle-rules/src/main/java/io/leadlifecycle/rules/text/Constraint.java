package io.leadlifecycle.rules.text;

import org.jspecify.annotations.Nullable;

/**
 * One part of a pattern between commas: a binding, a condition or both.
 *
 * @param binding the name a property gets, null for none
 * @param condition the condition, null for a mere binding
 */
public record Constraint(
        @Nullable Binding binding, @Nullable Condition condition) {
    /**
     * A property that gets a name.
     *
     * @param name the name, with {@code $}
     * @param property the property
     */
    public record Binding(Token name, Operand.Path property) {}

    /**
     * The constraint as rule text.
     *
     * @return the text
     */
    public String text() {
        String bound = binding == null ? "" : binding.name().text() + " : ";
        if (condition != null) {
            return bound + condition.text();
        }
        return binding == null ? "" : bound + binding.property().text();
    }
}
