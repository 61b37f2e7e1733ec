package io.leadlifecycle.json;

import java.io.Serial;

/** A text that is not what it should be: no JSON, a field too many or too few, a value of the wrong type. */
public final class MalformedJsonException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;

    /**
     * A complaint.
     *
     * @param line the line it is in, from 1
     * @param field the field it is about, such as {@code profile.employees}; empty when it is about the whole text
     * @param complaint what is wrong, its value and what was allowed
     */
    MalformedJsonException(long line, String field, String complaint) {
        super("line " + line + (field.isEmpty() ? "" : ", field \"" + field + "\"") + ": " + complaint);
        this.line = line;
        this.field = field;
    }

    /**
     * Where it is.
     *
     * @return the line, from 1
     */
    public long line() {
        return line;
    }

    /**
     * What it is about.
     *
     * @return the field with the fields it stands in, such as {@code profile.employees}; empty for the whole text
     */
    public String field() {
        return field;
    }
}
