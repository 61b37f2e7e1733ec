package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.rules.presets.Story;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of intake.drl: where a new lead begins. */
class IntakeTest {
    private static Story created(String source) {
        return STANDARD.at(MONDAY_10).created(source, NOTHING);
    }

    @Test
    void a_lead_of_a_form_needs_no_rule_and_waits_in_new() {
        Story story = created("web");

        assertThat(story.rules()).isEmpty();
        assertThat(story.stage()).isEqualTo("NEW");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T09:59:59.999Z, NEW,     a millisecond before a business day has passed",
        "2026-03-03T10:00:00Z,     NURTURE, eight business hours"
    })
    void the_wait_ends_after_one_business_day(String at, String stage, String why) {
        Story story = created("web").waited(at);

        assertThat(story.stage()).as(why).isEqualTo(stage);
        assertThat(story.flagged("incomplete data")).as(why).isEqualTo(stage.equals("NURTURE"));
    }

    @Nested
    class INT_1 {
        @ParameterizedTest
        @CsvSource({
            "eve@leadlifecycle.example,      true,  our own domain",
            "EVE@LEADLIFECYCLE.EXAMPLE,      true,  case does not matter",
            "eve@test.example,               true,  a test domain",
            "eve@acme.invalid,               true,  below a domain of the list",
            "eve@acme.example,               false, a customer",
            "eve@notleadlifecycle.example,   false, only the end of the word is ours"
        })
        void an_internal_or_test_address_is_bad_data(String email, boolean internal, String why) {
            Story story = STANDARD.at(MONDAY_10).created(Map.of("email", email));

            assertThat(story.rules().contains("INT-1")).as(why).isEqualTo(internal);
            assertThat(story.stage()).as(why).isEqualTo(internal ? "DISQUALIFIED" : "NEW");
        }

        @Test
        void it_wakes_nobody() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).profile(Map.of("email", "eve@test.example"));

            assertThat(story.reason()).isEqualTo("invalid contact");
            assertThat(story.touched("demo request").toldSinceThen()).isEmpty();
        }

        @Test
        void who_a_person_brought_back_is_not_put_out_by_other_news() {
            Story story = STANDARD.at(MONDAY_10)
                    .created(Map.of("email", "eve@test.example"))
                    .reinstated();

            assertThat(story.profile(Map.of("country", "DE")).rules()).doesNotContain("INT-1");
            assertThat(story.stage()).isEqualTo("NURTURE");
        }

        @Test
        void an_open_deal_and_a_customer_are_left_alone() {
            assertThat(STANDARD.stagesWhere("INT-1", story -> story.profile(Map.of("email", "eve@test.example"))))
                    .containsExactly("NEW", "NURTURE", "MQL", "SAL", "WORKING", "SQL", "RECYCLED");
        }
    }

    @Nested
    class INT_2 {
        @Test
        void a_lead_of_an_event_list_begins_in_nurture() {
            Story story = created("event list");

            assertThat(story.rules()).containsExactly("INT-2");
            assertThat(story.movesSinceThen()).containsExactly("NEW", "NURTURE");
        }

        @Test
        void who_was_just_there_is_no_mql_even_with_an_icp_fit() {
            Story story = STANDARD.at(MONDAY_10).created("event list", ICP);

            assertThat(story.rules()).containsExactly("INT-2", "FIT-1", "FIT-2", "FIT-3");
            assertThat(story.stage()).isEqualTo("NURTURE");
        }

        @Test
        void a_known_lead_on_a_list_stays_where_it_is() {
            assertThat(STANDARD.stagesWhere("INT-2", story -> story.created("event list", NOTHING)))
                    .isEmpty();
        }

        @Test
        void nor_one_that_comes_a_second_time() {
            Story story = STANDARD.at(MONDAY_10)
                    .created("event list", ICP)
                    .touched("demo request")
                    .created("event list", NOTHING);

            assertThat(story.rules()).containsExactly("MQL-1");
            assertThat(story.refused()).isEmpty();
        }
    }

    @Nested
    class INT_3 {
        @Test
        void an_imported_lead_begins_in_nurture() {
            Story story = created("import");

            assertThat(story.rules()).containsExactly("INT-3");
            assertThat(story.movesSinceThen()).containsExactly("NEW", "NURTURE");
        }

        @Test
        void an_import_moves_no_known_lead() {
            assertThat(STANDARD.stagesWhere("INT-3", story -> story.created("import", NOTHING)))
                    .isEmpty();
        }

        @Test
        void nor_one_that_comes_a_second_time() {
            Story story = STANDARD.at(MONDAY_10)
                    .created("import", ICP)
                    .touched("demo request")
                    .created("import", NOTHING);

            assertThat(story.rules()).containsExactly("MQL-1");
            assertThat(story.refused()).isEmpty();
        }
    }

    @Nested
    class INT_4 {
        @Test
        void a_partners_deal_shows_new_and_then_opportunity() {
            Story story = STANDARD.at(MONDAY_10).created("partner deal", ICP);

            assertThat(story.rules()).startsWith("INT-4");
            assertThat(story.movesSinceThen()).containsExactly("NEW", "OPPORTUNITY");
        }

        @Test
        void the_stages_it_skips_have_no_stamp() {
            assertThat(created("partner deal").lead().journey().stamps())
                    .extracting(StageStamps::name)
                    .containsExactlyInAnyOrder("NEW", "OPPORTUNITY");
        }

        @Test
        void a_partners_lead_without_a_deal_begins_like_any_other() {
            assertThat(created("partner").rules()).isEmpty();
        }

        @Test
        void a_known_lead_that_waits_in_new_becomes_one_too() {
            assertThat(STANDARD.stagesWhere("INT-4", story -> story.created("partner deal", NOTHING)))
                    .containsExactly("NEW");
        }
    }

    @Nested
    class INT_5 {
        @ParameterizedTest
        @CsvSource({
            "partner, OPPORTUNITY, a partner has done the qualifying",
            "web,     NEW,         there is no way around the MQL"
        })
        void a_partners_lead_goes_straight_from_new_to_opportunity(String source, String stage, String why) {
            Story story = created(source).dealOpened();

            assertThat(story.rules().contains("INT-5")).as(why).isEqualTo(stage.equals("OPPORTUNITY"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void it_may_also_go_from_nurture() {
            Story story = STANDARD.at(MONDAY_10).created("partner", ICP).dealOpened();

            assertThat(story.rules()).containsExactly("INT-5");
            assertThat(story.movesSinceThen()).containsExactly("NEW", "NURTURE", "OPPORTUNITY");
        }

        @Test
        void so_may_one_that_brought_a_deal_before() {
            Story story = STANDARD.at(MONDAY_10)
                    .created("partner deal", ICP)
                    .dealLost("competitor")
                    .reinstated()
                    .dealOpened();

            assertThat(story.rules()).containsExactly("INT-5");
        }

        @Test
        void from_mql_on_the_deal_opens_as_for_everybody() {
            Story story = STANDARD.at(MONDAY_10)
                    .created("partner", ICP)
                    .touched("demo request")
                    .dealOpened();

            assertThat(story.rules()).containsExactly("CLS-1", "SPD-5");
        }
    }

    @Nested
    class INT_6 {
        private static final Map<String, Object> SMALL = Map.of("employees", 49);

        @Test
        void a_misfit_that_asked_for_a_demo_waits_for_no_more() {
            Story story = created("web").touched("demo request").profile(SMALL);

            assertThat(story.rules()).containsExactly("DSQ-2", "INT-6");
            assertThat(story.stage()).isEqualTo("NURTURE");
        }

        @Test
        void it_stands_where_one_stands_that_asks_afterwards() {
            Story story = created("web").profile(SMALL).touched("demo request");

            assertThat(story.rules()).containsExactly("DSQ-9", "DSQ-2");
            assertThat(story.stage()).isEqualTo("NURTURE");
        }

        @ParameterizedTest
        @CsvSource({"50, demo request, it may fit", "49, webinar attended, a misfit is no target"})
        void nobody_else_skips_the_wait(int employees, String kind, String why) {
            Story story = created("web").touched(kind).profile(Map.of("employees", employees));

            assertThat(story.rules()).as(why).doesNotContain("INT-6");
            assertThat(story.refused()).as(why).isEmpty();
        }

        @Test
        void only_a_new_lead() {
            assertThat(STANDARD.stagesWhere(
                            "INT-6", story -> story.touched("demo request").profile(SMALL)))
                    .containsExactly("NEW");
        }
    }
}
