package io.leadlifecycle.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/** When two texts of an old system mean the same. */
final class Texts {
    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

    private Texts() {}

    /** A text without what people spell differently: case, spaces, dashes and underscores. */
    static String same(String text) {
        return GAPS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
