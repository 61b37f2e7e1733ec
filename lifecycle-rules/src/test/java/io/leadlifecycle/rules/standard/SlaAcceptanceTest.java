package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-acceptance.drl: how long an MQL may wait for sales, and who hears that it waits. */
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

            assertThat(story.rules()).as(why).containsExactly("MQL-1", "SLA-1", "SLA-4", "SPD-1");
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

            assertThat(story.rules()).as(why).containsExactly("MQL-2", "SLA-2", "SLA-4", "SPD-1");
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
            Story story = STANDARD.at(at).created(ICP).assigned("ana").scored(100);

            assertThat(story.rules()).as(why).containsExactly("MQL-6", "SLA-3", "SLA-4", "SPD-1");
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
            assertThat(story.rules()).containsExactly("StageChangeRequested", "SLA-3", "SLA-4", "SPD-1");
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
        void the_notice_names_the_clock_and_why_it_qualified() {
            assertThat(mqlOf("demo request", MONDAY_10).messagesSinceThen())
                    .singleElement()
                    .asString()
                    .isEqualTo("tell ana: a new MQL waits for you, acceptance due 2026-03-02T10:05:00Z");
        }

        @Test
        void one_that_nobody_owns_is_told_to_no_rep() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).touched("demo request");

            assertThat(story.rulesSinceThen()).doesNotContain("SLA-4", "SLA-5");
        }

        @Test
        void of_one_that_qualifies_at_the_weekend_the_rep_hears_on_monday() {
            Story story = mqlOf("demo request", "2026-03-07T12:00:00Z");
            assertThat(story.rules()).contains("SLA-4");
            assertThat(story.toldSinceThen()).isEmpty();

            assertThat(story.waited("2026-03-09T09:00:00Z").noticesSinceThen()).containsExactly("ana of acceptance");
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
            assertThat(story.noticesSinceThen()).containsExactly("ben of acceptance");
        }

        @Test
        void also_who_is_drawn_for_it() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10)
                    .created(ICP)
                    .touched("demo request");

            assertThat(story.rulesSinceThen()).contains("SLA-5").doesNotContain("SLA-4");
            assertThat(story.noticesSinceThen()).containsExactly("ana of acceptance");
        }

        @Test
        void a_handover_of_many_leads_comes_as_a_list_and_not_as_notices() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10)
                    .created(ICP)
                    .assigned("ana")
                    .touched("demo request")
                    .then("2026-03-02T10:01:00Z")
                    .handedOver("ana", "inbound");

            assertThat(story.owner()).isEqualTo("ben");
            assertThat(story.rulesSinceThen()).isEmpty();
            assertThat(story.toldSinceThen()).isEmpty();
        }

        @Test
        void nobody_is_told_of_a_lead_that_is_no_mql() {
            assertThat(STANDARD.stagesWhere("SLA-5", story -> story.assigned("ben")))
                    .containsExactly("MQL");
        }
    }

    /** The same rules in a book that counts from the assignment. */
    @Nested
    class Counted_from_the_assignment {
        private static final String FROM_THE_ASSIGNMENT = """
                rule "SLA-1 A demo request is accepted within 5 business minutes"
                    when LeadAssigned( lead.stage == "MQL", lead.type == "demo" )
                    then lead.startClock("acceptance", businessMinutes(5)).noLater();
                end
                rule "SLA-3 Any other lead is accepted within 4 business hours"
                    when LeadAssigned( lead.stage == "MQL", lead.type != "demo" )
                    then lead.startClock("acceptance", businessHours(4)).noLater();
                end
                rule "SLA-5 Who is assigned an MQL is told"
                    when LeadAssigned( lead.stage == "MQL" )
                    then lead.tell(owner()).about("acceptance");
                end
                rule "ACC-1 An acceptance answers the acceptance clock"
                    when SalesAccepted( lead.stage == "MQL" )
                    then lead.stopClock("acceptance");
                end
                """;

        private static final DroolsRuleBook BOOK =
                DroolsRuleBook.of(STANDARD.book().lifecycle(), Map.of("from-the-assignment.drl", FROM_THE_ASSIGNMENT));

        private static Story unassigned() {
            return Story.in(BOOK, MONDAY_10).created(ICP).moved("MQL");
        }

        @Test
        void an_mql_that_nobody_got_has_no_clock() {
            assertThat(unassigned().lead().clock("acceptance")).isEmpty();
        }

        @Test
        void it_runs_from_the_assignment_and_the_owner_hears_when_it_is_due() {
            Story story = unassigned().then("2026-03-02T11:00:00Z").assigned("ana");

            assertThat(story.rules()).containsExactly("SLA-3", "SLA-5");
            assertThat(story.clock().startedAt()).isEqualTo("2026-03-02T11:00:00Z");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T15:00:00Z");
            assertThat(story.messagesSinceThen())
                    .singleElement()
                    .satisfies(tell -> assertThat(tell.dueAt()).isEqualTo("2026-03-02T15:00:00Z"));
        }

        @Test
        void whoever_gets_it_later_has_no_more_time() {
            Story story = unassigned()
                    .then("2026-03-02T11:00:00Z")
                    .assigned("ana")
                    .then("2026-03-02T12:00:00Z")
                    .assigned("ben");

            assertThat(story.clock().number()).isOne();
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T15:00:00Z");
        }
    }
}
