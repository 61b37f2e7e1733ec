package io.leadlifecycle.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which windows open on which date. A special day's windows replace the week's, also on a holiday; a holiday has none.
 *
 * @param week the windows of every day of the week, in order; an empty list where it never opens
 */
record OpeningHours(
        Map<DayOfWeek, List<OpeningWindow>> week,
        NavigableSet<LocalDate> holidays,
        NavigableMap<LocalDate, List<OpeningWindow>> specialDays) {

    OpeningHours {
        Map<DayOfWeek, List<OpeningWindow>> everyDay = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            everyDay.put(day, sorted(week.getOrDefault(day, List.of())));
        }
        NavigableMap<LocalDate, List<OpeningWindow>> sortedDays = new TreeMap<>();
        specialDays.forEach((date, windows) -> sortedDays.put(date, sorted(windows)));
        week = Collections.unmodifiableMap(everyDay);
        holidays = Collections.unmodifiableNavigableSet(new TreeSet<>(holidays));
        specialDays = Collections.unmodifiableNavigableMap(sortedDays);
    }

    private static List<OpeningWindow> sorted(List<OpeningWindow> windows) {
        return windows.stream().sorted().toList();
    }

    List<OpeningWindow> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    List<OpeningWindow> on(LocalDate date) {
        List<OpeningWindow> special = specialDays.get(date);
        if (special != null) {
            return special;
        }
        return holidays.contains(date) ? List.of() : on(date.getDayOfWeek());
    }

    /** Whether a holiday shuts a day that the week would have opened. */
    boolean isShutByHoliday(LocalDate date) {
        return holidays.contains(date)
                && !specialDays.containsKey(date)
                && !on(date.getDayOfWeek()).isEmpty();
    }

    /** Whether the plain week holds on every date of the range, both ends included. */
    boolean isPlain(LocalDate first, LocalDate last) {
        LocalDate holiday = holidays.ceiling(first);
        LocalDate special = specialDays.ceilingKey(first);
        return (holiday == null || holiday.isAfter(last)) && (special == null || special.isAfter(last));
    }

    static long seconds(List<OpeningWindow> windows) {
        return windows.stream().mapToLong(OpeningWindow::seconds).sum();
    }

    long secondsOfWeek() {
        return week.values().stream().mapToLong(OpeningHours::seconds).sum();
    }
}
