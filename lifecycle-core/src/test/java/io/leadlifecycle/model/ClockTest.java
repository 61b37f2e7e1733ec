package io.leadlifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples in the standard calendar, Monday to Friday 09:00-17:00 UTC; 2026-03-02 is a Monday. */
class ClockTest {
    private static final BusinessCalendar STANDARD = BusinessCalendar.STANDARD;
    private static final BusinessCalendar KOLKATA = BusinessCalendar.in(ZoneId.of("Asia/Kolkata"))
            .open("MON-FRI", "09:00-17:00")
            .build();
    private static final CalendarVersions VERSIONS = version -> version.equals(KOLKATA.version()) ? KOLKATA : STANDARD;
    private static final List<Integer> PERCENTS = List.of(50, 80, 100, 200);

    private static Instant at(String text) {
        return Instant.parse("2026-03-" + text.replace(' ', 'T') + ":00Z");
    }

    private static Clock started(String since, String now) {
        return Clock.start(
                new ClockTarget("answer", TimeBudget.businessHours(4), false, "A-1 Answer"),
                1,
                "MQL",
                at(since),
                STANDARD,
                PERCENTS,
                at(now));
    }

    private static Clock started(String since) {
        return started(since, since);
    }

    private static Clock resumed(Clock clock, String now) {
        return clock.resumed(at(now), STANDARD, VERSIONS, PERCENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "02 09:00, 02 13:00, a morning",
        "02 15:00, 03 11:00, over night",
        "06 15:00, 09 11:00, over the weekend",
        "07 12:00, 09 13:00, from a Saturday on",
        "02 13:00, 02 17:00, used up exactly at closing time"
    })
    void four_business_hours_are_due(String start, String due, String why) {
        assertThat(started(start).dueAt()).as(why).isEqualTo(at(due));
    }

    @Test
    void milestones_are_shares_of_the_target_in_open_time() {
        assertThat(started("02 15:00").pending())
                .containsExactly(
                        new Milestone(50, at("02 17:00")),
                        new Milestone(80, at("03 10:12")),
                        new Milestone(100, at("03 11:00")),
                        new Milestone(200, at("03 15:00")));
    }

