package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Excerpt;
import io.leadlifecycle.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of business or calendar time as a rule states it: the target of a clock, the delay of a timer.
 *
 * <pre>{@code
 * TimeBudget target = TimeBudget.businessHours(4);
 * Instant due = target.dueAfter(calendar, mqlSince);
 * TimeBudget stale = TimeBudget.parse("90 days");
 * Duration openTime = TimeBudget.businessDays(2).in(calendar); // 16 h where a day has 8
 * }</pre>
 *
 * <p>Business units count open time only. A business day is the calendar's {@link BusinessCalendar#businessDay}, so 24
 * business hours are 3 business days of 8 hours. A day is 24 hours, whatever the clocks do. A month is a month of the
 * wall calendar in the calendar's zone; from 31 January it ends on the last day of February. No budget is longer than
 * {@link #LONGEST}.
 *
 * <p>Time budgets are values: immutable and thread-safe. No parameter may be null. Errors are {@link
 * IllegalArgumentException}s that name the value and what is allowed.
 *
 * @param unit what is counted
 * @param amount how many of them, zero or more
 */
public record TimeBudget(Unit unit, long amount) {

    private static final long LONGEST_DAYS = 3_652_500;

    /** The longest budget: about 10,000 years. */
    public static final Duration LONGEST = Duration.ofDays(LONGEST_DAYS);

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ([a-z ]+)");
    private static final Pattern LOOSE_FORM = Pattern.compile("\\s*(\\d{1,18})\\s*([^\\d\\s].*?)\\s*");

    /** What a budget counts. */
    public enum Unit {
        /** Open thousandths of a second. */
        BUSINESS_MILLISECONDS("business millisecond", 1),
        /** Open seconds. */
        BUSINESS_SECONDS("business second", SECOND),
        /** Open minutes. */
        BUSINESS_MINUTES("business minute", MINUTE),
        /** Open hours. */
        BUSINESS_HOURS("business hour", HOUR),
        /** The open time of standard days. */
        BUSINESS_DAYS("business day", DAY),
        /** Thousandths of a second. */
        MILLISECONDS("millisecond", 1),
        /** Seconds. */
        SECONDS("second", SECOND),
        /** 60 seconds. */
        MINUTES("minute", MINUTE),
        /** 60 minutes. */
        HOURS("hour", HOUR),
        /** 24 hours. */
        DAYS("day", DAY),
        /** Months of the wall calendar. */
        MONTHS("month", 30 * DAY);

        private final String singular;
        private final long millis;
        private final long most;

        Unit(String singular, long millis) {
            this.singular = singular;
            this.millis = millis;
            this.most = LONGEST_DAYS * DAY / millis;
        }

        private String text(long amount) {
            return amount == 1 ? singular : singular + "s";
        }
    }

    private static final List<Unit> BUSINESS_COARSEST_FIRST =
            List.of(Unit.BUSINESS_HOURS, Unit.BUSINESS_MINUTES, Unit.BUSINESS_SECONDS, Unit.BUSINESS_MILLISECONDS);
    private static final List<Unit> COARSEST_FIRST = List.of(Unit.HOURS, Unit.MINUTES, Unit.SECONDS, Unit.MILLISECONDS);
    private static final List<String> UNITS =
            Arrays.stream(Unit.values()).map(unit -> unit.text(2)).toList();

    /** Refuses a negative amount and one beyond {@link #LONGEST}. */
    public TimeBudget {
        if (amount < 0 || amount > unit.most) {
            boolean isSlip = amount < 0 && amount >= -unit.most;
            throw new IllegalArgumentException("The amount of the time budget \"" + amount + " " + unit.text(amount)
                    + "\" is " + (amount < 0 ? "negative" : "too large") + ". Allowed is 0 to " + unit.most + "."
                    + Suggestion.line(isSlip ? -amount + " " + unit.text(-amount) : ""));
        }
    }

    /**
     * A computed length, in the coarsest of hours, minutes, seconds and milliseconds that states it exactly.
     *
     * @param business whether only open time counts
     * @throws IllegalArgumentException if the length is negative or has a fraction of a millisecond
     */
    public static TimeBudget exactly(boolean business, Duration length) {
        Duration whole = length.truncatedTo(ChronoUnit.MILLIS);
        if (!whole.equals(length)) {
            throw new IllegalArgumentException("The length " + length + " has a fraction of a millisecond. Allowed are"
                    + " whole milliseconds." + Suggestion.line(whole.toString()));
        }
        long millis = length.toMillis();
        Unit coarsest = (business ? BUSINESS_COARSEST_FIRST : COARSEST_FIRST)
                .stream().filter(unit -> millis % unit.millis == 0).findFirst().orElseThrow();
        return new TimeBudget(coarsest, millis / coarsest.millis);
    }

    /** Open minutes. */
    public static TimeBudget businessMinutes(long amount) {
        return new TimeBudget(Unit.BUSINESS_MINUTES, amount);
    }

    /** Open hours. */
    public static TimeBudget businessHours(long amount) {
        return new TimeBudget(Unit.BUSINESS_HOURS, amount);
    }

    /** The open time of standard days. */
    public static TimeBudget businessDays(long amount) {
        return new TimeBudget(Unit.BUSINESS_DAYS, amount);
    }

    /** Minutes, open or not. */
    public static TimeBudget minutes(long amount) {
        return new TimeBudget(Unit.MINUTES, amount);
    }

    /** Hours, open or not. */
    public static TimeBudget hours(long amount) {
        return new TimeBudget(Unit.HOURS, amount);
    }

    /** Days of 24 hours, open or not. */
    public static TimeBudget days(long amount) {
        return new TimeBudget(Unit.DAYS, amount);
    }

    /** Months of the wall calendar. */
    public static TimeBudget months(long amount) {
        return new TimeBudget(Unit.MONTHS, amount);
    }

    /** Reads what {@link #toString} prints, "4 business hours" or "1 day"; singular and plural are both read. */
    public static TimeBudget parse(String text) {
        Matcher match = FORM.matcher(text);
        if (match.matches()) {
            String name = match.group(2);
            for (Unit unit : Unit.values()) {
                if (name.equals(unit.text(1)) || name.equals(unit.text(2))) {
                    return new TimeBudget(unit, Long.parseLong(match.group(1)));
                }
            }
        }
        throw new IllegalArgumentException(
                "The time budget \"" + Excerpt.of(text) + "\" is not an amount and a unit like \"" + businessHours(4)
                        + "\". Allowed units are " + UNITS + "." + maybe(text));
    }

    private static String maybe(String text) {
        Matcher match = LOOSE_FORM.matcher(text);
        if (!match.matches()) {
            return "";
        }
        String name = match.group(2).toLowerCase(Locale.ROOT);
        List<String> begun =
                UNITS.stream().filter(unit -> unit.startsWith(name)).toList();
        String unit =
                begun.size() == 1 ? begun.get(0) : Suggestion.near(name, UNITS).orElse("");
        boolean one = match.group(1).equals("1") && unit.endsWith("s");
        String form = one ? unit.substring(0, unit.length() - 1) : unit;
        return unit.isEmpty() ? "" : Suggestion.line(match.group(1) + " " + form);
    }

    /** When the budget is used up, counted from the start; a zero budget at the start itself. */
    public Instant dueAfter(BusinessCalendar calendar, Instant startInclusive) {
        if (unit == Unit.MONTHS) {
            return startInclusive.atZone(calendar.zone()).plusMonths(amount).toInstant();
        }
        return isBusiness() ? calendar.dueAfter(startInclusive, in(calendar)) : startInclusive.plus(in(calendar));
    }

    /** Whether only open time counts. */
    public boolean isBusiness() {
        return unit.compareTo(Unit.BUSINESS_DAYS) <= 0;
    }

    /**
     * The length of the budget: open time for business units, else time on any clock.
     *
     * @throws IllegalArgumentException for months, which differ in length
     */
    public Duration in(BusinessCalendar calendar) {
        return switch (unit) {
            case BUSINESS_DAYS -> calendar.ofBusinessDays(amount);
            case MONTHS ->
                throw new IllegalArgumentException("The time budget \"" + this + "\" has no fixed length, since months"
                        + " differ. Allowed here are all units but months."
                        + Suggestion.line(days(30 * amount).toString()));
            default -> Duration.ofMillis(unit.millis * amount);
        };
    }

    /** "4 business hours", "1 day": what {@link #parse} reads. */
    @Override
    public String toString() {
        return amount + " " + unit.text(amount);
    }
}
