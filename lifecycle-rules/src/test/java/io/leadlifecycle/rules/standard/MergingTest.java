package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.PEOPLE;
import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of merging.drl. The lead that goes on is ben's, the one that is merged into it is ana's. */
class MergingTest {
    /** Out as inactive, and then something came that is final anywhere else. */
    private static Story silentAnd(UnaryOperator<Story> then) {
        return then.apply(STANDARD.standingIn("NURTURE").moved("DISQUALIFIED", "inactive"));
    }

    private static Story bens(String stage, Story beside) {
        return STANDARD.standingIn(stage, beside).assigned("ben");
    }

    private static Story merged(Story lead, String into) {
        return lead.mergedInto(bens(into, lead));
    }

    /** The stages of the lead that goes on in which a rule fires. */
    private static List<String> stagesWhere(String rule, UnaryOperator<Story> then) {
        return STANDARD.stages().stream()
                .filter(stage -> merged(silentAnd(then), stage).firedSinceThen().contains(rule))
                .toList();
    }

    @Nested
    class MRG_1 {
        @ParameterizedTest
        @CsvSource({"NURTURE", "MQL", "SQL", "OPPORTUNITY", "CLOSED_WON", "RECYCLED"})
        void whoever_owns_a_lead_hears_that_it_is_out_for_good(String stage) {
            Story story = merged(STANDARD.standingIn("DISQUALIFIED"), stage);

            assertThat(story.rulesSinceThen()).startsWith("MRG-1");
            assertThat(story.toldSinceThen()).containsExactly("ben urgently");
            assertThat(story.reason()).isEqualTo("competitor");
        }

        @Test
        void who_owns_its_deal_hears_first() {
            Story out = STANDARD.standingIn("DISQUALIFIED");
            Story deal = bens("OPPORTUNITY", out).dealOpenedFor("ana");

            assertThat(out.then("2026-03-02T11:00:00Z").mergedInto(deal).toldSinceThen())
                    .containsExactly("ana (cc ben) urgently");
        }

        @Test
        void of_a_lead_that_nobody_owns_nobody_hears() {
            Story out = STANDARD.standingIn("DISQUALIFIED");
            Story story = out.mergedInto(out.beside("L-2", PEOPLE).created(ICP));

            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
            assertThat(story.toldSinceThen()).isEmpty();
        }

        @Test
        void nor_of_one_that_was_out_before() {
            Story story = merged(STANDARD.standingIn("MQL"), "DISQUALIFIED");

            assertThat(story.toldSinceThen()).isEmpty();
        }

