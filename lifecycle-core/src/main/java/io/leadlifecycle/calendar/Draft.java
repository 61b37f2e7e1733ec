package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Suggestion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Opening hours while they are collected: refuses what contradicts what was said before. */
final class Draft {

    private static final int WEEK = 7 * OpeningWindow.DAY;
    private static final Duration LONGEST_BUSINESS_DAY = Duration.ofDays(2);

    private final Map<DayOfWeek, List<OpeningWindow>> week = new EnumMap<>(DayOfWeek.class);
    private final NavigableSet<LocalDate> holidays = new TreeSet<>();
    private final NavigableMap<LocalDate, List<OpeningWindow>> specialDays = new TreeMap<>();
    private @Nullable Duration businessDay;

    void open(Collection<DayOfWeek> days, String... windows) {
        if (windows.length == 0) {
            throw new IllegalArgumentException("No opening window is given for " + names(days)
                    + ". At least one is needed." + Suggestion.line("09:00-17:00"));
        }
        for (String window : windows) {
            open(days, OpeningWindow.parse(window));
        }
    }

    void open(Collection<DayOfWeek> days, OpeningWindow window) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("The opening window " + window
                    + " is given for no day of the week. At least one is needed." + Suggestion.line("MON-FRI"));
        }
        for (DayOfWeek day : days) {
            week.forEach((other, windows) -> windows.forEach(w -> requireApart(day, window, other, w)));
            week.computeIfAbsent(day, none -> new ArrayList<>()).add(window);
        }
    }

    private static void requireApart(DayOfWeek day, OpeningWindow window, DayOfWeek other, OpeningWindow earlier) {
        int shift = (other.getValue() - day.getValue()) * OpeningWindow.DAY;
        for (int wrapped : new int[] {shift - WEEK, shift, shift + WEEK}) {
            if (window.overlaps(earlier, wrapped)) {
                throw overlap(window, Weekdays.name(day), earlier, Weekdays.name(other), wrapped);
            }
        }
    }

    void holiday(LocalDate date) {
        holidays.add(date);
    }

    void specialDay(LocalDate date, String... texts) {
        if (texts.length == 0) {
            throw new IllegalArgumentException(
                    "The special day " + date + " has no opening window. A day that stays shut is a holiday."
                            + Suggestion.line("holiday " + date));
        }
        List<OpeningWindow> windows =
                Arrays.stream(texts).map(OpeningWindow::parse).toList();
        List<OpeningWindow> earlier = specialDays.get(date);
        if (earlier != null) {
            throw new IllegalArgumentException("The special day " + date + " is stated twice, with " + earlier + " and "
                    + windows + "." + Suggestion.line(date + " " + joined(earlier) + " " + joined(windows)));
        }
        for (int i = 0; i < windows.size(); i++) {
            for (OpeningWindow before : windows.subList(0, i)) {
                if (windows.get(i).overlaps(before, 0)) {
                    throw overlap(windows.get(i), date.toString(), before, date.toString(), 0);
                }
            }
        }
        specialDays.put(date, windows);
    }

    void businessDay(Duration openTime) {
        if (openTime.isZero() || openTime.isNegative() || openTime.compareTo(LONGEST_BUSINESS_DAY) > 0) {
            throw new IllegalArgumentException(
                    "The business day " + openTime + " is not the open time of one day. Allowed is"
                            + " more than zero, at most PT48H." + Suggestion.line("PT8H"));
        }
        Duration whole = openTime.truncatedTo(ChronoUnit.SECONDS);
        if (!whole.equals(openTime)) {
            throw new IllegalArgumentException("The business day " + openTime
                    + " has a fraction of a second. Allowed are whole seconds." + Suggestion.line(whole.toString()));
        }
        if (businessDay != null) {
            throw new IllegalArgumentException("The business day is stated twice, as " + businessDay + " and "
                    + openTime + ". Allowed is one." + Suggestion.line(openTime.toString()));
        }
        businessDay = openTime;
    }

    OpeningHours hours() {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("The calendar never opens in a plain week: it has no weekly window"
                    + (specialDays.isEmpty() ? "" : ", only the special days " + specialDays.keySet())
                    + ". At least one is needed.\nMaybe open(\"MON-FRI\", \"09:00-17:00\")?");
        }
        OpeningHours hours = new OpeningHours(week, holidays, specialDays);
        for (LocalDate date : specialDays.keySet()) {
            requireApart(hours, date, date.minusDays(1));
            requireApart(hours, date.plusDays(1), date);
        }
        return hours;
    }

    private static void requireApart(OpeningHours hours, LocalDate date, LocalDate dayBefore) {
        for (OpeningWindow window : hours.on(date)) {
            for (OpeningWindow before : hours.on(dayBefore)) {
                if (window.overlaps(before, -OpeningWindow.DAY)) {
                    throw overlap(window, date.toString(), before, dayBefore.toString(), -OpeningWindow.DAY);
                }
            }
        }
    }

    private static IllegalArgumentException overlap(
            OpeningWindow window, String day, OpeningWindow other, String otherDay, int shift) {
        int free = other.closes() + shift;
        boolean isCutShort = free > window.opens() && free < window.closes() && free < OpeningWindow.DAY;
        String meant = isCutShort ? new OpeningWindow(free, window.closes()).toString() : "";
        return new IllegalArgumentException(
                "The opening window " + window + " of " + day + " overlaps " + other + " of "
                        + otherDay + ". Windows must not share time, also not with one that crosses midnight."
                        + Suggestion.line(meant));
    }

    Duration businessDayOf(OpeningHours hours) {
        return businessDay != null ? businessDay : mostFrequentDay(hours);
    }

    private static Duration mostFrequentDay(OpeningHours hours) {
        Map<Duration, List<DayOfWeek>> byOpenTime = new TreeMap<>(Collections.reverseOrder());
        hours.week().forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                Duration openTime = Duration.ofSeconds(OpeningHours.seconds(windows));
                byOpenTime.computeIfAbsent(openTime, none -> new ArrayList<>()).add(day);
            }
        });
        int most = byOpenTime.values().stream().mapToInt(List::size).max().orElse(0);
        List<Duration> candidates = byOpenTime.keySet().stream()
                .filter(openTime -> sizeOf(byOpenTime, openTime) == most)
                .toList();
        if (candidates.size() > 1) {
            List<String> shown = candidates.stream()
                    .map(openTime ->
                            DurationText.of(openTime) + " on " + names(byOpenTime.getOrDefault(openTime, List.of())))
                    .toList();
            throw new IllegalArgumentException(
                    "The business day has to be stated, since no open time is the most frequent: "
                            + String.join(", ", shown) + ".\nMaybe businessDay(" + candidates.get(0) + ")?");
        }
        return candidates.get(0);
    }

    private static int sizeOf(Map<Duration, List<DayOfWeek>> byOpenTime, Duration openTime) {
        return byOpenTime.getOrDefault(openTime, List.of()).size();
    }

    private static String names(Collection<DayOfWeek> days) {
        return String.join(" ", days.stream().map(Weekdays::name).toList());
    }

    private static String joined(List<OpeningWindow> windows) {
        return String.join(" ", windows.stream().map(OpeningWindow::toString).toList());
    }
}
