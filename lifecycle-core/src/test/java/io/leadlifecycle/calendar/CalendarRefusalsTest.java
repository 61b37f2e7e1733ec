package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarRefusalsTest {

    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final String WINDOWS_ALLOWED = " Allowed: \"09:00-17:00\", \"00:00-24:00\" for the whole day, or"
            + " \"22:00-06:00\" which ends on the next day; edges are whole seconds.";

    private static BusinessCalendar.Builder calendar() {
        return BusinessCalendar.in(ZoneId.of("Europe/Berlin"));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9-17           | 09:00-17:00 | hours alone
            9:00-17:00     | 09:00-17:00 | a missing zero
            09:00 - 17:00  | 09:00-17:00 | spaces
            09:00–17:00    | 09:00-17:00 | a printer's dash
            0900-1730      | 09:00-17:30 | no colon
            9am to 5pm     | 09:00-17:00 | American hours
            12pm-12am      | 12:00-00:00 | noon to midnight
            9.30-17h30     | 09:30-17:30 | European hours
            """)
    void a_window_in_other_words_is_refused_with_the_right_words(String text, String meant, String reason) {
        assertRefused(
                () -> calendar().open("MON", text),
                "The opening window \"" + text + "\" is none." + WINDOWS_ALLOWED + "\nMaybe \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "nine to five, words",
        "09:00, one edge",
        "09:00-25:00, no such hour",
        "24:00-08:00, 24:00 only closes",
        "09:60-17:00, no such minute",
        "09:00-12:00-17:00, three edges",
        "'', nothing",
    })
    void a_window_that_is_none_is_refused(String text, String reason) {
        assertRefused(
                () -> calendar().open("MON", text), "The opening window \"" + text + "\" is none." + WINDOWS_ALLOWED);
    }

    @Test
    void equal_open_and_close_is_refused() {
        String message = " opens and closes at the same time." + WINDOWS_ALLOWED + "\nMaybe \"00:00-24:00\"?";
        assertRefused(() -> calendar().open("MON", "09:00-09:00"), "The opening window \"09:00-09:00\"" + message);
        assertRefused(
                () -> calendar().open(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                "The opening window \"00:00-00:00\"" + message);
    }

    @Test
    void an_edge_with_a_fraction_of_a_second_is_refused() {
        assertRefused(
                () -> calendar().open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.MAX),
                "The edge 23:59:59.999999999 of the opening window 09:00-23:59:59.999999999 has a fraction of a second."
                        + WINDOWS_ALLOWED + "\nMaybe \"09:00-24:00\"?");
        assertRefused(
                () -> calendar().open(DayOfWeek.MONDAY, LocalTime.parse("09:00:00.5"), LocalTime.NOON),
                "The edge 09:00:00.500 of the opening window 09:00:00.500-12:00 has a fraction of a second."
                        + WINDOWS_ALLOWED + "\nMaybe \"09:00-12:00\"?");
    }

    @Test
    void overlapping_windows_of_a_day_are_refused() {
        assertRefused(
                () -> calendar().open("MON", "09:00-13:00", "12:00-17:00"),
                "The opening window 12:00-17:00 of MON overlaps 09:00-13:00 of MON. Windows must not share time, also not"
                        + " with one that crosses midnight.\nMaybe \"13:00-17:00\"?");
        assertRefused(
                () -> calendar().open("MON-FRI", "09:00-17:00").open("WED", "09:00-17:00"),
                "The opening window 09:00-17:00 of WED overlaps 09:00-17:00 of WED. Windows must not share time, also not"
                        + " with one that crosses midnight.");
    }

    @Test
    void an_overnight_window_that_overlaps_the_next_days_is_refused() {
        assertRefused(
                () -> calendar().open("MON", "22:00-06:00").open("TUE", "05:00-09:00"),
                "The opening window 05:00-09:00 of TUE overlaps 22:00-06:00 of MON. Windows must not share time, also not"
                        + " with one that crosses midnight.\nMaybe \"06:00-09:00\"?");
        assertRefused(
                () -> calendar().open("MON", "05:00-09:00").open("SUN", "22:00-06:00"),
                "The opening window 22:00-06:00 of SUN overlaps 05:00-09:00 of MON. Windows must not share time, also not"
                        + " with one that crosses midnight.");
    }

    @Test
    void a_special_day_that_overlaps_its_neighbours_is_refused() {
        assertRefused(
                () -> calendar()
                        .open("MON-FRI", "22:00-06:00")
                        .specialDay(CHRISTMAS_EVE, "05:00-12:00")
                        .build(),
                "The opening window 05:00-12:00 of 2026-12-24 overlaps 22:00-06:00 of 2026-12-23. Windows must not share"
                        + " time, also not with one that crosses midnight.\nMaybe \"06:00-12:00\"?");
        assertRefused(
                () -> calendar()
                        .open("MON-FRI", "05:00-12:00")
                        .specialDay(CHRISTMAS_EVE, "22:00-06:00")
                        .build(),
                "The opening window 05:00-12:00 of 2026-12-25 overlaps 22:00-06:00 of 2026-12-24. Windows must not share"
                        + " time, also not with one that crosses midnight.\nMaybe \"06:00-12:00\"?");
    }

    @Test
    void a_special_day_with_overlapping_windows_is_refused() {
        assertRefused(
                () -> calendar().specialDay(CHRISTMAS_EVE, "09:00-12:00", "11:00-13:00"),
                "The opening window 11:00-13:00 of 2026-12-24 overlaps 09:00-12:00 of 2026-12-24. Windows must not share"
                        + " time, also not with one that crosses midnight.\nMaybe \"12:00-13:00\"?");
    }

    @Test
    void a_special_day_without_windows_is_refused() {
        assertRefused(
                () -> calendar().specialDay(CHRISTMAS_EVE),
                "The special day 2026-12-24 has no opening window. A day that stays shut is a holiday.\n"
                        + "Maybe \"holiday 2026-12-24\"?");
    }

    @Test
    void a_special_day_stated_twice_is_refused() {
        assertRefused(
                () -> calendar().specialDay(CHRISTMAS_EVE, "09:00-12:00").specialDay(CHRISTMAS_EVE, "13:00-14:00"),
                "The special day 2026-12-24 is stated twice, with [09:00-12:00] and [13:00-14:00].\n"
                        + "Maybe \"2026-12-24 09:00-12:00 13:00-14:00\"?");
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertRefused(
                () -> calendar().build(),
                "The calendar never opens in a plain week: it has no weekly window. At least one is needed.\n"
                        + "Maybe open(\"MON-FRI\", \"09:00-17:00\")?");
        assertRefused(
                () -> calendar().specialDay(CHRISTMAS_EVE, "09:00-12:00").build(),
                "The calendar never opens in a plain week: it has no weekly window, only the special days [2026-12-24]. At"
                        + " least one is needed.\nMaybe open(\"MON-FRI\", \"09:00-17:00\")?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mo-Fr       | Mo     | MON | a short name
            Monday      | Monday | MON | the whole name
            MON-FRY     | FRY    | FRI | a slip
            tue         | tue    | TUE | small letters
            MON,WEN     | WEN    | WED | a slip in a list
            """)
    void an_unknown_day_is_refused(String days, String day, String meant, String reason) {
        assertRefused(
                () -> calendar().open(days, "09:00-17:00"),
                "The day \"" + day + "\" of \"" + days
                        + "\" is not one of [MON, TUE, WED, THU, FRI, SAT, SUN]. Allowed are"
                        + " one day, a range \"MON-FRI\" and a list \"MON,WED\".\nMaybe \"" + meant + "\"?");
    }

    @Test
    void days_without_windows_and_windows_without_days_are_refused() {
        assertRefused(
                () -> calendar().open("MON,TUE"),
                "No opening window is given for MON TUE. At least one is needed.\nMaybe \"09:00-17:00\"?");
        assertRefused(
                () -> calendar().open(Set.of(), LocalTime.of(9, 0), LocalTime.NOON),
                "The opening window 09:00-12:00 is given for no day of the week. At least one is needed.\n"
                        + "Maybe \"MON-FRI\"?");
    }

    @Test
    void an_ambiguous_business_day_is_refused() {
        assertRefused(
                () -> calendar()
                        .open("MON,TUE", "09:00-17:00")
                        .open("WED,THU", "09:00-13:30")
                        .open("FRI", "09:00-12:00")
                        .build(),
                "The business day has to be stated, since no open time is the most frequent: 8 h on MON TUE, 4 h 30 min on"
                        + " WED THU.\nMaybe businessDay(PT8H)?");
    }

    @Test
    void a_business_day_that_is_none_is_refused() {
        String allowed = " is not the open time of one day. Allowed is more than zero, at most PT48H.\nMaybe \"PT8H\"?";
        assertRefused(() -> calendar().businessDay(Duration.ZERO), "The business day PT0S" + allowed);
        assertRefused(() -> calendar().businessDay(Duration.ofHours(-8)), "The business day PT-8H" + allowed);
        assertRefused(() -> calendar().businessDay(Duration.ofDays(8)), "The business day PT192H" + allowed);
        assertRefused(
                () -> calendar().businessDay(Duration.parse("PT8H0.5S")),
                "The business day PT8H0.5S has a fraction of a second. Allowed are whole seconds.\nMaybe \"PT8H\"?");
        assertRefused(
                () -> calendar().businessDay(Duration.ofHours(8)).businessDay(Duration.ofHours(7)),
                "The business day is stated twice, as PT8H and PT7H. Allowed is one.\nMaybe \"PT7H\"?");
    }

    @Test
    void a_negative_budget_is_refused() {
        Instant start = Instant.parse("2026-05-20T10:00:00Z");
        assertRefused(
                () -> BusinessCalendar.STANDARD.dueAfter(start, Duration.ofHours(-4)),
                "The budget PT-4H is negative. Allowed is zero or more.\nMaybe \"PT4H\"?");
        assertRefused(
                () -> BusinessCalendar.STANDARD.ofBusinessDays(-2),
                "The number of business days -2 is out of range. Allowed is 0 to 3652500.\nMaybe \"2\"?");
        assertRefused(
                () -> BusinessCalendar.STANDARD.ofBusinessDays(Long.MAX_VALUE),
                "The number of business days 9223372036854775807 is out of range. Allowed is 0 to 3652500.");
    }

    @Test
    void what_lies_outside_the_years_1_to_9999_is_refused() {
        BusinessCalendar standard = BusinessCalendar.STANDARD;
        String covered = " in the years 1 to 9999 that a business calendar covers.";
        assertRefused(
                () -> standard.isOpen(Instant.MAX),
                "The instant +1000000000-12-31T23:59:59.999999999Z is outside the years 1 to 9999 that a business calendar"
                        + " covers.");
        Instant lastWindow = Instant.parse("9999-12-31T10:00:00Z");
        assertRefused(
                () -> BusinessCalendar.ALWAYS_OPEN.dueAfter(lastWindow, Duration.ofHours(15)),
                "A budget of 15 h from 9999-12-31T10:00:00Z is not used up" + covered);
        Instant start = Instant.parse("2026-05-20T10:00:00Z");
        assertRefused(
                () -> standard.dueAfter(start, Duration.ofHours(20_000_000)),
                "A budget of 20000000 h from 2026-05-20T10:00:00Z is not used up" + covered);
        assertRefused(
                () -> standard.dueAfter(start, Duration.ofSeconds(Long.MAX_VALUE)),
                "A budget of 2562047788015215 h 30 min 7 s from 2026-05-20T10:00:00Z is not used up" + covered);
        assertRefused(
                () -> standard.nextOpen(Instant.parse("9999-12-31T23:00:00Z")),
                "The calendar does not open after 9999-12-31T23:00:00Z" + covered);
    }
}
