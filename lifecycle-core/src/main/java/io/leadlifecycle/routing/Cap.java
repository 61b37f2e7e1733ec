package io.leadlifecycle.routing;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.BusinessPeriod;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many leads a member of a pool draws at most: {@code 20 per day}.
 *
 * <ul>
 *   <li>A day is a business day of the person's calendar and a week a business week: each begins with its first opening
 *       and lasts until the next begins, so that a weekend counts to Friday. See
 *       {@link BusinessCalendar#businessDayOf}.
 *   <li>Only draws from the pool count, not what is assigned by name.
 * </ul>
 *
 * <p>Immutable and thread-safe; no parameter may be null.
 *
 * @param leads how many, 1 or more
 * @param per the period they are counted in
 */
public record Cap(int leads, Period per) {
    private static final String ALLOWED = "allowed are 1 or more leads \"per day\" or \"per week\".";
    private static final Pattern EXACT = Pattern.compile("(0|[1-9]\\d{0,8}) per (day|week)");
    private static final Pattern LOOSE =
            Pattern.compile("0*([1-9]\\d{0,8}) ?(?:leads?)? ?(?:/|per|an?|each|every|by)? ?(day|week|daily|weekly)s?");

    /** What a cap counts in. */
    public enum Period {
        /** A business day of the person's calendar. */
        DAY {
            @Override
            BusinessPeriod of(BusinessCalendar calendar, Instant at) {
                return calendar.businessDayOf(at);
            }
        },
        /** A business week of the person's calendar. */
        WEEK {
            @Override
            BusinessPeriod of(BusinessCalendar calendar, Instant at) {
                return calendar.businessWeekOf(at);
            }
        };

        abstract BusinessPeriod of(BusinessCalendar calendar, Instant at);

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses a cap below 1. */
    public Cap {
        if (leads < 1) {
            throw new IllegalArgumentException("The cap \"" + leads + " per " + per.word() + "\" lets nobody draw; "
                    + ALLOWED + " Maybe leave the person out of the pool?");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text such as {@code 20 per day} or {@code 100 per week}
     * @return the cap
     * @throws IllegalArgumentException if it is none
     */
    public static Cap parse(String text) {
        Matcher match = EXACT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("The cap \"" + text + "\" is none; " + ALLOWED + meant(text));
        }
        return new Cap(
                Integer.parseInt(match.group(1)), Period.valueOf(match.group(2).toUpperCase(Locale.ROOT)));
    }

    /** What was probably meant by "20/day", "20 a day" or "20 daily". */
    private static String meant(String text) {
        Matcher match = LOOSE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return "";
        }
        String per = match.group(2).startsWith("da") ? "day" : "week";
        return " Maybe \"" + match.group(1) + " per " + per + "\"?";
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return leads + " per " + per.word();
    }
}
