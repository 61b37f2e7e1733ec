package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.accountOwner;
import static io.leadlifecycle.rule.RuleWords.colleague;
import static io.leadlifecycle.rule.RuleWords.dealOwner;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.manager;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.person;
import static io.leadlifecycle.rule.RuleWords.previousOwner;
import static io.leadlifecycle.rule.RuleWords.roundRobin;
import static io.leadlifecycle.rule.RuleWords.territory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.OpportunityUpdated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import io.leadlifecycle.rule.AssignmentTerms;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets a lead when a rule asks for an owner. */
class AssignmentTest {
    private static final Directory PEOPLE = people().build();

    private static final Map<String, Object> OF_THE_ACCOUNT = Map.of("country", "DE", "accountId", "A-1");

    private final Scene scene = new Scene();

    private static PeopleDirectory.Builder people() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("ana").reportingTo("maria"))
                .person(Person.named("away").awayFrom(MONDAY_9, MONDAY_9.plusSeconds(48 * 3600)))
                .person(Person.named("ben").reportingTo("maria"))
                .person(Person.named("cem"))
                .person(Person.named("dora").inTeam("dach"))
                .person(Person.named("gone").inactive())
                .person(Person.named("maria"))
                .person(Person.named("otto"))
                .person(Person.named("paul"))
                .pool(Pool.of("abroad", "away", "gone"))
                .pool(Pool.of("inbound", "ana", "ben").ledBy("maria"))
                .territory(new Territory(
                        "DACH", List.of(new Territory.Requirement("country", List.of("DE", "AT"))), "dach"));
    }

    private LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return scene.engine(PEOPLE, rules);
    }

    private static BiConsumer<LeadEvent, RuleLead> assigning(Recipient... ways) {
        return (event, lead) -> {
            if (event instanceof Touchpoint) {
                lead.underRule("A-1 Given", () -> chain(lead, List.of(ways)));
            }
        };
    }

    private static AssignmentTerms chain(RuleLead lead, List<Recipient> ways) {
        AssignmentTerms terms = lead.assignTo(ways.get(0));
        ways.subList(1, ways.size()).forEach(terms::or);
        return terms;
    }

    private static LeadEvent known(String lead) {
        return new LeadCreated("created", lead, MONDAY_9, "web", OF_THE_ACCOUNT);
    }

    private static LeadEvent given(String id, String lead, String owner) {
        return new LeadAssigned(id, lead, MONDAY_9, owner);
    }

    private Lead lead() {
        return scene.store.lead("L-1").orElseThrow();
    }

    @Nested
    class The_first_way_that_has_somebody_counts {
        static Stream<Arguments> ways() {
            return Stream.of(
                    arguments(List.of(person("cem")), "cem", "by name"),
                    arguments(List.of(person("away")), "away", "absent, but nobody else is named"),
                    arguments(List.of(person("away"), person("cem")), "cem", "absent people are skipped"),
                    arguments(List.of(person("cem"), person("away")), "cem", "the first who is there"),
                    arguments(List.of(person("gone"), person("away")), "away", "the last is named and active"),
                    arguments(List.of(roundRobin("abroad"), person("away")), "away", "behind a pool as well"),
                    arguments(List.of(person("gone")), "ana", "inactive people never get one"),
                    arguments(List.of(roundRobin("abroad"), manager()), "maria", "nobody of the pool is there"),
                    arguments(List.of(previousOwner()), "ben", "who had it before"),
                    arguments(List.of(accountOwner()), "otto", "who owns another lead of the account"),
                    arguments(List.of(territory()), "dora", "the team of the territory"),
                    arguments(List.of(roundRobin("inbound")), "ben", "not the owner again"),
                    arguments(List.of(colleague()), "ben", "somebody else of the owner's pool"),
                    arguments(List.of(owner()), "ana", "stays where it is"),
                    arguments(List.of(manager(), roundRobin("inbound")), "maria", "nobody is drawn"));
        }

        /** Owned by ana, before by ben; otto owns a lead of the same account. */
        @ParameterizedTest
        @MethodSource
        void ways(List<Recipient> ways, String owner, String why) {
            LifecycleEngine engine = engine(assigning(ways.toArray(Recipient[]::new)));
            engine.fire(known("L-0"));
            engine.fire(given("g-0", "L-0", "otto"));
            engine.fire(known("L-1"));
            engine.fire(given("g-1", "L-1", "ben"));
            engine.fire(given("g-2", "L-1", "ana"));
            engine.fire(demo("demo", "L-1", 1));
            assertThat(scene.owner("L-1")).as(why).isEqualTo(owner);
            assertThat(lead().ownership().waiting()).isNull();
        }

        @Test
        void the_owner_of_the_deal_owns_the_account_and_the_directory_knows_better() {
            LifecycleEngine engine = engine(assigning(accountOwner(), person("cem")));
            engine.fire(known("L-1"));
            engine.fire(new OpportunityUpdated("deal", "L-1", MONDAY_9, "O-1", "paul", null, null, null, null, null));
            engine.fire(demo("demo", "L-1", 1));
            assertThat(scene.owner("L-1")).isEqualTo("paul");
            engine(assigning(dealOwner())).fire(demo("demo-1", "L-1", 2));
            assertThat(scene.owner("L-1")).isEqualTo("paul");
            LifecycleEngine knowing =
                    scene.engine(people().accountOwner("A-1", "otto").build(), assigning(accountOwner()));
            knowing.fire(demo("demo-2", "L-1", 3));
            assertThat(scene.owner("L-1")).isEqualTo("otto");
            engine(assigning(dealOwner())).fire(demo("demo-3", "L-1", 4));
            assertThat(scene.owner("L-1")).as("the deal is still paul's").isEqualTo("paul");
        }

        @Test
        void a_lead_of_the_account_speaks_that_is_furthest_along() {
            LifecycleEngine engine = engine(assigning(accountOwner()));
            for (String id : List.of("L-0", "L-2", "L-3")) {
                engine.fire(known(id));
            }
            engine.fire(given("g", "L-0", "paul"));
            engine.fire(given("g", "L-2", "otto"));
            engine.fire(given("g", "L-3", "away"));
            engine.fire(new StageChangeRequested("m", "L-2", MONDAY_9, "OPPORTUNITY"));
            engine.fire(new StageChangeRequested("m", "L-3", MONDAY_9, "OPPORTUNITY"));
            engine.fire(known("L-1"));
            engine.fire(demo("demo", "L-1", 1));
            assertThat(scene.owner("L-1")).isEqualTo("otto");
        }

        @Test
        void when_nobody_has_somebody_and_no_pool_was_asked_the_lead_stays_as_it_is() {
            LifecycleEngine engine = engine(assigning(accountOwner()));
            engine.fire(known("L-1"));
            Outcome outcome = engine.fire(demo("demo", "L-1", 1));
            assertThat(outcome.drawn()).extracting(JournalEntry::event).containsExactly("NobodyAvailable");
            assertThat(lead().ownership().waiting()).isNull();
            assertThat(scene.store.queues()).isEmpty();
        }

        @Test
        void a_person_who_has_it_already_is_given_nothing() {
            LifecycleEngine engine = engine(assigning(roundRobin("abroad"), person("ana")));
            engine.fire(known("L-1"));
            engine.fire(given("g-1", "L-1", "ana"));
            engine.fire(demo("demo", "L-1", 1));
            assertThat(scene.effects("L-1", Effect.Assign.class)).isEmpty();
            assertThat(lead().ownership().reassignments()).isZero();
        }
    }

    @Nested
    class A_draw {
        @Test
        void is_an_entry_of_its_own_that_names_rule_pool_and_position() {
            LifecycleEngine engine = engine(assigning(roundRobin("inbound")));
            engine.fire(known("L-1"));
            Outcome outcome = engine.fire(demo("demo", "L-1", 1));
            assertThat(outcome.entry().effects()).isEmpty();
            assertThat(outcome.drawn()).singleElement().satisfies(entry -> {
                assertThat(entry.event()).isEqualTo("LeadAssigned");
                assertThat(entry.eventId()).isEqualTo("L-1/owner#1");
                assertThat(entry.cause()).isEqualTo("demo");
                assertThat(entry.json()).contains("\"rule\":\"A-1 Given\"", "\"pool\":\"inbound\"", "\"position\":1");
            });
            assertThat(outcome.effects())
                    .containsExactly(new Effect.Assign("L-1/L-1/owner#1!1", "L-1", "A-1 Given", "ana", null));
            assertThat(lead().ownership().pool()).isEqualTo("inbound");
        }

        @Test
        void answers_a_repeated_event_with_the_same_entries_and_effects() {
            LifecycleEngine engine = engine(assigning(roundRobin("inbound")));
            engine.fire(known("L-1"));
            Outcome first = engine.fire(demo("demo", "L-1", 1));
            engine.fire(demo("demo-2", "L-1", 2));
            Outcome again = engine.fire(demo("demo", "L-1", 1));
            assertThat(again.status()).isEqualTo(Outcome.Status.REPEATED);
            assertThat(again.drawn()).isEqualTo(first.drawn());
            assertThat(again.effects()).isEqualTo(first.effects()).hasSize(1);
        }

        @Test
        void is_saved_with_the_lead_or_neither_is() {
            AtomicBoolean broken = new AtomicBoolean();
            LifecycleEngine engine =
                    Scene.engine(Fakes.breaking(scene.store, broken), PEOPLE, assigning(roundRobin("inbound")));
            engine.fire(known("L-1"));
            broken.set(true);
            assertThatThrownBy(() -> engine.fire(demo("demo", "L-1", 1))).hasMessage("the disk is full");
            assertThat(scene.store.rotation("inbound")).isEmpty();
            assertThat(scene.owner("L-1")).isEmpty();
            broken.set(false);
            assertThat(engine.fire(demo("demo", "L-1", 1)).drawn().get(0).json())
                    .contains("\"position\":1");
        }

        @Test
        void whose_rules_fail_fails_the_event_that_asked_and_uses_no_turn() {
            LifecycleEngine engine = engine(failingOn(assigning(roundRobin("inbound"))));
            engine.fire(known("L-1"));
            Lead before = lead();
            assertThatThrownBy(() -> engine.fire(demo("demo", "L-1", 1)))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("F-1 Fails");
            assertThat(lead()).isEqualTo(before);
            assertThat(scene.store.rotation("inbound")).isEmpty();
        }

        @Test
        void whose_rules_fail_parks_the_timer_that_asked_and_uses_no_turn() {
            BiConsumer<LeadEvent, RuleLead> timed = (event, lead) -> {
                if (event instanceof StageEntered) {
                    lead.underRule(
                            "T-1 Wait", () -> lead.startTimer("stale", hours(1)).acrossStages());
                }
                if (event instanceof TimerFired fired && fired.timer().equals("stale")) {
                    lead.underRule("T-2 Give", () -> lead.assignTo(roundRobin("inbound")));
                }
            };
            LifecycleEngine engine = engine(failingOn(timed));
            engine.fire(known("L-1"));
            assertThat(engine.advanceTo(at(60))).isEqualTo(new Advance(1, 1, 0, 1, 0));
            assertThat(lead().parked())
                    .singleElement()
                    .satisfies(item -> assertThat(item.error()).contains("F-1 Fails"));
            assertThat(lead().ownership()).isEqualTo(lead().ownership().waitingFor(null));
            assertThat(scene.store.rotation("inbound")).isEmpty();
            assertThat(engine(timed).retry("L-1")).isEqualTo(1);
            assertThat(scene.owner("L-1")).isEqualTo("ana");
            assertThat(scene.store.rotation("inbound").orElseThrow()).startsWith("draws 1\n");
        }

        private static BiConsumer<LeadEvent, RuleLead> failingOn(BiConsumer<LeadEvent, RuleLead> rules) {
            return (event, lead) -> {
                rules.accept(event, lead);
                if (event instanceof LeadAssigned) {
                    lead.underRule("F-1 Fails", () -> {
                        throw new IllegalStateException("out of order");
                    });
                }
            };
        }
    }

    @Nested
    class How_often_it_changed_hands {
        private static void passedOn(LeadEvent event, RuleLead lead) {
            if (event instanceof Touchpoint) {
                lead.underRule(
                        "A-1 Given on",
                        () -> lead.assignTo(colleague()).or(manager()).atMost(2));
            }
        }

        private List<String> owners(LifecycleEngine engine, int from, int demos) {
            return Stream.iterate(from, i -> i + 1)
                    .limit(demos)
                    .map(i -> {
                        engine.fire(demo("demo-" + i, "L-1", i));
                        return scene.owner("L-1");
                    })
                    .toList();
        }

        @Test
        void ends_with_the_manager_and_counts_anew_when_it_qualifies() {
            LifecycleEngine engine = engine(How_often_it_changed_hands::passedOn);
            engine.fire(known("L-1"));
            engine.fire(given("g-1", "L-1", "ana"));
            assertThat(owners(engine, 1, 3)).containsExactly("ben", "ana", "maria");
            engine.fire(new StageChangeRequested("q", "L-1", at(10), "MQL"));
            engine.fire(new LeadAssigned("g-2", "L-1", at(11), "ana"));
            assertThat(lead().ownership().reassignments()).isZero();
            assertThat(owners(engine, 12, 3)).containsExactly("ben", "ana", "maria");
        }

        @Test
        void does_not_count_what_the_host_says_whatever_rule_it_names() {
            LifecycleEngine engine = engine(How_often_it_changed_hands::passedOn);
            engine.fire(known("L-1"));
            engine.fire(given("g-1", "L-1", "ben"));
            engine.fire(new LeadAssigned("g-2", "L-1", at(1), "ana", "ben", "A-1 Given on", "inbound", 7, false, null));
            assertThat(lead().ownership().reassignments()).isZero();
            assertThat(lead().ownership().pool()).isNull();
            assertThat(scene.effects("L-1", Effect.Assign.class)).isEmpty();
        }

        @Test
        void is_said_when_nobody_is_left_to_get_it() {
            LifecycleEngine engine = engine((event, lead) -> {
                if (event instanceof Touchpoint) {
                    lead.underRule(
                            "A-1 Given on", () -> lead.assignTo(colleague()).atMost(1));
                }
            });
            engine.fire(known("L-1"));
            engine.fire(given("g-1", "L-1", "ana"));
            assertThat(owners(engine, 1, 2)).containsExactly("ben", "ben");
            List<JournalEntry> journal = engine.journal("L-1");
            assertThat(journal.get(journal.size() - 1).steps().get(0).rules())
                    .filteredOn(rule -> rule.ruling() == RuleRecord.Ruling.REFUSED)
                    .extracting(RuleRecord::why)
                    .containsExactly("nobody of [colleague] is there, and it was given from one to another 1 times");
        }
    }
}
