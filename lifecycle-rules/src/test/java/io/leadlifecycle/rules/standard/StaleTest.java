package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.SIMPLE;
import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of stale.drl: an MQL that nobody accepts, a sales qualified lead without a deal. Both began on Monday at nine. */
class StaleTest {
    private static final String MQL_DUE = "2026-03-06T17:00:00Z";
    private static final String SQL_DUE = "2026-03-27T17:00:00Z";

    private static Optional<Instant> due(Story story, String timer) {
        return story.lead().timer(timer).map(found -> found.dueAt());
    }

    @Nested
    class STL_1 {
        @Test
        void an_mql_waits_five_business_days() {
            assertThat(due(STANDARD.standingIn("MQL"), "stale MQL")).hasValue(Instant.parse(MQL_DUE));
        }

        @Test
        void a_new_owner_changes_nothing() {
            assertThat(due(STANDARD.standingIn("MQL").assigned("ben"), "stale MQL"))
                    .hasValue(Instant.parse(MQL_DUE));
        }

        @ParameterizedTest
        @CsvSource({
            "demo request, a stronger signal: the wait for an answer goes on",
            "page visit,   any other touch",
            "email opened, a machine's"
        })
        void what_the_lead_does_changes_nothing(String touch, String why) {
            assertThat(due(STANDARD.standingIn("MQL").touched(touch), "stale MQL"))
                    .as(why)
                    .hasValue(Instant.parse(MQL_DUE));
        }

        @Test
        void one_that_enters_again_waits_anew() {
            Story story = STANDARD.standingIn("MQL").accepted().then("2026-03-04T09:00:00Z");
            assertThat(due(story, "stale MQL")).isEmpty();
            assertThat(due(story.moved("MQL"), "stale MQL")).hasValue(Instant.parse("2026-03-10T17:00:00Z"));
        }

        @Test
        void one_that_was_answered_where_it_stands_waits_anew_for_a_stronger_signal() {
            Story story = SIMPLE.standingIn("MQL").accepted().then("2026-03-04T09:00:00Z");
            assertThat(due(story.touched("demo request"), "stale MQL")).hasValue(Instant.parse("2026-03-10T17:00:00Z"));
        }

        @Test
        void only_in_its_stage() {
            assertThat(STANDARD.stages().stream()
                            .filter(stage ->
                                    due(STANDARD.standingIn(stage), "stale MQL").isPresent()))
                    .containsExactly("MQL");
        }
    }

    @Nested
    class STL_2 {
        @Test
        void just_before_the_limit_nothing_is_escalated() {
            assertThat(STANDARD.standingIn("MQL")
                            .waited("2026-03-06T16:59:59.999Z")
                            .firedSinceThen())
                    .doesNotContain("STL-2");
        }

        @Test
        void exactly_at_the_limit_the_manager_is_told() {
            Story story = STANDARD.standingIn("MQL")
                    .waited("2026-03-06T16:59:59.999Z")
                    .waited(MQL_DUE);
            assertThat(story.allRulesSinceThen()).contains("STL-2");
            assertThat(story.toldSinceThen()).anyMatch(told -> told.startsWith("maria"));
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @Test
        void the_vp_sales_reads_along_and_both_see_which_clock_ran_out() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, "2026-03-02T09:00:00Z")
                    .created(ICP)
                    .assigned("ana")
                    .touched("webinar attended")
                    .waited("2026-03-06T16:59:59.999Z")
                    .waited(MQL_DUE);

            assertThat(story.rulesSinceThen()).startsWith("STL-2");
            assertThat(story.noticesSinceThen()).containsExactly("maria (cc vera) urgently of acceptance");
        }

        @Test
        void long_after_it_was_escalated_once() {
            Story story = STANDARD.standingIn("MQL").waited(MQL_DUE).waited("2026-12-31T00:00:00Z");
            assertThat(story.firedSinceThen()).doesNotContain("STL-2");
        }

        @Test
        void one_that_a_colleague_got_meanwhile_is_escalated_all_the_same() {
            Story story = STANDARD.standingIn("MQL").assigned("ben").waited(MQL_DUE);
            assertThat(story.allRulesSinceThen()).contains("STL-2");
        }

        @ParameterizedTest
        @CsvSource({"SIMPLE", "STANDARD"})
        void an_accepted_one_is_not(Preset preset) {
            assertThat(preset.standingIn("MQL").accepted().waited(MQL_DUE).firedSinceThen())
                    .doesNotContain("STL-2");
        }
    }

    @Nested
    class STL_3 {
        @Test
        void a_sales_qualified_lead_waits_twenty_business_days() {
            assertThat(due(STANDARD.standingIn("SQL"), "stale SQL")).hasValue(Instant.parse(SQL_DUE));
        }

        @Test
        void one_that_comes_back_from_a_deal_waits_anew() {
            Story story = STANDARD.standingIn("SQL")
                    .dealOpened()
                    .then("2026-03-04T09:00:00Z")
                    .moved("SQL");
            assertThat(due(story, "stale SQL")).hasValue(Instant.parse("2026-03-31T17:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource({"connected", "no answer"})
        void a_call_is_no_deal(String outcome) {
            assertThat(due(STANDARD.standingIn("SQL").called(outcome), "stale SQL"))
                    .hasValue(Instant.parse(SQL_DUE));
        }

        @Test
        void only_in_its_stage() {
            assertThat(STANDARD.stages().stream()
                            .filter(stage ->
                                    due(STANDARD.standingIn(stage), "stale SQL").isPresent()))
                    .containsExactly("SQL");
        }
    }

    @Nested
    class STL_4 {
        @Test
        void just_before_the_limit_it_stays() {
            assertThat(STANDARD.standingIn("SQL")
                            .waited("2026-03-27T16:59:59.999Z")
                            .stage())
                    .isEqualTo("SQL");
        }

        @ParameterizedTest
        @CsvSource({"SIMPLE", "STANDARD", "ADVANCED"})
        void exactly_at_the_limit_it_is_recycled(Preset preset) {
            Story story = preset.standingIn("SQL").waited(SQL_DUE);
            assertThat(story.allRulesSinceThen()).contains("STL-4", "REC-4", "REC-5");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.reason()).isEqualTo("stale SQL");
        }

        @Test
        void one_with_a_deal_stays_open_for_ever() {
            Story story = STANDARD.standingIn("SQL").dealOpened().waited("2027-03-01T00:00:00Z");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void one_that_went_back_to_work_is_not_recycled_by_the_old_wait() {
            Story story = STANDARD.standingIn("SQL").moved("WORKING").waited("2026-04-30T00:00:00Z");
            assertThat(story.stage()).isEqualTo("WORKING");
        }
    }
}
