package io.leadlifecycle.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant, for the "Maybe" line of an error. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The allowed name nearest to a given one.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return the nearest within a third of its length and two letters, empty when none is near
     */
    public static Optional<String> near(String given, Collection<String> allowed) {
        String low = given.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(name -> distance(low, name.toLowerCase(Locale.ROOT)) <= Math.max(2, name.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(low, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The end of an error message: what is allowed, and what was probably meant.
     *
     * @param given the name that is not allowed
     * @param allowed the names that are
     * @return {@code [a, b]. Maybe "a"?} or {@code [a, b].}
     */
    public static String allowed(String given, Collection<String> allowed) {
        return allowed + "."
                + near(given, allowed).map(name -> " Maybe \"" + name + "\"?").orElse("");
    }

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
