package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.SIMPLE;
import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.json.LeadLine;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of flags.drl: dark, leakage and stuck leads. Each lead came to its stage on Monday, 2 March, at nine. */
class FlagsTest {
    private static final String DARK = "2026-04-01T09:00:00Z";
    private static final String LEAKING = "2026-03-09T09:00:00Z";
    private static final String STUCK = "2026-03-13T17:00:00Z";

    private static Instant due(Story story, String timer) {
        return story.lead().timer(timer).orElseThrow().dueAt();
    }

    private static List<String> stagesWith(Preset preset, String timer) {
        return preset.stages().stream()
                .filter(stage -> preset.standingIn(stage).lead().timer(timer).isPresent())
                .toList();
    }

    private static Story standing(String stage, String at) {
        return STANDARD.standingIn(stage).waited(at);
    }

    @Nested
    class FLG_1 {
        @Test
        void wherever_sales_works_a_lead_has_thirty_days() {
            assertThat(stagesWith(STANDARD, "dark")).containsExactly("SAL", "WORKING", "SQL", "OPPORTUNITY");
            assertThat(stagesWith(SIMPLE, "dark")).containsExactly("SQL", "OPPORTUNITY");
            assertThat(due(STANDARD.standingIn("WORKING"), "dark")).isEqualTo(DARK);
        }

        @Test
        void each_engagement_starts_them_anew() {
            Story story = STANDARD.standingIn("WORKING").then("2026-03-10T09:00:00Z");
            assertThat(due(story.touched("page visit"), "dark")).isEqualTo("2026-04-09T09:00:00Z");
            assertThat(due(story.then("2026-03-11T09:00:00Z").replied(), "dark"))
                    .isEqualTo("2026-04-10T09:00:00Z");
            assertThat(due(story.then("2026-03-12T09:00:00Z").meetingSet(), "dark"))
                    .isEqualTo("2026-04-11T09:00:00Z");
        }

        @Test
        void what_machines_do_and_our_own_calls_do_not() {
            Story story = STANDARD.standingIn("WORKING").then("2026-03-10T09:00:00Z");
            assertThat(due(story.touched("email opened").autoReplied().called("no answer"), "dark"))
                    .isEqualTo(DARK);
        }
    }

    @Nested
    class FLG_2 {
        @ParameterizedTest
        @CsvSource({"2026-04-01T08:59:59.999Z, false, just before", "2026-04-01T09:00:00Z, true, exactly then"})
        void after_thirty_days_of_silence_it_is_dark(String at, boolean dark, String why) {
            assertThat(standing("WORKING", at).flagged("dark")).as(why).isEqualTo(dark);
        }

        @ParameterizedTest
        @CsvSource({"page visit, false", "email opened, true"})
        void it_stays_so_until_the_lead_does_something_by_itself(String touch, boolean dark) {
            assertThat(standing("WORKING", DARK).touched(touch).flagged("dark")).isEqualTo(dark);
        }

        @Test
        void one_that_falls_silent_again_is_dark_again() {
            Story story = standing("WORKING", DARK).touched("page visit");
            assertThat(story.waited("2026-05-01T08:59:59Z").flagged("dark")).isFalse();
            assertThat(story.waited("2026-05-01T09:00:00Z").flagged("dark")).isTrue();
        }

        @Test
        void progress_ends_it() {
            assertThat(standing("OPPORTUNITY", DARK).dealWon().lead().flags()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"NURTURE", "MQL", "CLOSED_WON", "RECYCLED", "DISQUALIFIED"})
        void nobody_else_is(String stage) {
            assertThat(standing(stage, "2026-12-31T00:00:00Z").flagged("dark")).isFalse();
        }

        @Test
        void it_is_in_the_line_of_the_lead_and_in_its_timers() {
            Story story = standing("WORKING", DARK);
            assertThat(LeadLine.write(story.lead(), Instant.parse(DARK), version -> BusinessCalendar.STANDARD))
                    .contains(
                            "\"flags\":[\"dark\"]",
                            "\"timers\":[{\"name\":\"dark\",\"dueAt\":\"2026-05-01T09:00:00Z\"");
        }
    }

    @Nested
    class FLG_3 {
        @Test
        void an_mql_has_seven_days_of_the_calendar() {
            assertThat(stagesWith(STANDARD, "leakage")).containsExactly("MQL");
            assertThat(due(STANDARD.standingIn("MQL"), "leakage")).isEqualTo(LEAKING);
        }

        @Test
        void what_the_lead_or_a_machine_does_changes_nothing() {
            Story story = STANDARD.standingIn("MQL").then("2026-03-04T09:00:00Z");
            assertThat(due(story.touched("demo request").replied().mailedByMachine("no answer"), "leakage"))
                    .isEqualTo(LEAKING);
        }

        @Test
        void where_an_accepted_lead_stays_an_mql_the_acceptance_starts_them_anew() {
            Story story = SIMPLE.standingIn("MQL").then("2026-03-04T09:00:00Z");
            assertThat(due(story.accepted(), "leakage")).isEqualTo("2026-03-11T09:00:00Z");
        }
    }

