package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of no-response.drl: what happens when nobody answers sales. */
class NoResponseTest {
    private static final String WAIT = "no response";
    /** Two business days after Wednesday at ten. */
    private static final String FRIDAY_10 = "2026-03-06T10:00:00Z";

    /** A try on Monday, Tuesday and Wednesday at ten. */
    private static Story tried(Story story) {
        return story.called("no answer")
                .after(Duration.ofDays(1))
                .called("voicemail")
                .after(Duration.ofDays(1))
                .called("no answer");
    }

    private static Story tried(String stage) {
        return tried(STANDARD.standingIn(stage));
    }

    @Nested
    class NOR_1 {
        @ParameterizedTest
        @CsvSource({
            "02T10:00 03T10:00 04T10:00,          2026-03-06T10:00:00Z, three days",
            "02T10:00 03T10:00,                   ,                     two days",
            "02T10:00 02T11:00 02T12:00,          ,                     one day",
            "02T10:00 02T11:00 03T10:00 03T16:00, ,                     twice on two days",
            "02T10:00 02T11:00 03T10:00 04T10:00, 2026-03-06T10:00:00Z, twice on the first",
            "02T10:00 03T23:59 04T00:00,          2026-03-05T17:00:00Z, over midnight: Wednesday and Thursday",
            "04T10:00 05T10:00 06T10:00,          2026-03-10T10:00:00Z, over the weekend"
        })
        void three_days_with_a_try_start_two_business_days_more(String tries, Instant due, String why) {
            Story story = STANDARD.standingIn("SAL");
            for (String at : tries.split(" ", -1)) {
                story.then("2026-03-" + at + ":00Z").called("no answer");
            }

            assertThat(story.rules().contains("NOR-1")).as(why).isEqualTo(due != null);
            assertThat(story.due(WAIT)).as(why).isEqualTo(due);
        }

        @Test
        void a_day_is_one_of_the_default_calendar() {
            try (DroolsRuleBook book =
                    EditedPreset.by(new EditedPreset.Edit("    zone: UTC", "    zone: America/New_York"))) {
                Story story = Story.in(book, "2026-03-02T15:00:00Z").imported("WORKING");
                story.called("no answer").then("2026-03-03T04:59:00Z").called("no answer");
                story.then("2026-03-03T05:00:00Z").called("no answer");
                assertThat(story.due(WAIT)).as("two of them were Monday's").isNull();

                assertThat(story.then("2026-03-04T15:00:00Z")
                                .called("no answer")
                                .due(WAIT))
                        .isEqualTo("2026-03-06T15:00:00Z");
            }
        }

        @Test
        void what_a_machine_sends_is_no_try() {
            Story story = STANDARD.standingIn("SAL");
            for (int day = 0; day < 5; day++) {
                story.mailedByMachine("no answer").after(Duration.ofDays(1));
            }

            assertThat(story.due(WAIT)).isNull();
        }

        @Test
        void another_try_does_not_lengthen_it() {
            Story story = tried("WORKING").then("2026-03-05T10:00:00Z").called("no answer");

            assertThat(story.rules()).doesNotContain("NOR-1");
            assertThat(story.due(WAIT)).isEqualTo(FRIDAY_10);
        }

        @Test
        void wherever_a_lead_may_be_recycled_but_not_once_it_is_lost() {
            assertThat(STANDARD.stagesWhere("NOR-1", NoResponseTest::tried))
                    .containsExactly("MQL", "SAL", "WORKING", "SQL");
            assertThat(tried(STANDARD.at(MONDAY_10).imported("CLOSED_LOST")).due(WAIT))
                    .isNull();
        }

        @Test
        void the_call_that_reached_it_did_not_use_up_the_day() {
            Story story = STANDARD.standingIn("WORKING").called("connected");

            assertThat(tried(story).due(WAIT)).isEqualTo(FRIDAY_10);
        }
    }

    @Nested
    class NOR_2 {
        @Test
        void a_reply_ends_it() {
            Story story = tried("WORKING").then("2026-03-06T09:59:59Z").replied();

            assertThat(story.rules()).contains("NOR-2");
            assertThat(story.due(WAIT)).isNull();
            assertThat(story.waited("2026-03-20T10:00:00Z").stage()).isEqualTo("WORKING");
        }

        @Test
        void a_reply_before_sales_reached_it_is_contact_and_ends_it() {
            Story story = tried("SAL").replied();

            assertThat(story.stage()).isEqualTo("WORKING");
            assertThat(story.due(WAIT)).isNull();
        }

