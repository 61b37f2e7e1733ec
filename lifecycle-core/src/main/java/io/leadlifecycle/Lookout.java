package io.leadlifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when everybody who waits in a queue was offered whoever was there. The store keeps it beside the rotations.
 *
 * @param directory the version of the directory that says who was there
 * @param since up to when
 * @param failedUnder the version of the book whose rules failed on a lead that waits; null when none failed
 */
record Lookout(String directory, Instant since, @Nullable String failedUnder) {
    private static final String FAILED = " failed under ";

    /** Reads what {@link #write} wrote; null when nobody looked out under this version of the directory. */
    static @Nullable Lookout read(@Nullable String text, String directory) {
        if (text == null || !text.startsWith(directory + " ")) {
            return null;
        }
        String rest = text.substring(directory.length() + 1);
        int failed = rest.indexOf(FAILED);
        return failed < 0
                ? new Lookout(directory, Instant.parse(rest), null)
                : new Lookout(
                        directory, Instant.parse(rest.substring(0, failed)), rest.substring(failed + FAILED.length()));
    }

    String write() {
        return directory + " " + since + (failedUnder == null ? "" : FAILED + failedUnder);
    }

    boolean failedUnderAnother(String book) {
        return failedUnder != null && !failedUnder.equals(book);
    }
}
