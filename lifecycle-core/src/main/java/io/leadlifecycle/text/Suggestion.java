package io.leadlifecycle.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what was probably meant, for the "Maybe" of an error: within the line ({@link #allowed}, {@link #inline}) or on a
 * line of its own ({@link #line}, {@link #nearestLine}).
 *
 * <p>A name is near when at most {@value #TYPO} letters, or a third of its own, must be changed, added or dropped, small
 * and capital alike.
 */
public final class Suggestion {
    private static final int TYPO = 2;
    private static final int SHARE = 3;

    private Suggestion() {}

    /**
     * The allowed name nearest to a given one.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return the nearest, the first in the alphabet of several; empty when none is near
     */
    public static Optional<String> near(String given, Collection<String> allowed) {
        String low = given.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(name -> Math.abs(low.length() - name.length()) <= farthest(name))
                .filter(name -> distance(low, name.toLowerCase(Locale.ROOT)) <= farthest(name))
                .min(Comparator.<String>comparingInt(name -> distance(low, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int farthest(String name) {
        return Math.max(TYPO, name.length() / SHARE);
    }

    /**
     * The end of an error message: what is allowed, and what was probably meant.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return {@code [a, b]. Maybe "a"?} or {@code [a, b].}
     */
    public static String allowed(String given, Collection<String> allowed) {
        return allowed + "." + inline(given, allowed);
    }

    /**
     * What was probably meant, to go on in the same line.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return {@code  Maybe "a"?} after a space; empty when none is near
     */
    public static String inline(String given, Collection<String> allowed) {
        return near(given, allowed).map(Suggestion::maybe).orElse("");
    }

    /**
     * What was probably meant, on a line of its own.
     *
     * @param meant what was meant, empty when nobody knows
     * @return {@code Maybe "a"?} after a line break; empty for an empty text
     */
    public static String line(String meant) {
        return meant.isEmpty() ? "" : "\n" + maybe(meant).strip();
    }

    /**
     * What was probably meant, on a line of its own.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return {@code Maybe "a"?} after a line break; empty when none is near
     */
    public static String nearestLine(String given, Collection<String> allowed) {
        return line(near(given, allowed).orElse(""));
    }

    private static String maybe(String meant) {
        return " Maybe \"" + meant + "\"?";
    }

    /** Levenshtein: letters to change, add or drop. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
