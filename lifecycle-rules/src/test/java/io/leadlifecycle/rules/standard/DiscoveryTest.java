package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.Map;
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

            assertThat(story.rulesSinceThen()).containsExactly("DIS-3");
            assertThat(story.stage()).isEqualTo("WORKING");
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

            assertThat(story.rules()).containsExactly("DIS-2", "REC-4", "REC-5", "REE-1");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.reason()).isEqualTo("discovery cancelled");
        }

        @Test
        void after_sales_answered_and_before_the_discovery_took_place() {
            assertThat(STANDARD.stagesWhere("DIS-2", Story::discoveryCancelled)).containsExactly("SAL", "WORKING");
        }
    }

    /** What S0 does: the lead is put back, and what it did before qualifies it no more. */
    @ParameterizedTest
    @CsvSource({
        "SIMPLE,   MQL",
        "STANDARD, SAL",
        "STANDARD, WORKING",
        "ADVANCED, SAL",
        "ADVANCED, WORKING",
        "ADVANCED, MEETING_SET"
    })
    void a_book_may_put_it_back_to_nurture_instead(Preset preset, String stage) {
        EditedPreset.Edit back = new EditedPreset.Edit(
                "../common/discovery.drl", "lead.recycle(\"discovery cancelled\")", "lead.moveTo(\"NURTURE\")");
        try (DroolsRuleBook book = EditedPreset.of(preset, back)) {
            Story story = preset.standingIn(stage).in(book).scored(150).accepted();
            story.then("2026-03-03T10:00:00Z").discoveryCancelled();
            assertThat(story.movesSinceThen()).containsExactly("NURTURE");
            assertThat(story.outcome().entry().toString()).contains("what it did before qualifies it no more");
            assertThat(story.lead().journey().recycles().count()).isZero();

            story.then("2026-03-04T10:00:00Z").touched("page visit").profile(Map.of("country", "DE"));
            assertThat(story.movesSinceThen())
                    .as("neither the webinar nor the score of before")
                    .isEmpty();
            story.touched("demo request");

            assertThat(story.movesSinceThen()).containsExactly("MQL");
            assertThat(story.stamps("MQL").entries()).isEqualTo(2);
        }
    }

    @Test
    void what_a_lead_gained_since_it_was_put_back_counts() {
        Story story = STANDARD.standingIn("WORKING")
                .scored(150)
                .then("2026-03-03T10:00:00Z")
                .moved("NURTURE");
        assertThat(story.scored(249).stage()).as("99 since then").isEqualTo("NURTURE");

        assertThat(story.scored(250).stage()).isEqualTo("MQL");
        assertThat(ScoreReport.of(story.journal()))
                .hasToString("250 = 3 x set by the host 250; since it went back 100 = 2 x set by the host 100");
    }

    @Nested
    class DIS_3 {
        @ParameterizedTest
        @CsvSource({
            "budget;authority;need, 2026-03-16T10:00:00Z, one is open",
            "'',                    2026-03-16T10:00:00Z, all are open",
            "budget;authority;need;timeline, ,            none is"
        })
        void what_is_missing_has_ten_business_days(String items, Instant due, String why) {
            String[] confirmed = items.isEmpty() ? new String[0] : items.split(";");
            Story story = STANDARD.standingIn("WORKING").discovered(confirmed);

            assertThat(story.rules().contains("DIS-3")).as(why).isEqualTo(due != null);
            assertThat(story.due("missing items")).as(why).isEqualTo(due);
        }

        @Test
        void another_discovery_that_is_incomplete_has_them_again() {
            Story story = STANDARD.standingIn("WORKING").discovered("budget").then("2026-03-03T10:00:00Z");

            assertThat(story.discovered("budget", "need").due("missing items")).isEqualTo("2026-03-17T10:00:00Z");
        }

        @Test
        void wherever_a_lead_may_be_recycled_but_not_once_it_is_lost() {
            assertThat(STANDARD.stagesWhere("DIS-3", story -> story.discovered("budget")))
                    .containsExactly("MQL", "SAL", "WORKING", "SQL");
            assertThat(STANDARD.at(MONDAY_10)
                            .imported("CLOSED_LOST")
                            .discovered("budget")
                            .due("missing items"))
                    .isNull();
        }
    }

    @Nested
    class DIS_4 {
        private final Story withoutBudget = STANDARD.standingIn("WORKING").discovered("authority", "need");

        @Test
        void a_budget_that_is_still_open_after_ten_business_days_is_not_approved() {
            assertThat(withoutBudget.waited("2026-03-16T09:59:59.999Z").stage()).isEqualTo("WORKING");
            withoutBudget.waited("2026-03-16T10:00:00Z");

            assertThat(withoutBudget.rulesSinceThen()).containsExactly("DIS-4", "REC-2", "REC-5", "REE-1");
            assertThat(withoutBudget.reason()).isEqualTo("budget not approved");
            assertThat(withoutBudget.enrolledSinceThen()).containsExactly("business case");
        }

        @Test
        void the_latest_discovery_says_what_is_open() {
            withoutBudget.discovered("budget").waited("2026-03-16T10:00:00Z");

            assertThat(withoutBudget.reason()).isEqualTo("discovery incomplete");
        }

        @Test
        void an_open_deal_needs_no_budget_on_record() {
            withoutBudget.dealOpened().waited("2026-03-31T10:00:00Z");

            assertThat(withoutBudget.stage()).isEqualTo("OPPORTUNITY");
        }
    }

    @Nested
    class DIS_5 {
        @ParameterizedTest
        @CsvSource({
            "BANT,   budget,  need and the rest are open",
            "BANT,   budget;authority;need, only the timeline is",
            "MEDDIC, metrics, a list without a budget"
        })
        void anything_else_that_is_open_is_an_unfinished_discovery(String method, String items, String why) {
            Story story = STANDARD.standingIn("WORKING").discoveredBy(method, items.split(";"));

            assertThat(story.waited("2026-03-16T09:59:59.999Z").stage()).isEqualTo("WORKING");
            story.waited("2026-03-16T10:00:00Z");

            assertThat(story.rulesSinceThen()).as(why).containsExactly("DIS-5", "REC-4", "REC-5", "REE-1");
            assertThat(story.reason()).as(why).isEqualTo("discovery incomplete");
        }
    }

    @Nested
    class DIS_6 {
        @Test
        void a_discovery_that_confirms_the_rest_goes_on_to_sql_and_nothing_fires() {
            Story story = STANDARD.standingIn("WORKING").discovered("budget");
            story.then("2026-03-16T10:00:00Z").discovered(BANT);

            assertThat(story.rules()).containsExactly("DIS-1", "DIS-6", "OPP-1");
            story.waited("2026-04-09T10:00:00Z");
            assertThat(story.firedSinceThen()).doesNotContain("DIS-4", "DIS-5");
            assertThat(story.stage()).isEqualTo("SQL");
        }

        @Test
        void an_sql_whose_list_was_completed_was_recycled_as_incomplete() {
            Story story = STANDARD.standingIn("SQL").discovered("budget").discovered(BANT);

            assertThat(story.rules()).containsExactly("DIS-6");
            assertThat(story.waited("2026-03-27T10:00:00Z").stage()).isEqualTo("SQL");
        }

        @Test
        void without_a_wait_there_is_nothing_to_end() {
            assertThat(STANDARD.standingIn("WORKING").discovered(BANT).rules()).doesNotContain("DIS-6");
        }
    }
}
