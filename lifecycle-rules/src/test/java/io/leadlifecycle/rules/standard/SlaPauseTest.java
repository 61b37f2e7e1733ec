package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-pause.drl: what happens to the clocks while the lead itself speaks. */
class SlaPauseTest {
    private static final String SPEED = "speed to lead";

    /** Ana's MQL: four hours from Monday 10:00 on, so half at 12:00, 80 % at 13:12, due at 14:00. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100);
    }

    /** One hour of the four is used, the answer is awaited until 12:00. */
    private static Story repliedAt11() {
        return fourHours().then("2026-03-02T11:00:00Z").replied();
    }

    private static List<Clock> both(Story story) {
        return List.of(story.clock(), story.clock(SPEED));
    }

    private static String waits(Story story) {
        return story.lead().timer("answer").orElseThrow().dueAt().toString();
    }

    @Nested
    class PAU_1 {
        @Test
        void a_reply_pauses_both_clocks_for_a_business_hour() {
            Story story = repliedAt11();

            assertThat(story.rules()).containsSubsequence("PAU-1", "PAU-2");
            assertThat(both(story)).extracting(Clock::state).containsOnly(ClockState.PAUSED);
            assertThat(both(story)).extracting(Clock::dueAt).containsOnlyNulls();
            assertThat(waits(story)).isEqualTo("2026-03-02T12:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T12:29:59.999Z, '',                half of four hours would have passed at 12:00",
            "2026-03-02T12:30:00Z,     PAU-3 MQL-6,       the hour is over",
            "2026-03-02T12:59:59.999Z, PAU-3 MQL-6,       an hour and a half before and half an hour after are not yet over",
            "2026-03-02T13:00:00Z,     PAU-3 MQL-6 NTC-1, now they are"
        })
        void nothing_falls_due_meanwhile(String at, String rules, String why) {
            Story story = fourHours().then("2026-03-02T11:30:00Z").replied().waited(at);

            assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T13:59:59.999Z, OPEN,     2026-03-02T15:00:00Z, a millisecond was left",
            "2026-03-02T14:00:00Z,     OPEN,     2026-03-02T15:00:00Z, exactly when it is due the reply comes first",
            "2026-03-02T14:00:00.001Z, BREACHED, 2026-03-02T14:00:00Z, a breach stays one"
        })
        void at_the_limit(String at, Verdict verdict, String breachedAt, String why) {
            Story story = fourHours().then(at).replied();
            assertThat(both(story)).as(why).extracting(Clock::verdict).containsOnly(verdict);
            assertThat(both(story)).as(why).extracting(Clock::state).containsOnly(ClockState.PAUSED);

            story.waited("2026-03-02T15:00:00.001Z");
            assertThat(both(story)).as(why).extracting(Clock::breachedAt).containsOnly(Instant.parse(breachedAt));
        }

        @Test
        void the_hour_is_one_of_business() {
            Story story = STANDARD.at("2026-03-06T15:00:00Z")
                    .created(ICP)
                    .assigned("ana")
                    .scored(100);
            story.then("2026-03-06T16:30:00Z").replied();
            assertThat(waits(story)).isEqualTo("2026-03-09T09:30:00Z");

            story.waited("2026-03-09T09:30:00Z");
            assertThat(both(story)).extracting(Clock::dueAt).containsOnly(Instant.parse("2026-03-09T12:00:00Z"));
        }

        @Test
        void a_second_reply_is_harmless() {
            Story story = repliedAt11();
            List<Clock> paused = both(story);

            story.then("2026-03-02T11:40:00Z").replied();
            assertThat(story.firedSinceThen()).isEmpty();
            assertThat(both(story)).isEqualTo(paused);
            assertThat(waits(story)).isEqualTo("2026-03-02T12:00:00Z");
        }

        @Test
        void after_the_hour_the_next_reply_pauses_anew() {
            Story story = repliedAt11().then("2026-03-02T12:30:00Z").replied();

            assertThat(story.rules()).containsSubsequence("PAU-1", "PAU-2");
            assertThat(waits(story)).isEqualTo("2026-03-02T13:30:00Z");
            story.waited("2026-03-02T13:30:00Z");
            assertThat(both(story)).extracting(Clock::dueAt).containsOnly(Instant.parse("2026-03-02T16:00:00Z"));
        }

        @Test
        void an_answer_of_a_machine_pauses_nothing() {
            Story story = fourHours().then("2026-03-02T11:00:00Z").autoReplied();

            assertThat(story.firedSinceThen()).isEmpty();
            assertThat(both(story)).extracting(Clock::state).containsOnly(ClockState.RUNNING);
        }

        @Test
        void of_an_accepted_lead_only_the_speed_to_lead_is_left_to_pause() {
            Story story = fourHours().then("2026-03-02T10:30:00Z").accepted().then("2026-03-02T11:00:00Z");

            assertThat(story.replied().rules()).containsSubsequence("PAU-1", "PAU-2", "WRK-2");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
            assertThat(story.clock(SPEED).state()).isEqualTo(ClockState.PAUSED);
            assertThat(story.clock("first contact").verdict()).isEqualTo(Verdict.CANCELLED);
            assertThat(story.stage()).isEqualTo("WORKING");
        }

        @Test
        void without_a_running_clock_there_is_nothing_to_pause() {
            assertThat(STANDARD.stagesWhere("PAU-1", Story::replied)).containsExactly("MQL", "SAL");
        }

