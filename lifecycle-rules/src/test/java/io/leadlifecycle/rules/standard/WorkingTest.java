package io.leadlifecycle.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of working.drl: how an accepted lead becomes sales qualified. */
class WorkingTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    @Nested
    class WRK_1 {
        @ParameterizedTest
        @CsvSource({
            "connected, WORKING, somebody picked up",
            "no answer, SAL,     nobody did",
            "voicemail, SAL,     a machine did"
        })
        void the_work_begins_when_somebody_picks_up(String outcome, String stage, String why) {
            Story story = Story.standingIn("SAL").called(outcome);

            assertThat(story.rules().contains("WRK-1")).as(why).isEqualTo(stage.equals("WORKING"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void a_machine_that_gets_through_is_no_conversation() {
            assertThat(Story.standingIn("SAL").mailedByMachine("connected").rules())
                    .isEmpty();
        }

        @Test
        void the_call_that_accepts_does_not_skip_the_acceptance() {
            Story story = Story.standingIn("MQL").called("connected");

            assertThat(story.rules()).containsExactly("ACC-4", "ACC-7");
            assertThat(story.movesSinceThen()).containsExactly("SAL");
        }

        @Test
        void only_an_accepted_lead() {
            assertThat(Story.stagesWhere("WRK-1", story -> story.called("connected")))
                    .containsExactly("SAL");
        }
    }

    @Nested
    class WRK_2 {
        @Test
        void the_work_begins_when_the_lead_replies() {
            Story story = Story.standingIn("SAL").replied();

            assertThat(story.rules()).containsExactly("WRK-2");
            assertThat(story.stage()).isEqualTo("WORKING");
        }

        @Test
        void an_out_of_office_note_is_no_reply() {
            assertThat(Story.standingIn("SAL").autoReplied().rules()).isEmpty();
        }

        @Test
        void only_an_accepted_lead() {
            assertThat(Story.stagesWhere("WRK-2", Story::replied)).containsExactly("SAL");
        }
    }

    @Nested
    class WRK_3 {
        @ParameterizedTest
        @CsvSource({
            "BANT,   budget;authority;need;timeline, SQL,     every item",
            "BANT,   timeline;need;budget;authority, SQL,     in any order",
            "BANT,   budget;authority;need,          WORKING, one is open",
            "BANT,   '',                             WORKING, all are open",
            "MEDDIC, metrics;economic buyer;decision criteria;decision process;identified pain;champion, SQL, another",
            "MEDDIC, metrics;economic buyer,         WORKING, four of six are open"
        })
        void a_whole_checklist_makes_it_sales_qualified(String method, String items, String stage, String why) {
            String[] confirmed = items.isEmpty() ? new String[0] : items.split(";");
            Story story = Story.standingIn("WORKING").discoveredBy(method, confirmed);

            assertThat(story.rules().contains("WRK-3")).as(why).isEqualTo(stage.equals("SQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void two_halves_are_no_whole() {
            Story story = Story.standingIn("WORKING")
                    .discovered("budget", "authority")
                    .discovered("need", "timeline");

            assertThat(story.rulesSinceThen()).isEmpty();
        }

        @Test
        void an_unknown_item_is_refused_with_the_likely_one() {
            assertThat(Story.standingIn("WORKING").discovered("budgett").refusal())
                    .contains("the confirmed \"budgett\"", "Maybe \"budget\"?");
        }

        @Test
        void a_discovery_that_comes_early_counts_and_answers_the_clock() {
            assertThat(Story.stagesWhere("WRK-3", story -> story.discovered(BANT)))
                    .containsExactly("MQL", "SAL", "WORKING");
            assertThat(Story.standingIn("MQL").discovered(BANT).clock().verdict())
                    .isEqualTo(Verdict.MET);
        }
    }

    @Nested
    class WRK_4 {
        @Test
        void a_cancelled_discovery_recycles() {
            Story story = Story.standingIn("WORKING").discoveryCancelled();

            assertThat(story.rules()).containsExactly("WRK-4", "REC-4", "REC-5");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.reason()).isEqualTo("discovery cancelled");
        }

        @Test
        void before_the_discovery_took_place() {
            assertThat(Story.stagesWhere("WRK-4", Story::discoveryCancelled)).containsExactly("SAL", "WORKING");
        }
    }
}
