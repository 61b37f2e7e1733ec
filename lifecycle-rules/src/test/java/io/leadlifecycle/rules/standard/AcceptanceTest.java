package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.Outcome;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.OpenLoss;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of acceptance.drl: what sales makes of an MQL. */
class AcceptanceTest {
    private static final String[] WITH_SALES = {"MQL", "SAL", "WORKING", "SQL"};

    /** Ana's MQL whose four hours, from Monday 10:00 on, end at 14:00. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100).then(MONDAY_10);
    }

    @Nested
    class ACC_1 {
        @Test
        void an_acceptance_is_an_answer_and_what_it_makes_of_the_lead_is_another_rule() {
            Story story = fourHours().accepted();

            assertThat(story.rules()).containsExactly("ACC-1", "SAL-1", "FST-1");
            assertThat(story.stage()).isEqualTo("SAL");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z,     MET,      at once",
            "2026-03-02T13:59:59.999Z, MET,      just before it is due",
            "2026-03-02T14:00:00Z,     MET,      exactly when it is due",
            "2026-03-02T14:00:00.001Z, BREACHED, a millisecond too late",
            "2026-03-03T10:00:00Z,     BREACHED, a day too late"
        })
        void it_stops_the_clock(String at, Verdict verdict, String why) {
            Story story = fourHours().then(at).accepted();

            assertThat(story.clock().state()).as(why).isEqualTo(ClockState.STOPPED);
            assertThat(story.clock().verdict()).as(why).isEqualTo(verdict);
        }

        @Test
        void an_acceptance_that_is_learnt_late_still_counts_from_when_it_happened() {
            Story story = fourHours()
                    .waited("2026-03-02T15:00:00Z")
                    .then("2026-03-02T13:00:00Z")
                    .accepted();

            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
            assertThat(story.clock().learntLate()).isTrue();
        }

        @Test
        void only_an_mql_can_be_accepted() {
            assertThat(STANDARD.stagesWhere("ACC-1", Story::accepted)).containsExactly("MQL");
        }
    }

    @Nested
    class ACC_2 {
        @ParameterizedTest
        @CsvSource({
            "timing,              timing,              a reason that may pass",
            "budget not approved, budget not approved, a reason that may pass",
            "stakeholder change,  stakeholder change,  a reason that may pass",
            "no budget,           budget not approved, the name that S0 gives it"
        })
        void sales_gives_it_back_for_now(String given, String reason, String why) {
            Story story = fourHours().rejected(given);

            assertThat(story.rules()).as(why).startsWith("ACC-2").doesNotContain("ACC-3");
            assertThat(story.stage()).as(why).isEqualTo("RECYCLED");
            assertThat(story.reason()).as(why).isEqualTo(reason);
        }

        @Test
        void the_rejection_answers_the_clock() {
            assertThat(fourHours().rejected("timing").clock().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void from_mql_to_sql() {
            assertThat(STANDARD.stagesWhere("ACC-2", story -> story.rejected("timing")))
                    .containsExactly(WITH_SALES);
        }

        @ParameterizedTest
        @CsvSource({
            "timing,     DISQUALIFY, '\"DISQUALIFY\" contradicts the reason \"timing\", which says RECYCLE'",
            "competitor, RECYCLE,    '\"RECYCLE\" contradicts the reason \"competitor\", which says DISQUALIFY'"
        })
        void a_disposition_that_contradicts_its_reason_is_refused(String reason, String disposition, String says) {
            Story story = fourHours().rejected(reason, disposition);

            assertThat(story.refusal()).contains(says);
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.clock().isOpen()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            ",         'the reason is missing; the picklist \"rejection\" has [timing, budget not approved,'",
            "'',       'the reason is missing; the picklist \"rejection\" has [timing, budget not approved,'",
            "tming,    'Maybe \"timing\"?'",
            "inactive, 'the reason \"inactive\" is not in the picklist \"rejection\": [timing, budget not approved,'"
        })
        void a_reason_that_is_missing_or_not_offered_is_refused_with_those_that_are(String reason, String says) {
            Story story = fourHours().rejected(reason);

            assertThat(story.outcome().status()).isEqualTo(Outcome.Status.REFUSED);
            assertThat(story.refusal()).contains(says, "stakeholder change");
            assertThat(story.stage()).isEqualTo("MQL");
        }
    }

    /** The standard book has none; a company may add one. */
    @Nested
    class A_reason_that_leaves_it_open {
        private static Story mql() {
            return Story.in(OpenLoss.in(STANDARD), MONDAY_10)
                    .created(ICP)
                    .assigned("ana")
                    .scored(100);
        }

        @ParameterizedTest
        @CsvSource({"RECYCLE, RECYCLED, ACC-2", "DISQUALIFY, DISQUALIFIED, ACC-3"})
        void goes_where_the_rep_says(String disposition, String stage, String rule) {
            Story story = mql().rejected("other", "they merge with a rival", disposition);

            assertThat(story.rules()).contains(rule);
            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.reason()).isEqualTo("other");
        }

