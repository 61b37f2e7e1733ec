package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessDays;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.store.Stray;
import io.leadlifecycle.testing.SettableInstantSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleEngineTest {
    private static final Instant MONDAY_9 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant RECORDED = Instant.parse("2030-01-01T00:00:00Z");

    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final List<String> told = new ArrayList<>();

    private LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return builder(LambdaRuleBook.of(rules)).build();
    }

    private LifecycleEngineBuilder builder(LambdaRuleBook book) {
        return LifecycleEngine.builder(book)
                .directory(SampleLifecycle.PEOPLE)
                .store(store)
                .recordingClock(new SettableInstantSource(RECORDED));
    }

    private static Instant at(int minutes) {
        return MONDAY_9.plusSeconds(60L * minutes);
    }

    private static LeadEvent created(String lead) {
        return new LeadCreated("created", lead, MONDAY_9, "web", Map.of());
    }

    private static LeadEvent demo(String id, String lead, int minutes) {
        return new Touchpoint(id, lead, at(minutes), "demo request");
    }

    private static void noRule(LeadEvent event, RuleLead lead) {}

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
    class What_a_host_fires {
        @Test
        void an_event_of_an_unknown_lead_is_refused_and_kept_as_a_stray() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            Outcome outcome = engine.fire(demo("e-1", "L-1", 0));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.UNKNOWN_LEAD);
            assertThat(outcome.why()).isEqualTo("nobody created the lead");
            assertThat(engine.lead("L-1")).isEmpty();
            assertThat(engine.strays()).extracting(Stray::eventId).containsExactly("e-1");
        }

        @Test
        void an_id_is_not_used_up_by_an_unknown_lead() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            engine.fire(demo("e-1", "L-1", 0));
            engine.fire(created("L-1"));
            assertThat(engine.fire(demo("e-1", "L-1", 0)).status()).isEqualTo(Outcome.Status.APPLIED);
        }

        @Test
        void an_unknown_lead_is_created_where_the_host_wants_that() {
            LifecycleEngine engine = builder(LambdaRuleBook.of(LifecycleEngineTest::noRule))
                    .unknownLeads(UnknownLeads.CREATE)
                    .build();
            Outcome outcome = engine.fire(demo("e-1", "L-1", 0));
            assertThat(outcome.dueBefore()).extracting(JournalEntry::event).containsExactly("LeadCreated");
            assertThat(engine.lead("L-1")).get().extracting(Lead::stage).isEqualTo("NEW");
            assertThat(engine.fire(demo("e-1", "L-1", 0)).entries()).isEqualTo(outcome.entries());
        }

        @Test
        void an_event_without_id_lead_or_instant_is_an_error() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            assertThatThrownBy(() -> engine.fire(new SalesAccepted(" ", "L-1", MONDAY_9)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The id of the SalesAccepted is missing");
            assertThatThrownBy(() -> engine.fire(new SalesAccepted("e-1", null, MONDAY_9)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The leadId of the SalesAccepted is missing");
            assertThatThrownBy(() -> engine.fire(new SalesAccepted("e-1", "L-1", null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The at of the SalesAccepted is missing");
        }

        @Test
        void an_event_that_only_the_engine_raises_is_an_error() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            assertThatThrownBy(() -> engine.fire(new TimerFired("e-1", "L-1", MONDAY_9, "stale")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A TimerFired is raised by the engine and cannot be fired.");
        }

        @Test
        void a_missing_name_is_refused_and_not_an_error() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            engine.fire(created("L-1"));
            for (LeadEvent event : List.of(
                    new Touchpoint("e-1", "L-1", at(1), null),
                    new LeadAssigned("e-2", "L-1", at(1), null),
                    new StageChangeRequested("e-3", "L-1", at(1), null))) {
                Outcome outcome = engine.fire(event);
                assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
                assertThat(outcome.why()).contains("is missing");
            }
        }

        @Test
        void other_content_under_a_used_id_is_a_stray() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            engine.fire(created("L-1"));
            engine.fire(demo("e-1", "L-1", 1));
            Outcome outcome = engine.fire(demo("e-1", "L-1", 2));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.CONFLICTING);
            assertThat(engine.journal("L-1")).hasSize(2);
            assertThat(engine.strays()).singleElement().satisfies(stray -> {
                assertThat(stray.json()).contains("09:02:00");
                assertThat(stray.recordedAt()).isEqualTo(RECORDED);
            });
        }

        @Test
        void a_late_event_touches_the_past_and_moves_nothing_back() {
            LifecycleEngine engine = engine((event, lead) -> {
                if (event instanceof SalesAccepted) {
                    lead.underRule(
                            "A-1 Accepted", () -> lead.moveTo("OPPORTUNITY").because("accepted"));
                }
            });
            engine.fire(created("L-1"));
            engine.fire(demo("e-1", "L-1", 60));
            JournalEntry late =
                    engine.fire(new SalesAccepted("e-2", "L-1", at(30))).entry();
            assertThat(late.eventAt()).isEqualTo(at(30));
            assertThat(late.at()).isEqualTo(at(60));
            assertThat(late.moves())
                    .singleElement()
                    .satisfies(move -> assertThat(move.at()).isEqualTo(at(60)));
            engine.fire(demo("e-3", "L-1", 10));
            assertThat(engine.lead("L-1").orElseThrow().touches().of("demo request"))
                    .hasValueSatisfying(demos -> {
                        assertThat(demos.first()).isEqualTo(at(10));
                        assertThat(demos.latest()).isEqualTo(at(60));
                    });
        }

        @Test
        void instants_are_cut_to_milliseconds_at_the_door() {
            LifecycleEngine engine = engine(LifecycleEngineTest::noRule);
            Instant fine = MONDAY_9.plusNanos(1_999_999);
            engine.fire(new LeadCreated("e-1", "L-1", fine, "web", null, fine, Map.of(), null));
            Lead lead = engine.lead("L-1").orElseThrow();
            assertThat(lead.origin().createdAt()).isEqualTo(MONDAY_9.plusMillis(1));
            assertThat(lead.origin().firstTouchAt()).isEqualTo(MONDAY_9.plusMillis(1));
        }
    }

    @Nested
    class What_falls_due {
        @Test
        void fires_before_the_next_later_event_and_after_all_events_of_its_own_instant() {
            LifecycleEngine engine = engine((event, lead) -> {
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
            LifecycleEngine engine = engine(LifecycleEngineTest::failingTimer);
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            Outcome outcome = engine.fire(demo("e-1", "L-1", 90));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
            assertThat(outcome.dueBefore()).singleElement().satisfies(entry -> {
                assertThat(entry.result()).isEqualTo(JournalEntry.Result.PARKED);
                assertThat(entry.why()).contains("T-2 Fail", "out of order");
            });
            assertThat(engine.lead("L-1").orElseThrow().parked()).hasSize(1);
            Lead untouched = engine.lead("L-2").orElseThrow();
            assertThat(untouched.entries()).isEqualTo(1);
            assertThat(engine.advanceTo(at(120))).isEqualTo(new Advance(1, 1, 1, 0));
        }

        @Test
        void is_fired_again_by_retry_at_the_instant_of_the_last_entry() {
            LifecycleEngine engine = engine(LifecycleEngineTest::failingTimer);
            engine.fire(created("L-1"));
            engine.advanceTo(at(61));
            engine.fire(demo("e-1", "L-1", 200));
            assertThat(engine.retry("L-1")).isZero();
            LifecycleEngine mended = engine(LifecycleEngineTest::noRule);
            assertThat(mended.retry("L-1")).isEqualTo(1);
            JournalEntry last = mended.journal("L-1").get(mended.journal("L-1").size() - 1);
            assertThat(last.at()).isEqualTo(at(200));
            assertThat(last.eventAt()).isEqualTo(at(60));
            assertThat(mended.lead("L-1").orElseThrow().parked()).isEmpty();
        }

        @Test
        void is_fired_again_by_a_new_rule_book() {
            LifecycleEngine engine = engine(LifecycleEngineTest::failingTimer);
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            engine.advanceTo(at(61));
            LambdaRuleBook mended = new LambdaRuleBook(SampleLifecycle.lifecycle(), "2", LifecycleEngineTest::noRule);
            LifecycleEngine next = builder(mended).build();
            next.fire(demo("e-1", "L-1", 70));
            assertThat(next.lead("L-1").orElseThrow().parked()).isEmpty();
            assertThat(next.advanceTo(at(70))).isEqualTo(new Advance(1, 0, 1, 0));
            assertThat(store.parked()).isEmpty();
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
            LifecycleEngine sweeping = engine(round);
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
            LifecycleEngine engine = engine(Rules_that_fail::circle);
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
            LifecycleEngine engine = engine(Rules_that_fail::circle);
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
            LifecycleEngine engine = engine((event, lead) -> {
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

    @Nested
    class Who_listens {
        @Test
        void hears_in_order_after_the_append_and_may_fire_events_itself() {
            LifecycleEngine[] engine = new LifecycleEngine[1];
            engine[0] = builder(LambdaRuleBook.of(LifecycleEngineTest::noRule))
                    .listener((outcome, lead) -> {
                        assertThat(store.lead(lead.id()).orElseThrow().entries())
                                .isGreaterThanOrEqualTo(lead.entries());
                        told.add(outcome.eventId());
                        if (outcome.eventId().equals("e-1")) {
                            engine[0].fire(demo("e-2", "L-1", 2));
                        }
                    })
                    .build();
            engine[0].fire(created("L-1"));
            engine[0].fire(demo("e-1", "L-1", 1));
            assertThat(told).containsExactly("created", "e-1", "e-2");
        }

        @Test
        void changes_nothing_by_failing() {
            LifecycleEngine engine = builder(LambdaRuleBook.of(LifecycleEngineTest::noRule))
                    .listener((outcome, lead) -> {
                        throw new IllegalStateException("the outbox is full");
                    })
                    .listener((outcome, lead) -> told.add(outcome.eventId()))
                    .build();
            assertThat(engine.fire(created("L-1")).status()).isEqualTo(Outcome.Status.APPLIED);
            assertThat(told).containsExactly("created");
        }

        @Test
        void is_told_on_after_an_error_of_another_one() {
            LifecycleEngine engine = builder(LambdaRuleBook.of(LifecycleEngineTest::noRule))
                    .listener((outcome, lead) -> {
                        told.add(outcome.eventId());
                        if (outcome.eventId().equals("created")) {
                            throw new AssertionError("not an exception");
                        }
                    })
                    .build();
            assertThatThrownBy(() -> engine.fire(created("L-1"))).isInstanceOf(AssertionError.class);
            engine.fire(demo("e-1", "L-1", 1));
            assertThat(told).containsExactly("created", "e-1");
        }
    }

    @Test
    void two_engines_on_one_store_lose_nothing() throws InterruptedException {
        LifecycleEngine one = engine(LifecycleEngineTest::noRule);
        LifecycleEngine other = engine(LifecycleEngineTest::noRule);
        one.fire(created("L-1"));
        Thread thread = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                other.fire(demo("b-" + i, "L-1", i));
            }
        });
        thread.start();
        for (int i = 0; i < 200; i++) {
            one.fire(demo("a-" + i, "L-1", i));
        }
        thread.join();
        assertThat(one.journal("L-1").stream().filter(entry -> !entry.raised())).hasSize(401);
        assertThat(JournalEntry.fold(one.journal("L-1")))
                .isEqualTo(one.lead("L-1").orElseThrow());
    }

    @Test
    void a_finally_disqualified_lead_is_told_of_once_and_wants_back_once() {
        LifecycleEngine engine = engine((event, lead) -> {
            if (event instanceof SalesAccepted) {
                lead.underRule("D-1 Competitor", () -> {
                    lead.disqualify("competitor").because("works for one");
                    lead.tell(owner());
                    lead.tell(owner());
                    lead.startTimer("stale", businessDays(5));
                });
            }
            if (event instanceof Touchpoint) {
                lead.underRule("D-2 Back", () -> lead.tell(role("SDR Manager")).because("wants back"));
            }
        });
        engine.fire(created("L-1"));
        Outcome entered = engine.fire(new SalesAccepted("e-1", "L-1", at(1)));
        assertThat(entered.movedTo()).contains("DISQUALIFIED");
        assertThat(entered.effects()).hasSize(1);
        assertThat(engine.lead("L-1").orElseThrow().timers()).isEmpty();
        assertThat(engine.fire(demo("e-2", "L-1", 2)).effects()).hasSize(1);
        assertThat(engine.fire(demo("e-3", "L-1", 3)).effects()).isEmpty();
    }
}
