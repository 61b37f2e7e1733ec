package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of recycling.drl: what happens to a recycled lead. */
class RecyclingTest {
    /** A lead that did everything that qualifies before it was recycled. */
    private static Story recycledAt(String instant) {
        return STANDARD.at("2025-01-06T10:00:00Z")
                .created(ICP)
                .assigned("ana")
                .touched("demo request", "webinar attended", "content download", "pricing page visit")
                .scored(200)
                .then(instant)
                .rejected("timing")
                .then(instant);
    }

    private static Story recycled() {
        return recycledAt("2026-03-02T09:00:00Z").then(MONDAY_10);
    }

    @ParameterizedTest
    @CsvSource({"page visit", "email clicked", "content download", "return visit", "email opened"})
    void what_it_did_before_does_not_bounce_it_back(String kind) {
        Story story = recycled().touched(kind);

        assertThat(story.rules()).isEmpty();
        assertThat(story.stage()).isEqualTo("RECYCLED");
    }

    @Test
    void what_it_was_told_before_neither() {
        assertThat(recycled().profile(Map.of("country", "DE")).stage()).isEqualTo("RECYCLED");
    }

    @ParameterizedTest
    @CsvSource({"demo request, MQL-1", "webinar attended, MQL-2", "event attended, MQL-2"})
    void a_new_signal_qualifies_again(String kind, String rule) {
        Story story = recycled().touched(kind);

        assertThat(story.rules()).contains(rule, "RTE-1", "SLA-5");
        assertThat(story.stage()).isEqualTo("MQL");
        assertThat(story.stamps("MQL").entries()).isEqualTo(2);
    }

    @Test
    void how_often_it_was_recycled_is_counted() {
        Story story = recycled().touched("demo request").rejected("no budget");

        assertThat(story.lead().journey().recycles().count()).isEqualTo(2);
        assertThat(story.lead().journey().recycles().lastReason()).isEqualTo("budget not approved");
        assertThat(story.lead().journey().recycles().fromStage()).isEqualTo("MQL");
    }

    @ParameterizedTest
    @CsvSource({"timing, timing check-in", "no budget, business case", "stakeholder change, stakeholder change"})
    void a_lost_deal_is_enrolled_once_when_it_is_recycled(String reason, String sequence) {
        Story story = STANDARD.standingIn("OPPORTUNITY").dealLost(reason);

        assertThat(story.enrolledSinceThen()).containsExactly(sequence);
    }

    @ParameterizedTest
    @CsvSource({
        "timing;timing;timing, timing check-in;re-engagement;business case",
        "budget not approved;budget not approved;budget not approved, business case;re-engagement;timing check-in",
        "stakeholder change;stakeholder change;stakeholder change, stakeholder change;re-engagement;timing check-in",
        "discovery cancelled;discovery cancelled;discovery cancelled, re-engagement;timing check-in;business case",
        "timing;discovery cancelled;timing, timing check-in;re-engagement;business case",
        "discovery cancelled;timing;stakeholder change, re-engagement;timing check-in;stakeholder change"
    })
    void a_sequence_is_never_one_that_the_lead_was_in_before(String reasons, String sequences) {
        Story story = STANDARD.standingIn("NURTURE");
        List<String> enrolled = new ArrayList<>();
        for (String reason : reasons.split(";", -1)) {
            recycle(story.after(Duration.ofHours(1)).touched("demo request").accepted(), reason);
            enrolled.addAll(story.enrolledSinceThen());
        }

        assertThat(enrolled).containsExactly(sequences.split(";"));
        assertThat(story.lead().sequences()).containsExactlyElementsOf(enrolled);
    }

    private static void recycle(Story story, String reason) {
        if (reason.equals("discovery cancelled")) {
            story.discoveryCancelled();
        } else {
            story.rejected(reason);
        }
    }

    @Nested
    class REC_1 {
        @Test
        void timing_starts_the_check_in() {
            Story story = STANDARD.standingIn("SAL").rejected("timing");

            assertThat(story.rules()).containsExactly("ACC-2", "ACC-5", "SPD-3", "REC-1", "REC-5", "REE-1");
            assertThat(story.enrolledSinceThen()).containsExactly("timing check-in");
        }
    }