        @ParameterizedTest
        @CsvSource({", RECYCLE", "'  ', RECYCLE", "a reason, "})
        void needs_a_note_and_where_it_goes(String note, String disposition) {
            Story story = mql().rejected("other", note, disposition);

            assertThat(story.refusal())
                    .endsWith("the reason \"other\" needs a note and a disposition of [RECYCLE, DISQUALIFY]");
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @Test
        void goes_nowhere_else() {
            Story story = mql().rejected("other", "a reason", "RECYCEL");

            assertThat(story.refusal())
                    .endsWith("the disposition \"RECYCEL\" is not one of [RECYCLE, DISQUALIFY]. Maybe \"RECYCLE\"?");
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @ParameterizedTest
        @CsvSource({"RECYCLED", "DISQUALIFIED"})
        void asked_for_by_hand_needs_a_note(String stage) {
            Story story = mql().accepted();

            assertThat(story.moved(stage, "other", " ").refusal())
                    .contains("the reason \"other\" needs a note; allowed");
            assertThat(story.moved(stage, "other", "they merge").stage()).isEqualTo(stage);
        }
    }

    @Nested
    class A_reason_that_only_rules_give {
        @ParameterizedTest
        @CsvSource({"no response", "stale SQL", "discovery cancelled", "meeting cancelled", "discovery incomplete"})
        void is_refused_with_those_that_a_person_may_give(String reason) {
            Story story = fourHours();

            assertThat(story.rejected(reason).refusal())
                    .contains("\"" + reason + "\" is not in the picklist \"rejection\": [timing, budget not approved,");
            assertThat(story.moved("RECYCLED", reason).refusal())
                    .endsWith(
                            "only rules give the reason \"" + reason + "\"; a person gives one of [budget not approved,"
                                    + " stakeholder change, timing]; allowed from MQL are [SAL, SQL, OPPORTUNITY, RECYCLED,"
                                    + " DISQUALIFIED]");
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(STANDARD.standingIn("OPPORTUNITY").dealLost(reason).refusal())
                    .contains("\"" + reason + "\" is not in the picklist \"closed lost\": [timing,");
        }

        @Test
        void may_come_with_old_data() {
            assertThat(STANDARD.at(MONDAY_10)
                            .imported("RECYCLED", "no response")
                            .reason())
                    .isEqualTo("no response");
        }
    }

    @Nested
    class ACC_3 {
        @ParameterizedTest
        @CsvSource({
            "competitor,       competitor,      it stays",
            "wrong ICP,        wrong ICP,       it stays",
            "invalid contact,  invalid contact, it stays",
            "chose competitor, competitor,      the name that S4 gives it",
            "bad fit,          wrong ICP,       the name that S0 gives it",
            "bad data,         invalid contact, the name that S0 gives it"
        })
        void sales_gives_it_back_for_good(String given, String reason, String why) {
            Story story = fourHours().rejected(given);

            assertThat(story.rules()).as(why).containsExactly("ACC-3", "ACC-5", "SPD-3");
            assertThat(story.stage()).as(why).isEqualTo("DISQUALIFIED");
            assertThat(story.reason()).as(why).isEqualTo(reason);
            assertThat(story.clock().verdict()).as(why).isEqualTo(Verdict.MET);
        }

        @Test
        void from_mql_to_sql() {
            assertThat(STANDARD.stagesWhere("ACC-3", story -> story.rejected("competitor")))
                    .containsExactly(WITH_SALES);
        }
    }

    @Nested
    class ACC_5 {
        @ParameterizedTest
        @CsvSource({"timing, RECYCLED", "competitor, DISQUALIFIED"})
        void a_rejection_is_an_answer(String reason, String stage) {
            Story story = fourHours().rejected(reason);

            assertThat(story.rules()).contains("ACC-5");
            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void also_when_the_lead_goes_elsewhere_than_the_rep_said() {
            Story story = fourHours().profile(MISFIT).rejected("timing");

            assertThat(story.overruled()).containsExactly("ACC-2");
            assertThat(story.reason()).isEqualTo("not a target");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
        }
    }

    @Nested
    class ACC_4 {
        @ParameterizedTest
        @CsvSource({
            "no answer,    SAL,          who called in time has answered",
            "wrong number, DISQUALIFIED, also when the lead ends by it"
        })
        void a_call_answers_the_clock(String outcome, String stage, String why) {
            Story story = fourHours().called(outcome);

            assertThat(story.rules()).as(why).contains("ACC-4");
            assertThat(story.stage()).as(why).isEqualTo(stage);
            assertThat(story.clock().verdict()).as(why).isEqualTo(Verdict.MET);
        }

        @Test
        void a_machine_answers_nothing() {
            assertThat(fourHours().mailedByMachine("no answer").clock().verdict())
                    .isEqualTo(Verdict.OPEN);
        }

        @Test
        void only_an_mql_has_the_clock() {
            assertThat(STANDARD.stagesWhere("ACC-4", story -> story.called("no answer")))
                    .containsExactly("MQL");
        }
    }
}
