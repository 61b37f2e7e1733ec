package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.manager;
import static io.leadlifecycle.rule.RuleWords.person;
import static io.leadlifecycle.rule.RuleWords.roundRobin;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.NobodyAvailable;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rule.RuleLead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead for which nobody is there waits its turn. Ana is back on Tuesday at 09:00. */
class QueueTest {
    private static final Instant TUESDAY_9 = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant FRIDAY_9 = Instant.parse("2026-03-06T09:00:00Z");
    private static final Directory ANA_AWAY = pool(Pool.of("inbound", "ana").ledBy("maria"));

    private final Scene scene = new Scene();

    private static PeopleDirectory pool(Pool inbound) {
        return people().pool(inbound).build();
    }

    private static PeopleDirectory.Builder people() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("ana").reportingTo("maria").awayFrom(MONDAY_9, TUESDAY_9))
                .person(Person.named("ben"))
                .person(Person.named("maria"));
    }

    /** A demo starts the clock and asks for an owner; the manager is told when nobody is there. */
    private static void asking(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("Q-1 Asked", () -> {
                lead.startClock("answer", businessHours(8)).acrossStages();
                lead.assignTo(roundRobin("inbound"));
            });
        }
        if (event instanceof NobodyAvailable) {
            lead.underRule("Q-2 Nobody", () -> lead.tell(manager()));
        }
    }

    private LifecycleEngine engine(Directory people) {
        return scene.engine(people, QueueTest::asking);
    }

    private static void ask(LifecycleEngine engine, String lead, Instant at) {
        engine.fire(new LeadCreated("created", lead, MONDAY_9, "web", Map.of()));
        engine.fire(new Touchpoint("demo " + at, lead, at, "demo request"));
    }

    private static Instant monday(int minutes) {
        return MONDAY_9.plusSeconds(60L * minutes);
    }

    private List<String> queue() {
        return scene.store.queue("inbound", 100);
    }

    private List<String> owners(String... leads) {
        return Stream.of(leads).map(scene::owner).toList();
    }

    private Instant handedOutAt(String lead) {
        return scene.store.journal(lead).stream()
                .map(stored -> stored.entry())
                .filter(entry -> entry.event().equals("LeadAssigned"))
                .map(JournalEntry::at)
                .findFirst()
                .orElseThrow();
    }

    private List<String> journal(String lead) {
        return scene.store.journal(lead).stream()
                .map(stored -> JournalJson.write(stored.entry()))
                .toList();
    }

    @Nested
    class While_nobody_is_there {
        @Test
        void the_lead_is_queued_its_manager_told_and_its_clock_runs() {
            LifecycleEngine engine = engine(ANA_AWAY);
            ask(engine, "L-1", monday(1));
            Lead lead = engine.lead("L-1").orElseThrow();
            assertThat(lead.ownership().waiting().pool()).isEqualTo("inbound");
            assertThat(lead.clock("answer").map(Clock::state)).contains(ClockState.RUNNING);
            assertThat(scene.told("L-1")).extracting(Effect.Tell::to).containsExactly(List.of("maria"));
            JournalEntry last = engine.journal("L-1").get(2);
            assertThat(last.event()).isEqualTo("NobodyAvailable");
            assertThat(last.eventId()).isEqualTo("L-1/owner#1");
        }

        @Test
        void later_leads_stand_behind_even_when_somebody_is_back_by_then() {
            LifecycleEngine engine = engine(ANA_AWAY);
            ask(engine, "L-2", monday(1));
            ask(engine, "L-1", monday(2));
            ask(engine, "L-0", TUESDAY_9.plusSeconds(60));
            assertThat(queue()).containsExactly("L-2", "L-1", "L-0");
            assertThat(engine.advanceTo(TUESDAY_9.plusSeconds(60)).handedOut()).isEqualTo(3);
            assertThat(handedOutAt("L-1")).isEqualTo(TUESDAY_9);
            assertThat(handedOutAt("L-0")).isEqualTo(TUESDAY_9.plusSeconds(60));
        }

        @Test
        void a_lead_that_asks_again_keeps_its_place_and_does_not_stand_behind_itself() {
            LifecycleEngine engine = engine(ANA_AWAY);
            ask(engine, "L-2", monday(1));
            ask(engine, "L-1", monday(2));
            ask(engine, "L-2", monday(3));
            assertThat(queue()).containsExactly("L-2", "L-1");
        }

        @Test
        void nobody_comes_out_of_a_pool_that_is_empty_or_unknown_to_the_directory() {
            for (Directory people : List.of(pool(Pool.named("inbound")), people().build())) {
                Scene other = new Scene();
                LifecycleEngine engine = LifecycleEngine.builder(new LambdaRuleBook(
                                SampleLifecycle.builder().pool("inbound").build(), "1", QueueTest::asking))
                        .directory(people)
                        .store(other.store)
                        .build();
                ask(engine, "L-1", monday(1));
                ask(engine, "L-2", monday(2));
                engine.advanceTo(FRIDAY_9);
                engine.advanceTo(FRIDAY_9.plusSeconds(60));
                assertThat(other.store.queue("inbound", 10)).containsExactly("L-1", "L-2");
            }
        }
    }

    @Nested
    class Leads_are_handed_out {
        @ParameterizedTest
        @ValueSource(ints = {1, 7, 24, 24 * 5})
        void oldest_first_when_an_absence_ends_however_often_somebody_looks(int hours) {
            LifecycleEngine engine = engine(ANA_AWAY);
            ask(engine, "L-2", monday(1));
            ask(engine, "L-1", monday(2));
            Instant friday = MONDAY_9.plus(Duration.ofDays(5));
            for (Instant t = MONDAY_9; t.isBefore(friday); t = t.plus(Duration.ofHours(hours))) {
                engine.advanceTo(t);
            }
            engine.advanceTo(friday);
            assertThat(handedOutAt("L-2")).isEqualTo(TUESDAY_9);
            assertThat(journal("L-2").toString()).contains("\"position\":1");
            assertThat(journal("L-1").toString()).contains("\"position\":2");
            assertThat(engine.lead("L-1")
                            .orElseThrow()
                            .clock("answer")
                            .orElseThrow()
                            .owners())
                    .hasSize(2);
        }

        @Test
        void as_many_as_the_cap_allows_at_the_beginning_of_each_business_day() {
            Pool capped = Pool.named("inbound").with(new Pool.Member("ben", 1, Cap.parse("2 per day")));
            LifecycleEngine engine = engine(pool(capped));
            for (int i = 1; i <= 6; i++) {
                ask(engine, "L-" + i, monday(i));
            }
            assertThat(engine.advanceTo(FRIDAY_9).handedOut()).isEqualTo(4);
            assertThat(Stream.of("L-2", "L-3", "L-4", "L-5", "L-6").map(QueueTest.this::handedOutAt))
                    .containsExactly(
                            monday(2),
                            TUESDAY_9,
                            TUESDAY_9,
                            TUESDAY_9.plus(Duration.ofDays(1)),
                            TUESDAY_9.plus(Duration.ofDays(1)));
        }

        @Test
        void when_the_engine_is_built_with_other_people_and_once_only() {
            ask(engine(ANA_AWAY), "L-1", monday(1));
            LifecycleEngine next = engine(pool(Pool.of("inbound", "ana", "ben")));
            assertThat(next.advanceTo(monday(5)).handedOut()).isEqualTo(1);
            assertThat(next.advanceTo(monday(5))).isEqualTo(new Advance(0, 0, 0, 0, 0));
            assertThat(owners("L-1")).containsExactly("ben");
            assertThat(handedOutAt("L-1")).isEqualTo(monday(5));
        }

        @Test
        void after_a_restart_as_before_it() {
            LifecycleEngine engine = engine(ANA_AWAY);
            ask(engine, "L-2", monday(1));
            ask(engine, "L-1", monday(2));
            Scene restarted = scene.writtenAndRead(ANA_AWAY);
            LifecycleEngine next = restarted.engine(ANA_AWAY, QueueTest::asking);
            assertThat(next.advanceTo(FRIDAY_9)).isEqualTo(engine.advanceTo(FRIDAY_9));
            for (String lead : List.of("L-1", "L-2")) {
                assertThat(next.journal(lead)).isEqualTo(engine.journal(lead));
            }
        }

        @Test
        void again_by_the_next_sweep_when_the_store_failed() {
            AtomicBoolean broken = new AtomicBoolean();
            LifecycleEngine engine = Scene.engine(Fakes.breaking(scene.store, broken), ANA_AWAY, QueueTest::asking);
            ask(engine, "L-1", monday(1));
            engine.advanceTo(TUESDAY_9.minusMillis(1));
            broken.set(true);
            assertThat(engine.advanceTo(TUESDAY_9)).isEqualTo(new Advance(0, 0, 0, 0, 1));
            broken.set(false);
            assertThat(engine.advanceTo(FRIDAY_9).handedOut()).isEqualTo(1);
            assertThat(handedOutAt("L-1")).isEqualTo(TUESDAY_9);
        }

        @Test
        void to_the_others_when_the_rules_fail_on_one_and_to_that_one_by_a_mended_book() {
            LifecycleEngine failing = scene.engine(ANA_AWAY, (event, lead) -> {
                asking(event, lead);
                if (event instanceof LeadAssigned && event.leadId().equals("L-1")) {
                    throw new IllegalStateException("out of order");
                }
            });
            ask(failing, "L-1", monday(1));
            ask(failing, "L-2", monday(2));
            failing.advanceTo(TUESDAY_9);
            ask(failing, "L-3", TUESDAY_9.plusSeconds(60));
            failing.advanceTo(TUESDAY_9.plusSeconds(60));
            assertThat(owners("L-1", "L-2", "L-3")).containsExactly("", "ana", "ana");
            LifecycleEngine mended = LifecycleEngine.builder(
                            new LambdaRuleBook(SampleLifecycle.lifecycle(), "2", QueueTest::asking))
                    .directory(ANA_AWAY)
                    .store(scene.store)
                    .build();
            assertThat(mended.advanceTo(FRIDAY_9).handedOut()).isEqualTo(1);
            assertThat(owners("L-1")).containsExactly("ana");
        }
    }

    @Nested
    class A_lead_on_which_rules_fail_when_it_is_its_turn {
        @Test
        void goes_on_waiting_and_what_falls_due_for_it_fires_all_the_same() {
            LifecycleEngine engine = scene.engine(ANA_AWAY, (event, lead) -> {
                asking(event, lead);
                if (event instanceof Touchpoint) {
                    lead.underRule("T-1 A wait", () -> lead.startTimer("wait", businessHours(30)));
                }
                if (event instanceof LeadAssigned) {
                    throw new IllegalStateException("out of order");
                }
            });
            ask(engine, "L-1", monday(1));

            Advance advance = engine.advanceTo(FRIDAY_9);

            assertThat(advance.failed()).isEqualTo(1);
            assertThat(advance.handedOut()).isZero();
            assertThat(queue()).containsExactly("L-1");
            assertThat(scene.store.lead("L-1").orElseThrow().timers())
                    .as("it fired on Thursday")
                    .isEmpty();
        }
    }

    @Nested
    class A_lead_that_nobody_may_get {
        /** L-1 belongs to ben, who is alone in the pool and does not take turns with himself. */
        private LifecycleEngine blocked(PeopleDirectory.Builder people) {
            LifecycleEngine engine =
                    engine(people.pool(Pool.of("inbound", "ben")).build());
            engine.fire(new LeadCreated("created", "L-1", MONDAY_9, "web", Map.of()));
            engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "ben"));
            ask(engine, "L-1", monday(1));
            assertThat(queue()).containsExactly("L-1");
            return engine;
        }

        @Test
        void does_not_keep_later_ones_waiting() {
            LifecycleEngine engine = blocked(people());
            ask(engine, "L-2", monday(2));
            assertThat(owners("L-2")).containsExactly("ben");
        }

        @Test
        void does_not_hide_when_later_ones_can_be_handed_out() {
            Person benAway = Person.named("ben").awayFrom(monday(60), TUESDAY_9);
            LifecycleEngine engine = blocked(PeopleDirectory.fallback("revops").person(benAway));
            ask(engine, "L-2", monday(61));
            assertThat(owners("L-2")).containsExactly("");
            engine.advanceTo(FRIDAY_9);
            assertThat(owners("L-2")).containsExactly("ben");
            assertThat(handedOutAt("L-2")).isEqualTo(TUESDAY_9);
            assertThat(queue()).containsExactly("L-1");
        }
    }

    @Nested
    class A_lead_leaves_the_queue {
        private final LifecycleEngine engine = scene.engine(ANA_AWAY, (event, lead) -> {
            asking(event, lead);
            if (event instanceof SalesAccepted accepted) {
                lead.underRule("Q-3 Named", () -> lead.assignTo(person(String.valueOf(accepted.actor()))));
            }
        });

        private void isGone() {
            assertThat(queue()).isEmpty();
            assertThat(scene.store.queues()).isEmpty();
            assertThat(engine.advanceTo(FRIDAY_9).handedOut()).isZero();
        }

        @Test
        void when_the_host_assigns_it() {
            ask(engine, "L-1", monday(1));
            engine.fire(new LeadAssigned("given", "L-1", monday(2), "ben"));
            isGone();
        }

        @Test
        void when_a_rule_names_a_person() {
            ask(engine, "L-1", monday(1));
            engine.fire(new SalesAccepted("accepted", "L-1", monday(2)).by("ben"));
            isGone();
        }

        @Test
        void when_a_rule_names_the_person_who_has_it() {
            engine.fire(new LeadCreated("created", "L-1", MONDAY_9, "web", Map.of()));
            engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "ben"));
            ask(engine, "L-1", monday(1));
            assertThat(queue()).containsExactly("L-1");
            engine.fire(new SalesAccepted("accepted", "L-1", monday(2)).by("ben"));
            isGone();
            assertThat(owners("L-1")).containsExactly("ben");
        }

        @ParameterizedTest
        @CsvSource({"DISQUALIFIED, inactive", "RECYCLED, timing"})
        void when_it_ends(String stage, String reason) {
            ask(engine, "L-1", monday(1));
            engine.fire(new StageChangeRequested("q", "L-1", monday(2), "MQL"));
            assertThat(queue()).containsExactly("L-1");
            engine.fire(new StageChangeRequested("x", "L-1", monday(3), stage, reason, null, null));
            isGone();
        }
    }
}