        @Test
        void nor_where_the_other_lead_is_out_for_now_only() {
            Story story = merged(silentAnd(lead -> lead), "MQL");

            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.toldSinceThen()).isEmpty();
        }
    }

    @Nested
    class MRG_2 {
        @ParameterizedTest
        @CsvSource({
            "NURTURE, false, sales does not work it",
            "MQL, true, it waits for her",
            "SAL, true, she works it",
            "SQL, true, she works it",
            "OPPORTUNITY, false, MRG-3 says so",
            "CLOSED_WON, false, it is over",
            "RECYCLED, false, she gave it back",
        })
        void whoever_works_a_lead_hears_that_it_was_merged(String stage, boolean told, String why) {
            Story lead = STANDARD.standingIn(stage);
            merged(lead, "NURTURE");

            assertThat(lead.firedSinceThen().contains("MRG-2")).as(why).isEqualTo(told);
            assertThat(lead.toldSinceThen().contains("ana")).as(why).isEqualTo(told);
        }

        @Test
        void of_a_lead_without_an_owner_nobody_hears() {
            Story lead =
                    STANDARD.at(MONDAY_10).created(ICP).touched("demo request").then(MONDAY_10);
            merged(lead, "NURTURE");

            assertThat(lead.toldSinceThen()).isEmpty();
        }
    }

    @Nested
    class MRG_3 {
        @Test
        void the_owner_of_an_open_deal_hears_that_it_ends_with_a_lead_that_is_out() {
            Story lead = STANDARD.standingIn("OPPORTUNITY")
                    .profile(Map.of("accountId", "A-1"))
                    .then(MONDAY_10);
            Story out = merged(lead, "DISQUALIFIED");

            assertThat(lead.rules()).containsExactly("MRG-3");
            assertThat(lead.toldSinceThen()).containsExactly("ana (cc emil) urgently");
            assertThat(out.stage()).isEqualTo("DISQUALIFIED");
            assertThat(out.owner()).isEqualTo("ben");
        }

        @Test
        void and_of_any_other_merge() {
            Story lead = STANDARD.standingIn("OPPORTUNITY");
            Story story = merged(lead, "MQL");

            assertThat(lead.toldSinceThen()).containsExactly("ana urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(story.owner()).isEqualTo("ana");
        }
    }

    @Nested
    class MRG_4 {
        @Test
        void who_asked_for_no_contact_on_one_record_is_left_alone_on_the_other() {
            Story story = merged(silentAnd(lead -> lead.noContact("ALL")), "MQL");

            assertThat(story.rulesSinceThen()).startsWith("MRG-4");
            assertThat(story.reason()).isEqualTo("do not contact");
        }

        @Test
        void wherever_a_path_leads_out() {
            assertThat(stagesWhere("MRG-4", lead -> lead.noContact("ALL")))
                    .containsExactly("NEW", "NURTURE", "MQL", "SAL", "WORKING", "SQL", "RECYCLED");
        }

        @Test
        void not_for_a_wish_for_no_marketing() {
            assertThat(merged(silentAnd(lead -> lead.noContact("MARKETING")), "MQL")
                            .stage())
                    .isEqualTo("MQL");
        }

        @Test
        void a_wish_for_no_contact_comes_before_a_company_that_was_left() {
            Story story = merged(silentAnd(lead -> lead.noContact("ALL").leftCompany()), "MQL");

            assertThat(story.rulesSinceThen()).startsWith("MRG-4", "MRG-5");
            assertThat(story.reason()).isEqualTo("do not contact");
        }
    }

    @Nested
    class MRG_5 {
        @Test
        void who_left_the_company_on_one_record_left_it_on_the_other() {
            Story story = merged(silentAnd(Story::leftCompany), "MQL");

            assertThat(story.rulesSinceThen()).startsWith("MRG-5");
            assertThat(story.reason()).isEqualTo("left company");
        }

        @Test
        void a_duplicate_that_says_nothing_of_it_does_not_put_out_who_was_reinstated() {
            Story back = STANDARD.standingIn("MQL").leftCompany().reinstated();
            Story clean =
                    back.beside("L-2", PEOPLE).then("2026-03-02T11:00:00Z").created(ICP);

            Story story = clean.mergedInto(back);

            assertThat(story.rulesSinceThen()).doesNotContain("MRG-5");
            assertThat(story.stage()).isEqualTo("MQL");
        }

        @Test
        void wherever_a_path_leads_out() {
            assertThat(stagesWhere("MRG-5", Story::leftCompany))
                    .containsExactly("NEW", "NURTURE", "MQL", "SAL", "WORKING", "SQL", "RECYCLED");
        }
    }

    @Nested
    class MRG_6 {
        @Test
        void an_open_deal_stays_and_its_owner_hears_of_the_wish_for_no_contact() {
            Story story = merged(silentAnd(lead -> lead.noContact("ALL")), "OPPORTUNITY");

            assertThat(story.rulesSinceThen()).startsWith("MRG-6");
            assertThat(story.toldSinceThen()).containsExactly("ben urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(stagesWhere("MRG-6", lead -> lead.noContact("ALL"))).containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class MRG_7 {
        @Test
        void an_open_deal_stays_and_its_owner_hears_that_the_person_left() {
            Story story = merged(silentAnd(Story::leftCompany), "OPPORTUNITY");

            assertThat(story.rulesSinceThen()).startsWith("MRG-7");
            assertThat(story.toldSinceThen()).containsExactly("ben urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(stagesWhere("MRG-7", Story::leftCompany)).containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class MRG_8 {
        private Story recycled(Story story, int times) {
            for (int time = 1; time < times; time++) {
                story.after(Duration.ofHours(1)).touched("demo request").rejected("timing");
            }
            return story;
        }

        @ParameterizedTest
        @CsvSource({
            "1, 2, RECYCLED, three times are not too often",
            "2, 2, DISQUALIFIED, more than three",
            "3, 3, DISQUALIFIED, more than three",
        })
        void the_times_of_both_count(int one, int other, String stage, String why) {
            Story lead = recycled(STANDARD.standingIn("RECYCLED"), one);
            Story target = recycled(STANDARD.standingIn("RECYCLED", lead), other);
            Story story = lead.after(Duration.ofHours(8)).mergedInto(target);

            assertThat(story.stage()).as(why).isEqualTo(stage);
            assertThat(story.firedSinceThen().contains("MRG-8")).isEqualTo(stage.equals("DISQUALIFIED"));
        }

        @Test
        void a_lead_that_sales_works_is_not_ended_by_it() {
            Story lead = recycled(STANDARD.standingIn("RECYCLED"), 3);
            Story target = recycled(STANDARD.standingIn("RECYCLED", lead), 1).touched("demo request");
            Story story = lead.after(Duration.ofHours(8)).mergedInto(target);

            assertThat(story.stage()).isEqualTo("MQL");
        }
    }
}
