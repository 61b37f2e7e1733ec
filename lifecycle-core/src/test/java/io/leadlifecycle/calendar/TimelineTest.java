package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {

    private static final Instant START = Instant.parse("2026-05-20T10:00:00Z");
    private static final int WINDOWS_OF_A_SHEET = 52 * 5;
    private static final Duration TEN_YEARS = Duration.ofHours(10 * 52 * 40);

    private static BusinessCalendar.Builder office(String zone) {
        return BusinessCalendar.in(ZoneId.of(zone)).open("MON-FRI", "09:00-17:00");
    }

    @Test
    void ten_years_without_clock_changes_lay_out_the_first_and_the_last_sheet_only() {
        BusinessCalendar calendar = office("Asia/Kolkata").build();
        assertThat(calendar.dueAfter(START, TEN_YEARS)).isEqualTo(START.plus(Duration.ofDays(10 * 52 * 7)));
        assertThat(calendar.windowsLaidOut()).isLessThanOrEqualTo(2 * WINDOWS_OF_A_SHEET);
    }

    @Test
    void ten_years_with_one_holiday_lay_out_its_sheet_too() {
        BusinessCalendar calendar =
                office("UTC").holiday(LocalDate.of(2030, 5, 20)).build();
        assertThat(calendar.dueAfter(START, TEN_YEARS)).isEqualTo(START.plus(Duration.ofDays(10 * 52 * 7 + 1)));
        assertThat(calendar.windowsLaidOut()).isLessThanOrEqualTo(3 * WINDOWS_OF_A_SHEET);
    }

    @Test
    void years_with_clock_changes_are_laid_out_once_and_never_again() {
        BusinessCalendar calendar = office("America/New_York").build();
        Instant morning = Instant.parse("2026-05-20T14:00:00Z");
        Instant due = calendar.dueAfter(morning, TEN_YEARS);
        int laidOut = calendar.windowsLaidOut();
        assertThat(laidOut).isLessThanOrEqualTo(11 * WINDOWS_OF_A_SHEET);
        assertThat(calendar.elapsed(morning, due)).isEqualTo(TEN_YEARS);
        assertThat(calendar.dueAfter(morning.plusSeconds(60), TEN_YEARS)).isAfter(due);
        assertThat(calendar.windowsLaidOut()).isEqualTo(laidOut);
    }

    @Test
    void elapsed_time_over_a_plain_century_lays_out_two_sheets() {
        BusinessCalendar calendar = office("UTC").build();
        Instant end = START.plus(Duration.ofDays(100 * 52 * 7));
        assertThat(calendar.elapsed(START, end)).isEqualTo(Duration.ofHours(100 * 52 * 40));
        assertThat(calendar.windowsLaidOut()).isLessThanOrEqualTo(2 * WINDOWS_OF_A_SHEET);
    }

    @Test
    void times_before_1970_and_far_ahead_are_answered_without_being_kept() {
        BusinessCalendar calendar = office("America/New_York").build();
        Instant past = Instant.parse("1950-01-02T14:00:00Z");
        Instant future = Instant.parse("2500-01-04T14:00:00Z");
        assertThat(calendar.dueAfter(past, Duration.ofHours(8))).isEqualTo(past.plus(Duration.ofHours(8)));
        assertThat(calendar.dueAfter(future, Duration.ofHours(8))).isEqualTo(future.plus(Duration.ofHours(8)));
        assertThat(calendar.windowsLaidOut()).isZero();
    }

    @Test
    void a_window_across_two_sheets_is_one_window() {
        Instant seam = Instant.ofEpochSecond(57L * Sheet.SECONDS);
        BusinessCalendar calendar = BusinessCalendar.ALWAYS_OPEN;
        Instant start = seam.minus(Duration.ofHours(1));
        assertThat(calendar.dueAfter(start, Duration.ofHours(1))).isEqualTo(seam);
        assertThat(calendar.dueAfter(start, Duration.ofHours(2))).isEqualTo(seam.plus(Duration.ofHours(1)));
        assertThat(calendar.isOpen(seam)).isTrue();
        assertThat(calendar.ledger(start, seam.plus(Duration.ofHours(1))).lines())
                .hasSize(1);
    }

    @Test
    void hours_that_holidays_remove_for_more_than_a_year_are_searched_beyond_it() {
        BusinessCalendar.Builder builder = office("UTC");
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (int day = 0; day < 800; day++) {
            builder.holiday(first.plusDays(day));
        }
        BusinessCalendar calendar = builder.build();
        Instant reopening = Instant.parse("2028-03-13T09:00:00Z");
        assertThat(calendar.nextOpen(START)).isEqualTo(reopening);
        assertThat(calendar.dueAfter(START, Duration.ofSeconds(1))).isEqualTo(reopening.plusSeconds(1));
    }

    @Test
    void the_last_hour_of_the_year_9999_can_be_used_up() {
        Instant end = Instant.parse("+10000-01-01T00:00:00Z");
        BusinessCalendar always = BusinessCalendar.ALWAYS_OPEN;
        assertThat(always.dueAfter(START, Duration.between(START, end))).isEqualTo(end);
        assertThat(always.elapsed(START, end)).isEqualTo(Duration.between(START, end));
    }
}
