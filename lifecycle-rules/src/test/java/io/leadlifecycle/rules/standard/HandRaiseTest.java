package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of hand-raise.drl, and what the rules of mql.drl make of an MQL that raises its hand again. */
class HandRaiseTest {
    private static final String SPEED = "speed to lead";

    /** Ana's MQL by its score: four hours from Monday 10:00 on. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100);
    }

    private static Story customer(String dealOwner) {
        Story story = STANDARD.standingIn("SQL");
        return dealOwner == null
                ? story.dealOpened().dealWon()
                : story.dealOpenedFor(dealOwner).dealWon();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00Z,     2026-03-02T12:05:00Z, five minutes from then on",
        "2026-03-02T13:54:59.999Z, 2026-03-02T13:59:59.999Z, just earlier than it was due before",
        "2026-03-02T13:55:00Z,     2026-03-02T14:00:00Z, both come to the same",
        "2026-03-02T13:55:00.001Z, 2026-03-02T14:00:00Z, no later than it was due before",
        "2026-03-02T14:30:00Z,     2026-03-02T14:00:00Z, a breach stays one"
    })
    void an_mql_that_asks_for_a_demo_is_due_at_the_earlier_of_two_instants(String at, String due, String why) {
        Story story = fourHours().then(at).touched("demo request");

        assertThat(story.rules())
                .as(why)
                .contains("MQL-1", "SLA-1", "SPD-1", "SLA-4")
                .doesNotContain("HND-1");
        for (String clock : new String[] {"acceptance", SPEED}) {
            assertThat(story.clock(clock).number()).as(why).isOne();
            assertThat(story.clock(clock).startedAt()).as(why).isEqualTo(MONDAY_10);
            assertThat(story.clock(clock).dueAt()).as(why).isEqualTo(due);
        }
        assertThat(story.stage()).as(why).isEqualTo("MQL");
        assertThat(story.type()).as(why).isEqualTo("demo");
    }

    @Test
    void its_owner_is_told() {
        Story story = fourHours().then("2026-03-02T11:00:00Z").touched("demo request");

        assertThat(story.rules()).contains("SLA-4");
        assertThat(story.toldSinceThen()).containsExactly("ana");
    }

    @Test
    void a_less_urgent_hand_raise_of_an_mql_changes_nothing() {
        Story story = fourHours().then("2026-03-02T11:00:00Z").touched("event attended");

        assertThat(story.rules()).containsExactly("MQL-2", "MQL-6");
        assertThat(story.type()).isEqualTo("score");
        assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-02T14:00:00Z");
        assertThat(story.toldSinceThen()).isEmpty();
    }

    @Nested
    class HND_1 {
        @ParameterizedTest
        @CsvSource({
            "SAL,         demo request",
            "WORKING,     pricing page visit",
            "SQL,         event attended",
            "OPPORTUNITY, webinar attended"
        })
        void the_owner_is_told_and_the_stage_stays(String stage, String kind) {
            Story story = STANDARD.standingIn(stage).waited(MONDAY_10).then("2026-03-02T10:00:01Z");

            assertThat(story.touched(kind).rules()).containsExactly("HND-1");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.movesSinceThen()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"content download", "return visit", "form submitted", "page visit", "email clicked", "email opened"
        })
        void less_than_high_intent_tells_nobody(String kind) {
            Story story = STANDARD.standingIn("WORKING").touched(kind);

            assertThat(story.firedSinceThen()).isEmpty();
        }

        @Test
        void before_sales_has_it_and_after_the_end_it_is_another_rule() {
            assertThat(STANDARD.stagesWhere("HND-1", story -> story.touched("demo request")))
                    .containsExactly("SAL", "WORKING", "SQL", "OPPORTUNITY");
        }
    }

    @Nested
    class HND_2 {
        @Test
        void who_owns_the_account_is_told() {
            Story story = customer("emil").then("2026-06-01T10:00:00Z").touched("demo request");

            assertThat(story.rules()).containsExactly("HND-2");
            assertThat(story.toldSinceThen()).containsExactly("emil");
            assertThat(story.stage()).isEqualTo("CLOSED_WON");
        }

        @Test
        void where_nobody_owns_it_the_owner_of_the_lead_is() {
            Story story = customer(null).then("2026-06-01T10:00:00Z").touched("demo request");

            assertThat(story.rules()).containsExactly("HND-2");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }

        @ParameterizedTest
        @CsvSource({"content download", "page visit", "email opened"})
        void less_than_high_intent_tells_nobody(String kind) {
            assertThat(customer("emil")
                            .then("2026-06-01T10:00:00Z")
                            .touched(kind)
                            .firedSinceThen())
                    .isEmpty();
        }

        @Test
        void only_of_a_customer() {
            assertThat(STANDARD.stagesWhere("HND-2", story -> story.touched("demo request")))
                    .containsExactly("CLOSED_WON");
        }
    }
}
