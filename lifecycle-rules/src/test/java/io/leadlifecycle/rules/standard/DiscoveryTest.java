package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of discovery.drl: what a discovery makes of a lead. */
class DiscoveryTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    @Nested
    class DIS_1 {
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
            Story story = STANDARD.standingIn("WORKING").discoveredBy(method, confirmed);

            assertThat(story.rules().contains("DIS-1")).as(why).isEqualTo(stage.equals("SQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void two_halves_are_no_whole() {
            Story story = STANDARD.standingIn("WORKING")
                    .discovered("budget", "authority")
                    .discovered("need", "timeline");

            assertThat(story.rulesSinceThen()).isEmpty();
        }

        @Test
        void an_unknown_item_is_refused_with_the_likely_one() {
            assertThat(STANDARD.standingIn("WORKING").discovered("budgett").refusal())
                    .contains("the confirmed \"budgett\"", "Maybe \"budget\"?");
        }

        @Test
        void a_discovery_that_comes_early_counts_and_answers_the_clock() {
            assertThat(STANDARD.stagesWhere("DIS-1", story -> story.discovered(BANT)))
                    .containsExactly("MQL", "SAL", "WORKING");
            assertThat(STANDARD.standingIn("MQL").discovered(BANT).clock().verdict())
                    .isEqualTo(Verdict.MET);
        }
    }

    @Nested
    class DIS_2 {
        @Test
        void a_cancelled_discovery_recycles() {
            Story story = STANDARD.standingIn("WORKING").discoveryCancelled();

            assertThat(story.rules()).containsExactly("DIS-2", "REC-4", "REC-5");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.reason()).isEqualTo("discovery cancelled");
        }

        @Test
        void after_sales_answered_and_before_the_discovery_took_place() {
            assertThat(STANDARD.stagesWhere("DIS-2", Story::discoveryCancelled)).containsExactly("SAL", "WORKING");
        }
    }
}