    @Nested
    class REC_2 {
        @ParameterizedTest
        @CsvSource({"budget not approved", "no budget"})
        void no_budget_starts_the_business_case(String reason) {
            Story story = STANDARD.standingIn("SAL").rejected(reason);

            assertThat(story.rules()).containsExactly("ACC-2", "ACC-5", "SPD-3", "REC-2", "REC-5", "REE-1");
            assertThat(story.enrolledSinceThen()).containsExactly("business case");
        }
    }

    @Nested
    class REC_3 {
        @Test
        void a_stakeholder_change_starts_its_own() {
            Story story = STANDARD.standingIn("SAL").rejected("stakeholder change");

            assertThat(story.rules()).containsExactly("ACC-2", "ACC-5", "SPD-3", "REC-3", "REC-5", "REE-1");
            assertThat(story.enrolledSinceThen()).containsExactly("stakeholder change");
        }
    }

    @Nested
    class REC_4 {
        static Stream<Arguments> reasonsOfRules() {
            String monthEnd = "2026-03-31T17:00:00Z";
            return Stream.of(
                    Arguments.of(
                            "discovery cancelled",
                            STANDARD.standingIn("WORKING").discoveryCancelled()),
                    Arguments.of(
                            "discovery incomplete",
                            STANDARD.standingIn("SQL").discovered("budget").waited(monthEnd)),
                    Arguments.of(
                            "meeting cancelled",
                            STANDARD.standingIn("SQL").meetingCancelled().waited(monthEnd)),
                    Arguments.of("no response", neverReached().waited(monthEnd)),
                    Arguments.of("stale SQL", STANDARD.standingIn("SQL").waited(monthEnd)));
        }

        private static Story neverReached() {
            Story story = STANDARD.standingIn("SQL").called("no answer");
            return story.after(Duration.ofDays(1))
                    .called("no answer")
                    .after(Duration.ofDays(1))
                    .called("no answer");
        }

        @ParameterizedTest
        @MethodSource("reasonsOfRules")
        void any_reason_that_only_rules_give_starts_the_re_engagement(String reason, Story story) {
            assertThat(story.reason()).isEqualTo(reason);
            assertThat(story.rulesSinceThen()).contains("REC-4", "REC-5", "REE-1");
            assertThat(story.enrolledSinceThen()).containsExactly("re-engagement");
        }

        @Test
        void who_wants_no_marketing_is_not_enrolled() {
            Story story = STANDARD.standingIn("SAL").noContact("MARKETING").discoveryCancelled();

            assertThat(story.refused()).containsExactly("REC-4");
            assertThat(story.enrolledSinceThen()).isEmpty();
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }
    }

    @Nested
    class REC_5 {
        @Test
        void it_leaves_its_owner_and_who_had_it_is_kept() {
            Story story = STANDARD.standingIn("WORKING").rejected("timing");

            assertThat(story.rules()).contains("REC-5");
            assertThat(story.lead().ownership().owner()).isNull();
            assertThat(story.lead().ownership().previousOwner()).isEqualTo("ana");
        }

        @Test
        void a_disqualified_one_stays_with_who_knows_it() {
            Story story = STANDARD.standingIn("WORKING").rejected("competitor");

            assertThat(story.rules()).doesNotContain("REC-5");
            assertThat(story.lead().ownership().owner()).isEqualTo("ana");
        }
    }

    @Nested
    class REC_6 {
        @Test
        void one_look_at_prices_is_enough() {
            Story story = recycled().touched("pricing page visit");

            assertThat(story.rules()).containsExactly("REC-6", "RTE-1", "SLA-3", "SPD-1", "SLA-5");
            assertThat(story.type()).isEqualTo("pricing");
        }

        @Test
        void a_look_before_the_recycling_counts_for_nothing() {
            assertThat(recycled().touched("page visit").rules()).isEmpty();
        }

        @Test
        void for_a_lead_that_never_qualified_it_is_not() {
            assertThat(STANDARD.stagesWhere("REC-6", story -> story.touched("pricing page visit")))
                    .containsExactly("RECYCLED");
        }

        @Test
        void a_lead_whose_fit_got_lost_stays() {
            Story story = recycled().profile(Map.of("title", "Accountant")).touched("pricing page visit");

            assertThat(story.fit()).isEqualTo("UNKNOWN");
            assertThat(story.rules()).isEmpty();
        }
    }

