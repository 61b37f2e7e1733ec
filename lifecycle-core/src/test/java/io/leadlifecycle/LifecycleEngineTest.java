package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.RECORDED;
import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.businessDays;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.store.StaleException;
import io.leadlifecycle.store.Stray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleEngineTest {
    private final Scene scene = new Scene();
    private final List<String> told = new ArrayList<>();

    @Nested
    class What_a_host_fires {
        @Test
        void an_event_of_an_unknown_lead_is_refused_and_kept_as_a_stray() {
            LifecycleEngine engine = scene.engine(Scene::noRule);
            Outcome outcome = engine.fire(demo("e-1", "L-1", 0));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.UNKNOWN_LEAD);
            assertThat(outcome.why()).isEqualTo("nobody created the lead");
            assertThat(engine.lead("L-1")).isEmpty();
            assertThat(engine.strays()).extracting(Stray::eventId).containsExactly("e-1");
        }

        @Test
        void an_id_is_not_used_up_by_an_unknown_lead() {
            LifecycleEngine engine = scene.engine(Scene::noRule);
            engine.fire(demo("e-1", "L-1", 0));
            engine.fire(created("L-1"));
            assertThat(engine.fire(demo("e-1", "L-1", 0)).status()).isEqualTo(Outcome.Status.APPLIED);
        }

        @Test
        void a_rule_sees_who_owned_the_lead_before() {
            LifecycleEngine engine = scene.engine((event, lead) -> {
                if (event instanceof LeadAssigned assigned && assigned.from() != null) {
                    lead.underRule("OWN-1 Seen", () -> lead.raiseFlag("taken from " + assigned.from()));
                }
            });
            engine.fire(created("L-1"));
            engine.fire(new LeadAssigned("e-1", "L-1", at(1), "ana"));
            engine.fire(new LeadAssigned("e-2", "L-1", at(2), "ben"));
            assertThat(engine.lead("L-1").orElseThrow().flags()).containsExactly("taken from ana");
        }

        @Test
        void an_unknown_lead_is_created_where_the_host_wants_that() {
            LifecycleEngine engine = scene.builder(LambdaRuleBook.of(Scene::noRule))
                    .unknownLeads(UnknownLeads.CREATE)
                    .build();
            Outcome outcome = engine.fire(demo("e-1", "L-1", 0));
            assertThat(outcome.dueBefore()).extracting(JournalEntry::event).containsExactly("LeadCreated");
            assertThat(engine.lead("L-1")).get().extracting(Lead::stage).isEqualTo("NEW");
            assertThat(engine.fire(demo("e-1", "L-1", 0)).entries()).isEqualTo(outcome.entries());
        }

        @Test
        void an_event_without_id_lead_or_instant_is_an_error() {
            LifecycleEngine engine = scene.engine(Scene::noRule);
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
            LifecycleEngine engine = scene.engine(Scene::noRule);
            assertThatThrownBy(() -> engine.fire(new TimerFired("e-1", "L-1", MONDAY_9, "stale", MONDAY_9)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A TimerFired is raised by the engine and cannot be fired.");
        }

        @Test
        void a_missing_name_is_refused_and_not_an_error() {
            LifecycleEngine engine = scene.engine(Scene::noRule);
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
            LifecycleEngine engine = scene.engine(Scene::noRule);
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
            LifecycleEngine engine = scene.engine((event, lead) -> {
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
            LifecycleEngine engine = scene.engine(Scene::noRule);
            Instant fine = MONDAY_9.plusNanos(1_999_999);
            engine.fire(new LeadCreated("e-1", "L-1", fine, "web", null, fine, Map.of(), null));
            Lead lead = engine.lead("L-1").orElseThrow();
            assertThat(lead.origin().createdAt()).isEqualTo(MONDAY_9.plusMillis(1));
            assertThat(lead.origin().firstTouchAt()).isEqualTo(MONDAY_9.plusMillis(1));
        }
    }

    @Nested
    class Who_listens {
        @Test
        void hears_in_order_after_the_append_and_may_fire_events_itself() {
            LifecycleEngine[] engine = new LifecycleEngine[1];
            engine[0] = scene.builder(LambdaRuleBook.of(Scene::noRule))
                    .listener((outcome, lead) -> {
                        assertThat(scene.store.lead(lead.id()).orElseThrow().entries())
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
            LifecycleEngine engine = scene.builder(LambdaRuleBook.of(Scene::noRule))
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
            LifecycleEngine engine = scene.builder(LambdaRuleBook.of(Scene::noRule))
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
        LifecycleEngine one = scene.engine(Scene::noRule);
        LifecycleEngine other = scene.engine(Scene::noRule);
        one.fire(created("L-1"));
        Thread thread = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                saved(other, demo("b-" + i, "L-1", i));
            }
        });
        thread.start();
        for (int i = 0; i < 200; i++) {
            saved(one, demo("a-" + i, "L-1", i));
        }
        thread.join();
        assertThat(one.journal("L-1").stream().filter(entry -> !entry.raised())).hasSize(401);
        assertThat(JournalEntry.fold(one.journal("L-1")))
                .isEqualTo(one.lead("L-1").orElseThrow());
    }

    /** An id is not used up by an error, so a host fires the event again. */
    private static void saved(LifecycleEngine engine, LeadEvent event) {
        while (true) {
            try {
                engine.fire(event);
                return;
            } catch (StaleException faster) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_finally_disqualified_lead_is_told_of_once_and_wants_back_once() {
        LifecycleEngine engine = scene.engine((event, lead) -> {
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
