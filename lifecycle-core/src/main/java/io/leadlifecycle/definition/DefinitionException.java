package io.leadlifecycle.definition;

/**
 * Says what is wrong in a file that a person edits, and where. The message starts with the place and names the value,
 * what was allowed and, where something is near, what was probably meant:
 *
 * <pre>{@code
 * lifecycle.yaml:12:5: The key "wats for" of the stage NEW is unknown, allowed are [kind, ..., waits for]. Maybe "waits for"?
 * }</pre>
 *
 * <p>Lines and columns count from 1. Immutable and thread-safe.
 */
public final class DefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final int column;

    /**
     * A problem at a place.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param column the column, from 1
     * @param problem what is wrong there and what was allowed
     */
    public DefinitionException(String file, int line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /**
     * The file.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The line.
     *
     * @return its number, from 1
     */
    public int line() {
        return line;
    }

    /**
     * The column.
     *
     * @return its number, from 1
     */
    public int column() {
        return column;
    }
}
