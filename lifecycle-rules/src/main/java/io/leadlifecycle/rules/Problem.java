package io.leadlifecycle.rules;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One thing that is wrong with a rule book, and where. Ordered by place.
 *
 * <pre>{@code
 * mql.drl, line 12, column 25: The stage "MLQ" is unknown; allowed are [NEW, MQL, SQL]. Maybe "MQL"?
 * }</pre>
 *
 * @param file the file as the book names it
 * @param line the line, from 1; 0 when the whole file is meant
 * @param column the column, from 1; 0 when the whole line or file is meant
 * @param message what is wrong, what is allowed and what was probably meant
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem>, Serializable {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /**
     * Something wrong with a whole file.
     *
     * @param file the file
     * @param message what is wrong
     * @return the problem
     */
    public static Problem in(String file, String message) {
        return new Problem(file, 0, 0, message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file + ": " + message;
        }
        return file + ", line " + line + (column == 0 ? "" : ", column " + column) + ": " + message;
    }
}
