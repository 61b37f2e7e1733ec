package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.rule.Message;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-notices.drl: who hears that the time of a clock runs out. */
class SlaNoticesTest {
    private static final String MONTH_END = "2026-03-31T10:00:00Z";

    /** Four business hours from Monday 10:00 on, of acceptance and of the speed to lead. */
    private static Story fourHours() {
        return STANDARD.at(MONDAY_10).created(ICP).assigned("ana").scored(100);
    }

    private static Story demoAt(String instant) {
        return STANDARD.at(instant).created(ICP).assigned("ana").then(instant).touched("demo request");
    }

    private static List<String> notices(Story story) {
        return story.rulesSinceThen().stream()
                .filter(rule -> rule.startsWith("NTC"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:59:59.999Z, '',                just before the half",
        "2026-03-02T12:00:00Z,     NTC-1,             half of four hours",
        "2026-03-02T13:11:59.999Z, NTC-1,             just before 80 %",
        "2026-03-02T13:12:00Z,     NTC-1 NTC-2,       80 % are three hours and twelve minutes",
        "2026-03-02T13:59:59.999Z, NTC-1 NTC-2,       just before the end",
        "2026-03-02T14:00:00Z,     NTC-1 NTC-2 NTC-3, the end",
        "2026-03-03T09:59:59.999Z, NTC-1 NTC-2 NTC-3, each only once"
    })
    void each_share_of_the_time_is_told_at_its_instant(String at, String rules, String why) {
        Story story = fourHours().waited(at);

        assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
        assertThat(story.toldSinceThen()).as(why).hasSameSizeAs(story.rulesSinceThen());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T16:58:00Z, 2026-03-09T09:00:30Z, 2026-03-09T09:02:00Z, 2026-03-09T09:03:00Z, over the weekend",
        "2026-03-02T10:00:00Z, 2026-03-02T10:02:30Z, 2026-03-02T10:04:00Z, 2026-03-02T10:05:00Z, within the day"
    })
    void of_five_minutes_too(String at, Instant half, Instant nearly, Instant over, String why) {
        Story story = demoAt(at).waited(over.toString());

        assertThat(story.messagesSinceThen())
                .as(why)
                .extracting(Effect.Tell::at)
                .containsExactly(half, nearly, over);
    }

    @Nested
    class NTC_1 {
        @Test
        void at_half_time_the_owner_is_told_once_of_both_clocks() {
            Story story = fourHours().waited("2026-03-02T12:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("NTC-1");
            assertThat(story.noticesSinceThen()).containsExactly("ana of acceptance, speed to lead");
        }

        @Test
        void by_mail_and_message_with_what_happened_and_when_it_is_due() {
            Story story = fourHours().waited("2026-03-02T12:00:00Z");

            assertThat(story.messagesSinceThen()).singleElement().satisfies(tell -> {
                assertThat(tell.channels()).containsExactly(Message.EMAIL, Message.MESSAGE);
                assertThat(tell.message()).isEqualTo("Half of the time has passed");
                assertThat(tell.about().why()).isEqualTo("ICP fit and a score of 100 or more");
                assertThat(tell.about())
                        .hasToString(", acceptance due 2026-03-02T14:00:00Z, speed to lead due 2026-03-02T14:00:00Z");
            });
        }

        @Test
        void clocks_that_are_not_due_together_are_told_apart() {
            Story story = STANDARD.at(MONDAY_10)
                    .created(NOTHING)
                    .assigned("ana")
                    .touched("demo request")
                    .then("2026-03-02T10:01:00Z")
                    .profile(ICP)
                    .waited("2026-03-02T10:03:30Z");

            assertThat(story.messagesSinceThen())
                    .extracting(tell -> tell.at() + " " + tell.clock())
                    .containsExactly("2026-03-02T10:02:30Z speed to lead", "2026-03-02T10:03:30Z acceptance");
        }

        @Test
        void they_hold_for_every_clock() {
            Story story = STANDARD.standingIn("WORKING").discovered("budget", "authority", "need", "timeline");

            assertThat(story.waited("2026-03-03T10:00:00Z").noticesSinceThen()).containsExactly("ana of opportunity");
        }

        @Test
        void nobody_is_told_of_an_answered_one() {
            Story story = fourHours().called("no answer").waited(MONTH_END);

            assertThat(story.rulesSinceThen()).noneMatch(rule -> rule.startsWith("NTC-") || rule.startsWith("LAD-"));
        }

        @Test
        void of_two_clocks_the_one_that_still_runs_is_named() {
            Story story = fourHours().then("2026-03-02T11:50:00Z").accepted().waited("2026-03-02T12:00:00Z");

            assertThat(story.noticesSinceThen()).containsExactly("ana of speed to lead");
        }

        @Test
        void an_answer_at_half_time_comes_first() {
            Story story =
                    fourHours().then("2026-03-02T12:00:00Z").called("no answer").waited(MONTH_END);

            assertThat(story.rulesSinceThen()).noneMatch(rule -> rule.startsWith("NTC-") || rule.startsWith("LAD-"));
            assertThat(story.outcome().dueBefore()).isEmpty();
        }
    }

