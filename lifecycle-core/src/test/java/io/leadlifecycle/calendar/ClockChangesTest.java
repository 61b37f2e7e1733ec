package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockChangesTest {

    private static BusinessCalendar everyDay(String zone, String... windows) {
        return BusinessCalendar.in(ZoneId.of(zone)).open("MON-SUN", windows).build();
    }

    private static Duration openOn(BusinessCalendar calendar, String date) {
        LocalDate day = LocalDate.parse(date);
        return calendar.elapsed(
                day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08, PT23H, an hour is skipped at two in the morning",
        "America/New_York, 2026-11-01, PT25H, an hour comes twice",
        "Europe/London, 2026-03-29, PT23H, an hour is skipped at one",
        "Europe/London, 2026-10-25, PT25H, an hour comes twice",
        "America/Sao_Paulo, 2018-11-04, PT23H, the first hour after midnight is skipped",
        "America/Sao_Paulo, 2018-02-17, PT25H, the last hour before midnight comes twice",
        "America/Sao_Paulo, 2018-02-18, PT24H, the day after begins once",
        "America/Sao_Paulo, 2019-02-16, PT25H, the last hour before midnight comes twice",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M, half an hour is skipped",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M, half an hour comes twice",
        "America/St_Johns, 2010-11-07, PT25H, a minute after midnight the clock went back into the day before",
        "Asia/Kolkata, 2026-03-29, PT24H, a zone without clock changes",
    })
    void a_whole_day_has_the_hours_it_really_has(String zone, String date, Duration open, String reason) {
        BusinessCalendar always = everyDay(zone, "00:00-24:00");
        assertThat(openOn(always, date)).as(reason).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York",
        "Europe/London",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "America/St_Johns",
    })
    void around_the_clock_no_minute_is_lost_at_midnight(String zone) {
        BusinessCalendar always = everyDay(zone, "00:00-24:00");
        Instant start = Instant.parse("2010-01-01T00:00:00Z");
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(always.elapsed(start, end)).isEqualTo(Duration.between(start, end));
        assertThat(always.dueAfter(start, Duration.between(start, end))).isEqualTo(end);
        assertThat(always.ledger(start, start.plus(Duration.ofDays(3))).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07, PT7H, the night the clock goes forward",
        "America/New_York, 2026-10-31, PT9H, the night it goes back",
        "America/New_York, 2026-10-30, PT8H, the night before",
        "Europe/London, 2026-03-28, PT7H, the night the clock goes forward",
        "Europe/London, 2026-10-24, PT9H, the night it goes back",
        "America/Sao_Paulo, 2018-11-03, PT7H, forward at midnight",
        "America/Sao_Paulo, 2018-02-17, PT9H, back at midnight",
        "America/Sao_Paulo, 2019-02-16, PT9H, and the year after",
        "Australia/Lord_Howe, 2026-10-03, PT7H30M, forward by half an hour",
        "Australia/Lord_Howe, 2026-04-04, PT8H30M, back by half an hour",
    })
    void a_night_shift_counts_the_hours_it_really_works(String zone, String evening, Duration open, String reason) {
        BusinessCalendar nights = everyDay(zone, "22:00-06:00");
        Instant noon =
                LocalDate.parse(evening).atTime(12, 0).atZone(nights.zone()).toInstant();
        Instant morning = LocalDate.parse(evening)
                .plusDays(1)
                .atTime(6, 0)
                .atZone(nights.zone())
                .toInstant();
        assertThat(nights.elapsed(noon, morning)).as(reason).isEqualTo(open);
        assertThat(nights.dueAfter(noon, open)).as(reason).isEqualTo(morning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-06T16:00:00-05:00 | PT2H  | 2026-03-09T10:00:00-04:00 | over the weekend on which the clock goes forward
            2026-10-30T16:00:00-04:00 | PT2H  | 2026-11-02T10:00:00-05:00 | over the weekend on which it goes back
            2026-03-06T09:00:00-05:00 | PT80H | 2026-03-19T17:00:00-04:00 | ten business days across the change
            """)
    void an_office_keeps_its_wall_clock_hours(
            OffsetDateTime start, Duration budget, OffsetDateTime due, String reason) {
        BusinessCalendar office = BusinessCalendar.in(ZoneId.of("America/New_York"))
                .open("MON-FRI", "09:00-17:00")
                .build();
        assertThat(office.dueAfter(start.toInstant(), budget)).as(reason).isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/London       | 2026-03-27T15:00:07Z      | 2026-03-30T11:00:07+01:00 | the clock goes forward on Sunday
            Europe/London       | 2026-10-23T15:00:07+01:00 | 2026-10-26T11:00:07Z      | the clock goes back on Sunday
            America/Sao_Paulo   | 2018-11-02T15:00:07-03:00 | 2018-11-05T11:00:07-02:00 | forward at Sunday's midnight
            America/Sao_Paulo   | 2018-02-16T15:00:07-02:00 | 2018-02-19T11:00:07-03:00 | back at Sunday's midnight
            Australia/Lord_Howe | 2026-10-02T15:00:07+10:30 | 2026-10-05T11:00:07+11:00 | forward by half an hour
            Australia/Lord_Howe | 2026-04-03T15:00:07+11:00 | 2026-04-06T11:00:07+10:30 | back by half an hour
            """)
    void four_hours_over_the_weekend_of_the_change_read_the_same_on_the_wall(
            String zone, OffsetDateTime start, OffsetDateTime due, String reason) {
        BusinessCalendar office = BusinessCalendar.in(ZoneId.of(zone))
                .open("MON-FRI", "09:00-17:00")
                .build();
        assertThat(office.dueAfter(start.toInstant(), Duration.ofHours(4)))
                .as(reason)
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-03-08T01:58:30-05:00 | 2026-03-08T03:03:30-04:00 | two o'clock is three o'clock
            America/New_York    | 2026-11-01T01:58:30-04:00 | 2026-11-01T01:03:30-05:00 | two o'clock is one o'clock again
            Europe/London       | 2026-03-29T00:58:30Z      | 2026-03-29T02:03:30+01:00 | one o'clock is two o'clock
            Europe/London       | 2026-10-25T01:58:30+01:00 | 2026-10-25T01:03:30Z      | two o'clock is one o'clock again
            America/Sao_Paulo   | 2018-11-03T23:58:30-03:00 | 2018-11-04T01:03:30-02:00 | midnight is one o'clock
            America/Sao_Paulo   | 2018-02-17T23:58:30-02:00 | 2018-02-17T23:03:30-03:00 | midnight is eleven in the evening again
            Australia/Lord_Howe | 2026-10-04T01:58:30+10:30 | 2026-10-04T02:33:30+11:00 | two o'clock is half past two
            Australia/Lord_Howe | 2026-04-05T01:58:30+11:00 | 2026-04-05T01:33:30+10:30 | two o'clock is half past one again
            """)
    void five_minutes_across_the_change_are_five_minutes(
            String zone, OffsetDateTime start, OffsetDateTime due, String reason) {
        BusinessCalendar always = everyDay(zone, "00:00-24:00");
        assertThat(always.dueAfter(start.toInstant(), Duration.ofMinutes(5)))
                .as(reason)
                .isEqualTo(due.toInstant());
        assertThat(always.elapsed(start.toInstant(), due.toInstant()))
                .as(reason)
                .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-03-07T22:00:07-05:00 | 2026-03-08T23:00:07-04:00 | the eighth hour comes the next night
            America/New_York    | 2026-10-31T22:00:07-04:00 | 2026-11-01T05:00:07-05:00 | an hour before the shift ends
            Europe/London       | 2026-03-28T22:00:07Z      | 2026-03-29T23:00:07+01:00 | the eighth hour comes the next night
            Europe/London       | 2026-10-24T22:00:07+01:00 | 2026-10-25T05:00:07Z      | an hour before the shift ends
            America/Sao_Paulo   | 2018-11-03T22:00:07-03:00 | 2018-11-04T23:00:07-02:00 | the eighth hour comes the next night
            America/Sao_Paulo   | 2018-02-17T22:00:07-02:00 | 2018-02-18T05:00:07-03:00 | an hour before the shift ends
            Australia/Lord_Howe | 2026-10-03T22:00:07+10:30 | 2026-10-04T22:30:07+11:00 | the last half hour comes the next night
            Australia/Lord_Howe | 2026-04-04T22:00:07+11:00 | 2026-04-05T05:30:07+10:30 | half an hour before the shift ends
            """)
    void eight_hours_of_a_night_shift_are_due_in_the_night_or_the_next(
            String zone, OffsetDateTime start, OffsetDateTime due, String reason) {
        assertThat(everyDay(zone, "22:00-06:00").dueAfter(start.toInstant(), Duration.ofHours(8)))
                .as(reason)
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01:00-02:30 | 2026-03-08 | PT1H30M | the closing edge is skipped and moves forward by the gap, to 03:30
            02:15-02:45 | 2026-03-08 | PT30M   | both edges are skipped: open from 03:15 to 03:45
            02:30-03:10 | 2026-03-08 | PT0S    | the opening edge moves to 03:30, past the closing edge: nothing is open
            02:30-05:00 | 2026-03-08 | PT1H30M | open from 03:30
            01:30-02:30 | 2026-11-01 | PT2H    | opens at the first 01:30 and closes an hour and a second 01:30 later
            01:00-01:30 | 2026-11-01 | PT30M   | the second 01:00 does not open again
            00:30-01:00 | 2026-11-01 | PT30M   | closes at the first 01:00
            """)
    void a_skipped_edge_moves_forward_and_a_doubled_edge_is_the_first(
            String window, String date, Duration open, String reason) {
        assertThat(openOn(everyDay("America/New_York", window), date))
                .as(reason)
                .isEqualTo(open);
    }

    @Test
    void windows_that_a_gap_pushes_over_one_another_count_once() {
        BusinessCalendar calendar = everyDay("America/New_York", "02:00-02:30", "03:00-04:00");
        assertThat(openOn(calendar, "2026-03-08")).isEqualTo(Duration.ofHours(1));
        assertThat(openOn(calendar, "2026-03-09")).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_window_that_opens_at_a_skipped_midnight_opens_an_hour_later() {
        BusinessCalendar calendar = everyDay("America/Sao_Paulo", "00:00-06:00");
        Instant evening = Instant.parse("2018-11-04T02:00:00Z");
        assertThat(calendar.nextOpen(evening)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(openOn(calendar, "2018-11-04")).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void the_hours_of_a_date_that_the_zone_skips_fall_on_the_next_and_count_once() {
        BusinessCalendar office = everyDay("Pacific/Apia", "09:00-17:00");
        Instant thursday = Instant.parse("2011-12-29T10:00:00Z");
        Instant sunday = Instant.parse("2012-01-01T10:00:00Z");
        assertThat(office.elapsed(thursday, sunday)).isEqualTo(Duration.ofHours(8 * 3));
    }

    @Test
    void a_ledger_gets_past_a_midnight_that_comes_twice() {
        BusinessCalendar office = everyDay("America/St_Johns", "09:00-17:00");
        Instant start = Instant.parse("2010-11-07T02:50:00Z");
        assertThat(office.ledger(start, start.plus(Duration.ofHours(12))).open())
                .isEqualTo(Duration.ofMinutes(140));
    }
}
