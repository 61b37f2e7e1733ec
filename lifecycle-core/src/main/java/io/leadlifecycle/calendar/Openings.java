package io.leadlifecycle.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first opening of every local date and of every ISO week, and which of them an instant lies between. A date is that
 * of the opening instant; it differs from the date whose hours are stated where clocks skip midnight or a whole date.
 *
 * <p>Immutable and thread-safe. A search passes every date without an opening once, so it is as long as the longest row
 * of holidays.
 */
final class Openings {

    private static final long FIRST_DAY = LocalDate.of(0, 12, 25).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(10_000, 1, 8).toEpochDay();

    /** Where clocks go back over midnight, a later date can open before an earlier one has passed. */
    private static final int MARGIN = 2;

    /** Weeks count from the Monday of the week of 1970-01-01. */
    private static final long FIRST_MONDAY =
            LocalDate.EPOCH.with(DayOfWeek.MONDAY).toEpochDay();

    private final ZoneId zone;
    private final OpeningHours hours;

    Openings(ZoneId zone, OpeningHours hours) {
        this.zone = zone;
        this.hours = hours;
    }

    BusinessPeriod dayOf(Instant instant) {
        long day = dateOf(instant).toEpochDay();
        return between(latest(day, FIRST_DAY, instant, this::ofDay), earliest(day, LAST_DAY, instant, this::ofDay));
    }

    BusinessPeriod weekOf(Instant instant) {
        long week = weekOf(dateOf(instant).toEpochDay());
        return between(
                latest(week, weekOf(FIRST_DAY), instant, this::ofWeek),
                earliest(week, weekOf(LAST_DAY), instant, this::ofWeek));
    }

    /** A calendar that never opened before counts from the first instant it covers, one that never will to the last. */
    private static BusinessPeriod between(@Nullable Instant start, @Nullable Instant end) {
        return new BusinessPeriod(
                start == null || start.isBefore(Timeline.FIRST) ? Timeline.FIRST : start,
                end == null ? Timeline.END : end);
    }

    /** The latest opening at or before the instant, null for none. */
    private static @Nullable Instant latest(
            long around, long first, Instant instant, LongFunction<@Nullable Instant> opening) {
        Instant latest = null;
        long stop = first;
        for (long i = around + MARGIN; i >= stop; i--) {
            Instant opens = opening.apply(i);
            if (opens == null || opens.isAfter(instant) || (latest != null && !opens.isAfter(latest))) {
                continue;
            }
            stop = latest == null ? Math.max(first, i - MARGIN) : stop;
            latest = opens;
        }
        return latest;
    }

    /** The earliest opening after the instant, null for none. */
    private static @Nullable Instant earliest(
            long around, long last, Instant instant, LongFunction<@Nullable Instant> opening) {
        Instant earliest = null;
        long stop = last;
        for (long i = around - MARGIN; i <= stop; i++) {
            Instant opens = opening.apply(i);
            if (opens == null || !opens.isAfter(instant) || (earliest != null && !opens.isBefore(earliest))) {
                continue;
            }
            stop = earliest == null ? Math.min(last, i + MARGIN) : stop;
            earliest = opens;
        }
        return earliest;
    }

    private @Nullable Instant ofWeek(long week) {
        Instant first = null;
        for (long day = mondayOf(week); day < mondayOf(week + 1); day++) {
            Instant opens = ofDay(day);
            if (opens != null && (first == null || opens.isBefore(first))) {
                first = opens;
            }
        }
        return first;
    }

    /** A date that clocks skip opens on the next one, so the windows of the day before can be this day's. */
    private @Nullable Instant ofDay(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return Stream.concat(openings(date.minusDays(1)), openings(date))
                .filter(opens -> dateOf(opens).equals(date) && opens.isBefore(Timeline.END))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The openings stated for a date; a window that a clock change empties opens nothing. */
    private Stream<Instant> openings(LocalDate date) {
        return hours.on(date).stream()
                .filter(window -> instant(date, window.opens()).isBefore(instant(date, window.closes())))
                .map(window -> instant(date, window.opens()));
    }

    private Instant instant(LocalDate date, int second) {
        return ZonedDateTime.of(date.atStartOfDay().plusSeconds(second), zone).toInstant();
    }

    private LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static long weekOf(long day) {
        return Math.floorDiv(day - FIRST_MONDAY, 7L);
    }

    private static long mondayOf(long week) {
        return FIRST_MONDAY + 7 * week;
    }
}
