package io.leadlifecycle.model;

import org.jspecify.annotations.Nullable;

/**
 * What something is called and counted as, in the words of a rule: {@code 3 pricing visits}, {@code director}. The rule
 * says both words, since no plural can be guessed in every language. Immutable.
 *
 * @param one the word for one
 * @param many the word for any other number, null for what is not counted
 */
public record Noun(String one, @Nullable String many) {
    /**
     * A word for what is not counted.
     *
     * @param word the word
     * @return the noun
     */
    public static Noun of(String word) {
        return new Noun(word, null);
    }

    /**
     * So many of it.
     *
     * @param count how many
     * @return such as {@code 1 week} or {@code 3 weeks}; without a word for many {@code director} or {@code 3 x director}
     */
    public String counted(int count) {
        if (many != null) {
            return count + " " + (count == 1 ? one : many);
        }
        return count == 1 ? one : count + " x " + one;
    }

    @Override
    public String toString() {
        return one;
    }
}
