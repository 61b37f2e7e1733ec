package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-speed-to-lead.drl: how long the lead itself waits until a person gets in touch. */
class SlaSpeedToLeadTest {
    private static final String SPEED = "speed to lead";
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    /** Ana's MQL: five minutes from Monday 10:00 on. */
    private static Story demo() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").touched("demo request");
    }

    private static Verdict verdictOf(Story story) {
        return story.clock(SPEED).verdict();
    }

    @Nested
    class SPD_1 {
        @ParameterizedTest
        @CsvSource({
            "demo request,                          2026-03-02T10:00:00Z, 2026-03-02T10:05:00Z, 5 minutes for a demo",
            "demo request,                          2026-03-06T16:55:00Z, 2026-03-06T17:00:00Z, used up at closing",
            "demo request,                          2026-03-06T16:55:01Z, 2026-03-09T09:00:01Z, one second more",
            "demo request,                          2026-03-07T12:00:00Z, 2026-03-09T09:05:00Z, asked on Saturday",
            "event attended,                        2026-03-02T10:00:00Z, 2026-03-05T10:00:00Z, 24 hours are 3 days",
            "webinar attended,                      2026-03-05T10:00:00Z, 2026-03-10T10:00:00Z, over the weekend",
            "content download;pricing page visit,   2026-03-02T09:59:00Z, 2026-03-02T14:00:00Z, from the second touch",
            "pricing page visit;pricing page visit;pricing page visit, 2026-03-02T12:58:00Z, 2026-03-02T17:00:00Z, third"
        })
        void it_has_the_time_of_acceptance(String kinds, String at, String due, String why) {
            Story story = STANDARD.at(at).created(ICP).assigned("ana").touched(kinds.split(";"));

            assertThat(story.rules()).as(why).contains("SPD-1");
            assertThat(story.clock(SPEED).dueAt()).as(why).isEqualTo(due);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @Test
        void the_rules_of_a_demo_request() {
            assertThat(demo().rules()).containsSubsequence("MQL-1", "SLA-1", "SLA-4", "SPD-1");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-02T10:05:00Z, '',                  with the signal",
            "2026-03-02T10:00:40Z, 2026-03-02T10:05:40Z, '',                  looked up 40 seconds later",
            "2026-03-02T10:02:30Z, 2026-03-02T10:07:30Z, NTC-1,               exactly at half of its time",
            "2026-03-02T10:03:00Z, 2026-03-02T10:08:00Z, NTC-1,               half of its time is over already",
            "2026-03-02T10:05:00Z, 2026-03-02T10:10:00Z, NTC-2 NTC-3,         of those before only the highest is told",
            "2026-03-02T10:05:01Z, 2026-03-02T10:10:01Z, NTC-3,               over before it was an MQL"
        })
        void it_counts_from_the_signal_and_acceptance_from_the_mql(
                String enrichedAt, String accepted, String told, String why) {
            Story story =
                    STANDARD.at(MONDAY_10).created(NOTHING).assigned("ana").touched("demo request");
            story.then(enrichedAt).profile(ICP).waited(enrichedAt);

            assertThat(story.stage()).as(why).isEqualTo("MQL");
            assertThat(story.clock(SPEED).startedAt()).as(why).isEqualTo(MONDAY_10);
            assertThat(story.clock(SPEED).dueAt()).as(why).isEqualTo("2026-03-02T10:05:00Z");
            assertThat(story.clock().startedAt()).as(why).isEqualTo(enrichedAt);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(accepted);
            assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(told);
        }

        @Test
        void a_weaker_touch_later_leaves_it() {
            Story story = demo().then("2026-03-02T10:02:00Z").touched("event attended");

            assertThat(story.rules()).containsSubsequence("MQL-1", "MQL-2");
            assertThat(story.clock(SPEED).startedAt()).isEqualTo(MONDAY_10);
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T10:05:00Z");
        }

        @Test
        void a_recycled_lead_counts_from_its_new_signal() {
            Story story = demo().rejected("timing").then("2026-03-04T12:00:00Z").touched("demo request");

            assertThat(story.rules()).contains("MQL-1", "SPD-1");
            assertThat(story.clock(SPEED).number()).isEqualTo(2);
            assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-03-04T12:00:00Z");
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-04T12:05:00Z");
        }

        @Test
        void a_lead_that_goes_back_to_mql_was_late_at_once_for_a_signal_that_was_answered() {
            Story story = demo().then("2026-03-02T10:03:00Z").called("no answer");
            story.then("2026-03-02T11:00:00Z").moved("MQL").waited("2026-03-02T11:00:00Z");

            assertThat(story.rulesSinceThen()).doesNotContain("NTC-3");
            assertThat(story.clock(SPEED).number()).isEqualTo(2);
            assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-03-02T11:00:00Z");
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T11:05:00Z");
        }

        @Test
        void a_reinstated_lead_was_late_at_once_for_a_signal_of_months_ago() {
            Story story =
                    demo().rejected("competitor").then("2026-06-02T11:00:00Z").reinstated();
            assertThat(story.stage()).isEqualTo("MQL");

            assertThat(story.waited("2026-06-02T11:00:00Z").rulesSinceThen()).isEmpty();
            assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-06-02T11:00:00Z");
        }

        @Test
        void a_signal_after_the_answer_counts_when_the_lead_goes_back() {
            Story story = demo().then("2026-03-02T10:03:00Z").called("no answer");
            story.then("2026-03-02T10:59:00Z")
                    .touched("demo request")
                    .then("2026-03-02T11:00:00Z")
                    .moved("MQL");

            assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-03-02T10:59:00Z");
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T11:04:00Z");
        }

        @Test
        void a_recycled_lead_that_replied_was_late_for_a_page_it_had_looked_at_before() {
            Story story = demo().rejected("timing").then("2026-04-01T10:00:00Z").touched("page visit");
            story.then("2026-05-04T10:00:00Z").replied().waited("2026-05-04T10:00:00Z");

            assertThat(story.type()).isEqualTo("reply");
            assertThat(story.rulesSinceThen()).isEmpty();
            assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-05-04T10:00:00Z");
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-05-04T14:00:00Z");
        }

        @Test
        void whoever_is_no_mql_has_none() {
            assertThat(STANDARD.stagesWhere("SPD-1", story -> story.touched("demo request")))
                    .containsExactly("NURTURE", "MQL", "RECYCLED");
        }
    }

    @Nested
    class SPD_2 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z,     MET,      at once",
            "2026-03-02T10:04:59.999Z, MET,      just before it is due",
            "2026-03-02T10:05:00Z,     MET,      exactly when it is due",
            "2026-03-02T10:05:00.001Z, BREACHED, a millisecond too late"
        })
        void a_call_answers_it(String at, Verdict verdict, String why) {
            Story story = demo().then(at).called("no answer");

            assertThat(story.rules()).as(why).containsSubsequence("ACC-4", "SAL-2", "SPD-2");
            assertThat(verdictOf(story)).as(why).isEqualTo(verdict);
            assertThat(story.clock(SPEED).endedAt()).as(why).isEqualTo(at);
            assertThat(story.lead().contact().firstResponseAt()).as(why).isEqualTo(at);
        }

        @ParameterizedTest
        @CsvSource({"connected", "no answer", "voicemail", "bounced", "wrong number"})
        void whatever_comes_of_it(String result) {
            Story story = demo().then("2026-03-02T10:03:00Z").called(result);

            assertThat(story.rules()).contains("SPD-2");
            assertThat(verdictOf(story)).isEqualTo(Verdict.MET);
        }

        @Test
        void accepting_does_not_answer_it() {
            Story story = demo().then("2026-03-02T10:01:00Z").accepted();

            assertThat(story.rules())
                    .containsSubsequence("ACC-1", "SAL-1", "FST-1")
                    .doesNotContain("SPD-2");
            assertThat(story.clock(SPEED).state()).isEqualTo(ClockState.RUNNING);
            assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T10:05:00Z");
        }

        @Test
        void of_an_accepted_lead_the_call_does() {
            Story story = demo().then("2026-03-02T10:01:00Z").accepted().then("2026-03-02T10:05:00Z");

            assertThat(story.called("voicemail").rules()).containsSubsequence("FST-2", "SPD-2");
            assertThat(verdictOf(story)).isEqualTo(Verdict.MET);
        }

        @Test
        void a_mail_of_a_machine_answers_nothing_and_is_no_first_response() {
            Story story = demo().then("2026-03-02T10:01:00Z").mailedByMachine("no answer");

            assertThat(story.rules()).isEmpty();
            assertThat(story.lead().clocks()).extracting(Clock::state).containsOnly(ClockState.RUNNING);
            assertThat(story.lead().contact().firstResponseAt()).isNull();
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:04:30Z,     MET,      true,  it was in time",
            "2026-03-02T10:05:00Z,     MET,      true,  exactly when it was due",
            "2026-03-02T10:05:00.001Z, BREACHED, false, it was too late after all"
        })
        void a_call_that_is_learnt_after_the_breach_counts_from_when_it_was_made(
                String at, Verdict verdict, boolean late, String why) {
            Story story = demo().waited("2026-03-02T10:08:00Z").then(at).called("no answer");

            assertThat(story.rules()).as(why).containsSubsequence("ACC-4", "SAL-2", "SPD-2");
            assertThat(verdictOf(story)).as(why).isEqualTo(verdict);
            assertThat(story.clock(SPEED).learntLate()).as(why).isEqualTo(late);
            assertThat(story.clock().verdict()).as(why).isEqualTo(verdict);
            assertThat(story.waited("2026-03-09T10:00:00Z").toldSinceThen())
                    .as(why)
                    .isEmpty();
        }

        @Test
        void a_second_call_changes_nothing() {
            Story story = demo().then("2026-03-02T10:03:00Z").called("no answer");
            Clock answered = story.clock(SPEED);

            assertThat(story.then("2026-03-02T11:00:00Z").called("no answer").clock(SPEED))
                    .isEqualTo(answered);
        }

        @Test
        void it_is_the_same_in_every_stage() {
            assertThat(STANDARD.stagesWhere("SPD-2", story -> story.called("no answer")))
                    .isEqualTo(STANDARD.stages());
            assertThat(STANDARD.stagesWhere("SPD-2", story -> story.mailedByMachine("no answer")))
                    .isEmpty();
        }
    }

    @Nested
    class SPD_3 {
        @ParameterizedTest
        @CsvSource({
            "timing,     2026-03-02T10:04:59.999Z, MET,      for now and just before it is due",
            "timing,     2026-03-02T10:05:00Z,     MET,      exactly when it is due",
            "timing,     2026-03-02T10:05:00.001Z, BREACHED, a millisecond too late",
            "competitor, 2026-03-02T10:05:00Z,     MET,      for good and exactly when it is due",
            "competitor, 2026-03-02T10:05:00.001Z, BREACHED, for good and too late"
        })
        void a_rejection_answers_it(String reason, String at, Verdict verdict, String why) {
            Story story = demo().then(at).rejected(reason);

            assertThat(story.rules()).as(why).contains("SPD-3");
            assertThat(verdictOf(story)).as(why).isEqualTo(verdict);
            assertThat(story.clock(SPEED).endedAt()).as(why).isEqualTo(at);
        }

        @Test
        void of_an_accepted_lead_too() {
            Story story = demo().then("2026-03-02T10:01:00Z").accepted().then("2026-03-02T10:02:00Z");

            assertThat(story.rejected("timing").rules()).startsWith("ACC-2", "ACC-5", "SPD-3");
            assertThat(verdictOf(story)).isEqualTo(Verdict.MET);
            assertThat(story.clock("first contact").verdict()).isEqualTo(Verdict.CANCELLED);
        }

        @Test
        void where_it_was_answered_a_rejection_changes_nothing() {
            Story story = demo().then("2026-03-02T10:03:00Z").called("connected");
            Clock answered = story.clock(SPEED);

            assertThat(story.then("2026-03-03T10:00:00Z").rejected("timing").clock(SPEED))
                    .isEqualTo(answered);
        }
    }

    @Nested
    class SPD_4 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:04:59.999Z, MET,      just before it is due",
            "2026-03-02T10:05:00Z,     MET,      exactly when it is due",
            "2026-03-02T10:05:00.001Z, BREACHED, a millisecond too late"
        })
        void a_discovery_answers_it(String at, Verdict verdict, String why) {
            Story story = demo().then(at).discovered(BANT);

            assertThat(story.rules()).as(why).containsSubsequence("DIS-1", "SPD-4", "OPP-1");
            assertThat(verdictOf(story)).as(why).isEqualTo(verdict);
        }

        @Test
        void one_that_confirms_little_does_so_too() {
            Story story = demo().then("2026-03-02T10:03:00Z").discovered("budget");

            assertThat(story.rules()).containsSubsequence("DIS-3", "SPD-4");
            assertThat(verdictOf(story)).isEqualTo(Verdict.MET);
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @Test
        void after_a_call_there_is_nothing_to_answer() {
            assertThat(demo().called("connected").discovered(BANT).rules())
                    .containsSubsequence("DIS-1", "OPP-1")
                    .doesNotContain("SPD-4");
            assertThat(STANDARD.stagesWhere("SPD-4", story -> story.discovered("budget")))
                    .containsExactly("MQL", "SAL");
        }
    }

    @Nested
    class SPD_5 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:04:59.999Z, MET,      just before it is due",
            "2026-03-02T10:05:00Z,     MET,      exactly when it is due",
            "2026-03-02T10:05:00.001Z, BREACHED, a millisecond too late"
        })
        void a_deal_answers_it(String at, Verdict verdict, String why) {
            Story story = demo().then(at).dealOpened();

            assertThat(story.rules()).as(why).containsSubsequence("CLS-1", "SPD-5");
            assertThat(verdictOf(story)).as(why).isEqualTo(verdict);
            assertThat(story.clock().verdict()).as(why).isEqualTo(verdict);
        }

        @Test
        void after_a_call_there_is_nothing_to_answer() {
            assertThat(demo().called("connected").dealOpened().rules())
                    .contains("CLS-1")
                    .doesNotContain("SPD-5");
            assertThat(STANDARD.stagesWhere("SPD-5", Story::dealOpened)).containsExactly("MQL", "SAL");
        }
    }
}
