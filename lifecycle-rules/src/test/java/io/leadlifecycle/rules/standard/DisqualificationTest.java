package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of disqualification.drl: who is out, for which reason, and who comes back; open deals in OpenDealTest. */
class DisqualificationTest {
    private static final String[] ALL_BUT_A_DEAL = {"NEW", "NURTURE", "MQL", "SAL", "WORKING", "SQL", "RECYCLED"};

    private static Story misfit() {
        return STANDARD.at(MONDAY_10).created(MISFIT);
    }

    private static Story outFor(String reason) {
        return STANDARD.standingIn("NURTURE").moved("DISQUALIFIED", reason);
    }

    @Nested
    class DSQ_1 {
        @Test
        void a_known_misfit_is_no_target() {
            assertThat(misfit().rules()).containsExactly("FIT-1", "FIT-3", "DSQ-1");
            assertThat(misfit().stage()).isEqualTo("DISQUALIFIED");
            assertThat(misfit().reason()).isEqualTo("not a target");
            assertThat(misfit().lead().journey().finallyDisqualified()).isFalse();
        }

        @Test
        void who_is_not_known_yet_is_not_disqualified() {
            Story story = STANDARD.at(MONDAY_10).created(Map.of("industry", "software"));

            assertThat(story.fit()).isEqualTo("UNKNOWN");
            assertThat(story.stage()).isEqualTo("NEW");
        }

        @Test
        void not_once_it_is_with_sales() {
            assertThat(STANDARD.stagesWhere("DSQ-1", story -> story.profile(MISFIT)))
                    .containsExactly("NEW", "NURTURE", "RECYCLED");
        }
    }

    @Nested
    class DSQ_2 {
        private final Story asked =
                STANDARD.at(MONDAY_10).created(NOTHING).touched("demo request").then(MONDAY_10);

        @Test
        void a_misfit_that_asks_for_a_demo_is_looked_at() {
            asked.profile(MISFIT);

            assertThat(asked.rules()).containsExactly("FIT-1", "FIT-3", "DSQ-2", "INT-6");
            assertThat(asked.stage()).isEqualTo("NURTURE");
            assertThat(asked.flagged("review")).isTrue();
            assertThat(asked.toldSinceThen()).containsExactly("oli");
        }

        @Test
        void but_told_only_once() {
            asked.profile(MISFIT).then("2026-03-02T11:00:00Z").touched("demo request");

            assertThat(asked.rules()).isEmpty();
        }

        @Test
        void before_it_is_with_sales() {
            assertThat(STANDARD.stagesWhere(
                            "DSQ-2", story -> story.touched("demo request").profile(MISFIT)))
                    .containsExactly("NEW");
            assertThat(STANDARD.standingIn("NURTURE")
                            .profile(MISFIT)
                            .touched("demo request")
                            .rules())
                    .containsExactly("DSQ-9", "DSQ-2");
        }
    }

    @Nested
    class DSQ_3 {
        @Test
        void the_review_is_over_when_it_turns_out_to_fit() {
            Story story = STANDARD.at(MONDAY_10)
                    .created(NOTHING)
                    .assigned("ana")
                    .touched("demo request")
                    .profile(MISFIT)
                    .profile(Map.of("employees", 50));

            assertThat(story.rules())
                    .containsExactly("FIT-1", "FIT-2", "FIT-3", "DSQ-3", "MQL-1", "SLA-1", "SLA-4", "SPD-1");
            assertThat(story.flagged("review")).isFalse();
        }

        @Test
        void not_when_it_is_only_unknown_again() {
            Story story = misfit().touched("demo request").profile(Collections.singletonMap("employees", null));

            assertThat(story.fit()).isEqualTo("UNKNOWN");
            assertThat(story.flagged("review")).isTrue();
        }
    }

