package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-acceptance.drl: how long an MQL may wait for sales, and who hears of it. */
class SlaAcceptanceTest {
    private static Story mqlOf(String kind, String at) {
        return STANDARD.at(at).created(ICP).assigned("ana").then(at).touched(kind);
    }

    /** Four business hours from Monday 10:00 on. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100);
    }

    @Nested
    class SLA_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-02T10:05:00Z, on Monday morning",
            "2026-03-06T16:55:00Z, 2026-03-06T17:00:00Z, used up at closing time on Friday",
            "2026-03-06T16:55:01Z, 2026-03-09T09:00:01Z, one second goes over the weekend",
            "2026-03-07T12:00:00Z, 2026-03-09T09:05:00Z, asked on Saturday",
            "2026-03-02T08:59:59Z, 2026-03-02T09:05:00Z, asked before we open"
        })
        void a_demo_request_has_five_business_minutes(String at, String due, String why) {
            Story story = mqlOf("demo request", at);

            assertThat(story.rules()).as(why).containsExactly("MQL-1", "SLA-1", "SLA-4");
            assertThat(story.clock().startedAt()).as(why).isEqualTo(at);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T12:00:00Z, 2026-03-02T12:05:00Z, five minutes from the demo request on",
            "2026-03-02T13:55:00Z, 2026-03-02T14:00:00Z, both come to the same",
            "2026-03-02T13:57:00Z, 2026-03-02T14:00:00Z, no later than it was due before"
        })
        void a_demo_request_of_an_mql_only_shortens_its_time(String at, String due, String why) {
            Story story = fourHours().then(at).touched("demo request");

            assertThat(story.rules()).as(why).contains("MQL-1", "SLA-1").doesNotContain("SLA-3");
            assertThat(story.clock().number()).as(why).isOne();
            assertThat(story.clock().startedAt()).as(why).isEqualTo(MONDAY_10);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @Test
        void a_breach_stays_a_breach() {
            Story story = fourHours().waited("2026-03-02T15:00:00Z").touched("demo request");

            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T14:00:00Z");
            assertThat(story.clock().breachedAt()).isEqualTo("2026-03-02T14:00:00Z");
        }

        @Test
        void a_second_demo_request_changes_nothing() {
            Story story = mqlOf("demo request", MONDAY_10)
                    .after(Duration.ofMinutes(2))
                    .touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-1");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T10:05:00Z");
        }
    }

    @Nested
    class SLA_2 {
        @ParameterizedTest
        @CsvSource({
            "event attended,   2026-03-02T10:00:00Z, 2026-03-05T10:00:00Z, three days of eight hours",
            "webinar attended, 2026-03-05T10:00:00Z, 2026-03-10T10:00:00Z, over the weekend",
            "webinar attended, 2026-03-02T09:00:00Z, 2026-03-04T17:00:00Z, used up at closing time",
            "webinar attended, 2026-03-02T09:00:01Z, 2026-03-05T09:00:01Z, one second goes to the next day"
        })
        void an_event_lead_has_24_business_hours(String kind, String at, String due, String why) {
            Story story = mqlOf(kind, at);

            assertThat(story.rules()).as(why).containsExactly("MQL-2", "SLA-2", "SLA-4");
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }
    }

    @Nested
    class SLA_3 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-02T14:00:00Z, the same day",
            "2026-03-02T13:00:00Z, 2026-03-02T17:00:00Z, used up at closing time",
            "2026-03-02T13:00:01Z, 2026-03-03T09:00:01Z, one second goes to the next day",
            "2026-03-06T15:00:00Z, 2026-03-09T11:00:00Z, over the weekend"
        })
        void any_other_lead_has_4_business_hours(String at, String due, String why) {
            Story story = STANDARD.at(at).created(ICP).scored(100);

            assertThat(story.rules()).as(why).containsExactly("MQL-6", "SLA-3", "SLA-4");
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "content download;pricing page visit,                       content",
            "pricing page visit;pricing page visit;pricing page visit,  pricing"
        })
        void whatever_its_type(String kinds, String type) {
            Story story = STANDARD.at("2026-03-02T09:58:00Z").created(ICP).touched(kinds.split(";"));

            assertThat(story.type()).isEqualTo(type);
            assertThat(story.rules()).contains("SLA-3");
            assertThat(Duration.between(story.clock().startedAt(), story.clock().dueAt()))
                    .isEqualTo(Duration.ofHours(4));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-04T12:00:00Z, 2026-03-04T16:00:00Z, four hours from then on",
            "2026-03-05T08:00:00Z, 2026-03-05T09:02:00Z, no later than the event lead was due"
        })
        void an_event_lead_that_shows_more_has_four_hours_from_then_on(String at, String due, String why) {
            Story story =
                    mqlOf("webinar attended", "2026-03-02T09:02:00Z").then(at).scored(100);

            assertThat(story.rules()).as(why).contains("MQL-6", "SLA-3");
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @Test
        void also_one_that_a_person_qualified_without_a_type() {
            Story story = STANDARD.standingIn("NURTURE").moved("MQL");

            assertThat(story.type()).isNull();
            assertThat(story.rules()).containsExactly("StageChangeRequested", "SLA-3", "SLA-4");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T14:00:00Z");
        }
    }

    @Nested
    class SLA_4 {
        @Test
        void the_rep_hears_of_a_new_mql() {
            Story story = mqlOf("demo request", MONDAY_10);

            assertThat(story.rules()).contains("SLA-4");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }

        @Test
        void without_a_rep_the_fallback_person_does() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).touched("demo request");

            assertThat(story.toldSinceThen()).containsExactly("revops as nobody else is there");
        }

        @Test
        void the_rep_hears_again_when_it_becomes_more_urgent() {
            Story story = STANDARD.standingIn("MQL").touched("demo request");

            assertThat(story.rules()).contains("SLA-4");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }

        @Test
        void more_of_the_same_tells_nobody() {
            Story story = STANDARD.standingIn("MQL").touched("event attended", "page visit");

            assertThat(story.rulesSinceThen()).doesNotContain("SLA-4");
            assertThat(story.toldSinceThen()).isEmpty();
        }
    }

    @Nested
    class SLA_5 {
        @Test
        void who_gets_an_mql_later_hears_of_it_then() {
            Story story = STANDARD.standingIn("MQL").assigned("ben");

            assertThat(story.rules()).containsExactly("SLA-5");
            assertThat(story.toldSinceThen()).containsExactly("ben");
        }

        @Test
        void nobody_is_told_of_a_lead_that_is_no_mql() {
            assertThat(STANDARD.stagesWhere("SLA-5", story -> story.assigned("ben")))
                    .containsExactly("MQL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:59:59.999Z, '',                  just before the half",
        "2026-03-02T12:00:00Z,     SLA-6,               half of four hours",
        "2026-03-02T13:11:59.999Z, SLA-6,               just before 80 %",
        "2026-03-02T13:12:00Z,     SLA-6 SLA-7,         80 % are three hours and twelve minutes",
        "2026-03-02T13:59:59.999Z, SLA-6 SLA-7,         just before the end",
        "2026-03-02T14:00:00Z,     SLA-6 SLA-7 SLA-8,   the end",
        "2026-03-31T10:00:00Z,     SLA-6 SLA-7 SLA-8,   each only once"
    })
    void each_share_of_the_time_is_told_at_its_instant(String at, String rules, String why) {
        Story story = fourHours().waited(at);

        assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T16:58:00Z, 2026-03-09T09:00:30Z, 2026-03-09T09:02:00Z, 2026-03-09T09:03:00Z, over the weekend",
        "2026-03-02T10:00:00Z, 2026-03-02T10:02:30Z, 2026-03-02T10:04:00Z, 2026-03-02T10:05:00Z, within the day"
    })
    void of_five_minutes_too(String at, Instant half, Instant nearly, Instant over, String why) {
        Story story = mqlOf("demo request", at).waited("2026-03-31T10:00:00Z");

        assertThat(story.journal().subList(3, 6))
                .as(why)
                .extracting(entry -> entry.at())
                .containsExactly(half, nearly, over);
    }

    @Nested
    class SLA_6 {
        @Test
        void at_half_time_the_owner_is_told() {
            Story story = fourHours().waited("2026-03-02T12:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("SLA-6");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }

        @Test
        void nobody_is_told_of_an_answered_one() {
            Story story = fourHours().accepted().waited("2026-03-31T10:00:00Z");

            assertThat(story.rulesSinceThen()).isEmpty();
        }

        @Test
        void an_answer_at_half_time_comes_first() {
            Story story = fourHours().then("2026-03-02T12:00:00Z").accepted().waited("2026-03-31T10:00:00Z");

            assertThat(story.rulesSinceThen()).isEmpty();
            assertThat(story.outcome().dueBefore()).isEmpty();
        }
    }

    @Nested
    class SLA_7 {
        @Test
        void at_80_percent_it_is_urgent_and_the_manager_reads_along() {
            Story story = fourHours().waited("2026-03-02T12:00:00Z").waited("2026-03-02T13:12:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("SLA-7");
            assertThat(story.toldSinceThen()).containsExactly("ana (cc maria) urgently");
        }

        @Test
        void a_pause_moves_it() {
            Story story = fourHours().then("2026-03-02T13:00:00Z").replied().waited("2026-03-02T14:11:59.999Z");
            assertThat(story.rulesSinceThen()).containsExactly("ACC-6", "MQL-6");

            assertThat(story.waited("2026-03-02T14:12:00Z").rulesSinceThen()).containsExactly("SLA-7");
        }
    }

    @Nested
    class SLA_8 {
        @Test
        void a_breach_is_told_to_the_manager() {
            Story story = fourHours().waited("2026-03-02T13:59:59Z").waited("2026-03-02T14:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("SLA-8");
            assertThat(story.toldSinceThen()).containsExactly("maria (cc ana) urgently");
        }

        @Test
        void without_a_rep_the_fallback_person_hears_all_of_it() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).scored(100).waited("2026-03-02T14:00:00Z");

            assertThat(story.toldSinceThen())
                    .containsExactly(
                            "revops as nobody else is there",
                            "revops urgently as nobody else is there",
                            "revops urgently as nobody else is there");
        }

        @Test
        void a_rep_without_a_manager_reads_along_with_the_fallback_person() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).assigned("maria").scored(100);
            story.waited("2026-03-02T13:59:59Z").waited("2026-03-02T14:00:00Z");

            assertThat(story.toldSinceThen()).containsExactly("revops (cc maria) urgently as nobody else is there");
        }
    }
}
