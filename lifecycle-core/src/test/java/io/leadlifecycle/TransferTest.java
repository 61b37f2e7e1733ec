package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.rule.RuleWords.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rule.RuleLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ana leaves, and her leads go to the pool. */
class TransferTest {
    private static final Instant THEN = MONDAY_9.plus(Duration.ofDays(2));
    private static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana"))
            .person(Person.named("ben"))
            .person(Person.named("cem"))
            .person(Person.named("dora"))
            .person(Person.named("away").awayFrom(MONDAY_9, THEN.plusSeconds(3600)))
            .pool(Pool.of("inbound", "ana", "ben", "cem"))
            .pool(Pool.of("later", "away"))
            .build();
    /** How to come to a stage, and how many of ana's leads stand in it. */
    private static final Map<String, Integer> STAGES = stages();

    private final Scene scene = new Scene();

    private static Map<String, Integer> stages() {
        Map<String, Integer> stages = new LinkedHashMap<>();
        stages.put("MQL", 40);
        stages.put("SAL", 30);
        stages.put("SQL", 25);
        stages.put("OPPORTUNITY", 20);
        stages.put("RECYCLED", 15);
        stages.put("DISQUALIFIED", 10);
        return stages;
    }

    private static void clocks(LeadEvent event, RuleLead lead) {
        if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
            lead.underRule(
                    "C-1 Short", () -> lead.startClock("answer", hours(20)).acrossStages());
            lead.underRule(
                    "C-2 Long", () -> lead.startClock("contact", hours(100)).acrossStages());
        }
    }

    private LifecycleEngine engine() {
        return scene.engine(PEOPLE, TransferTest::clocks);
    }

    private static void lives(LifecycleEngine engine, String lead, String owner, String stage) {
        engine.fire(new LeadCreated("created", lead, MONDAY_9, "web", Map.of()));
        engine.fire(new LeadAssigned("given", lead, MONDAY_9, owner));
        move(engine, lead, "MQL", null);
        switch (stage) {
            case "SAL" -> move(engine, lead, "SAL", null);
            case "SQL" -> move(engine, lead, "SQL", null);
            case "OPPORTUNITY" -> {
                move(engine, lead, "SQL", null);
                move(engine, lead, "OPPORTUNITY", null);
            }
            case "RECYCLED" -> move(engine, lead, "RECYCLED", "timing");
            case "DISQUALIFIED" -> move(engine, lead, "DISQUALIFIED", "inactive");
            default -> {}
        }
    }

    private static void move(LifecycleEngine engine, String lead, String stage, String reason) {
        engine.fire(new StageChangeRequested(stage, lead, MONDAY_9, stage, reason, null, null));
    }

    private Lead lead(String id) {
        return scene.store.lead(id).orElseThrow();
    }

    @Nested
    class A_hundred_and_forty_leads_in_six_stages {
        private final LifecycleEngine engine = engine();
        private final List<String> leads = new ArrayList<>();

        A_hundred_and_forty_leads_in_six_stages() {
            STAGES.forEach((stage, count) -> {
                for (int i = 0; i < count; i++) {
                    String id = "%s-%02d".formatted(stage, i);
                    lives(engine, id, "ana", stage);
                    leads.add(id);
                }
            });
        }

        @Test
        void each_goes_to_one_of_the_others_who_get_a_list_each() {
            Transfer transfer = engine.transfer("ana", "inbound", THEN);
            assertThat(leads).hasSize(140);
            assertThat(transfer.lists().keySet()).containsExactly("ben", "cem");
            assertThat(transfer.lists().get("ben")).hasSize(65);
            assertThat(transfer.lists().get("cem")).hasSize(65);
            transfer.lists()
                    .forEach((owner, ids) ->
                            ids.forEach(id -> assertThat(scene.owner(id)).isEqualTo(owner)));
            assertThat(transfer.queued()).isEmpty();
            assertThat(transfer.failed()).isEmpty();
        }

        @Test
        void running_clocks_keep_their_start_and_what_was_breached_stays_with_its_owner() {
            Map<String, Lead> before = new TreeMap<>();
            leads.forEach(id -> before.put(id, lead(id)));
            engine.transfer("ana", "inbound", THEN);
            for (String id : leads) {
                Lead lead = lead(id);
                for (Clock clock : lead.clocks()) {
                    Clock known = before.get(id).clock(clock.name()).orElseThrow();
                    assertThat(clock.startedAt()).isEqualTo(known.startedAt());
                    assertThat(clock.dueAt()).isEqualTo(known.dueAt());
                    List<ClockOwner> owners = known.isOpen()
                            ? List.of(
                                    new ClockOwner("ana", MONDAY_9),
                                    new ClockOwner(lead.ownership().owner(), THEN))
                            : List.of(new ClockOwner("ana", MONDAY_9));
                    assertThat(clock.owners()).isEqualTo(owners);
                }
            }
            assertThat(lead("MQL-00").clock("answer").orElseThrow().breachedAt())
                    .isEqualTo(MONDAY_9.plus(Duration.ofHours(20)));
        }

        @Test
        void recycled_ones_forget_ana_and_disqualified_ones_are_not_touched() {
            Lead ended = lead("DISQUALIFIED-00");
            engine.transfer("ana", "inbound", THEN);
            assertThat(lead("DISQUALIFIED-00")).isEqualTo(ended);
            assertThat(leads.stream()
                            .filter(id -> id.startsWith("RECYCLED"))
                            .map(id -> lead(id).ownership().previousOwner()))
                    .hasSize(15)
                    .containsOnlyNulls();
        }

        @Test
        void nothing_is_left_to_do_a_second_time() {
            engine.transfer("ana", "inbound", THEN);
            Map<String, Lead> before = new TreeMap<>();
            leads.forEach(id -> before.put(id, lead(id)));
            Transfer again = engine.transfer("ana", "inbound", THEN.plusSeconds(60));
            assertThat(again)
                    .isEqualTo(new Transfer("ana", "inbound", new TreeMap<>(), List.of(), List.of(), List.of()));
            before.forEach((id, lead) -> assertThat(lead(id)).isEqualTo(lead));
        }
    }

    @Nested
    class Leads_that_are_not_handed_over {
        @Test
        void are_on_no_list_though_something_of_theirs_fell_due() {
            LifecycleEngine engine = engine();
            lives(engine, "L-1", "ana", "MQL");
            engine.fire(new LeadAssigned("given on", "L-1", MONDAY_9, "dora"));
            Transfer transfer = engine.transfer("ana", "inbound", THEN);
            assertThat(transfer.lists()).isEmpty();
            assertThat(scene.owner("L-1")).isEqualTo("dora");
        }

        @Test
        void forget_ana_when_they_are_recycled_and_keep_their_owner() {
            LifecycleEngine engine = engine();
            lives(engine, "L-1", "ana", "MQL");
            engine.fire(new LeadAssigned("given on", "L-1", MONDAY_9, "dora"));
            move(engine, "L-1", "RECYCLED", "timing");
            Transfer transfer = engine.transfer("ana", "inbound", THEN);
            assertThat(transfer.forgotten()).containsExactly("L-1");
            assertThat(transfer.lists()).isEmpty();
            assertThat(scene.owner("L-1")).isEqualTo("dora");
            assertThat(lead("L-1").ownership().previousOwner()).isNull();
        }
    }

    @Nested
    class A_handover {
        @Test
        void tells_the_host_of_every_lead_and_is_no_reassignment() {
            LifecycleEngine engine = engine();
            lives(engine, "L-1", "ana", "MQL");
            engine.transfer("ana", "inbound", THEN);
            assertThat(lead("L-1").ownership().reassignments()).isZero();
            assertThat(scene.effects("L-1", Effect.Assign.class))
                    .singleElement()
                    .satisfies(assign -> {
                        assertThat(assign.owner()).isEqualTo("ben");
                        assertThat(assign.previousOwner()).isEqualTo("ana");
                        assertThat(assign.rule()).isEqualTo("transfer");
                    });
        }

        @Test
        void waits_in_the_queue_when_nobody_is_there_and_is_not_asked_for_twice() {
            LifecycleEngine engine = engine();
            lives(engine, "L-1", "ana", "MQL");
            assertThat(engine.transfer("ana", "later", THEN).queued()).containsExactly("L-1");
            assertThat(scene.owner("L-1")).isEqualTo("ana");
            Lead queued = lead("L-1");
            engine.transfer("ana", "later", THEN.plusSeconds(60));
            assertThat(lead("L-1")).isEqualTo(queued);
            engine.advanceTo(THEN.plus(Duration.ofDays(1)));
            assertThat(scene.owner("L-1")).isEqualTo("away");
            assertThat(lead("L-1").ownership().reassignments()).isZero();
        }

        @Test
        void to_an_unknown_pool_is_refused() {
            LifecycleEngine engine = engine();
            assertThatThrownBy(() -> engine.transfer("ana", "inbond", THEN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The pool \"inbond\" is unknown, allowed are [inbound, later]. Maybe \"inbound\"?");
        }

        @Test
        void of_a_lead_whose_rules_fail_leaves_it_as_it_was_and_goes_on() {
            LifecycleEngine engine = scene.engine(PEOPLE, (event, lead) -> {
                clocks(event, lead);
                if (event instanceof LeadAssigned
                        && event.leadId().equals("L-1")
                        && lead.getOwner().equals("ben")) {
                    throw new IllegalStateException("out of order");
                }
            });
            lives(engine, "L-1", "ana", "MQL");
            lives(engine, "L-2", "ana", "MQL");
            Lead before = lead("L-1");
            Transfer transfer = engine.transfer("ana", "inbound", MONDAY_9);
            assertThat(transfer.failed()).containsExactly("L-1");
            assertThat(lead("L-1")).isEqualTo(before);
            assertThat(transfer.lists()).isEqualTo(Map.of("ben", List.of("L-2")));
        }
    }
}
