package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of reengagement.drl: when a recycled lead that nobody asks for comes back, and when it is given up. */
class ReengagementTest {
    private static final String DATE = "re-evaluation";
    private static final String FIRST = "2026-09-02T10:00:00Z";
    private static final String SECOND = "2027-03-02T10:00:00Z";

    private static Story recycledAt(String instant) {
        return STANDARD.at(instant)
                .created(ICP)
                .assigned("ana")
                .touched("demo request")
                .rejected("timing")
                .then(instant);
    }

    /** Recycled on 2026-03-02 at 10:00. */
    private static Story recycled() {
        return recycledAt(MONDAY_10);
    }

    @Nested
    class REE_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-09-02T10:00:00Z, 2027-03-02T10:00:00Z, the same day of the sixth month",
            "2025-08-31T10:00:00Z, 2026-02-28T10:00:00Z, 2026-08-28T10:00:00Z, a short month ends earlier",
            "2027-08-31T10:00:00Z, 2028-02-29T10:00:00Z, 2028-08-29T10:00:00Z, a leap year has one day more",
            "2026-12-31T23:59:59Z, 2027-06-30T23:59:59Z, 2027-12-30T23:59:59Z, any hour of any day is one"
        })
        void it_is_looked_at_again_every_six_months(String recycled, String first, Instant second, String why) {
            Story story = recycledAt(recycled);

            assertThat(story.due(DATE)).as(why).isEqualTo(first);
            assertThat(story.waited(first).due(DATE)).as(why).isEqualTo(second);
        }

        @ParameterizedTest
        @ValueSource(strings = {"timing", "budget not approved", "stakeholder change"})
        void whatever_it_was_recycled_for(String reason) {
            assertThat(STANDARD.standingIn("SAL").rejected(reason).due(DATE)).isEqualTo(FIRST);
            assertThat(STANDARD.standingIn("OPPORTUNITY").dealLost(reason).due(DATE))
                    .isEqualTo(FIRST);
        }

        @Test
        void whoever_recycled_it() {
            assertThat(STANDARD.standingIn("SQL").moved("RECYCLED", "timing").due(DATE))
                    .isEqualTo(FIRST);
            assertThat(STANDARD.standingIn("WORKING").discoveryCancelled().due(DATE))
                    .isEqualTo(FIRST);
            assertThat(STANDARD.at(MONDAY_10).imported("RECYCLED").due(DATE)).isEqualTo(FIRST);
            assertThat(STANDARD.at(MONDAY_10)
                            .imported("CLOSED_LOST")
                            .waited("2026-03-09T10:00:00Z")
                            .due(DATE))
                    .as("the limit of a lost lead")
                    .isEqualTo("2026-09-09T10:00:00Z");
        }

        @Test
        void the_date_ends_with_the_recycling() {
            assertThat(recycled()
                            .after(Duration.ofHours(1))
                            .touched("demo request")
                            .due(DATE))
                    .isNull();
        }

        @Test
        void who_is_recycled_again_has_been_silent_never() {
            Story story = recycled().waited(FIRST);
            assertThat(story.flagged("silent")).isTrue();

            story.touched("demo request").rejected("timing");

            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.flagged("silent")).isFalse();
            assertThat(story.due(DATE)).isEqualTo(SECOND);
        }

        @Test
        void only_a_recycled_lead_has_one() {
            assertThat(STANDARD.stages().stream()
                            .filter(stage -> STANDARD.standingIn(stage).due(DATE) != null))
                    .containsExactly("RECYCLED");
        }
    }

    @Nested
    class REE_2 {
        @Test
        void who_was_silent_until_the_date_gets_one_more() {
            Story story = recycled();
            assertThat(story.waited("2026-09-02T09:59:59.999Z").rulesSinceThen())
                    .isEmpty();

            story.waited(FIRST);

            assertThat(story.rulesSinceThen()).containsExactly("REE-2");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.due(DATE)).isEqualTo(SECOND);
        }

        @ParameterizedTest
        @CsvSource({
            "page visit,       MQL,      a light touch",
            "content download, MQL,      a touch",
            "email clicked,    MQL,      a click",
            "email opened,     RECYCLED, a mail program may have done it"
        })
        void who_stirred_before_the_date_qualifies_at_it(String kind, String stage, String why) {
            Story story = recycled().then("2026-06-02T10:00:00Z").touched(kind);
            assertThat(story.stage()).as("three months are not enough").isEqualTo("RECYCLED");

            story.waited(FIRST);

            assertThat(story.rulesSinceThen().contains("REC-7")).as(why).isEqualTo(stage.equals("MQL"));
            assertThat(story.rulesSinceThen().contains("REE-2")).as(why).isNotEqualTo(stage.equals("MQL"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void at_the_date_who_had_it_before_gets_it_back() {
            Story story = recycled()
                    .then("2026-06-02T10:00:00Z")
                    .touched("page visit")
                    .waited(FIRST);

            assertThat(story.rulesSinceThen()).contains("REC-7", "RTE-1");
            assertThat(story.owner()).isEqualTo("ana");
        }

        @Test
        void who_stirred_and_is_not_known_to_fit_is_not_silent_and_keeps_a_date() {
            Story story = recycled().profile(Map.of("title", "Accountant"));
            story.after(Duration.ofHours(1)).touched("page visit");

            story.waited(FIRST);

            assertThat(story.rulesSinceThen()).isEmpty();
            assertThat(story.flagged("silent")).isFalse();
            assertThat(story.due(DATE)).isEqualTo(SECOND);
        }

        @Test
        void a_reply_of_one_that_is_not_known_to_fit_is_a_sign_of_life_too() {
            Story story = recycled().profile(Map.of("title", "Accountant")).then("2026-06-02T10:00:00Z");

            assertThat(story.replied().waited(FIRST).rulesSinceThen()).isEmpty();
            assertThat(story.profile(ICP).stage()).as("once it fits").isEqualTo("MQL");
        }
    }

    @Nested
    class REE_3 {
        @Test
        void who_is_silent_at_two_dates_is_inactive() {
            Story story = recycled().waited("2027-03-02T09:59:59.999Z");
            assertThat(story.stage()).isEqualTo("RECYCLED");

            story.waited(SECOND);

            assertThat(story.rulesSinceThen()).containsExactly("REE-3");
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("inactive");
            assertThat(story.due(DATE)).isNull();
        }

        @Test
        void not_for_good() {
            Story story = recycled().waited(SECOND).touched("demo request");

            assertThat(story.movesSinceThen()).endsWith("NURTURE", "MQL");
        }

        @Test
        void who_stirs_between_the_two_is_silent_no_more_and_counted_anew() {
            Story story = recycled().profile(Map.of("title", "Accountant")).waited(FIRST);
            assertThat(story.flagged("silent")).isTrue();

            story.after(Duration.ofHours(1)).touched("page visit");
            assertThat(story.flagged("silent")).isFalse();
            story.waited(SECOND);
            assertThat(story.firedSinceThen()).doesNotContain("REE-2", "REE-3");
            story.waited("2027-09-02T10:00:00Z");
            assertThat(story.rulesSinceThen()).containsExactly("REE-2");
            story.waited("2028-03-02T10:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("REE-3");
            assertThat(story.reason()).isEqualTo("inactive");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-02T10:00:00Z, DISQUALIFIED, at the first date",
            "2026-09-02T10:00:01Z, RECYCLED,     a second after it"
        })
        void only_what_it_did_since_the_date_before_counts(String at, String stage, String why) {
            Story story = recycled().profile(Map.of("title", "Accountant"));
            story.then(at).touched("page visit").waited(SECOND).waited("2027-09-02T10:00:00Z");

            assertThat(story.stage()).as(why).isEqualTo(stage);
        }
    }

    @Nested
    class REE_5 {
        @Test
        void who_agrees_to_a_meeting_is_qualified_and_goes_to_its_owner() {
            Story story = recycled().then("2026-03-03T10:00:00Z").meetingSet();

            assertThat(story.rules()).contains("REE-5", "RTE-1");
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.type()).isEqualTo("reply");
            assertThat(story.ownersSinceThen()).containsExactly("ana");
        }

        @Test
        void only_a_recycled_lead() {
            assertThat(STANDARD.stagesWhere("REE-5", Story::meetingSet)).containsExactly("RECYCLED");
        }

        @Test
        void one_that_is_not_known_to_fit_stays_and_was_not_silent() {
            Story story = recycled()
                    .profile(Map.of("title", "Accountant"))
                    .then("2026-06-02T10:00:00Z")
                    .meetingSet();

            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.waited(FIRST).firedSinceThen()).doesNotContain("REE-2");
        }
    }

    @Nested
    class REE_6 {
        @Test
        void a_reply_does_not_wait_for_an_enrichment() {
            Story story = recycled()
                    .profile(Map.of("title", "Accountant"))
                    .then("2026-03-03T10:00:00Z")
                    .replied();

            assertThat(story.rules()).containsExactly("REE-6");
            assertThat(story.toldSinceThen()).containsExactly("oli urgently");
        }

        @Test
        void who_is_known_to_fit_answers_by_itself() {
            assertThat(recycled().replied().rules()).doesNotContain("REE-6");
        }

        @Test
        void a_machine_that_writes_back_is_nobody() {
            assertThat(recycled()
                            .profile(Map.of("title", "Accountant"))
                            .autoReplied()
                            .rules())
                    .isEmpty();
        }

        @Test
        void only_a_recycled_lead() {
            Story story = STANDARD.at(MONDAY_10)
                    .created(Map.of("industry", "software"))
                    .replied();

            assertThat(story.fit()).isEqualTo("UNKNOWN");
            assertThat(story.rules()).doesNotContain("REE-6");
        }
    }

    @Nested
    class REE_4 {
        @Test
        void who_writes_back_is_qualified_and_goes_to_its_owner() {
            Story story = recycled().then("2026-03-03T10:00:00Z").replied();

            assertThat(story.rules()).contains("REE-4", "RTE-1");
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.type()).isEqualTo("reply");
            assertThat(story.ownersSinceThen()).containsExactly("ana");
        }

        @Test
        void without_using_up_anybodys_turn() {
            Story ana = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10)
                    .created(ICP)
                    .touched("demo request")
                    .rejected("timing");
            assertThat(ana.then("2026-03-03T10:00:00Z").replied().owner()).isEqualTo("ana");

            Story next = ana.beside("L-2", Office.OPEN).created(ICP).touched("demo request");

            assertThat(next.owner()).isEqualTo("ben");
            assertThat(ana.lead().ownership().pool()).isNull();
        }

        @Test
        void only_a_recycled_lead() {
            assertThat(STANDARD.stagesWhere("REE-4", Story::replied)).containsExactly("RECYCLED");
        }

        @Test
        void a_machine_that_writes_back_is_nobody() {
            Story story = recycled().autoReplied();

            assertThat(story.rules()).isEmpty();
            assertThat(story.waited(FIRST).rulesSinceThen()).containsExactly("REE-2");
        }

        @Test
        void one_that_is_not_known_to_fit_stays() {
            Story story = recycled().profile(Map.of("title", "Accountant")).replied();

            assertThat(story.rules()).doesNotContain("REE-4");
            assertThat(story.stage()).isEqualTo("RECYCLED");
        }

        @ParameterizedTest
        @CsvSource({
            "demo request,       demo,  more urgent than a reply",
            "pricing page visit, reply, less urgent",
            "webinar attended,   reply, less urgent"
        })
        void a_reply_is_less_urgent_than_a_demo_request_alone(String then, String type, String why) {
            Story story = recycled().then("2026-03-03T10:00:00Z").replied();

            assertThat(story.after(Duration.ofHours(1)).touched(then).type())
                    .as(why)
                    .isEqualTo(type);
        }
    }
}