    @Nested
    class FLG_4 {
        @ParameterizedTest
        @CsvSource({"2026-03-09T08:59:59.999Z, false, just before", "2026-03-09T09:00:00Z, true, exactly then"})
        void after_seven_days_without_sales_it_is_leakage(String at, boolean leakage, String why) {
            assertThat(standing("MQL", at).flagged("leakage")).as(why).isEqualTo(leakage);
        }

        @Test
        void acceptance_ends_it_with_the_stage() {
            assertThat(standing("MQL", LEAKING).accepted().lead().flags()).isEmpty();
        }

        @Test
        void so_does_a_move_by_hand_though_it_is_no_activity_of_sales() {
            Story story = SIMPLE.standingIn("MQL").waited(LEAKING).moved("NURTURE");
            assertThat(story.stage()).isEqualTo("NURTURE");
            assertThat(story.lead().flags()).isEmpty();
        }

        @Test
        void where_an_accepted_lead_stays_an_mql_the_call_ends_it_and_it_may_leak_again() {
            Story story = SIMPLE.standingIn("MQL").waited(LEAKING).called("no answer");
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.flagged("leakage")).isFalse();
            assertThat(story.waited("2026-03-16T09:00:00Z").flagged("leakage")).isTrue();
        }

        @Test
        void what_the_lead_does_does_not_end_it() {
            assertThat(standing("MQL", LEAKING).touched("page visit").flagged("leakage"))
                    .isTrue();
        }
    }

    @Nested
    class FLG_5 {
        @Test
        void every_stage_that_says_how_long_it_takes_is_given_twice_that() {
            assertThat(stagesWith(STANDARD, "stuck")).containsExactly("NEW", "MQL", "SAL", "SQL");
            assertThat(due(STANDARD.standingIn("NEW"), "stuck")).isEqualTo("2026-03-03T17:00:00Z");
            assertThat(due(STANDARD.standingIn("MQL"), "stuck")).isEqualTo(STUCK);
            assertThat(due(SIMPLE.standingIn("MQL"), "stuck")).isEqualTo("2026-04-10T17:00:00Z");
        }

        @Test
        void nothing_but_the_stage_counts() {
            Story story = STANDARD.standingIn("MQL").then("2026-03-04T09:00:00Z");
            assertThat(due(story.touched("demo request").replied().assigned("ben"), "stuck"))
                    .isEqualTo(STUCK);
        }

        @Test
        void one_that_enters_again_has_the_whole_time_again() {
            Story story =
                    STANDARD.standingIn("SAL").then("2026-03-04T09:00:00Z").moved("MQL");
            assertThat(due(story, "stuck")).isEqualTo("2026-03-17T17:00:00Z");
        }
    }

    @Nested
    class FLG_6 {
        @ParameterizedTest
        @CsvSource({"2026-03-13T16:59:59.999Z, false, just before", "2026-03-13T17:00:00Z, true, exactly then"})
        void after_twice_the_expected_time_it_is_stuck(String at, boolean stuck, String why) {
            assertThat(standing("MQL", at).flagged("stuck")).as(why).isEqualTo(stuck);
        }

        @ParameterizedTest
        @EnumSource
        void the_next_stage_ends_it(Preset preset) {
            Story story = preset.standingIn("MQL").waited("2026-04-10T17:00:00Z");
            assertThat(story.flagged("stuck")).isTrue();
            assertThat(story.discovered("budget", "authority", "need", "timeline")
                            .flagged("stuck"))
                    .isFalse();
        }

        @Test
        void it_moves_nobody_and_nothing_else_ends_it() {
            Story story = standing("MQL", STUCK).touched("page visit").replied();
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.flagged("stuck")).isTrue();
        }
    }

    @Nested
    class FLG_7 {
        @Test
        void the_owner_is_told_once_per_stay() {
            Story story = standing("SAL", "2026-03-27T16:59:59.999Z");
            assertThat(story.firedSinceThen()).doesNotContain("FLG-7");
            assertThat(story.waited("2026-03-27T17:00:00Z").allRulesSinceThen()).contains("FLG-6", "FLG-7");
            assertThat(story.toldSinceThen()).contains(story.lead().ownership().owner());
            assertThat(story.waited("2026-12-31T00:00:00Z").firedSinceThen()).doesNotContain("FLG-6", "FLG-7");
        }
    }

    @Nested
    class FLG_8 {
        @Test
        void where_nobody_owns_the_lead_marketing_ops_are_told_once() {
            Story story = STANDARD.at("2026-03-02T09:00:00Z").created(ICP).touched("webinar attended");
            assertThat(story.lead().ownership().owner()).isNull();
            assertThat(story.waited("2026-03-13T16:59:59Z").firedSinceThen()).doesNotContain("FLG-8");
            assertThat(story.waited(STUCK).allRulesSinceThen())
                    .contains("FLG-6", "FLG-8")
                    .doesNotContain("FLG-7");
            assertThat(story.toldSinceThen()).contains("oli");
            assertThat(story.waited("2026-12-31T00:00:00Z").firedSinceThen()).doesNotContain("FLG-8");
        }

        @Test
        void of_one_with_an_owner_they_hear_nothing() {
            Story story = standing("MQL", "2026-03-13T16:59:59.999Z").waited(STUCK);
            assertThat(story.firedSinceThen()).contains("FLG-7").doesNotContain("FLG-8");
            assertThat(story.toldSinceThen()).containsExactly(story.owner());
        }
    }
}