    @Nested
    class NTC_2 {
        @Test
        void at_80_percent_it_is_urgent_and_the_manager_reads_along() {
            Story story = fourHours().waited("2026-03-02T12:00:00Z").waited("2026-03-02T13:12:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("NTC-2");
            assertThat(story.noticesSinceThen())
                    .containsExactly("ana (cc maria) urgently of acceptance, speed to lead");
        }

        @Test
        void a_pause_moves_it() {
            Story story = fourHours().then("2026-03-02T13:00:00Z").replied().waited("2026-03-02T14:11:59.999Z");
            assertThat(notices(story)).isEmpty();

            assertThat(story.waited("2026-03-02T14:12:00Z").rulesSinceThen()).containsExactly("NTC-2");
        }
    }

    @Nested
    class NTC_3 {
        @Test
        void a_breach_is_told_to_the_manager() {
            Story story = fourHours().waited("2026-03-02T13:59:59Z").waited("2026-03-02T14:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("NTC-3");
            assertThat(story.noticesSinceThen())
                    .containsExactly("maria (cc ana) urgently of acceptance, speed to lead");
        }

        @Test
        void the_journal_says_that_the_other_clock_was_named_with_it() {
            Story story = fourHours().waited("2026-03-02T13:59:59Z").waited("2026-03-02T14:00:00Z");

            assertThat(story.firedSinceThen()).containsExactly("NTC-3");
            assertThat(story.journal())
                    .last()
                    .asString()
                    .contains(
                            "NTC-3 The time is over: MERGED, the notice about another clock names \"speed to lead\" too");
        }

        @Test
        void without_a_rep_the_fallback_person_hears_all_of_it() {
            Story story = STANDARD.at(MONDAY_10).created(ICP).scored(100).then(MONDAY_10);

            assertThat(story.waited("2026-03-02T14:00:00Z").toldSinceThen())
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

    @Nested
    class Outside_opening_hours {
        /** It asked on Friday afternoon, and on Saturday it is known to fit: five minutes were over long ago. */
        private Story overdueOnSaturday() {
            return STANDARD.at("2026-03-06T16:00:00Z")
                    .created(NOTHING)
                    .assigned("ana")
                    .touched("demo request")
                    .then("2026-03-07T12:00:00Z")
                    .profile(ICP)
                    .waited("2026-03-09T08:59:59.999Z");
        }

        @Test
        void a_notice_waits_for_the_opening() {
            Story story = overdueOnSaturday();
            assertThat(story.clock("speed to lead").breachedAt()).isEqualTo("2026-03-06T16:05:00Z");
            assertThat(story.toldSinceThen()).isEmpty();

            story.waited("2026-03-09T09:00:00Z");
            assertThat(story.noticesSinceThen())
                    .containsExactly("ana of acceptance", "maria (cc ana) urgently of speed to lead");
        }

        @Test
        void what_was_answered_meanwhile_is_not_told_any_more() {
            Story story = overdueOnSaturday().then("2026-03-09T08:59:59.999Z").called("no answer");

            assertThat(story.waited("2026-03-09T09:00:00Z").toldSinceThen()).isEmpty();
        }

        @Test
        void whom_it_is_for_is_found_at_the_opening() {
            Story story = overdueOnSaturday().assigned("ben").waited("2026-03-09T09:00:00Z");

            assertThat(story.noticesSinceThen()).contains("maria (cc ben) urgently of speed to lead");
        }

        @Test
        void at_closing_time_itself_it_is_told_at_once() {
            Story story = demoAt("2026-03-06T16:55:00Z").waited("2026-03-06T17:00:00Z");

            assertThat(story.messagesSinceThen())
                    .last()
                    .satisfies(tell -> assertThat(tell.at()).isEqualTo("2026-03-06T17:00:00Z"));
        }

        @Test
        void a_clock_of_wall_time_is_told_at_night() {
            String drl = """
                    rule "ONE-1 A deal is confirmed within the hour"
                        when OpportunityCreated( )
                        then lead.startClock("confirmation", hours(1));
                    end
                    rule "ONE-2 The time is over"
                        when SlaReached( sla == "confirmation", percent == 100 )
                        then lead.tell(owner()).byMessage();
                    end
                    """;
            try (DroolsRuleBook book = DroolsRuleBook.of(STANDARD.book().lifecycle(), Map.of("one.drl", drl))) {
                Story story = Story.in(book, "2026-03-06T22:00:00Z")
                        .created(ICP)
                        .assigned("ana")
                        .dealOpened()
                        .waited("2026-03-06T23:00:00Z");

                assertThat(story.noticesSinceThen()).containsExactly("ana of confirmation");
                assertThat(story.messagesSinceThen().get(0).channels()).containsExactly(Message.MESSAGE);
            }
        }
    }
}