    @Nested
    class DSQ_4 {
        @ParameterizedTest
        @CsvSource({"ALL, DISQUALIFIED, no contact at all", "MARKETING, SAL, sales may still call"})
        void who_wants_no_contact_at_all_is_out(String scope, String stage, String why) {
            Story story = STANDARD.standingIn("SAL").noContact(scope);

            assertThat(story.rules().contains("DSQ-4")).as(why).isEqualTo(scope.equals("ALL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void for_good() {
            assertThat(STANDARD.standingIn("MQL").noContact("ALL").reason()).isEqualTo("do not contact");
            assertThat(STANDARD.standingIn("MQL").noContact("ALL").clock().verdict())
                    .isEqualTo(Verdict.CANCELLED);
        }

        @Test
        void an_open_deal_stays_open() {
            assertThat(STANDARD.stagesWhere("DSQ-4", story -> story.noContact("ALL")))
                    .containsExactly(ALL_BUT_A_DEAL);
        }
    }

    @Nested
    class DSQ_5 {
        @Test
        void who_left_the_company_is_out_and_an_open_deal_stays_open() {
            assertThat(STANDARD.stagesWhere("DSQ-5", Story::leftCompany)).containsExactly(ALL_BUT_A_DEAL);
            assertThat(STANDARD.standingIn("SAL").leftCompany().reason()).isEqualTo("left company");
        }
    }

    @Nested
    class DSQ_6 {
        @ParameterizedTest
        @CsvSource({
            "bounced,      DISQUALIFIED, nobody reads it",
            "wrong number, DISQUALIFIED, somebody else answers",
            "no answer,    SAL,          perhaps tomorrow",
            "voicemail,    SAL,          perhaps tomorrow"
        })
        void who_cannot_be_reached_is_out(String outcome, String stage, String why) {
            Story story = STANDARD.standingIn("SAL").called(outcome);

            assertThat(story.rules().contains("DSQ-6")).as(why).isEqualTo(stage.equals("DISQUALIFIED"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void a_machine_learns_it_as_well() {
            assertThat(STANDARD.standingIn("SAL").mailedByMachine("bounced").rules())
                    .containsExactly("DSQ-6");
        }

        @Test
        void it_beats_the_acceptance() {
            Story story = STANDARD.standingIn("MQL").called("wrong number");

            assertThat(story.rules()).containsExactly("ACC-4", "DSQ-6", "SPD-2");
            assertThat(story.overruled()).containsExactly("SAL-2");
        }

        @Test
        void an_open_deal_stays_open() {
            assertThat(STANDARD.stagesWhere("DSQ-6", story -> story.called("bounced")))
                    .containsExactly(ALL_BUT_A_DEAL);
        }
    }

    @Nested
    class DSQ_7 {
        @ParameterizedTest
        @CsvSource({"false, DISQUALIFIED, nobody can be reached", "true, SAL, it was checked"})
        void an_address_that_is_known_to_be_invalid_is_out(boolean valid, String stage, String why) {
            Story story = STANDARD.standingIn("SAL").profile(Map.of("emailValid", valid));

            assertThat(story.rules().contains("DSQ-7")).as(why).isEqualTo(!valid);
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void who_a_person_brought_back_is_not_put_out_by_other_news() {
            Story story = STANDARD.standingIn("SAL")
                    .profile(Map.of("emailValid", false))
                    .reinstated();
            String stage = story.stage();

            assertThat(story.profile(Map.of("country", "DE")).rules()).doesNotContain("DSQ-7");
            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.profile(Map.of("emailValid", true))
                            .profile(Map.of("emailValid", false))
                            .stage())
                    .as("found invalid again")
                    .isEqualTo("DISQUALIFIED");
        }

        @Test
        void an_address_that_nobody_checked_is_not_invalid() {
            assertThat(STANDARD.standingIn("SAL")
                            .profile(Map.of("email", "eve@acme.example"))
                            .rules())
                    .doesNotContain("DSQ-7");
        }

        @Test
        void an_open_deal_stays_open() {
            assertThat(STANDARD.stagesWhere("DSQ-7", story -> story.profile(Map.of("emailValid", false))))
                    .containsExactly(ALL_BUT_A_DEAL);
        }
    }

    @Nested
    class DSQ_8 {
        @ParameterizedTest
        @CsvSource({
            "inactive,       demo request,       NURTURE MQL,  a reason that may pass",
            "recycle limit,  webinar attended,   NURTURE MQL,  a reason that may pass",
            "inactive,       pricing page visit, NURTURE,      it is back and judged like any other",
            "inactive,       content download,   '',           medium intent is not enough",
            "inactive,       page visit,         '',           low intent is not enough",
            "competitor,     demo request,       '',           a final reason",
            "not a target,   webinar attended,   '',           a misfit needs a demo request"
        })
        void high_intent_brings_back_who_is_not_out_for_good(String reason, String kind, String moves, String why) {
            Story story = outFor(reason).then("2026-03-02T11:00:00Z").touched(kind);

            assertThat(story.rules()).as(why).doesNotContain("DSQ-9");
            assertThat(story.rules().contains("DSQ-8")).as(why).isEqualTo(!moves.isEmpty());
            assertThat(String.join(" ", story.movesSinceThen())).as(why).isEqualTo(moves);
        }
    }

    /** Out for a reason that may pass, and then lost sight of. */
    private static Story outAnd(String happening) {
        Story out = outFor("inactive");
        return switch (happening) {
            case "wants no contact" -> out.noContact("ALL");
            case "wants no marketing" -> out.noContact("MARKETING");
            case "left" -> out.leftCompany();
            case "bounced" -> out.called("bounced");
            case "invalid" -> out.profile(Map.of("emailValid", false));
            default -> throw new IllegalArgumentException(happening);
        };
    }

    @Nested
    class DSQ_13 {
        @ParameterizedTest
        @CsvSource({
            "wants no contact,   DISQUALIFIED",
            "left,               DISQUALIFIED",
            "bounced,            DISQUALIFIED",
            "invalid,            DISQUALIFIED",
            "wants no marketing, MQL"
        })
        void who_cannot_be_contacted_is_not_brought_back_by_what_it_does(String happening, String stage) {
            Story story = outAnd(happening).then("2026-03-03T10:00:00Z").touched("demo request");

            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.rules().contains("DSQ-13")).isEqualTo(stage.equals("DISQUALIFIED"));
        }

        @Test
        void marketing_ops_hears_of_it_once() {
            Story story = outAnd("left").then("2026-03-03T10:00:00Z");
            story.touched("demo request", "page visit", "demo request", "webinar attended");

            assertThat(story.toldSinceThen()).containsExactly("oli");
            assertThat(story.lead().clocks()).extracting(Clock::state).doesNotContain(ClockState.RUNNING);
        }

        @Test
        void nothing_less_than_high_intent() {
            assertThat(outAnd("left").touched("content download").rules()).isEmpty();
        }

        @Test
        void neither_a_demo_request_nor_a_new_fit_brings_back_a_misfit_that_wants_no_contact() {
            Story story = misfit().noContact("ALL").then(MONDAY_10);

            assertThat(story.touched("demo request").rules()).containsExactly("DSQ-13");
            assertThat(story.profile(ICP).rules()).doesNotContain("DSQ-10");
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        }

        @Test
        void of_our_own_tests_nobody_hears() {
            Story story = outFor("inactive")
                    .profile(Map.of("email", "eve@test.example"))
                    .then("2026-03-03T10:00:00Z");

            assertThat(story.touched("demo request").rules()).isEmpty();
            assertThat(story.toldSinceThen()).isEmpty();
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        }

        @Test
        void a_person_brings_it_back() {
            assertThat(outAnd("left").reinstated().stage()).isNotEqualTo("DISQUALIFIED");
        }
    }

    @Nested
    class DSQ_9 {
        @Test
        void a_misfit_comes_back_with_a_demo_request_and_is_looked_at() {
            Story story = misfit().then(MONDAY_10).touched("demo request");

            assertThat(story.rules()).containsExactly("DSQ-9", "DSQ-2");
            assertThat(story.stage()).isEqualTo("NURTURE");
        }

        @ParameterizedTest
        @CsvSource({"pricing page visit", "event attended", "page visit"})
        void with_nothing_else(String kind) {
            assertThat(misfit().touched(kind).rules()).isEmpty();
        }
    }

    @Nested
    class DSQ_10 {
        @ParameterizedTest
        @CsvSource({"50, NURTURE, it fits", "49, DISQUALIFIED, one below"})
        void a_misfit_comes_back_when_it_fits(int employees, String stage, String why) {
            Story story = misfit().profile(Map.of("employees", employees));

            assertThat(story.rules().contains("DSQ-10")).as(why).isEqualTo(stage.equals("NURTURE"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void not_when_its_size_is_only_unknown_again() {
            Story story = misfit().profile(Map.of("title", "Accountant"));

            assertThat(story.rules()).doesNotContain("DSQ-10");
        }

        @Test
        void who_is_out_for_another_reason_stays_out() {
            Story story = STANDARD.at(MONDAY_10)
                    .created(NOTHING)
                    .moved("DISQUALIFIED", "inactive")
                    .profile(ICP);

            assertThat(story.fit()).isEqualTo("ICP");
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        }
    }

    @Nested
    class DSQ_11 {
        private final Story out = STANDARD.standingIn("DISQUALIFIED");

        @Test
        void marketing_hears_once_that_it_wants_back() {
            out.touched("demo request");

            assertThat(out.rules()).containsExactly("DSQ-11");
            assertThat(out.toldSinceThen()).containsExactly("oli");
            assertThat(out.stage()).isEqualTo("DISQUALIFIED");
        }

        @Test
        void and_only_once() {
            out.touched("demo request", "demo request", "webinar attended");

            assertThat(out.toldSinceThen()).containsExactly("oli");
            assertThat(out.refused()).containsExactly("DSQ-11");
        }

        @Test
        void once_for_each_time_it_is_out() {
            out.touched("demo request").reinstated().rejected("competitor").then("2026-03-02T12:00:00Z");
            out.touched("demo request");

            assertThat(out.toldSinceThen()).containsExactly("oli");
        }

        @ParameterizedTest
        @CsvSource({"content download", "return visit", "page visit", "email opened"})
        void less_than_high_intent_is_only_written_down(String kind) {
            assertThat(out.touched(kind).rules()).isEmpty();
        }

        @Test
        void nobody_hears_of_one_that_may_come_back_by_itself() {
            assertThat(outFor("inactive").touched("demo request").rules()).doesNotContain("DSQ-11");
        }
    }

    @Nested
    class DSQ_12 {
        private final Story back = misfit().reinstated();

        @Test
        void a_misfit_that_a_person_brings_back_stays() {
            assertThat(back.rules()).containsExactly("DSQ-12", "Reinstated");
            assertThat(back.stage()).isEqualTo("NURTURE");
            assertThat(back.touched("page visit").stage()).isEqualTo("NURTURE");
        }

        @Test
        void until_it_fits_and_then_does_not_again() {
            back.profile(ICP).profile(Map.of("employees", 49));

            assertThat(back.rules()).containsExactly("FIT-1", "FIT-3", "DSQ-1");
        }

        @Test
        void who_fits_needs_no_review() {
            assertThat(outFor("inactive").reinstated().flagged("review")).isFalse();
        }
    }
}