        @Test
        void what_becomes_more_urgent_meanwhile_stays_paused() {
            Story story = repliedAt11().then("2026-03-02T11:30:00Z").touched("demo request");
            assertThat(story.rules()).contains("SLA-1", "SPD-1");
            assertThat(both(story)).extracting(Clock::state).containsOnly(ClockState.PAUSED);

            story.waited("2026-03-02T12:00:00Z");
            assertThat(both(story)).extracting(Clock::dueAt).containsOnly(Instant.parse("2026-03-02T12:05:00Z"));
        }
    }

    @Nested
    class PAU_2 {
        @Test
        void the_owner_hears_of_it_at_once() {
            Story story = repliedAt11();

            assertThat(story.rules()).contains("PAU-2");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
        }

        @Test
        void without_an_owner_the_fallback_person_does() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).scored(100).then("2026-03-02T11:00:00Z");

            assertThat(story.replied().toldSinceThen()).containsExactly("revops urgently as nobody else is there");
        }

        @Test
        void a_machine_and_a_lead_without_a_running_clock_tell_nobody() {
            assertThat(fourHours().then("2026-03-02T11:00:00Z").autoReplied().toldSinceThen())
                    .isEmpty();
            assertThat(STANDARD.stagesWhere("PAU-2", Story::replied)).containsExactly("MQL", "SAL");
        }
    }

    @Nested
    class PAU_3 {
        @Test
        void just_before_the_hour_is_over_they_stand() {
            Story story = repliedAt11().waited("2026-03-02T11:59:59.999Z");

            assertThat(story.firedSinceThen()).isEmpty();
            assertThat(both(story)).extracting(Clock::state).containsOnly(ClockState.PAUSED);
        }

        @Test
        void when_it_is_over_they_count_on_where_they_stood() {
            Story story = repliedAt11().waited("2026-03-02T12:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("PAU-3", "MQL-6");
            assertThat(both(story)).extracting(Clock::state).containsOnly(ClockState.RUNNING);
            assertThat(both(story)).extracting(Clock::dueAt).containsOnly(Instant.parse("2026-03-02T15:00:00Z"));
            assertThat(both(story)).extracting(Clock::startedAt).containsOnly(Instant.parse(MONDAY_10));
        }

        @Test
        void what_was_answered_meanwhile_stays_answered() {
            Story story = repliedAt11().then("2026-03-02T11:31:00Z").accepted().waited("2026-03-02T12:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("PAU-3");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
            assertThat(story.clock(SPEED).state()).isEqualTo(ClockState.RUNNING);
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T15:00:00Z");
        }

        @Test
        void what_was_started_meanwhile_runs_on() {
            Story story = repliedAt11().then("2026-03-02T11:10:00Z").moved("SAL");
            story.then("2026-03-02T11:20:00Z").moved("MQL");
            assertThat(story.clock().number()).isEqualTo(2);
            assertThat(story.clock().state()).isEqualTo(ClockState.RUNNING);
            assertThat(story.clock(SPEED).state()).isEqualTo(ClockState.PAUSED);

            story.waited("2026-03-02T12:00:00Z");
            assertThat(story.rulesSinceThen()).containsExactly("PAU-3", "MQL-6");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T15:20:00Z");
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T15:00:00Z");
        }

        @Test
        void a_rejection_ends_the_wait() {
            Story story = repliedAt11().then("2026-03-02T11:30:00Z").rejected("timing");
            assertThat(both(story)).extracting(Clock::verdict).containsOnly(Verdict.MET);

            assertThat(story.waited("2026-03-31T10:00:00Z").firedSinceThen()).isEmpty();
        }

        @Test
        void another_timer_resumes_nothing() {
            Story story = repliedAt11().waited("2026-03-02T11:59:00Z");

            assertThat(story.firedSinceThen()).doesNotContain("PAU-3");
            assertThat(STANDARD.stagesWhere("PAU-3", s -> s.waited("2026-03-31T10:00:00Z")))
                    .isEmpty();
        }
    }

    @Nested
    class PAU_4 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T11:00:00Z,     PAU-4, at once",
            "2026-03-02T11:59:59.999Z, PAU-4, just before the hour is over",
            "2026-03-02T12:00:00Z,     PAU-4, exactly when it is over the call comes first",
            "2026-03-02T12:00:00.001Z, '',    the wait is over already"
        })
        void a_call_ends_the_wait(String at, String rule, String why) {
            Story story = repliedAt11().then(at).called("no answer");

            List<String> ended =
                    story.rules().stream().filter(id -> id.startsWith("PAU")).toList();
            assertThat(String.join(" ", ended)).as(why).isEqualTo(rule);
            assertThat(story.lead().timer("answer")).as(why).isEmpty();
            assertThat(both(story)).as(why).extracting(Clock::verdict).containsOnly(Verdict.MET);
            assertThat(story.waited("2026-03-09T10:00:00Z").firedSinceThen())
                    .as(why)
                    .isEmpty();
        }

        @Test
        void in_another_stage_too() {
            Story story = fourHours().accepted().then("2026-03-02T11:00:00Z").replied();
            story.then("2026-03-02T11:30:00Z").called("connected");

            assertThat(story.rules()).containsSubsequence("PAU-4", "SPD-2");
            assertThat(story.clock(SPEED).verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void a_mail_of_a_machine_does_not() {
            Story story = repliedAt11().then("2026-03-02T11:30:00Z").mailedByMachine("no answer");

            assertThat(story.firedSinceThen()).isEmpty();
            assertThat(waits(story)).isEqualTo("2026-03-02T12:00:00Z");
        }

        @Test
        void without_a_wait_there_is_nothing_to_end() {
            assertThat(STANDARD.stagesWhere("PAU-4", story -> story.called("no answer")))
                    .isEmpty();
        }
    }
}
