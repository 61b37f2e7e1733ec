package io.leadlifecycle.model;

import static io.leadlifecycle.model.Teams.VERSIONS;
import static io.leadlifecycle.model.Teams.at;
import static io.leadlifecycle.model.Teams.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples to the second, in the team's wall-clock time; 1 June 2026 is a Monday, 25 May a bank holiday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockTablesTest {
    private static final List<Integer> PERCENTS = List.of(50, 80, 100, 200, 600);

    private static Clock started(BusinessCalendar team, TimeBudget target, Instant start) {
        return Teams.started(team, target, start, PERCENTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London          | 5 business minutes | 2026-05-22T16:58:00 | 2026-05-26T09:03:00 | two minutes before the weekend, three after the holiday
            London          | 4 business hours   | 2026-05-22T15:00:07 | 2026-05-26T11:00:07 | weekend and holiday lie between
            London          | 2 business days    | 2026-06-04T11:00:07 | 2026-06-08T11:00:07 | Thursday to Monday
            London          | 4 hours            | 2026-05-22T23:00:00 | 2026-05-23T03:00:00 | wall time counts at the weekend
            London lunch    | 4 business hours   | 2026-06-01T11:00:00 | 2026-06-01T15:30:00 | half an hour of lunch
            London lunch    | 5 business minutes | 2026-06-01T12:28:30 | 2026-06-01T13:03:30 | a minute and a half before lunch
            London desk     | 5 business minutes | 2026-06-01T23:58:30 | 2026-06-02T00:03:30 | around the clock midnight takes no minute
            London desk     | 4 business hours   | 2026-10-25T00:30:00 | 2026-10-25T03:30:00 | the hour that comes twice counts twice
            London desk     | 1 business day     | 2026-03-28T12:00:00 | 2026-03-29T13:00:00 | 24 hours, though the day had 23
            London desk     | 1 day              | 2026-10-24T12:00:00 | 2026-10-25T11:00:00 | 24 hours, though the day had 25
            New York nights | 4 business hours   | 2026-06-01T23:00:00 | 2026-06-02T03:00:00 | across midnight
            New York nights | 4 business hours   | 2026-06-01T05:00:00 | 2026-06-02T01:00:00 | an hour before the morning's closing
            New York nights | 4 business hours   | 2026-03-07T23:00:00 | 2026-03-08T04:00:00 | the night without two o'clock
            New York nights | 4 business hours   | 2026-10-31T23:00:00 | 2026-11-01T02:00:00 | the night with one o'clock twice
            """)
    void a_clock_is_due_when_its_target_is_used_up(
            String team, TimeBudget target, String start, String due, String reason) {
        Clock clock = started(team(team), target, at(team(team), start));
        Instant expected = at(team(team), due);
        assertThat(clock.dueAt()).as(reason).isEqualTo(expected);
        assertThat(clock.elapsed(expected, VERSIONS)).as(reason).isEqualTo(target.in(team(team)));
        assertThat(clock.elapsed(expected.minusSeconds(1), VERSIONS))
                .as("a second earlier a second is left")
                .isEqualTo(target.in(team(team)).minusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London          | 2026-05-20T10:00:00 | 2026-05-20T12:00:00/2026-05-20T12:45:30 | 2026-05-20T14:45:30 | inside hours: 45 minutes and a half more
            London          | 2026-05-20T15:00:00 | 2026-05-20T16:30:00/2026-05-21T09:15:10 | 2026-05-21T11:45:10 | partly outside: half an hour in the evening, 15 minutes and 10 seconds in the morning
            London          | 2026-05-20T15:00:00 | 2026-05-20T20:00:01/2026-05-21T07:00:02 | 2026-05-21T11:00:00 | wholly outside hours nothing moves
            London          | 2026-05-20T15:00:00 | 2026-05-20T17:00:00/2026-05-21T09:00:00 | 2026-05-21T11:00:00 | from closing to opening time nothing moves
            London          | 2026-05-22T15:00:00 | 2026-05-22T17:00:01/2026-05-26T08:59:59 | 2026-05-26T11:00:00 | a weekend with its holiday moves nothing
            London          | 2026-05-22T15:00:00 | 2026-05-22T16:45:00/2026-05-26T09:30:00 | 2026-05-26T11:45:00 | a quarter of an hour before the weekend, half an hour after the holiday
            London          | 2026-05-20T10:00:00 | 2026-05-20T10:30:00/2026-05-20T11:00:00 2026-05-20T12:00:00/2026-05-20T12:20:10 | 2026-05-20T14:50:10 | two pauses add up
            London          | 2026-05-20T15:00:00 | 2026-05-20T16:00:00/2026-05-20T16:30:00 2026-05-20T19:00:00/2026-05-21T08:00:00 | 2026-05-21T11:30:00 | of two pauses the one at night moves nothing
            London          | 2026-05-20T10:00:00 | 2026-05-20T11:00:00/2026-05-20T12:00:00 2026-05-20T12:00:00/2026-05-20T13:00:00 | 2026-05-20T16:00:00 | two pauses that touch
            London          | 2026-05-20T10:00:00 | 2026-05-20T11:00:00/2026-05-20T11:00:00 | 2026-05-20T14:00:00 | a pause of no time
            London          | 2026-05-20T13:00:00 | 2026-05-20T16:59:59/2026-05-20T17:00:30 | 2026-05-21T09:00:01 | a second before it is due at closing: the second is left for the morning
            London          | 2026-05-20T09:00:00 | 2026-05-20T13:00:00/2026-05-20T15:00:00 | 2026-05-20T15:00:00 | paused at the due instant nothing is left: due when it counts on
            London          | 2026-05-20T09:00:00 | 2026-05-20T13:00:01/2026-05-20T15:00:00 | 2026-05-20T13:00:00 | paused a second later it was due
            London lunch    | 2026-06-01T11:00:00 | 2026-06-01T12:30:00/2026-06-01T13:00:00 | 2026-06-01T15:30:00 | a pause at lunch moves nothing
            London lunch    | 2026-06-01T11:00:00 | 2026-06-01T12:15:00/2026-06-01T13:10:00 | 2026-06-01T15:55:00 | 15 minutes before lunch, 10 after it
            London desk     | 2026-06-01T22:00:00 | 2026-06-01T23:59:00/2026-06-02T00:01:00 | 2026-06-02T02:02:00 | around the clock a pause over midnight has both its minutes
            London desk     | 2026-10-25T00:00:00 | 2026-10-25T00:30:00/2026-10-25T02:30:00 | 2026-10-25T06:00:00 | three hours lie between half past midnight and half past two
            New York nights | 2026-03-07T22:00:00 | 2026-03-07T23:00:00/2026-03-08T04:00:00 | 2026-03-08T23:00:00 | four hours of a night of seven, the last hour in the next one
            New York nights | 2026-10-31T22:00:00 | 2026-10-31T23:00:00/2026-11-01T04:00:00 | 2026-11-01T23:00:00 | six hours of a night of nine, the last hour in the next one
            """)
    void a_pause_moves_what_is_left_of_four_business_hours(
            String team, String start, String pauses, String due, String reason) {
        BusinessCalendar calendar = team(team);
        Clock clock = started(calendar, TimeBudget.businessHours(4), at(calendar, start));
        for (String pause : pauses.split(" ", -1)) {
            int slash = pause.indexOf('/');
            clock = clock.paused(at(calendar, pause.substring(0, slash)), VERSIONS)
                    .resumed(at(calendar, pause.substring(slash + 1)), calendar, VERSIONS, PERCENTS);
        }
        assertThat(clock.dueAt()).as(reason).isEqualTo(at(calendar, due));
        assertThat(clock.startedAt()).isEqualTo(at(calendar, start));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London       | 5 business minutes | 2026-06-01T10:00:00 | 2026-06-01T10:02:30 | 2026-06-01T10:04:00 | 2026-06-01T10:05:00 | 2026-06-01T10:10:00 | 2026-06-01T10:30:00 | inside hours
            London       | 5 business minutes | 2026-06-05T16:58:00 | 2026-06-08T09:00:30 | 2026-06-08T09:02:00 | 2026-06-08T09:03:00 | 2026-06-08T09:08:00 | 2026-06-08T09:28:00 | two minutes before the weekend
            London       | 5 business minutes | 2026-06-05T16:56:00 | 2026-06-05T16:58:30 | 2026-06-05T17:00:00 | 2026-06-08T09:01:00 | 2026-06-08T09:06:00 | 2026-06-08T09:26:00 | four fifths exactly at closing time
            London       | 4 business hours   | 2026-06-01T13:00:00 | 2026-06-01T15:00:00 | 2026-06-01T16:12:00 | 2026-06-01T17:00:00 | 2026-06-02T13:00:00 | 2026-06-04T13:00:00 | due exactly at closing time
            London       | 4 business hours   | 2026-06-01T15:00:00 | 2026-06-01T17:00:00 | 2026-06-02T10:12:00 | 2026-06-02T11:00:00 | 2026-06-02T15:00:00 | 2026-06-04T15:00:00 | half of it exactly at closing time
            London       | 4 business hours   | 2026-06-01T09:00:00 | 2026-06-01T11:00:00 | 2026-06-01T12:12:00 | 2026-06-01T13:00:00 | 2026-06-01T17:00:00 | 2026-06-03T17:00:00 | the ladder of 4, 8 and 24 hours ends days at closing time
            London       | 4 business hours   | 2026-06-06T12:00:00 | 2026-06-08T11:00:00 | 2026-06-08T12:12:00 | 2026-06-08T13:00:00 | 2026-06-08T17:00:00 | 2026-06-10T17:00:00 | a lead of Saturday
            London       | 24 business hours  | 2026-06-04T11:00:00 | 2026-06-05T15:00:00 | 2026-06-08T14:12:00 | 2026-06-09T11:00:00 | 2026-06-12T11:00:00 | 2026-06-30T11:00:00 | three, six and eighteen days of eight hours
            London       | 24 business hours  | 2026-05-21T11:00:00 | 2026-05-22T15:00:00 | 2026-05-26T14:12:00 | 2026-05-27T11:00:00 | 2026-06-01T11:00:00 | 2026-06-17T11:00:00 | the same over a holiday
            London lunch | 4 business hours   | 2026-06-01T10:30:00 | 2026-06-01T12:30:00 | 2026-06-01T14:12:00 | 2026-06-01T15:00:00 | 2026-06-02T11:00:00 | 2026-06-04T12:00:00 | half of it when lunch begins; days of seven and a half hours
            London desk  | 24 business hours  | 2026-06-01T15:00:00 | 2026-06-02T03:00:00 | 2026-06-02T10:12:00 | 2026-06-02T15:00:00 | 2026-06-03T15:00:00 | 2026-06-07T15:00:00 | around the clock
            """)
    void milestones_fall_due_at_their_share_of_the_target_in_open_time(ArgumentsAccessor row) {
        BusinessCalendar calendar = team(row.getString(0));
        List<Milestone> expected = new ArrayList<>();
        for (int i = 0; i < PERCENTS.size(); i++) {
            expected.add(new Milestone(PERCENTS.get(i), at(calendar, row.getString(3 + i))));
        }
        TimeBudget target = TimeBudget.parse(row.getString(1));
        assertThat(started(calendar, target, at(calendar, row.getString(2))).pending())
                .as(row.getString(8))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-01T15:00:00 | 2026-06-01T17:00:00 | PT2H    | half of it exactly at closing time
            2026-06-01T15:00:00 | 2026-06-02T09:00:00 | PT2H    | and not a second more until opening time
            2026-06-01T15:00:00 | 2026-06-02T09:00:01 | PT2H1S  | a second after opening
            2026-06-05T16:59:50 | 2026-06-07T12:00:00 | PT10S   | at the weekend nothing counts
            """)
    void elapsed_time_stands_still_outside_hours(String start, String at, Duration elapsed, String reason) {
        BusinessCalendar london = team("London");
        Clock clock = started(london, TimeBudget.businessHours(4), at(london, start));
        assertThat(clock.elapsed(at(london, at), VERSIONS)).as(reason).isEqualTo(elapsed);
    }
}
