package io.leadlifecycle.rules.words;

import org.jspecify.annotations.Nullable;

/**
 * What is known about something a rule reads, before any lead is there.
 *
 * @param type its Java type
 * @param word the last word that was read, null for what is not a word
 * @param profileField the profile field it depends on, null for none
 */
public record Value(
        Class<?> type, @Nullable Word word, @Nullable String profileField) {
    /**
     * Its sort.
     *
     * @return what it compares with
     */
    public Sort sort() {
        return Sort.of(type);
    }

    /**
     * What a text compared with it names.
     *
     * @return {@code FREE} when it names nothing
     */
    public NameKind names() {
        return word == null ? NameKind.FREE : NamedPlaces.ofValue(word.key());
    }

    /**
     * Whether the empty text stands for no name.
     *
     * @return true for a reason, which a stage may lack
     */
    public boolean mayBeEmpty() {
        return word != null && NamedPlaces.mayBeEmpty(word.key());
    }

    /**
     * Whether it may be null.
     *
     * @return false when it never is
     */
    public boolean mayBeMissing() {
        return word != null && word.mayBeMissing();
    }
}
