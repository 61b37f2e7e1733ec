package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-first-contact.drl: how long an accepted lead may wait for the first call. */
class SlaFirstContactTest {
    private static final String FIRST = "first contact";

    /** An event lead of ana's, which has three days until it must be accepted. */
    private static Story acceptedAt(String at) {
        return STANDARD.at("2026-03-02T09:00:00Z")
                .created(ICP)
                .assigned("ana")
                .touched("event attended")
                .then(at)
                .accepted();
    }

    @Nested
    class FST_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-02T11:00:00Z, within the day",
            "2026-03-02T16:00:00Z, 2026-03-02T17:00:00Z, used up at closing time",
            "2026-03-02T16:00:01Z, 2026-03-03T09:00:01Z, one second goes to the next day",
            "2026-03-06T16:30:00Z, 2026-03-09T09:30:00Z, over the weekend",
            "2026-03-07T12:00:00Z, 2026-03-09T10:00:00Z, accepted on Saturday"
        })
        void an_accepted_lead_has_one_business_hour(String at, String due, String why) {
            Story story = acceptedAt(at);

            assertThat(story.rules()).as(why).containsSubsequence("ACC-1", "SAL-1", "FST-1");
            assertThat(story.clock(FIRST).startedAt()).as(why).isEqualTo(at);
            assertThat(story.clock(FIRST).dueAt()).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:29:59.999Z, '',                just before the half",
            "2026-03-02T10:30:00Z,     NTC-1,             half an hour",
            "2026-03-02T10:48:00Z,     NTC-1 NTC-2,       80 % are 48 minutes",
            "2026-03-02T11:00:00Z,     NTC-1 NTC-2 NTC-3, the end",
            "2026-03-02T16:00:00Z,     NTC-1 NTC-2 NTC-3, and no ladder after it"
        })
        void its_time_is_told_like_that_of_every_clock(String at, String rules, String why) {
            Story story = acceptedAt(MONDAY_10).then(MONDAY_10).waited(at);

            assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
        }

        @Test
        void who_was_called_already_has_none() {
            Story story = STANDARD.standingIn("MQL").called("no answer");

            assertThat(story.stage()).isEqualTo("SAL");
            assertThat(story.rules())
                    .containsSubsequence("ACC-4", "SAL-2", "SPD-2")
                    .doesNotContain("FST-1");
            assertThat(story.lead().clock(FIRST)).isEmpty();
        }

        @Test
        void nor_has_who_goes_back_to_sal_after_a_call() {
            Story story = STANDARD.standingIn("WORKING").moved("SAL");

            assertThat(story.firedSinceThen()).doesNotContain("FST-1");
        }

        @Test
        void a_lead_that_a_person_moves_to_sal_has_one() {
            Story story = STANDARD.standingIn("MQL").moved("SAL");

            assertThat(story.rules()).contains("FST-1");
            assertThat(story.clock(FIRST).dueAt()).isEqualTo("2026-03-02T11:00:00Z");
        }
    }

    @Nested
    class FST_2 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z,     MET,      at once",
            "2026-03-02T10:59:59.999Z, MET,      just before it is due",
            "2026-03-02T11:00:00Z,     MET,      exactly when it is due",
            "2026-03-02T11:00:00.001Z, BREACHED, a millisecond too late"
        })
        void a_call_answers_it(String at, Verdict verdict, String why) {
            Story story = acceptedAt(MONDAY_10).then(at).called("no answer");

            assertThat(story.rules()).as(why).containsSubsequence("FST-2", "SPD-2");
            assertThat(story.clock(FIRST).verdict()).as(why).isEqualTo(verdict);
            assertThat(story.clock(FIRST).endedAt()).as(why).isEqualTo(at);
        }

        @Test
        void one_that_reaches_the_lead_is_in_time_before_it_leaves_the_stage() {
            Story story = acceptedAt(MONDAY_10).then("2026-03-02T10:30:00Z").called("connected");

            assertThat(story.rules()).containsSubsequence("FST-2", "SPD-2", "WRK-1");
            assertThat(story.clock(FIRST).verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void one_that_is_learnt_late_counts_from_when_it_was_made() {
            Story story = acceptedAt(MONDAY_10).waited("2026-03-02T11:30:00Z").then("2026-03-02T10:55:00Z");

            assertThat(story.called("voicemail").rules()).containsSubsequence("FST-2", "SPD-2");
            assertThat(story.clock(FIRST).verdict()).isEqualTo(Verdict.MET);
            assertThat(story.clock(FIRST).learntLate()).isTrue();
        }

        @Test
        void a_mail_of_a_machine_does_not() {
            Story story = acceptedAt(MONDAY_10).then("2026-03-02T10:30:00Z").mailedByMachine("no answer");

            assertThat(story.firedSinceThen()).isEmpty();
            assertThat(story.clock(FIRST).state()).isEqualTo(ClockState.RUNNING);
        }

        @Test
        void only_in_sal() {
            assertThat(STANDARD.stagesWhere("FST-2", story -> story.called("no answer")))
                    .containsExactly("SAL");
        }
    }
}