    @Test
    void of_milestones_already_past_only_the_highest_fires_now() {
        assertThat(started("02 09:00", "02 12:30").pending())
                .containsExactly(
                        new Milestone(80, at("02 12:30")),
                        new Milestone(100, at("02 13:00")),
                        new Milestone(200, at("02 17:00")));
        assertThat(started("02 09:00", "02 14:00").pending())
                .containsExactly(new Milestone(100, at("02 14:00")), new Milestone(200, at("02 17:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "02 09:00, 02 10:00, 02 12:00, 02 15:00, two hours more",
        "02 16:00, 02 17:00, 03 09:00, 03 12:00, over night nothing moves",
        "02 16:00, 02 18:00, 02 23:00, 03 12:00, in the evening nothing moves",
        "06 16:00, 07 08:00, 08 20:00, 09 12:00, over a weekend nothing moves",
        "02 09:00, 02 10:00, 09 10:00, 09 13:00, a week"
    })
    void a_pause_moves_the_due_instant_by_the_open_time_it_lasts(
            String start, String from, String to, String due, String why) {
        Clock again = resumed(started(start).paused(at(from), VERSIONS), to);
        assertThat(again.dueAt()).as(why).isEqualTo(at(due));
        assertThat(again.startedAt()).isEqualTo(at(start));
    }

    @Test
    void a_paused_clock_waits_for_nothing_and_a_second_pause_is_harmless() {
        Clock paused = started("02 09:00").paused(at("02 10:00"), VERSIONS);
        assertThat(paused.pending()).isEmpty();
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.counted()).isEqualTo(Duration.ofHours(1));
        assertThat(paused.paused(at("02 11:00"), VERSIONS)).isSameAs(paused);
        assertThat(resumed(resumed(paused, "02 11:00"), "02 12:00")).isEqualTo(resumed(paused, "02 11:00"));
    }

    @Test
    void a_breached_clock_may_be_paused_and_stays_due_when_it_was() {
        Clock paused = started("02 09:00").reached(100).paused(at("02 14:00"), VERSIONS);
        assertThat(paused.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(paused.dueAt()).isEqualTo(at("02 13:00"));
        assertThat(resumed(paused, "02 15:00").pending()).containsExactly(new Milestone(200, at("03 10:00")));
    }

    @Test
    void a_clock_that_is_overdue_when_it_is_paused_was_breached_when_it_was_due() {
        Clock paused = started("02 09:00").paused(at("02 14:00"), VERSIONS);
        assertThat(paused.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(paused.breachedAt()).isEqualTo(at("02 13:00"));
    }

    @ParameterizedTest
    @CsvSource({"6, 02 15:00, longer", "2, 02 11:00, shorter", "1, 02 10:00, already past: due when it was used up"})
    void a_new_target_counts_from_the_same_start(int hours, String due, String why) {
        Clock clock = started("02 09:00")
                .retargeted(TimeBudget.businessHours(hours), VERSIONS, PERCENTS, at("02 10:30"), false);
        assertThat(clock.dueAt()).as(why).isEqualTo(at(due));
        assertThat(clock.startedAt()).isEqualTo(at("02 09:00"));
    }

    @Test
    void a_shorter_target_that_was_used_up_before_a_pause_was_due_then() {
        Clock paused = started("02 09:00").paused(at("02 12:00"), VERSIONS);
        Clock shorter = paused.retargeted(TimeBudget.businessHours(2), VERSIONS, PERCENTS, at("02 13:00"), false);
        assertThat(resumed(shorter, "02 14:00").dueAt()).isEqualTo(at("02 11:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "1 business hour, 02 11:30, now plus the target is earlier",
        "4 business hours, 02 13:00, it stays due when it was",
        "1 hour, 02 11:30, in calendar time too",
        "8 hours, 02 13:00, and stays also then"
    })
    void no_later_is_the_earlier_of_when_it_was_due_and_now_plus_the_target(String target, String due, String why) {
        Clock clock =
                started("02 09:00").retargeted(TimeBudget.parse(target), VERSIONS, PERCENTS, at("02 10:30"), true);
        assertThat(clock.dueAt()).as(why).isEqualTo(at(due));
    }

    @Test
    void no_later_counts_in_the_unit_of_the_new_target_over_a_night() {
        Clock clock = started("02 15:00").retargeted(TimeBudget.hours(1), VERSIONS, PERCENTS, at("03 09:30"), true);
        assertThat(clock.dueAt()).isEqualTo(at("03 10:30"));
    }

    @Test
    void a_target_in_another_unit_counts_what_is_past_in_its_own_unit() {
        Clock paused = started("02 16:00").paused(at("03 10:00"), VERSIONS);
        assertThat(paused.counted()).isEqualTo(Duration.ofHours(2));
        Clock wall = paused.retargeted(TimeBudget.hours(24), VERSIONS, PERCENTS, at("03 11:00"), false);
        assertThat(wall.counted()).isEqualTo(Duration.ofHours(18));
        assertThat(resumed(wall, "03 12:00").dueAt()).isEqualTo(at("03 18:00"));
    }

    @Test
    void no_later_never_gives_a_paused_clock_more_time_than_it_had_left() {
        Clock paused = started("02 09:00").paused(at("02 12:00"), VERSIONS);
        Clock same = paused.retargeted(TimeBudget.businessHours(4), VERSIONS, PERCENTS, at("02 13:00"), true);
        assertThat(resumed(same, "02 14:00").dueAt()).isEqualTo(at("02 15:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "02 12:59, MET, before it is due",
        "02 13:00, MET, exactly at the due instant",
        "02 13:01, BREACHED, after it"
    })
    void an_answer_gives_the_verdict(String response, Verdict verdict, String why) {
        Clock clock = started("02 09:00").answered(at(response), at(response), VERSIONS);
        assertThat(clock.verdict()).as(why).isEqualTo(verdict);
        assertThat(clock.pending()).isEmpty();
        assertThat(clock.endedAt()).isEqualTo(at(response));
    }

    @ParameterizedTest
    @CsvSource({
        "02 12:59, CANCELLED, before it is due",
        "02 13:00, BREACHED, from the due instant on",
        "02 14:00, BREACHED, later"
    })
    void an_end_without_an_answer_gives_the_verdict(String end, Verdict verdict, String why) {
        assertThat(started("02 09:00").ended(at(end), VERSIONS).verdict())
                .as(why)
                .isEqualTo(verdict);
    }

    @Test
    void an_answer_in_time_that_is_learnt_late_turns_breached_into_met() {
        Clock breached = started("02 09:00").reached(100);
        Clock running = breached.answered(at("02 12:00"), at("02 15:00"), VERSIONS);
        assertThat(running.verdict()).isEqualTo(Verdict.MET);
        assertThat(running.learntLate()).isTrue();
        Clock ended = breached.ended(at("02 14:00"), VERSIONS).answered(at("02 13:00"), at("02 15:00"), VERSIONS);
        assertThat(ended.verdict()).isEqualTo(Verdict.MET);
        assertThat(ended.learntLate()).isTrue();
        assertThat(ended.counted()).isEqualTo(Duration.ofHours(4));
        assertThat(ended.elapsed(at("09 12:00"), VERSIONS)).isEqualTo(ended.counted());
    }

    @Test
    void a_late_answer_after_the_due_instant_changes_nothing() {
        Clock ended = started("02 09:00").reached(100).ended(at("02 14:00"), VERSIONS);
        assertThat(ended.answered(at("02 13:01"), at("02 15:00"), VERSIONS)).isSameAs(ended);
    }

    @Test
    void a_cancelled_clock_is_not_answered_any_more() {
        Clock cancelled = started("02 09:00").ended(at("02 10:00"), VERSIONS);
        assertThat(cancelled.answered(at("02 09:30"), at("02 11:00"), VERSIONS)).isSameAs(cancelled);
    }

    @Test
    void an_answer_before_the_start_counts_no_time() {
        Clock clock = started("02 09:00").answered(at("02 08:00"), at("02 10:00"), VERSIONS);
        assertThat(clock.verdict()).isEqualTo(Verdict.MET);
        assertThat(clock.counted()).isZero();
    }

    @Test
    void the_rest_counts_in_the_calendar_of_a_new_owner() {
        Clock moved = started("02 09:00").movedTo(KOLKATA, at("02 10:00"), VERSIONS, PERCENTS);
        assertThat(moved.counted()).isEqualTo(Duration.ofHours(1));
        assertThat(moved.dueAt())
                .as("1.5 hours until 17:00 in Kolkata, 1.5 on Tuesday from 03:30")
                .isEqualTo(at("03 05:00"));
        assertThat(moved.elapsed(at("03 04:30"), VERSIONS)).isEqualTo(Duration.ofMinutes(60 + 90 + 60));
        assertThat(moved.movedTo(KOLKATA, at("02 10:30"), VERSIONS, PERCENTS)).isSameAs(moved);
    }

    @Test
    void a_milestone_is_reached_once_and_the_target_itself_is_a_breach() {
        Clock eighty = started("02 09:00").reached(80);
        assertThat(eighty.pending()).extracting(Milestone::percent).containsExactly(100, 200);
        assertThat(eighty.verdict()).isEqualTo(Verdict.OPEN);
        Clock twice = eighty.reached(200);
        assertThat(twice.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(twice.breachedAt()).isEqualTo(at("02 13:00"));
    }

    @Test
    void elapsed_time_is_open_time_and_never_more_than_wall_time() {
        Clock clock = started("02 16:00");
        assertThat(clock.elapsed(at("02 15:00"), VERSIONS)).isZero();
        assertThat(clock.elapsed(at("02 16:30"), VERSIONS)).isEqualTo(Duration.ofMinutes(30));
        assertThat(clock.elapsed(at("03 09:30"), VERSIONS)).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_zero_target_is_due_at_the_start_also_at_night() {
        Clock clock = Clock.start(
                new ClockTarget("now", TimeBudget.businessHours(0), false, "A-1"),
                1,
                "MQL",
                at("02 03:00"),
                STANDARD,
                List.of(100),
                at("02 03:00"));
        assertThat(clock.dueAt()).isEqualTo(at("02 03:00"));
    }
}
