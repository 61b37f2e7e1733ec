package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.Story;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of closing.drl: how a deal opens and closes. */
class ClosingTest {
    @ParameterizedTest
    @CsvSource({
        "RECYCLED, timing",
        "RECYCLED, stakeholder change",
        "DISQUALIFIED, inactive",
        "DISQUALIFIED, do not contact"
    })
    void an_open_deal_is_lost_before_its_lead_is(String stage, String reason) {
        Story story = STANDARD.standingIn("OPPORTUNITY").moved(stage, reason);

        assertThat(story.refusal()).contains("no MANUAL path leads from OPPORTUNITY to " + stage);
        assertThat(story.stage()).isEqualTo("OPPORTUNITY");
    }

    @Nested
    class CLS_1 {
        @Test
        void a_deal_may_open_wherever_a_lead_is_or_was_qualified() {
            assertThat(STANDARD.stagesWhere("CLS-1", Story::dealOpened))
                    .containsExactly("MQL", "SAL", "WORKING", "SQL", "RECYCLED");
        }

        @Test
        void a_new_deal_does_not_open_a_lost_lead_again() {
            Story story = STANDARD.at(MONDAY_10).imported("CLOSED_LOST").dealOpened();

            assertThat(story.rules()).isEmpty();
            assertThat(story.stage()).isEqualTo("CLOSED_LOST");
        }

        @Test
        void it_answers_the_clock() {
            Story story = STANDARD.standingIn("MQL").dealOpened();

            assertThat(story.rules()).containsExactly("CLS-1", "SPD-5");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void the_stages_it_skips_have_no_stamp() {
            assertThat(STANDARD.standingIn("MQL").dealOpened().lead().journey().stampsOf("SQL"))
                    .isEmpty();
        }
    }

    @Nested
    class CLS_2 {
        @Test
        void a_won_deal_closes_the_lead() {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealWon();

            assertThat(story.rules()).containsExactly("CLS-2");
            assertThat(story.stage()).isEqualTo("CLOSED_WON");
        }

        @Test
        void only_an_open_deal_can_be_won() {
            assertThat(STANDARD.stagesWhere("CLS-2", Story::dealWon)).containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class CLS_3 {
        @Test
        void only_an_open_deal_can_be_lost() {
            assertThat(STANDARD.stagesWhere("CLS-3", story -> story.dealLost("timing")))
                    .containsExactly("OPPORTUNITY");
        }

        @ParameterizedTest
        @CsvSource({
            ",         'the reason is missing; the picklist \"closed lost\" has [timing, budget not approved,'",
            "price,    'the reason \"price\" is not in the picklist \"closed lost\": [timing, budget not approved,'",
            "competitr, 'Maybe \"competitor\"?'"
        })
        void without_a_reason_of_its_picklist_a_loss_is_refused(String reason, String says) {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost(reason);

            assertThat(story.refusal()).contains(says, "stakeholder change");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void a_lost_lead_that_no_rule_dispositions_is_recycled_at_the_limit() {
            String lost = """
                    rule "ONE-1 A lead with a deal is an opportunity"
                        when OpportunityCreated( )
                        then lead.moveTo("OPPORTUNITY").because("a deal was opened");
                    end
                    rule "ONE-2 A deal that is lost closes the lead as lost"
                        when OpportunityLost( $reason : reason )
                        then lead.moveTo("CLOSED_LOST", $reason).because("the deal was lost");
                    end
                    """;
            try (DroolsRuleBook book = DroolsRuleBook.of(STANDARD.book().lifecycle(), Map.of("one.drl", lost))) {
                Story story =
                        Story.in(book, MONDAY_10).created(ICP).dealOpened().dealLost("competitor");
                assertThat(story.rules()).containsExactly("ONE-2");

                assertThat(story.waited("2026-03-09T09:59:59.999Z").stage()).isEqualTo("CLOSED_LOST");
                assertThat(story.waited("2026-03-09T10:00:00Z").stage()).isEqualTo("RECYCLED");
                assertThat(story.reason()).isEqualTo("timing");
                assertThat(story.rulesSinceThen()).containsExactly("lifecycle");
            }
        }
    }

    @Nested
    class CLS_4 {
        @ParameterizedTest
        @CsvSource({
            "timing,              timing,              REC-1",
            "budget not approved, budget not approved, REC-2",
            "no budget,           budget not approved, REC-2",
            "stakeholder change,  stakeholder change,  REC-3"
        })
        void a_reason_that_may_pass_recycles_at_once(String given, String reason, String sequence) {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost(given);

            assertThat(story.rules()).containsExactly("CLS-3", "CLS-4", "DSP-1", sequence, "REC-5", "REE-1");
            assertThat(story.refused()).isEmpty();
            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", "RECYCLED");
            assertThat(story.reason()).isEqualTo(reason);
            assertThat(story.lead().timers()).extracting(Timer::name).containsExactly("re-evaluation");
            assertThat(story.lead().clock("disposition")).isEmpty();
        }
    }

    @Nested
    class CLS_5 {
        @ParameterizedTest
        @CsvSource({
            "competitor,       competitor",
            "chose competitor, competitor",
            "wrong ICP,        wrong ICP",
            "bad fit,          wrong ICP",
            "invalid contact,  invalid contact",
            "bad data,         invalid contact"
        })
        void a_reason_that_stays_disqualifies_at_once(String given, String reason) {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost(given);

            assertThat(story.rules()).containsExactly("CLS-3", "CLS-5", "DSP-1");
            assertThat(story.refused()).isEmpty();
            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", "DISQUALIFIED");
            assertThat(story.reason()).isEqualTo(reason);
            assertThat(story.lead().journey().finallyDisqualified()).isTrue();
        }
    }

    @Nested
    class CLS_6 {
        @Test
        void a_reopened_deal_comes_back_from_recycling() {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost("timing").dealReopened();

            assertThat(story.rules()).containsExactly("CLS-6");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(story.stamps("OPPORTUNITY").entries()).isEqualTo(2);
        }

        @Test
        void its_reason_leaves_the_lead_and_stays_in_the_journal() {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost("timing").dealReopened();

            assertThat(story.reason()).isNull();
            assertThat(story.lead().journey().recycles().lastReason()).isEqualTo("timing");
            assertThat(story.journal().stream()
                            .flatMap(entry -> entry.moves().stream())
                            .map(move -> move.to() + " " + move.reason()))
                    .endsWith("CLOSED_LOST timing", "RECYCLED timing", "OPPORTUNITY null");
        }

        @Test
        void nor_does_one_come_back_by_hand() {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost("timing").moved("OPPORTUNITY", "they called");

            assertThat(story.refusal())
                    .endsWith(
                            "the stage OPPORTUNITY takes no reason, \"they called\" is given; words belong in the note;"
                                    + " allowed from RECYCLED are [MQL, OPPORTUNITY, DISQUALIFIED]");
        }

        @Test
        void only_a_lost_or_recycled_one() {
            assertThat(STANDARD.stagesWhere("CLS-6", Story::dealReopened)).containsExactly("RECYCLED");
        }
    }
}
