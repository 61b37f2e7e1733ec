package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of mql.drl: which behaviour qualifies a lead that fits. */
class MqlTest {
    private static final String[] QUALIFIED_ONCE = {"NEW", "NURTURE", "MQL", "RECYCLED"};

    /** Ana's, so that no test here is about who gets it. */
    private static Story icp() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana");
    }

    /** Where a rule fires when a lead does something; one in NEW is found to fit afterwards. */
    private static List<String> stagesWhere(String rule, UnaryOperator<Story> happening) {
        return STANDARD.stagesWhere(rule, story -> happening.apply(story).profile(ICP));
    }

    @Test
    void the_order_in_which_fit_and_behaviour_become_known_does_not_matter() {
        Story story = STANDARD.at(MONDAY_10)
                .created(NOTHING)
                .assigned("ana")
                .touched("demo request")
                .profile(ICP);

        assertThat(story.rules()).containsExactly("FIT-1", "FIT-2", "FIT-3", "MQL-1", "SLA-1", "SLA-4", "SPD-1");
        assertThat(story.movesSinceThen()).containsExactly("NEW", "MQL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_qualifies_a_lead_that_does_not_fit_or_is_not_known_to(boolean known) {
        Story story = known
                ? STANDARD.at(MONDAY_10).created(MISFIT).reinstated()
                : STANDARD.at(MONDAY_10).created(NOTHING);
        String price = "pricing page visit";

        story.then(MONDAY_10)
                .touched("demo request", "webinar attended", "content download", price, price, price)
                .touched("return visit", "return visit")
                .scored(100);

        assertThat(story.rulesSinceThen()).isSubsetOf("MQL-7");
        assertThat(story.lead().journey().stampsOf("MQL")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "content download,  NURTURE, a download alone is curiosity",
        "return visit,      NURTURE, coming back says little",
        "form submitted,    NURTURE, no rule names it",
        "page visit,        NURTURE, low intent",
        "email opened,      NURTURE, a machine may have done it",
        "demo request,      MQL,     the strongest signal"
    })
    void a_single_touch_qualifies_only_where_a_rule_says_so(String kind, String stage, String why) {
        assertThat(icp().touched(kind).stage()).as(why).isEqualTo(stage);
    }

    @Test
    void an_unknown_kind_is_refused_with_the_likely_one() {
        Story story = icp().touched("demo requst");

        assertThat(story.refusal()).contains("\"demo requst\"", "Maybe \"demo request\"?");
        assertThat(story.stage()).isEqualTo("NURTURE");
    }

    @Test
    void qualifying_again_keeps_the_first_stamp_and_counts_two_entries() {
        Story story = icp().touched("demo request").rejected("timing").then("2026-03-09T10:00:00Z");

        story.touched("demo request");

        assertThat(story.stamps("MQL").first()).isEqualTo(MONDAY_10);
        assertThat(story.stamps("MQL").latest()).isEqualTo("2026-03-09T10:00:00Z");
        assertThat(story.stamps("MQL").entries()).isEqualTo(2);
    }

    @Nested
    class MQL_1 {
        @Test
        void a_demo_request_qualifies() {
            Story story = icp().touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-1", "SLA-1", "SLA-4", "SPD-1");
            assertThat(story.type()).isEqualTo("demo");
        }

        @Test
        void not_after_sales_has_accepted() {
            assertThat(stagesWhere("MQL-1", story -> story.touched("demo request")))
                    .containsExactly(QUALIFIED_ONCE);
        }

        @Test
        void an_mql_of_another_type_becomes_more_urgent() {
            Story story = STANDARD.standingIn("MQL").touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-1", "MQL-2", "SLA-1", "SLA-4", "SPD-1");
            assertThat(story.type()).isEqualTo("demo");
            assertThat(story.stamps("MQL").entries()).isOne();
        }
    }

    @Nested
    class MQL_2 {
        @ParameterizedTest
        @CsvSource({"event attended", "webinar attended"})
        void an_attended_event_qualifies(String kind) {
            Story story = icp().touched(kind);

            assertThat(story.rules()).containsExactly("MQL-2", "SLA-2", "SLA-4", "SPD-1");
            assertThat(story.type()).isEqualTo("event");
        }

        @Test
        void not_after_sales_has_accepted() {
            assertThat(stagesWhere("MQL-2", story -> story.touched("event attended")))
                    .containsExactly(QUALIFIED_ONCE);
        }

        @Test
        void it_makes_a_demo_no_less_urgent() {
            Story story = icp().touched("demo request", "webinar attended");

            assertThat(story.rules()).containsExactly("MQL-1", "MQL-2");
            assertThat(story.type()).isEqualTo("demo");
        }
    }

    @Nested
    class MQL_3 {
        @ParameterizedTest
        @CsvSource({
            "content download;return visit;return visit,              true,  the second visit after the download",
            "content download;return visit,                           false, only one",
            "return visit;content download;return visit,              false, one of the two came before",
            "return visit;return visit;content download,              false, both came before",
            "return visit;return visit,                               false, no download",
            "return visit;content download;return visit;return visit, true,  two after it",
            "content download;return visit;content download;return visit, true, the first download counts"
        })
        void two_return_visits_after_the_download_qualify(String kinds, boolean qualified, String why) {
            Story story = icp().touched(kinds.split(";"));

            assertThat(story.rules().contains("MQL-3")).as(why).isEqualTo(qualified);
            assertThat(story.type()).as(why).isEqualTo(qualified ? "content" : null);
        }

        @Test
        void not_after_sales_has_accepted() {
            assertThat(stagesWhere("MQL-3", story -> story.touched("content download", "return visit", "return visit")))
                    .containsExactly(QUALIFIED_ONCE);
        }
    }

    @Nested
    class MQL_4 {
        @ParameterizedTest
        @CsvSource({
            "content download;pricing page visit, true,  in this order",
            "pricing page visit;content download, true,  and in the other",
            "content download;content download,   false, no prices",
            "pricing page visit,                  false, no download"
        })
        void a_download_and_a_look_at_prices_qualify(String kinds, boolean qualified, String why) {
            Story story = icp().touched(kinds.split(";"));

            assertThat(story.rules().contains("MQL-4")).as(why).isEqualTo(qualified);
            assertThat(story.stage()).as(why).isEqualTo(qualified ? "MQL" : "NURTURE");
        }

        @Test
        void not_after_sales_has_accepted() {
            assertThat(stagesWhere("MQL-4", story -> story.touched("content download", "pricing page visit")))
                    .containsExactly(QUALIFIED_ONCE);
        }
    }

    @Nested
    class MQL_5 {
        @ParameterizedTest
        @CsvSource({
            "2, NURTURE, one below",
            "3, MQL,     the limit",
        })
        void three_looks_at_prices_qualify(int visits, String stage, String why) {
            String[] kinds = Collections.nCopies(visits, "pricing page visit").toArray(String[]::new);
            Story story = icp().touched(kinds);

            assertThat(story.rules().contains("MQL-5")).as(why).isEqualTo(stage.equals("MQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void a_fourth_look_changes_nothing() {
            String price = "pricing page visit";
            Story story = icp().touched(price, price, price, price);

            assertThat(story.rules()).containsExactly("MQL-5");
            assertThat(story.type()).isEqualTo("pricing");
        }

        @Test
        void not_after_sales_has_accepted() {
            String price = "pricing page visit";
            assertThat(stagesWhere("MQL-5", story -> story.touched(price, price, price)))
                    .containsExactly(QUALIFIED_ONCE);
        }
    }

    @Nested
    class MQL_6 {
        @ParameterizedTest
        @CsvSource({"99, NURTURE, one below", "100, MQL, the limit", "101, MQL, one above"})
        void a_score_of_100_qualifies(long score, String stage, String why) {
            Story story = icp().scored(score);

            assertThat(story.rules().contains("MQL-6")).as(why).isEqualTo(stage.equals("MQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @ParameterizedTest
        @CsvSource({
            "150, RECYCLED, the old score counts for nothing",
            "249, RECYCLED, 99 gained",
            "250, MQL,      100 gained since",
        })
        void of_a_recycled_lead_only_what_it_gained_since_counts(long score, String stage, String why) {
            Story story = icp().scored(150).rejected("timing");

            assertThat(story.scored(score).stage()).as(why).isEqualTo(stage);
        }

        @Test
        void not_after_sales_has_accepted() {
            assertThat(stagesWhere("MQL-6", story -> story.scored(100))).containsExactly(QUALIFIED_ONCE);
        }
    }

    @Nested
    class MQL_7 {
        @Test
        void a_demo_request_does_not_wait_for_an_enrichment() {
            Story story = STANDARD.at(MONDAY_10).created(NOTHING).touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-7");
            assertThat(story.toldSinceThen()).containsExactly("oli urgently");
            assertThat(story.stage()).isEqualTo("NEW");
        }

        @Test
        void neither_in_nurture() {
            Story story = STANDARD.at(MONDAY_10).created("import", NOTHING).touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-7");
        }

        @Test
        void nor_after_it_was_recycled() {
            Story story = STANDARD.standingIn("RECYCLED").profile(Map.of("title", "Accountant"));

            assertThat(story.touched("demo request").rules()).containsExactly("MQL-7");
            assertThat(story.profile(ICP).stage()).as("once it fits").isEqualTo("MQL");
        }

        @ParameterizedTest
        @CsvSource({"page visit", "webinar attended"})
        void anything_else_does(String kind) {
            assertThat(STANDARD.at(MONDAY_10).created(NOTHING).touched(kind).rules())
                    .isEmpty();
        }

        @Test
        void a_known_fit_answers_by_itself() {
            assertThat(STANDARD.stagesWhere("MQL-7", story -> story.touched("demo request")))
                    .containsExactly("NEW");
        }
    }
}
