package io.leadlifecycle.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates of old data: ISO 8601 with or without a time and an offset, a space for the T. */
final class Dates {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})( \\d{2}:\\d{2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\S+)");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    private final ZoneId zone;

    Dates(ZoneId zone) {
        this.zone = zone;
    }

    /** The instant of a text, null when it is none. */
    @Nullable
    Instant read(String text) {
        try {
            return parse(text.strip()).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant parse(String text) {
        if (DATE.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        Matcher time = TIME.matcher(text);
        String iso = time.matches() ? time.group(1) + "T" + time.group(2) : text;
        return OFFSET.matcher(iso).matches()
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    /** What is wrong with a text. */
    static String problem(String what, String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text.strip());
        String meant = "";
        if (dayFirst.matches()) {
            String clock = dayFirst.group(4);
            meant = " Maybe \"" + dayFirst.group(3) + "-" + padded(dayFirst.group(2)) + "-" + padded(dayFirst.group(1))
                    + (clock == null ? "" : clock) + "\"?";
        }
        return what + " \"" + text + "\" is no date; allowed are texts such as 2026-06-14, 2026-06-14 09:20 and"
                + " 2026-06-14T09:20:00+05:00." + meant;
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
