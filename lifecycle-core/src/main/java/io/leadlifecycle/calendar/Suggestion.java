package io.leadlifecycle.calendar;

import java.util.Collection;
import java.util.Locale;

/** The last line of a refusal: what was probably meant. */
final class Suggestion {

    /** Beyond this share of the word changed, a likeness is chance. */
    private static final int LEAST_ALIKE_DIVISOR = 2;

    private Suggestion() {}

    /** The "Maybe" line with the value in quotes, nothing for an empty value. */
    static String of(String meant) {
        return meant.isEmpty() ? "" : "\nMaybe \"" + meant + "\"?";
    }

    /** The "Maybe" line with the allowed word most like this one, nothing if none is like it. */
    static String closest(String word, Collection<String> allowed) {
        return of(closestWord(word, allowed));
    }

    /** The allowed word most like this one, empty if none is like it. */
    static String closestWord(String word, Collection<String> allowed) {
        String best = "";
        int least = Math.max(1, word.length() / LEAST_ALIKE_DIVISOR) + 1;
        for (String candidate : allowed) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least || (distance == least && !best.isEmpty() && candidate.compareTo(best) < 0)) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein: letters to change, add or drop. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
