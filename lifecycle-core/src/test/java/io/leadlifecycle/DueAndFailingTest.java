package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueAndFailingTest {
    private final Scene scene = new Scene();

    /** Two rules: a timer on entering NEW, and one that fails when it fires. */
    private static void failingTimer(LeadEvent event, RuleLead lead) {
        if (event instanceof StageEntered) {
            lead.underRule("T-1 Wait", () -> lead.startTimer("stale", hours(1)).acrossStages());
        }
        if (event instanceof TimerFired fired && fired.timer().equals("stale")) {
            lead.underRule("T-2 Fail", () -> {
                throw new IllegalStateException("out of order");
            });
        }
    }

    @Nested
    class What_falls_due {
        @Test
        void fires_before_the_next_later_event_and_after_all_events_of_its_own_instant() {
            LifecycleEngine engine = scene.engine((event, lead) -> {
                if (event instanceof StageEntered) {
                    lead.underRule(
                            "T-1 Wait", () -> lead.startTimer("stale", hours(1)).acrossStages());
                }
            });
            engine.fire(created("L-1"));
            assertThat(engine.fire(demo("e-1", "L-1", 60)).dueBefore()).isEmpty();
            Outcome next = engine.fire(demo("e-2", "L-1", 61));
            assertThat(next.dueBefore()).singleElement().satisfies(entry -> {
                assertThat(entry.eventId()).isEqualTo("L-1/stale#1");
                assertThat(entry.at()).isEqualTo(at(60));
                assertThat(entry.cause()).isEqualTo("e-2");
            });
        }

        @Test
        void is_parked_when_its_rules_fail_and_the_event_behind_it_goes_on() {
            LifecycleEngine engine = scene.engine(DueAndFailingTest::failingTimer);
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            Outcome outcome = engine.fire(demo("e-1", "L-1", 90));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
            assertThat(outcome.dueBefore()).singleElement().satisfies(entry -> {
                assertThat(entry.result()).isEqualTo(JournalEntry.Result.PARKED);
                assertThat(entry.why()).contains("T-2 Fail", "out of order");
            });
            assertThat(engine.health().parkedLeads()).containsExactly("L-1");
            assertThat(engine.lead("L-1").orElseThrow().parked()).hasSize(1);
            Lead untouched = engine.lead("L-2").orElseThrow();
            assertThat(untouched.entries()).isEqualTo(1);
            assertThat(engine.advanceTo(at(120))).isEqualTo(new Advance(1, 1, 0, 1, 0));
        }

        /** A firing of such a timer would have the id of another entry. */
        @ParameterizedTest
        @ValueSource(strings = {"notice", "owner", "handover", "review"})
        void is_no_timer_with_a_name_that_the_core_gives_to_its_own_entries(String name) {
            LifecycleEngine engine = scene.engine((event, lead) -> lead.underRule(
                    "T-1 Wait", () -> lead.startTimer(name, hours(1)).acrossStages()));
            engine.fire(created("L-1"));
            assertThat(engine.lead("L-1").orElseThrow().timer(name)).isEmpty();
            assertThat(engine.journal("L-1").get(0).toString())
                    .contains("the timer \"" + name + "\" belongs to the lifecycle");
        }

        @Test
        void is_fired_again_by_retry_at_the_instant_of_the_last_entry() {
            LifecycleEngine engine = scene.engine(DueAndFailingTest::failingTimer);
            engine.fire(created("L-1"));
            engine.advanceTo(at(61));
            engine.fire(demo("e-1", "L-1", 200));
            assertThat(engine.retry("L-1")).isZero();
            LifecycleEngine mended = scene.engine(Scene::noRule);
            assertThat(mended.retry("L-1")).isEqualTo(1);
            JournalEntry last = mended.journal("L-1").get(mended.journal("L-1").size() - 1);
            assertThat(last.at()).isEqualTo(at(200));
            assertThat(last.eventAt()).isEqualTo(at(60));
            assertThat(mended.lead("L-1").orElseThrow().parked()).isEmpty();
        }

        @Test
        void is_fired_again_by_a_new_rule_book() {
            LifecycleEngine engine = scene.engine(DueAndFailingTest::failingTimer);
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            engine.advanceTo(at(61));
            LambdaRuleBook mended = new LambdaRuleBook(SampleLifecycle.lifecycle(), "2", Scene::noRule);
            LifecycleEngine next = scene.builder(mended).build();
            next.fire(demo("e-1", "L-1", 70));
            assertThat(next.lead("L-1").orElseThrow().parked()).isEmpty();
            assertThat(next.advanceTo(at(70))).isEqualTo(new Advance(1, 0, 0, 1, 0));
            assertThat(scene.store.parked()).isEmpty();
        }

        @Test
        void sixty_four_times_at_one_instant_is_parked_whoever_fires_it() {
            BiConsumer<LeadEvent, RuleLead> round = (event, lead) -> {
                if (event instanceof StageEntered || event instanceof SlaReached) {
                    lead.underRule(
                            "C-1 Again",
                            () -> lead.restartClock("answer", hours(0)).acrossStages());
                }
            };
            LifecycleEngine sweeping = scene.engine(round);
            sweeping.fire(created("L-1"));
            sweeping.advanceTo(at(1));
            sweeping.fire(created("L-2"));
            sweeping.fire(demo("e-1", "L-2", 1));
            for (String id : List.of("L-1", "L-2")) {
                Lead lead = sweeping.lead(id).orElseThrow();
                assertThat(lead.parked())
                        .isNotEmpty()
                        .allSatisfy(item -> assertThat(item.error())
                                .startsWith("More than 64 clocks and timers of lead " + id)
                                .contains("C-1 Again"));
                assertThat(sweeping.journal(id)).hasSizeLessThan(200);
            }
        }
    }

    @Nested
    class Rules_that_fail {
        private static void circle(LeadEvent event, RuleLead lead) {
            if (event instanceof StageEntered entered && entered.stage().equals("OPPORTUNITY")) {
                lead.underRule("X-1 There", () -> lead.moveTo("LOST", "timing").because("there"));
            }
            if (event instanceof StageEntered entered && entered.stage().equals("LOST")) {
                lead.underRule("Y-1 Back", () -> lead.moveTo("OPPORTUNITY").because("back"));
            }
        }

        @Test
        void two_rules_that_move_a_lead_to_and_fro_are_named_and_the_lead_stays_as_it_was() {
            LifecycleEngine engine = scene.engine(Rules_that_fail::circle);
            engine.fire(created("L-1"));
            Lead before = engine.lead("L-1").orElseThrow();
            LeadEvent event = new StageChangeRequested("e-1", "L-1", at(1), "OPPORTUNITY");
            assertThatThrownBy(() -> engine.fire(event))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("circle")
                    .hasMessageContaining("X-1 There")
                    .hasMessageContaining("Y-1 Back");
            assertThat(engine.lead("L-1")).contains(before);
            assertThat(engine.journal("L-1")).hasSize(1);
        }

        @Test
        void in_fire_all_a_failure_is_the_result_of_its_event_alone() {
            LifecycleEngine engine = scene.engine(Rules_that_fail::circle);
            List<Outcome> outcomes = engine.fireAll(List.of(
                    created("L-1"),
                    new StageChangeRequested("e-1", "L-1", at(1), "OPPORTUNITY"),
                    demo("e-2", "L-1", 2)));
            assertThat(outcomes)
                    .extracting(Outcome::status)
                    .containsExactly(Outcome.Status.APPLIED, Outcome.Status.FAILED, Outcome.Status.APPLIED);
            assertThat(outcomes.get(1).failure()).isInstanceOf(RuleFailedException.class);
        }

        @Test
        void whatever_a_java_rule_throws_names_the_rule_and_the_lead() {
            LifecycleEngine engine = scene.engine((event, lead) -> {
                lead.underRule("N-1 Careless", () -> lead.startTimer("stale", hours(-1)));
            });
            assertThatThrownBy(() -> engine.fire(created("L-1")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("N-1 Careless")
                    .hasMessageContaining("L-1")
                    .extracting(thrown -> ((RuleFailedException) thrown).rule())
                    .isEqualTo("N-1 Careless");
            assertThat(engine.lead("L-1")).isEmpty();
        }
    }
}