        @Test
        void an_automatic_one_does_not() {
            assertThat(tried("WORKING").autoReplied().due(WAIT)).isEqualTo(FRIDAY_10);
        }

        @Test
        void the_tries_are_counted_anew() {
            Story story = tried("WORKING").replied().called("no answer");
            assertThat(story.after(Duration.ofDays(1)).called("no answer").due(WAIT))
                    .isNull();

            assertThat(story.after(Duration.ofDays(1)).called("no answer").due(WAIT))
                    .isEqualTo("2026-03-10T10:00:00Z");
        }
    }

    @Nested
    class NOR_3 {
        @Test
        void a_machine_that_reaches_somebody_is_no_call() {
            assertThat(tried("WORKING").mailedByMachine("connected").due(WAIT)).isEqualTo(FRIDAY_10);
        }

        @ParameterizedTest
        @CsvSource({
            "connected, ,                     it picked up",
            "voicemail, 2026-03-06T10:00:00Z, it did not",
            "no answer, 2026-03-06T10:00:00Z, it did not"
        })
        void a_call_that_reaches_the_lead_ends_it(String outcome, Instant due, String why) {
            Story story = tried("WORKING").then("2026-03-05T10:00:00Z").called(outcome);

            assertThat(story.rules().contains("NOR-3")).as(why).isEqualTo(due == null);
            assertThat(story.due(WAIT)).as(why).isEqualTo(due);
        }
    }

    /** Thursday, a day before the wait ends. */
    private static Story onThursday(Preset preset) {
        return tried(preset.standingIn("SQL")).then("2026-03-05T10:00:00Z");
    }

    private static void assertAnswered(Story story, String rule) {
        assertThat(story.rules()).contains(rule);
        assertThat(story.due(WAIT)).isNull();
        assertThat(story.lead().contact().unansweredAttempts()).isZero();
        story.after(Duration.ofHours(1)).called("voicemail");
        assertThat(story.due(WAIT)).as("the tries are counted anew").isNull();
        assertThat(story.waited("2026-03-13T10:00:00Z").firedSinceThen()).doesNotContain("NOR-4");
    }

    @Nested
    class NOR_5 {
        @ParameterizedTest
        @EnumSource
        void who_agrees_to_a_meeting_has_answered(Preset preset) {
            assertAnswered(onThursday(preset).meetingSet(), "NOR-5");
        }
    }

    @Nested
    class NOR_6 {
        @ParameterizedTest
        @EnumSource
        void who_talks_about_a_need_has_answered_whatever_is_missing(Preset preset) {
            Story story = onThursday(preset).discovered("need");

            assertAnswered(story, "NOR-6");
            assertThat(story.due("missing items")).isEqualTo("2026-03-19T10:00:00Z");
        }
    }

    @Nested
    class NOR_7 {
        @ParameterizedTest
        @CsvSource({
            "demo request,       ,                     high intent",
            "pricing page visit, ,                     high intent",
            "content download,   2026-03-06T10:00:00Z, medium intent",
            "page visit,         2026-03-06T10:00:00Z, low intent"
        })
        void who_shows_high_intent_is_not_silent(String kind, Instant due, String why) {
            Story story = onThursday(Preset.STANDARD).touched(kind);

            assertThat(story.rules().contains("NOR-7")).as(why).isEqualTo(due == null);
            assertThat(story.due(WAIT)).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @EnumSource
        void but_has_not_answered_either(Preset preset) {
            Story story = onThursday(preset).touched("demo request").after(Duration.ofHours(1));

            assertThat(story.called("no answer").due(WAIT)).isEqualTo("2026-03-09T11:00:00Z");
        }
    }

    @Nested
    class NOR_4 {
        @ParameterizedTest
        @ValueSource(strings = {"SAL", "WORKING", "SQL"})
        void who_does_not_answer_in_two_business_days_is_recycled(String stage) {
            Story story = tried(stage).waited("2026-03-06T09:59:59.999Z");
            assertThat(story.stage()).isEqualTo(stage);

            story.waited(FRIDAY_10);

            assertThat(story.rulesSinceThen()).containsSequence("NOR-4", "REC-4", "REC-5", "REE-1");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.reason()).isEqualTo("no response");
            assertThat(story.enrolledSinceThen()).containsExactly("re-engagement");
        }

        @Test
        void an_open_deal_is_not() {
            Story story = tried("SQL").dealOpened();
            tried(story.then("2026-03-05T10:00:00Z")).waited("2026-03-31T10:00:00Z");

            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(story.due(WAIT)).isNull();
        }
    }
}