    @Nested
    class REC_7 {
        @ParameterizedTest
        @CsvSource({
            "2025-03-02T10:00:00Z, 2025-09-02T09:59:59.999Z, RECYCLED, a millisecond before six months",
            "2025-03-02T10:00:00Z, 2025-09-02T10:00:00Z,     MQL,      six months to the second",
            "2025-03-02T10:00:00Z, 2025-09-02T10:00:01Z,     MQL,      and after",
            "2025-08-31T10:00:00Z, 2026-02-28T09:59:59.999Z, RECYCLED, just before the end of a short month",
            "2025-08-31T10:00:00Z, 2026-02-28T10:00:00Z,     MQL,      a short month ends earlier",
            "2027-08-31T10:00:00Z, 2028-02-28T10:00:00Z,     RECYCLED, a leap year has one day more",
            "2027-08-31T10:00:00Z, 2028-02-29T10:00:00Z,     MQL,      its last day"
        })
        void half_a_year_later_any_sign_of_life_is_enough(String recycled, String at, String stage, String why) {
            Story story = recycledAt(recycled).then(at).touched("page visit");

            assertThat(story.rules().contains("REC-7")).as(why).isEqualTo(stage.equals("MQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @ParameterizedTest
        @CsvSource({"email opened,  false, a mail program may have done it", "email clicked, true,  a person did it"})
        void a_machine_is_no_sign_of_life(String kind, boolean fires, String why) {
            Story story = recycled().then("2026-12-02T10:00:00Z").touched(kind);

            assertThat(story.rules().contains("REC-7")).as(why).isEqualTo(fires);
        }

        @Test
        void an_enrichment_is_no_sign_of_life() {
            Story story = recycled().then("2026-12-02T10:00:00Z").profile(Map.of("country", "DE"));

            assertThat(story.rules()).doesNotContain("REC-7");
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }

        @Test
        void only_a_recycled_lead() {
            assertThat(STANDARD.stagesWhere(
                            "REC-7", story -> story.then("2026-12-02T10:00:00Z").touched("page visit")))
                    .as("a sales qualified lead was recycled as stale in spring")
                    .containsExactly("SQL", "RECYCLED");
        }
    }

    /** An MQL that something disqualified, and that a person reinstated and sales accepted all the same. */
    private static Story broughtBack(UnaryOperator<Story> happening) {
        Story story = happening.apply(STANDARD.standingIn("MQL"));
        if (story.stage().equals("DISQUALIFIED")) {
            story.reinstated();
        }
        return story.then("2026-03-02T11:00:00Z");
    }

    @Nested
    class REC_8 {
        @Test
        void a_wish_for_no_contact_outlives_that_a_person_brought_it_back() {
            Story story = broughtBack(lead -> lead.noContact("ALL")).rejected("timing");

            assertThat(story.rules()).containsExactly("ACC-5", "SPD-3", "REC-8");
            assertThat(story.overruled()).containsExactly("ACC-2");
            assertThat(story.movesSinceThen()).containsExactly("DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("do not contact");
            assertThat(story.owner()).as("it never left its owner").isEqualTo("ana");
            assertThat(story.lead().journey().recycles().count()).isZero();
            assertThat(story.clock("acceptance").verdict())
                    .as("the rep answered")
                    .isEqualTo(Verdict.MET);
            assertThat(story.enrolledSinceThen()).isEmpty();
        }

        @Test
        void a_wish_for_no_marketing_keeps_it_recycled() {
            Story story = STANDARD.standingIn("MQL").noContact("MARKETING").rejected("timing");

            assertThat(story.rules()).doesNotContain("REC-8");
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }
    }

    @Nested
    class REC_9 {
        @ParameterizedTest
        @CsvSource({", DISQUALIFIED, its address is invalid", "eve@acme.example, RECYCLED, there is another address"})
        void an_invalid_address_outlives_that_a_person_brought_it_back(String email, String moves, String why) {
            Story story = broughtBack(lead -> lead.profile(Map.of("email", "old@acme.example", "emailValid", false)));
            if (email != null) {
                story.profile(Map.of("email", email));
            }
            story.rejected("timing");

            assertThat(story.rules().contains("REC-9")).as(why).isEqualTo(moves.endsWith("DISQUALIFIED"));
            assertThat(String.join(" ", story.movesSinceThen())).as(why).isEqualTo(moves);
        }

        @Test
        void a_person_who_reinstates_it_knows_better_than_a_bounce() {
            Story story = broughtBack(lead -> lead.called("bounced")).rejected("timing");

            assertThat(story.movesSinceThen()).containsExactly("RECYCLED");
        }

        @Test
        void an_address_that_the_host_found_invalid_is_wrong_data() {
            assertThat(broughtBack(lead -> lead.profile(Map.of("emailValid", false)))
                            .rejected("timing")
                            .reason())
                    .isEqualTo("invalid contact");
        }

        @Test
        void an_address_that_nobody_checked_is_not_invalid() {
            assertThat(STANDARD.standingIn("OPPORTUNITY").dealLost("timing").stage())
                    .isEqualTo("RECYCLED");
        }
    }

    @Nested
    class REC_10 {
        private static Story recycledTimes(int times) {
            Story story = STANDARD.standingIn("NURTURE");
            for (int i = 0; i < times; i++) {
                story.after(Duration.ofHours(1)).touched("demo request").rejected("timing");
            }
            return story;
        }

        @ParameterizedTest
        @CsvSource({"3, RECYCLED, three times are allowed", "4, DISQUALIFIED, a fourth is not"})
        void who_came_back_three_times_does_not_come_back_a_fourth(int times, String stage, String why) {
            Story story = recycledTimes(times);

            assertThat(story.rules().contains("REC-10")).as(why).isEqualTo(times == 4);
            assertThat(story.stage()).as(why).isEqualTo(stage);
            assertThat(story.lead().journey().recycles().count()).isEqualTo(3);
        }

        @Test
        void it_is_out_for_the_limit_without_a_date_and_in_no_sequence() {
            Story story = recycledTimes(4);

            assertThat(story.rules()).containsExactly("ACC-5", "SPD-3", "REC-10");
            assertThat(story.movesSinceThen()).endsWith("DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("recycle limit");
            assertThat(story.enrolledSinceThen()).isEmpty();
            assertThat(story.lead().timers()).isEmpty();
        }

        @Test
        void strong_interest_brings_it_back_but_not_into_recycling() {
            Story story = recycledTimes(4).after(Duration.ofHours(1)).touched("demo request");

            assertThat(story.movesSinceThen()).containsExactly("NURTURE", "MQL");
            assertThat(story.rejected("timing").reason()).isEqualTo("recycle limit");
        }
    }

    @Nested
    class REC_11 {
        @ParameterizedTest
        @CsvSource({"49, DISQUALIFIED, one below", "50, RECYCLED, it fits"})
        void who_does_not_fit_any_more_is_not_waited_for(int employees, String stage, String why) {
            Story story = STANDARD.standingIn("SAL")
                    .profile(Map.of("employees", employees))
                    .rejected("timing");

            assertThat(story.rules().contains("REC-11")).as(why).isEqualTo(employees < 50);
            assertThat(story.stage()).as(why).isEqualTo(stage);
            assertThat(story.enrolledSinceThen().isEmpty()).as(why).isEqualTo(employees < 50);
        }

        @Test
        void it_is_no_target() {
            Story story = STANDARD.standingIn("OPPORTUNITY").profile(MISFIT).dealLost("timing");

            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", "DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("not a target");
        }

        @Test
        void one_whose_fit_is_only_unknown_is_waited_for() {
            Story story = STANDARD.standingIn("SAL")
                    .profile(Map.of("title", "Accountant"))
                    .rejected("timing");

            assertThat(story.fit()).isEqualTo("UNKNOWN");
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }

        @Test
        void a_misfit_that_a_person_brought_back_was_put_out_again_by_its_recycling() {
            Story story = STANDARD.at(MONDAY_10).created(MISFIT).reinstated();
            story.moved("MQL").rejected("timing");

            assertThat(story.rules()).doesNotContain("REC-11");
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }
    }

    @Nested
    class REC_12 {
        @Test
        void who_left_the_company_is_not_asked_again() {
            Story story = broughtBack(Story::leftCompany).rejected("timing");

            assertThat(story.rules()).contains("REC-12");
            assertThat(story.movesSinceThen()).containsExactly("DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("left company");
            assertThat(story.enrolledSinceThen()).isEmpty();
        }

        @Test
        void of_several_reasons_the_first_of_the_list_counts() {
            Story story = broughtBack(Story::leftCompany).profile(MISFIT);

            assertThat(story.rejected("timing").rules()).contains("REC-11", "REC-12");
            assertThat(story.reason()).isEqualTo("left company");
        }
    }
}
