package io.leadlifecycle.model;

import static io.leadlifecycle.model.Teams.LONDON;
import static io.leadlifecycle.model.Teams.LONDON_EDITED;
import static io.leadlifecycle.model.Teams.LOS_ANGELES;
import static io.leadlifecycle.model.Teams.VERSIONS;
import static io.leadlifecycle.model.Teams.at;
import static io.leadlifecycle.model.Teams.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A clock that another team takes over, or whose calendar is edited. In June 2026 Los Angeles opens when London closes;
 * 1 June is a Monday.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockHandOverTest {
    private static final List<Integer> PERCENTS = List.of(50, 80, 100, 200);
    private static final TimeBudget FOUR_HOURS = TimeBudget.businessHours(4);

    private static Clock started(BusinessCalendar team, TimeBudget target, Instant since) {
        return Teams.started(team, target, since, PERCENTS);
    }

    private static Clock moved(Clock clock, BusinessCalendar team, Instant now) {
        return clock.movedTo(team, now, VERSIONS, PERCENTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London      | 2026-06-03T15:00:07+01:00 | Los Angeles     | 2026-06-03T16:00:07+01:00 | PT1H  | 2026-06-03T12:00:00-07:00 | an hour in London, the other three when Los Angeles opens
            London      | 2026-06-03T15:00:00+01:00 | Los Angeles     | 2026-06-03T18:30:00+01:00 | PT2H  | 2026-06-03T12:30:00-07:00 | after London closed, the rest counts from that instant
            Los Angeles | 2026-06-03T15:00:00-07:00 | London          | 2026-06-03T16:00:30-07:00 | PT1H30S | 2026-06-04T11:59:30+01:00 | midnight in London: the rest waits for the morning
            Los Angeles | 2026-06-05T16:00:00-07:00 | London          | 2026-06-05T16:30:00-07:00 | PT30M | 2026-06-08T12:30:00+01:00 | Friday afternoon there is the weekend here
            London      | 2026-03-11T16:00:00Z      | Los Angeles     | 2026-03-11T16:30:00Z      | PT30M | 2026-03-11T13:00:00-07:00 | only Los Angeles has summer time: seven hours apart, both open
            London      | 2026-03-13T16:00:00Z      | Los Angeles     | 2026-03-16T09:00:00Z      | PT1H  | 2026-03-16T12:00:00-07:00 | after a weekend
            London      | 2026-06-03T15:00:00+01:00 | New York nights | 2026-06-03T16:00:00+01:00 | PT1H  | 2026-06-04T01:00:00-04:00 | to a night shift
            London      | 2026-05-22T16:00:00+01:00 | Los Angeles     | 2026-05-25T12:00:00+01:00 | PT1H  | 2026-05-25T12:00:00-07:00 | London's bank holiday is none in Los Angeles
            London      | 2026-06-03T13:00:00+01:00 | Los Angeles     | 2026-06-03T17:00:00+01:00 | PT4H  | 2026-06-03T17:00:00+01:00 | at the due instant itself nothing is left to move
            London      | 2026-06-06T12:00:00+01:00 | Los Angeles     | 2026-06-06T13:00:00+01:00 | PT0S  | 2026-06-08T13:00:00-07:00 | nothing was counted on a Saturday
            """)
    void the_rest_of_four_hours_counts_with_the_new_owner(
            String from,
            OffsetDateTime start,
            String to,
            OffsetDateTime handedOver,
            Duration elapsed,
            OffsetDateTime due,
            String reason) {
        Instant now = handedOver.toInstant();
        Clock clock = moved(started(team(from), FOUR_HOURS, start.toInstant()), team(to), now);
        assertThat(clock.elapsed(now, VERSIONS)).as(reason).isEqualTo(elapsed);
        assertThat(clock.counted()).as(reason).isEqualTo(elapsed);
        assertThat(clock.dueAt()).as(reason).isEqualTo(due.toInstant());
        assertThat(clock.startedAt()).isEqualTo(start.toInstant());
    }

    @Test
    void a_lead_that_goes_to_los_angeles_and_back_keeps_what_both_counted() {
        Clock clock = started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00"));
        clock = moved(clock, LOS_ANGELES, at(LONDON, "2026-06-03T16:00:00"));
        Instant back = at(LOS_ANGELES, "2026-06-03T10:15:20");
        clock = moved(clock, LONDON, back);
        assertThat(clock.counted()).isEqualTo(Duration.parse("PT2H15M20S"));
        assertThat(clock.dueAt()).isEqualTo(at(LONDON, "2026-06-04T10:44:40"));
        assertThat(clock.spans()).extracting(Span::calendar).containsExactly(LONDON.version(), LOS_ANGELES.version());
        assertThat(clock.elapsed(at(LOS_ANGELES, "2026-06-03T09:30:00"), VERSIONS))
                .as("also in between each team's time counts in its own calendar")
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void milestones_after_the_hand_over_count_the_time_of_both() {
        Clock clock = started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00"));
        assertThat(moved(clock, LOS_ANGELES, at(LONDON, "2026-06-03T16:00:00")).pending())
                .containsExactly(
                        new Milestone(50, at(LOS_ANGELES, "2026-06-03T10:00:00")),
                        new Milestone(80, at(LOS_ANGELES, "2026-06-03T11:12:00")),
                        new Milestone(100, at(LOS_ANGELES, "2026-06-03T12:00:00")),
                        new Milestone(200, at(LOS_ANGELES, "2026-06-03T16:00:00")));
    }

    @Test
    void a_clock_paused_in_london_and_resumed_in_los_angeles_counts_the_rest_there() {
        Clock paused = started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00"))
                .paused(at(LONDON, "2026-06-03T16:00:00"), VERSIONS);
        assertThat(moved(paused, LOS_ANGELES, at(LONDON, "2026-06-03T16:30:00")))
                .as("a paused clock counts in no calendar")
                .isSameAs(paused);
        Clock resumed = paused.resumed(at(LOS_ANGELES, "2026-06-03T10:00:00"), LOS_ANGELES, VERSIONS, PERCENTS);
        assertThat(resumed.dueAt()).isEqualTo(at(LOS_ANGELES, "2026-06-03T13:00:00"));
    }

    @Test
    void a_breached_clock_was_due_when_it_was_whoever_takes_it_over() {
        Clock breached =
                started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T09:00:00")).reached(100);
        Clock moved = moved(breached, LOS_ANGELES, at(LONDON, "2026-06-03T14:00:00"));
        assertThat(moved.dueAt()).isEqualTo(at(LONDON, "2026-06-03T13:00:00"));
        assertThat(moved.pending())
                .as("three of the second four hours are left")
                .containsExactly(new Milestone(200, at(LOS_ANGELES, "2026-06-03T12:00:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London desk | 2026-06-01T00:00:00 | London      | 2026-06-01T10:00:00 | 2026-06-02T16:00:00 | 14 of the desk's 24 hours are left: 7 on Monday, 7 on Tuesday
            London      | 2026-06-01T09:00:00 | London desk | 2026-06-01T13:00:00 | 2026-06-01T17:00:00 | 4 of the office's 8 hours are left
            London lunch | 2026-06-01T09:00:00 | London     | 2026-06-01T12:30:00 | 2026-06-01T16:30:00 | 4 of seven and a half hours are left
            """)
    void a_handed_over_business_day_is_as_long_as_where_it_began_so_no_time_is_taken_back(
            String from, String start, String to, String handedOver, String due, String reason) {
        Clock clock = started(team(from), TimeBudget.businessDays(1), at(LONDON, start));
        Clock moved = moved(clock, team(to), at(LONDON, handedOver));
        assertThat(moved.dueAt()).as(reason).isEqualTo(at(LONDON, due));
        assertThat(moved.retargeted(TimeBudget.businessDays(1), VERSIONS, PERCENTS, at(LONDON, handedOver), false))
                .as("the same target again")
                .isEqualTo(moved);
    }

    @Test
    void a_paused_business_day_is_as_long_as_where_it_began_for_no_later_too() {
        Clock paused = started(team("London desk"), TimeBudget.businessDays(1), at(LONDON, "2026-06-01T00:00:00"));
        paused = moved(paused, LONDON, at(LONDON, "2026-06-01T10:00:00"))
                .paused(at(LONDON, "2026-06-01T11:00:00"), VERSIONS);
        Instant noon = at(LONDON, "2026-06-01T12:00:00");
        Clock shorter = paused.retargeted(TimeBudget.businessHours(12), VERSIONS, PERCENTS, noon, true);
        assertThat(shorter.resumed(noon, LONDON, VERSIONS, PERCENTS).dueAt())
                .as("12 hours from now are earlier than the 13 that were left")
                .isEqualTo(at(LONDON, "2026-06-02T16:00:00"));
    }

    @Test
    void a_shorter_target_used_up_exactly_when_the_first_team_closed_was_due_then_not_at_the_hand_over() {
        Clock clock = moved(
                started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00")),
                LOS_ANGELES,
                at(LONDON, "2026-06-03T18:00:00"));
        Instant evening = at(LONDON, "2026-06-03T18:30:00");
        assertThat(clock.retargeted(TimeBudget.businessHours(2), VERSIONS, PERCENTS, evening, false)
                        .dueAt())
                .isEqualTo(at(LONDON, "2026-06-03T17:00:00"));
    }

    @Test
    void a_month_handed_over_ends_when_it_would_have() {
        Instant start = at(LOS_ANGELES, "2026-02-15T12:00:00");
        Clock clock = started(LOS_ANGELES, TimeBudget.months(1), start);
        assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-03-15T19:00:00Z"));
        assertThat(moved(clock, LONDON, start.plus(Duration.ofDays(5))).dueAt()).isEqualTo(clock.dueAt());
    }

    @Test
    void a_clock_goes_on_in_the_version_of_the_calendar_it_counts_in() {
        Clock clock = started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00"));
        assertThat(LONDON_EDITED.version()).isNotEqualTo(LONDON.version());
        assertThat(clock.calendar()).isEqualTo(LONDON.version());
        assertThat(clock.dueAt()).isEqualTo(at(LONDON, "2026-06-04T11:00:00"));
        assertThat(clock.elapsed(at(LONDON, "2026-06-04T09:30:00"), VERSIONS))
                .as("Thursday is a holiday in the edited calendar only")
                .isEqualTo(Duration.ofMinutes(150));
        assertThat(clock.retargeted(
                                TimeBudget.businessHours(5),
                                VERSIONS,
                                PERCENTS,
                                at(LONDON, "2026-06-03T16:00:00"),
                                false)
                        .dueAt())
                .as("a new target too")
                .isEqualTo(at(LONDON, "2026-06-04T12:00:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-03T15:30:00 | PT30M | 2026-06-05T13:00:00 | half an hour until the new closing time, three hours on Friday
            2026-06-03T18:00:00 | PT2H  | 2026-06-05T12:00:00 | what the old hours counted stays
            2026-06-04T10:00:00 | PT3H  | 2026-06-05T11:00:00 | also what they counted on the new holiday: no due instant moves back
            """)
    void a_clock_moved_to_the_edited_calendar_counts_only_the_rest_in_it(
            String moved, Duration elapsed, String due, String reason) {
        Clock clock = started(LONDON, FOUR_HOURS, at(LONDON, "2026-06-03T15:00:00"));
        Clock then = moved(clock, LONDON_EDITED, at(LONDON, moved));
        assertThat(then.counted()).as(reason).isEqualTo(elapsed);
        assertThat(then.dueAt()).as(reason).isEqualTo(at(LONDON, due));
    }

    @Test
    void an_edited_business_day_changes_no_target_that_runs() {
        Clock clock = started(LONDON, TimeBudget.businessDays(1), at(LONDON, "2026-06-01T09:00:00"));
        assertThat(moved(clock, LONDON_EDITED, at(LONDON, "2026-06-01T15:00:00"))
                        .dueAt())
                .as("8 hours, not 6: one more on Monday, one on Tuesday")
                .isEqualTo(at(LONDON, "2026-06-02T11:00:00"));
    }
}
