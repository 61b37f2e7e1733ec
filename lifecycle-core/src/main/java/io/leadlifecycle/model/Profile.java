package io.leadlifecycle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the person and the company. A field that is absent is unknown, which is not false.
 *
 * @param fields the known fields, sorted by name
 * @param internal whether the e-mail address belongs to the company itself or to a test domain; such a lead appears in
 *     no report
 */
public record Profile(List<Field> fields, boolean internal) {
    /** Nothing known. */
    public static final Profile EMPTY = new Profile(List.of(), false);

    /** Copies the list. */
    public Profile {
        fields = List.copyOf(fields);
    }

    /**
     * A value.
     *
     * @param name the field
     * @return the value, null when unknown
     */
    public @Nullable Object value(String name) {
        Field field = Named.find(fields, name);
        return field == null ? null : field.value();
    }

    /**
     * A value as text.
     *
     * @param name the field
     * @return the text, null when unknown
     */
    public @Nullable String text(String name) {
        Object value = value(name);
        return value == null ? null : value.toString();
    }

    /**
     * Whether a value is known.
     *
     * @param name the field
     * @return true when it is
     */
    public boolean has(String name) {
        return Named.find(fields, name) != null;
    }

    /**
     * The profile after a patch: a field left out stays, a null value makes it unknown.
     *
     * @param patch the fields that change
     * @param isInternal whether the lead is internal from now on
     * @return the new profile
     */
    public Profile patched(List<Field> patch, boolean isInternal) {
        List<Field> then = fields;
        for (Field field : patch) {
            then = field.value() == null ? Named.without(then, field.name()) : Named.with(then, field);
        }
        return new Profile(then, isInternal);
    }
}
