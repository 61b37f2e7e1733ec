package io.leadlifecycle.text;

/** What an error shows of a text that somebody else wrote: all of a short one, the beginning of a long one. */
public final class Excerpt {
    private static final int SHOWN = 80;

    private Excerpt() {}

    /**
     * The beginning of a text.
     *
     * @param text any text
     * @return the text; when longer than {@value #SHOWN} characters its beginning and three dots
     */
    public static String of(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "...";
    }
}
