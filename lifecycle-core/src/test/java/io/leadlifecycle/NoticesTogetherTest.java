package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.businessMinutes;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.manager;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect.Deadline;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.rule.RuleLead;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of clocks that reach a milestone at one instant one notice names all. */
class NoticesTogetherTest extends NoticeScene {
    @Nested
    class Two_clocks_that_reach_a_milestone_at_one_instant {
        /** Started in the evening, counting from the morning: 80 % was reached long ago. */
        private BiConsumer<LeadEvent, RuleLead> twoClocks(Recipient first, Recipient second) {
            return (event, lead) -> {
                onDemo(
                        event,
                        () -> lead.underRule("C-1 Start", () -> {
                            lead.startClock("answer", businessHours(9))
                                    .since(MONDAY_9)
                                    .acrossStages();
                            lead.startClock("contact", businessMinutes(570))
                                    .since(MONDAY_9)
                                    .acrossStages();
                        }));
                if (event instanceof SlaReached reached && reached.percent() == 80) {
                    boolean answer = reached.sla().equals("answer");
                    lead.underRule(
                            answer ? "C-2 Answer soon" : "C-3 Contact soon",
                            () -> lead.tell(answer ? first : second).urgently());
                }
                if (event instanceof SalesAccepted) {
                    lead.underRule("C-4 Answered", () -> lead.stopClock("answer"));
                }
            };
        }

        private LifecycleEngine at(Instant instant, Recipient first, Recipient second) {
            LifecycleEngine engine = owned(twoClocks(first, second));
            engine.fire(demo(instant));
            return engine;
        }

        @ParameterizedTest
        @CsvSource({"2026-03-02T16:59:00Z, 2026-03-02T16:59:00Z", "2026-03-02T20:00:00Z, 2026-03-03T09:00:00Z"})
        void give_one_notice_to_the_same_people_naming_both(Instant started, Instant told) {
            at(started, owner(), person("ana")).advanceTo(told);
            assertThat(instants()).containsExactly(told);
            assertThat(scene.told("L-1").get(0).about().clocks())
                    .containsExactly(
                            new Deadline("answer", Instant.parse("2026-03-03T10:00:00Z")),
                            new Deadline("contact", Instant.parse("2026-03-03T10:30:00Z")));
            assertThat(merged()).singleElement().satisfies(rule -> {
                assertThat(rule.rule()).isEqualTo("C-3 Contact soon");
                assertThat(rule.why()).isEqualTo("the notice about another clock names \"contact\" too");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-03-02T16:59:00Z", "2026-03-02T20:00:00Z"})
        void give_two_notices_to_different_people(Instant started) {
            at(started, owner(), manager()).advanceTo(TUESDAY_9);
            assertThat(recipients()).containsExactly(List.of("ana"), List.of("maria"));
            assertThat(clocks().get(1)).containsExactly("contact");
            assertThat(merged()).isEmpty();
        }

        @Test
        void give_the_same_notice_after_a_restart() {
            at(EVENING, owner(), owner()).advanceTo(EVENING);
            restarted();
            engine(twoClocks(owner(), owner())).advanceTo(TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("answer", "contact"));
        }

        @Test
        void still_give_it_when_only_the_first_of_them_ended_before_the_opening() {
            LifecycleEngine engine = at(EVENING, owner(), owner());
            engine.fire(new SalesAccepted("accepted", "L-1", NIGHT));
            engine.advanceTo(TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("contact"));
        }

        @Test
        void do_not_speak_for_each_other_to_different_people_when_one_ended_before_the_opening() {
            LifecycleEngine engine = at(EVENING, owner(), manager());
            engine.fire(new SalesAccepted("accepted", "L-1", NIGHT));
            engine.advanceTo(TUESDAY_9);
            assertThat(recipients()).containsExactly(List.of("maria"));
            assertThat(clocks()).containsExactly(List.of("contact"));
        }

        @Test
        void give_two_notices_when_one_can_wait_for_the_opening_and_the_other_counts_wall_time() {
            LifecycleEngine engine = owned((event, lead) -> {
                twoClocks(owner(), owner()).accept(event, lead);
                onDemo(event, () -> lead.underRule("C-9 Wall time", () -> lead.startClock("answer", hours(13))));
            });
            engine.fire(demo(EVENING));
            engine.advanceTo(TUESDAY_9);
            assertThat(instants()).containsExactly(EVENING, TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("answer"), List.of("contact"));
        }
    }
}
