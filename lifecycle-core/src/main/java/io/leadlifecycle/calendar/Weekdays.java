package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Suggestion;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Days of the week as text: "MON", "MON-FRI", "SAT-MON", "MON,WED,FRI". */
final class Weekdays {

    private static final List<String> NAMES =
            Arrays.stream(DayOfWeek.values()).map(Weekdays::name).toList();

    private Weekdays() {}

    static String name(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    static Set<DayOfWeek> parse(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            DayOfWeek first = day(dash < 0 ? part : part.substring(0, dash), text);
            DayOfWeek last = dash < 0 ? first : day(part.substring(dash + 1), text);
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String name, String text) {
        int at = NAMES.indexOf(name.strip());
        if (at < 0) {
            throw new IllegalArgumentException("The day \"" + name.strip() + "\" of \"" + text + "\" is not one of "
                    + NAMES + ". Allowed are one day, a range \"MON-FRI\" and a list \"MON,WED\"."
                    + meant(name.strip()));
        }
        return DayOfWeek.of(at + 1);
    }

    private static String meant(String name) {
        String start = name.length() < 3 ? name : name.substring(0, 3);
        return Suggestion.nearestLine(start, NAMES);
    }

    /** The text that {@link #parse} reads, for days from first to last. */
    static String range(DayOfWeek first, DayOfWeek last) {
        return first == last ? name(first) : name(first) + "-" + name(last);
    }
}
