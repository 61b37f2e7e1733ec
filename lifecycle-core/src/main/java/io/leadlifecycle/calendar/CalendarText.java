package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Excerpt;
import io.leadlifecycle.text.Suggestion;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** A calendar as text, one fact a line, and back. */
final class CalendarText {

    private static final int LONGEST_LINE = 1_000;
    private static final String ZONE = "zone";
    private static final String BUSINESS_DAY = "business day";
    private static final String OPEN = "open";
    private static final String HOLIDAY = "holiday";
    private static final String SPECIAL_DAY = "special day";
    private static final List<String> WORDS = List.of(ZONE, BUSINESS_DAY, OPEN, HOLIDAY, SPECIAL_DAY);

    private CalendarText() {}

    static String of(ZoneId zone, Duration businessDay, OpeningHours hours) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(ZONE + " " + zone);
        lines.add(BUSINESS_DAY + " " + businessDay);
        addWeek(lines, hours);
        hours.holidays().forEach(date -> lines.add(HOLIDAY + " " + date));
        hours.specialDays().forEach((date, windows) -> lines.add(SPECIAL_DAY + " " + date + joined(windows)));
        return lines.toString();
    }

    /** Neighbouring days with the same windows share a line. */
    private static void addWeek(StringJoiner lines, OpeningHours hours) {
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean isLast = day == DayOfWeek.SUNDAY;
            if (!isLast && hours.on(day).equals(hours.on(day.plus(1)))) {
                continue;
            }
            if (!hours.on(day).isEmpty()) {
                lines.add(OPEN + " " + Weekdays.range(first, day) + joined(hours.on(day)));
            }
            first = day.plus(1);
        }
    }

    private static String joined(List<OpeningWindow> windows) {
        StringBuilder text = new StringBuilder();
        windows.forEach(window -> text.append(' ').append(window));
        return text.toString();
    }

    static BusinessCalendar parse(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE) {
                throw new IllegalArgumentException("Line " + (i + 1) + ", \"" + Excerpt.of(lines.get(i)) + "\": it has "
                        + lines.get(i).length() + " characters. Allowed are " + LONGEST_LINE + ".");
            }
        }
        BusinessCalendar.Builder builder = BusinessCalendar.in(zone(lines.isEmpty() ? "" : lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            try {
                add(builder, line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (i + 1) + ", \"" + line + "\": " + e.getMessage(), e);
            }
        }
        return builder.build();
    }

    private static ZoneId zone(String line) {
        if (!line.startsWith(ZONE + " ")) {
            throw new IllegalArgumentException("Line 1, \"" + line + "\": a calendar begins with its zone."
                    + Suggestion.line(ZONE + " " + ZoneId.of("UTC")));
        }
        String id = line.substring(ZONE.length()).strip();
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Line 1, \"" + line + "\": the zone \"" + id + "\" is not a time zone like \"Europe/Berlin\"."
                            + Suggestion.nearestLine(id, ZoneId.getAvailableZoneIds()),
                    e);
        }
    }

    private static void add(BusinessCalendar.Builder builder, String line) {
        String word = WORDS.stream()
                .filter(known -> line.startsWith(known + " "))
                .findFirst()
                .orElseThrow(() -> unknown(line));
        List<String> rest = Arrays.asList(line.substring(word.length()).strip().split(" +", -1));
        String first = rest.get(0);
        String[] others = rest.subList(1, rest.size()).toArray(String[]::new);
        switch (word) {
            case BUSINESS_DAY -> builder.businessDay(duration(single(word, rest)));
            case OPEN -> builder.open(first, others);
            case HOLIDAY -> builder.holiday(date(single(word, rest)));
            case SPECIAL_DAY -> builder.specialDay(date(first), others);
            default ->
                throw new IllegalArgumentException("the zone is stated twice. Allowed is one, on the first line.");
        }
    }

    private static IllegalArgumentException unknown(String line) {
        List<String> known = new ArrayList<>(WORDS);
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        return new IllegalArgumentException("\"" + word + "\" begins no line of a calendar. Allowed are " + known + "."
                + Suggestion.nearestLine(word, known));
    }

    private static String single(String word, List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("\"" + word + "\" has " + values.size() + " values " + values
                    + ". Allowed is one." + Suggestion.line(word + " " + values.get(0)));
        }
        return values.get(0);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the date \"" + text + "\" is not a date of the calendar. Allowed is year, month, day like"
                            + " \"2026-05-25\".",
                    e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the business day \"" + text + "\" is not an amount of hours and minutes. Allowed is a form like"
                            + " \"PT7H30M\"."
                            + Suggestion.line("PT8H"),
                    e);
        }
    }
}
