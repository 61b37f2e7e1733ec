package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Whit Monday, 25 May 2026, is a holiday; 3 October 2026 is a Saturday. */
    private static final BusinessCalendar OFFICE = BusinessCalendar.in(BERLIN)
            .open("MON-FRI", "09:00-17:00")
            .holiday(LocalDate.of(2026, 5, 25))
            .holiday(LocalDate.of(2026, 10, 3))
            .build();

    private static final BusinessCalendar LUNCH = BusinessCalendar.in(BERLIN)
            .open("MON-FRI", "09:00-12:30", "13:00-17:00")
            .build();

    private static final BusinessCalendar NIGHT_SHIFT = BusinessCalendar.in(BERLIN)
            .open("MON-FRI", "22:00-06:00")
            .holiday(LocalDate.of(2026, 5, 26))
            .build();

    private static final BusinessCalendar SPECIAL = BusinessCalendar.in(BERLIN)
            .open("MON-FRI", "09:00-17:00")
            .holiday(LocalDate.of(2026, 12, 24))
            .holiday(LocalDate.of(2026, 12, 25))
            .specialDay(LocalDate.of(2026, 12, 24), "10:00-12:00")
            .specialDay(LocalDate.of(2026, 12, 26), "10:00-11:00", "15:00-16:00")
            .build();

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static void assertDue(BusinessCalendar calendar, String start, Duration budget, String due, String reason) {
        assertThat(calendar.dueAfter(berlin(start), budget).atZone(BERLIN).toLocalDateTime())
                .as(reason)
                .isEqualTo(LocalDateTime.parse(due));
        assertThat(calendar.elapsed(berlin(start), berlin(due))).as(reason).isEqualTo(budget);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-20T10:00:00 | PT4H     | 2026-05-20T14:00:00 | inside the hours of a Wednesday
            2026-05-20T10:00:07 | PT5M     | 2026-05-20T10:05:07 | to the second
            2026-05-20T09:00:00 | PT8H     | 2026-05-20T17:00:00 | used up exactly at closing time: due at closing time
            2026-05-20T09:00:00 | PT8H1S   | 2026-05-21T09:00:01 | a second more is due on the next day
            2026-05-20T17:00:00 | PT1S     | 2026-05-21T09:00:01 | closing time itself is closed
            2026-05-20T07:30:00 | PT1H     | 2026-05-20T10:00:00 | before hours nothing counts
            2026-05-20T23:30:00 | PT1H     | 2026-05-21T10:00:00 | after hours nothing counts
            2026-05-15T16:58:00 | PT5M     | 2026-05-18T09:03:00 | two minutes before the weekend, three after it
            2026-05-16T12:00:00 | PT4H     | 2026-05-18T13:00:00 | a lead of Saturday waits for Monday
            2026-05-22T15:00:00 | PT4H     | 2026-05-26T11:00:00 | weekend and holiday lie between
            2026-05-25T10:00:00 | PT1H     | 2026-05-26T10:00:00 | a holiday has no hours
            2026-10-02T16:00:00 | PT2H     | 2026-10-05T10:00:00 | a holiday on a Saturday takes nothing
            2026-05-21T11:00:00 | PT16H    | 2026-05-26T11:00:00 | two business days from Thursday, over a holiday Monday
            2026-05-14T11:00:00 | PT16H    | 2026-05-18T11:00:00 | two business days from Thursday 11:00 end on Monday 11:00
            2026-05-20T10:00:00 | PT0.001S | 2026-05-20T10:00:00.001 | a millisecond is a budget too
            2026-05-20T16:59:59.999 | PT0.002S | 2026-05-21T09:00:00.001 | a millisecond on each side of the night
            2026-05-20T20:00:00.999 | PT1S | 2026-05-21T09:00:01 | the fraction of a closed second does not count
            """)
    void an_office_counts_its_hours(String start, Duration budget, String due, String reason) {
        assertDue(OFFICE, start, budget, due, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-20T12:00:00 | PT30M | 2026-05-20T12:30:00 | used up when the break begins: due then
            2026-05-20T12:00:00 | PT31M | 2026-05-20T13:01:00 | the break does not count
            2026-05-20T12:45:00 | PT10M | 2026-05-20T13:10:00 | begun in the break
            2026-05-20T12:00:00 | PT15H | 2026-05-22T12:00:00 | two days of seven and a half hours
            """)
    void a_lunch_break_does_not_count(String start, Duration budget, String due, String reason) {
        assertDue(LUNCH, start, budget, due, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-18T23:00:00 | PT2H | 2026-05-19T01:00:00 | across midnight
            2026-05-18T23:00:00 | PT7H | 2026-05-19T06:00:00 | to the morning's closing time
            2026-05-22T23:00:00 | PT8H | 2026-05-25T23:00:00 | Friday's window reaches into Saturday, Monday's comes next
            2026-05-25T23:00:00 | PT8H | 2026-05-27T23:00:00 | the holiday of the 26th has no shift, also not on the 27th
            2026-05-26T02:00:00 | PT4H | 2026-05-26T06:00:00 | the shift of the day before a holiday ends in full
            2026-05-27T02:00:00 | PT1H | 2026-05-27T23:00:00 | the rest of a removed shift is closed
            """)
    void an_overnight_window_belongs_to_the_day_it_opens_on(String start, Duration budget, String due, String reason) {
        assertDue(NIGHT_SHIFT, start, budget, due, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24T09:00:00 | PT1H | 2026-12-24T11:00:00 | special hours replace the week's, also on a holiday
            2026-12-24T09:00:00 | PT3H | 2026-12-26T11:00:00 | the 25th is a holiday, the 26th a Saturday with hours
            2026-12-26T10:30:00 | PT1H | 2026-12-26T15:30:00 | a special day may have a break
            2026-12-26T15:30:00 | PT1H | 2026-12-28T09:30:00 | the week goes on as ever
            """)
    void a_special_days_hours_replace_the_weeks(String start, Duration budget, String due, String reason) {
        assertDue(SPECIAL, start, budget, due, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20T10:00:00, inside hours",
        "2026-05-20T17:00:00, at closing time",
        "2026-05-23T12:00:00, at the weekend",
        "2026-05-25T12:00:00, on a holiday",
    })
    void a_zero_budget_is_due_at_the_start_itself(String start, String reason) {
        assertDue(OFFICE, start, Duration.ZERO, start, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20T08:59:59, 2026-05-20T09:00:00, a second before opening",
        "2026-05-20T09:00:00, 2026-05-20T09:00:00, at the opening edge it is open",
        "2026-05-20T16:59:59.999, 2026-05-20T16:59:59.999, a millisecond before closing it is open",
        "2026-05-20T17:00:00, 2026-05-21T09:00:00, at the closing edge it is closed",
        "2026-05-22T17:00:00, 2026-05-26T09:00:00, over a weekend and a holiday",
    })
    void windows_are_half_open(String instant, String nextOpen, String reason) {
        assertThat(OFFICE.nextOpen(berlin(instant))).as(reason).isEqualTo(berlin(nextOpen));
        assertThat(OFFICE.isOpen(berlin(instant))).as(reason).isEqualTo(instant.equals(nextOpen));
    }

    @Test
    void elapsed_time_is_zero_when_the_end_is_not_after_the_start() {
        Instant ten = berlin("2026-05-20T10:00:00");
        assertThat(OFFICE.elapsed(ten, ten)).isZero();
        assertThat(OFFICE.elapsed(ten, ten.minusSeconds(60))).isZero();
    }

    @Test
    void the_standard_calendar_is_monday_to_friday_nine_to_five_in_utc() {
        assertThat(BusinessCalendar.STANDARD.text()).isEqualTo("""
                zone UTC
                business day PT8H
                open MON-FRI 09:00-17:00""");
        assertThat(BusinessCalendar.STANDARD.businessDay()).isEqualTo(Duration.ofHours(8));
        assertThat(BusinessCalendar.STANDARD.ofBusinessDays(3)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void the_always_open_calendar_never_closes() {
        Instant start = Instant.parse("2026-05-22T23:59:59.999Z");
        assertThat(BusinessCalendar.ALWAYS_OPEN.dueAfter(start, Duration.ofDays(30)))
                .isEqualTo(start.plus(Duration.ofDays(30)));
        assertThat(BusinessCalendar.ALWAYS_OPEN.businessDay()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open MON-FRI 09:00-17:00                               | PT8H    | all open days agree
            open MON-FRI 09:00-17:00;open SAT 10:00-12:00          | PT8H    | the most frequent counts
            open MON-THU 08:00-12:00 13:00-17:30;open FRI 08:00-13:00 | PT8H30M | breaks are left out
            open MON-FRI 22:00-06:00                               | PT8H    | an overnight window counts whole
            open MON-FRI 09:00-17:00;business day PT7H30M          | PT7H30M | what is stated counts
            open MON 09:00-17:00;open TUE 09:00-13:00;business day PT4H | PT4H | a draw is decided by stating it
            """)
    void the_business_day_is_stated_or_the_most_frequent_one(String lines, Duration businessDay, String reason) {
        BusinessCalendar calendar = BusinessCalendar.parse("zone UTC\n" + lines.replace(';', '\n'));
        assertThat(calendar.businessDay()).as(reason).isEqualTo(businessDay);
    }

    @Test
    void calendars_with_equal_content_are_equal_in_whatever_order_it_was_stated() {
        LocalDate whitMonday = LocalDate.of(2026, 5, 25);
        BusinessCalendar one = BusinessCalendar.in(BERLIN)
                .open("MON-FRI", "13:00-17:00", "09:00-12:00")
                .holiday(whitMonday)
                .holiday(LocalDate.of(2026, 1, 1))
                .specialDay(LocalDate.of(2026, 12, 24), "15:00-16:00", "09:00-12:00")
                .build();
        BusinessCalendar other = BusinessCalendar.in(BERLIN)
                .businessDay(Duration.ofHours(7))
                .specialDay(LocalDate.of(2026, 12, 24), "09:00-12:00", "15:00-16:00")
                .holiday(LocalDate.of(2026, 1, 1))
                .holiday(whitMonday)
                .holiday(whitMonday)
                .open(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.NOON)
                .open(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), LocalTime.of(13, 0), LocalTime.of(17, 0))
                .open(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON)
                .open(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(17, 0))
                .build();
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.text());
        assertThat(other.version()).isEqualTo(one.version()).matches("[0-9a-f]{16}");
        assertThat(one.holidays()).containsExactly(LocalDate.of(2026, 1, 1), whitMonday);
        assertThat(one.zone()).isEqualTo(BERLIN);
    }

    @Test
    void a_changed_calendar_has_another_version() {
        assertThat(OFFICE.version()).isNotEqualTo(LUNCH.version());
        assertThat(OFFICE).isNotEqualTo(LUNCH);
    }

    @Test
    void the_version_of_the_standard_calendar_never_changes() {
        assertThat(BusinessCalendar.STANDARD.version()).isEqualTo("3ba516036cfce747");
    }

    @Test
    void a_window_that_closes_at_midnight_is_the_same_however_it_is_written() {
        BusinessCalendar one =
                BusinessCalendar.in(BERLIN).open("MON", "18:00-24:00").build();
        BusinessCalendar other = BusinessCalendar.in(BERLIN)
                .open(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.MIDNIGHT)
                .build();
        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_built_calendar_does_not_change_with_its_builder() {
        BusinessCalendar.Builder builder = BusinessCalendar.in(BERLIN).open("MON", "09:00-17:00");
        BusinessCalendar built = builder.build();
        builder.holiday(LocalDate.of(2026, 5, 18)).open("MON", "18:00-19:00");
        assertThat(built.text()).doesNotContain("holiday", "18:00");
        assertThat(built.isOpen(berlin("2026-05-18T10:00:00"))).isTrue();
    }
}
