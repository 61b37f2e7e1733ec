package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarTextTest {

    @Test
    void a_calendar_is_written_one_fact_a_line() {
        BusinessCalendar calendar = BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
                .open("MON-THU", "09:00-12:30", "13:00-17:00:30")
                .open("FRI", "09:00-16:30:30")
                .open("SUN", "22:00-06:00")
                .holiday(LocalDate.of(2026, 5, 25))
                .holiday(LocalDate.of(2026, 1, 1))
                .specialDay(LocalDate.of(2026, 12, 24), "09:00-12:00", "20:00-24:00")
                .build();
        assertThat(calendar.text()).isEqualTo("""
                zone Europe/Berlin
                business day PT7H30M30S
                open MON-THU 09:00-12:30 13:00-17:00:30
                open FRI 09:00-16:30:30
                open SUN 22:00-06:00
                holiday 2026-01-01
                holiday 2026-05-25
                special day 2026-12-24 09:00-12:00 20:00-24:00""");
        assertThat(BusinessCalendar.parse(calendar.text())).isEqualTo(calendar);
    }

    @Test
    void text_by_hand_may_have_another_order_blank_lines_and_no_business_day() {
        BusinessCalendar calendar = BusinessCalendar.parse("""
                zone UTC
                holiday 2026-05-25

                open SAT-MON,WED  09:00-17:00
                """);
        assertThat(calendar.text()).isEqualTo("""
                zone UTC
                business day PT8H
                open MON 09:00-17:00
                open WED 09:00-17:00
                open SAT-SUN 09:00-17:00
                holiday 2026-05-25""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            opne MON 09:00-17:00 | "opne" begins no line of a calendar. Allowed are [zone, business day, open, holiday, special day].~Maybe "open"? | a slip
            holiday | "holiday" begins no line of a calendar. Allowed are [zone, business day, open, holiday, special day].~Maybe "holiday"? | a word alone
            holiday 2026-02-30 | the date "2026-02-30" is not a date of the calendar. Allowed is year, month, day like "2026-05-25". | no such date
            holiday 2026-05-25 2026-05-26 | "holiday" has 2 values [2026-05-25, 2026-05-26]. Allowed is one.~Maybe "holiday 2026-05-25"? | one date a line
            business day 8h | the business day "8h" is not an amount of hours and minutes. Allowed is a form like "PT7H30M".~Maybe "PT8H"? | not a duration
            open MON | No opening window is given for MON. At least one is needed.~Maybe "09:00-17:00"? | no window
            zone UTC | the zone is stated twice. Allowed is one, on the first line. | a second zone
            """)
    void a_bad_line_is_named_by_its_number(String line, String message, String reason) {
        assertThatIllegalArgumentException()
                .as(reason)
                .isThrownBy(() -> BusinessCalendar.parse("zone UTC\nopen TUE 09:00-17:00\n" + line))
                .withMessage("Line 3, \"" + line + "\": " + message.replace('~', '\n'));
    }

    @Test
    void a_calendar_begins_with_its_zone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.parse("open MON 09:00-17:00"))
                .withMessage("Line 1, \"open MON 09:00-17:00\": a calendar begins with its zone.\nMaybe \"zone UTC\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.parse(""))
                .withMessage("Line 1, \"\": a calendar begins with its zone.\nMaybe \"zone UTC\"?");
    }

    @Test
    void an_unknown_zone_is_refused_with_the_one_most_like_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.parse("zone Europe/Berln"))
                .withMessage("Line 1, \"zone Europe/Berln\": the zone \"Europe/Berln\" is not a time zone like"
                        + " \"Europe/Berlin\".\nMaybe \"Europe/Berlin\"?");
    }

    @Test
    void a_line_without_end_is_refused_and_not_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.parse("zone UTC\n" + "x".repeat(5_000)))
                .withMessage("Line 2, \"" + "x".repeat(80) + "...\": it has 5000 characters. Allowed are 1000.");
    }
}
