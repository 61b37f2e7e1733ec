package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Hash;
import io.leadlifecycle.text.Suggestion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours of a team in its time zone: when a budget of business time is used up, and how much of it has passed.
 *
 * <pre>{@code
 * BusinessCalendar berlin = BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
 *         .open("MON-FRI", "09:00-12:30", "13:00-17:00")
 *         .holiday(LocalDate.parse("2026-05-25"))
 *         .specialDay(LocalDate.parse("2026-12-24"), "09:00-12:00").build();
 * Instant due = berlin.dueAfter(mqlSince, Duration.ofHours(4));
 * }</pre>
 *
 * <ul>
 *   <li>A window is half-open: at 09:00 it is open, at 17:00 closed. A budget used up exactly at closing time is due at
 *       closing time. A zero budget is due at the start itself, also outside hours.
 *   <li>{@code "00:00-24:00"} is the whole day. A window may cross midnight ({@code "22:00-06:00"}) and belongs to the
 *       day it opens on: a holiday removes it whole, with the part on the next day.
 *   <li>A special day's hours replace the week's, also on a holiday.
 *   <li>Windows are wall-clock time, budgets elapsed time. When clocks change, an edge that the clock skips moves
 *       forward by the gap, an edge that it shows twice is the first of the two, so a 25-hour day has 25 hours and a
 *       window emptied by a gap counts nothing. Time is never counted twice.
 *   <li>A business day is a fixed amount of open time, stated once: two business days of eight hours from Thursday
 *       11:00 end on Monday 11:00. Default: the open time of a weekday, if all open weekdays agree or one value is the
 *       most frequent.
 *   <li>{@link #businessDayOf} and {@link #businessWeekOf} say to which local date or ISO week an instant counts: to the
 *       latest that has begun to open. Their length is not that of the business day above.
 *   <li>Years 1 to 9999. Window edges are whole seconds; instants and budgets may be finer.
 * </ul>
 *
 * <p>Business calendars are immutable, thread-safe and equal when their {@link #text} is. They keep what they have
 * worked out, some kilobytes a year, so hold on to one instead of building it per call. No parameter may be null.
 * Errors are {@link IllegalArgumentException}s that name the value and what is allowed, and are thrown by the builder
 * call that makes them.
 *
 * <p>Where the rules come from: the source texts give targets in business hours and leave open how those count; the
 * rules above are ours.
 */
public final class BusinessCalendar {

    /** Monday to Friday 09:00-17:00 UTC, no holidays, a business day of 8 hours. */
    public static final BusinessCalendar STANDARD =
            in(ZoneId.of("UTC")).open("MON-FRI", "09:00-17:00").build();

    /** Open all the time, in UTC; a business day has 24 hours. */
    public static final BusinessCalendar ALWAYS_OPEN =
            in(ZoneId.of("UTC")).open("MON-SUN", "00:00-24:00").build();

    /** Where the years end that a calendar covers: the first instant of the year 10000 in UTC. */
    public static final Instant END = Timeline.END;

    private final ZoneId zone;
    private final Duration businessDay;
    private final OpeningHours hours;
    private final Openings openings;
    private final Timeline timeline;
    private final String text;
    private final String version;

    private BusinessCalendar(ZoneId zone, Duration businessDay, OpeningHours hours) {
        this.zone = zone;
        this.businessDay = businessDay;
        this.hours = hours;
        this.openings = new Openings(zone, hours);
        this.timeline = new Timeline(zone, hours);
        this.text = CalendarText.of(zone, businessDay, hours);
        this.version = Hash.of(text);
    }

    /** Begins a calendar whose windows are wall-clock time of this zone. */
    public static Builder in(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Reads what {@link #text} writes, and its lines in any order after the zone. Without a business day the default
     * holds.
     *
     * @throws IllegalArgumentException with the number of the line, if it is not a line of a calendar
     */
    public static BusinessCalendar parse(String text) {
        return CalendarText.parse(text);
    }

    /**
     * The first instant at which {@code budget} of open time has passed since the start.
     *
     * @throws IllegalArgumentException if the budget is negative or not used up before the year 10000
     */
    public Instant dueAfter(Instant startInclusive, Duration budget) {
        if (budget.isNegative()) {
            throw new IllegalArgumentException("The budget " + budget + " is negative. Allowed is zero or more."
                    + Suggestion.line(budget.negated().toString()));
        }
        return timeline.dueAfter(startInclusive, budget);
    }

    /** Open time between the two instants; zero if the end is not after the start. */
    public Duration elapsed(Instant startInclusive, Instant endExclusive) {
        return timeline.elapsed(startInclusive, endExclusive);
    }

    /** The instant itself if it is open, else the next opening. */
    public Instant nextOpen(Instant instant) {
        return timeline.nextOpen(instant);
    }

    /** Whether the instant lies in an opening window: yes at the opening edge, no at the closing edge. */
    public boolean isOpen(Instant instant) {
        return timeline.isOpen(instant);
    }

    /**
     * The business day that an instant counts to, for what is counted per day. It begins with the first opening on a
     * local date and lasts until the first opening on the next local date that opens: Friday 17:30 and Sunday both count
     * to Friday, and so does Monday before opening time. A window that crosses midnight is the day's it opens on. Around
     * the clock, a day begins at midnight.
     *
     * <p>Before the first opening ever, the day begins with the year 1; after the last, it ends at {@link #END}.
     *
     * @throws IllegalArgumentException if the instant is outside the years 1 to 9999
     */
    public BusinessPeriod businessDayOf(Instant instant) {
        Timeline.requireCovered(instant);
        return openings.dayOf(instant);
    }

    /**
     * The business week that an instant counts to, for what is counted per week. It begins with the first opening of an
     * ISO week, Monday to Sunday by the local date, and lasts until the first opening of the next ISO week that opens.
     * Business days lie in it whole.
     *
     * <p>Before the first opening ever, the week begins with the year 1; after the last, it ends at {@link #END}.
     *
     * @throws IllegalArgumentException if the instant is outside the years 1 to 9999
     */
    public BusinessPeriod businessWeekOf(Instant instant) {
        Timeline.requireCovered(instant);
        return openings.weekOf(instant);
    }

    /** The open time of a standard day. */
    public Duration businessDay() {
        return businessDay;
    }

    /**
     * The open time of {@code days} standard days.
     *
     * @throws IllegalArgumentException if the number is negative or beyond {@link TimeBudget#LONGEST}
     */
    public Duration ofBusinessDays(long days) {
        if (days < 0 || days > TimeBudget.LONGEST.toDays()) {
            throw new IllegalArgumentException("The number of business days " + days
                    + " is out of range. Allowed is 0 to " + TimeBudget.LONGEST.toDays() + "."
                    + Suggestion.line(days < 0 && days > Long.MIN_VALUE ? Long.toString(-days) : ""));
        }
        return Duration.ofSeconds(businessDay.toSeconds() * days);
    }

    /**
     * Where the time between the two instants went: open spans, weekends, holidays. Its open time is {@link #elapsed}.
     */
    public Ledger ledger(Instant startInclusive, Instant endExclusive) {
        return new LedgerWriter(zone, hours, timeline).write(startInclusive, endExclusive);
    }

    /** The time zone that the windows are wall-clock time of. */
    public ZoneId zone() {
        return zone;
    }

    /** The stated holidays in order, those with special hours included; of a country or region all of its dates. */
    public NavigableSet<LocalDate> holidays() {
        return hours.holidays();
    }

    /**
     * The calendar as text, one fact a line, always in the same order:
     *
     * <pre>{@code
     * zone Europe/Berlin
     * business day PT7H30M
     * open MON-FRI 09:00-12:30 13:00-17:00
     * holiday 2026-05-25
     * special day 2026-12-24 09:00-12:00
     * }</pre>
     */
    public String text() {
        return text;
    }

    /** The first 16 hex digits of the SHA-256 of {@link #text}: equal content, equal version. */
    public String version() {
        return version;
    }

    /** How many opening windows were laid out to give the answers so far. */
    int windowsLaidOut() {
        return timeline.windowsLaidOut();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessCalendar calendar && text.equals(calendar.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The {@link #text}. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * Collects the hours of a calendar. Each call refuses what contradicts an earlier one and prints both.
     *
     * <ul>
     *   <li>holidays and special days: none
     *   <li>business day: the open time of a weekday, if all open weekdays agree or one value is the most frequent
     * </ul>
     *
     * <p>Not thread-safe.
     */
    public static final class Builder {

        private final ZoneId zone;
        private final Draft draft = new Draft();

        private Builder(ZoneId zone) {
            this.zone = zone;
        }

        /**
         * Opens a window on this day of every week; a closing time at or before the opening time is on the next day.
         */
        public Builder open(DayOfWeek day, LocalTime from, LocalTime to) {
            return open(Set.of(day), from, to);
        }

        /** Opens the same window on several days. */
        public Builder open(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
            draft.open(days, OpeningWindow.of(from, to));
            return this;
        }

        /**
         * Opens windows as text: {@code open("MON-FRI", "09:00-12:30", "13:00-17:00")}; days may be a list "MON,WED".
         */
        public Builder open(String days, String... windows) {
            draft.open(Weekdays.parse(days), windows);
            return this;
        }

        /**
         * Removes the windows that open on this date, with what of them lies on the next. Stating it twice is no error.
         */
        public Builder holiday(LocalDate date) {
            draft.holiday(date);
            return this;
        }

        /**
         * Makes the public holidays of a country or region holidays, of the years 2000 to 2099 (why those:
         * {@link PublicHolidays}). May be called for several places and beside {@link #holiday}.
         *
         * <p>Who knows them is found on the class path: {@code lifecycle-rules} asks jollyday, where
         * {@code de.focus-shift:jollyday-core} and {@code de.focus-shift:jollyday-jaxb} are dependencies.
         *
         * @param place a country as code or English name, {@code "US"} or {@code "Germany"}, or a region of it,
         *     {@code "DE-BE"} or {@code "Germany/Berlin"}; capitals and accents do not matter
         * @throws IllegalArgumentException if nothing on the class path knows public holidays, or not of this place
         */
        public Builder holidays(String place) {
            HolidayPlaces.ofClassPath().holidays(place).forEach(draft::holiday);
            return this;
        }

        /** Replaces the week's windows on this date, also if it is a holiday. A day without windows is a holiday. */
        public Builder specialDay(LocalDate date, String... windows) {
            draft.specialDay(date, windows);
            return this;
        }

        /** States the open time of a standard day, in whole seconds, at most 48 hours. */
        public Builder businessDay(Duration openTime) {
            draft.businessDay(openTime);
            return this;
        }

        /**
         * The calendar.
         *
         * @throws IllegalArgumentException if it has no weekly window, if a special day's hours overlap those of a
         * neighbouring
         *     day, or if weekdays differ so that the business day has to be stated
         */
        public BusinessCalendar build() {
            OpeningHours hours = draft.hours();
            return new BusinessCalendar(zone, draft.businessDayOf(hours), hours);
        }
    }
}
