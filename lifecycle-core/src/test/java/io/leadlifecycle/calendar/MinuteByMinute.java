package io.leadlifecycle.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar counted the slow way, from its text: every minute of eight weeks is open or not, edges by {@link
 * ZonedDateTime} alone. Shares no code with what it checks.
 */
final class MinuteByMinute {

    private static final int MINUTES = 8 * 7 * 24 * 60;

    private final BitSet open = new BitSet(MINUTES);
    private final Instant start;
    private final Map<DayOfWeek, List<String>> week = new HashMap<>();
    private final Map<LocalDate, List<String>> specialDays = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();

    MinuteByMinute(BusinessCalendar calendar, Instant start) {
        this.start = start;
        calendar.text().lines().map(line -> Arrays.asList(line.split(" ", -1))).forEach(this::read);
        LocalDate first = start.atZone(calendar.zone()).toLocalDate().minusDays(4);
        for (int i = 0; i < MINUTES / (24 * 60) + 8; i++) {
            LocalDate date = first.plusDays(i);
            for (String window : windowsOn(date)) {
                LocalTime from = LocalTime.parse(window.substring(0, 5));
                boolean isWholeDay = window.endsWith("24:00");
                LocalTime to = isWholeDay ? LocalTime.MIDNIGHT : LocalTime.parse(window.substring(6));
                LocalDate endDate = isWholeDay || !to.isAfter(from) ? date.plusDays(1) : date;
                mark(ZonedDateTime.of(date, from, calendar.zone()), ZonedDateTime.of(endDate, to, calendar.zone()));
            }
        }
    }

    private void read(List<String> words) {
        switch (words.get(0)) {
            case "holiday" -> holidays.add(LocalDate.parse(words.get(1)));
            case "special" -> specialDays.put(LocalDate.parse(words.get(2)), words.subList(3, words.size()));
            case "open" -> {
                List<String> names = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
                int first = names.indexOf(words.get(1).substring(0, 3));
                int last = names.indexOf(words.get(1).substring(words.get(1).length() - 3));
                for (int day = first; day <= last; day++) {
                    week.put(DayOfWeek.of(day + 1), words.subList(2, words.size()));
                }
            }
            default -> {}
        }
    }

    private List<String> windowsOn(LocalDate date) {
        if (specialDays.containsKey(date)) {
            return specialDays.get(date);
        }
        return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private void mark(ZonedDateTime from, ZonedDateTime to) {
        int first = Math.max(0, minuteOf(from.toInstant()));
        int last = Math.min(MINUTES, minuteOf(to.toInstant()));
        if (first < last) {
            open.set(first, last);
        }
    }

    private int minuteOf(Instant instant) {
        return (int) start.until(instant, ChronoUnit.MINUTES);
    }

    boolean isOpen(int minute) {
        return open.get(minute);
    }

    Duration elapsed(int fromMinute, int toMinute) {
        return Duration.ofMinutes(open.get(fromMinute, toMinute).cardinality());
    }

    /** The instants at which the budget of 0, 1, 2 ... open minutes from the start is used up. */
    List<Instant> dueInstants() {
        List<Instant> due = new ArrayList<>(List.of(start));
        for (int minute = 0; minute < MINUTES; minute++) {
            if (open.get(minute)) {
                due.add(start.plus(Duration.ofMinutes(minute + 1L)));
            }
        }
        return due;
    }
}
