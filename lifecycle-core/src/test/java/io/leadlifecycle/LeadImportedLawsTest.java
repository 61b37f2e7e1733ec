package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.testing.Happening;
import io.leadlifecycle.testing.LeadArbitraries;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an import promises, whatever old data says. */
class LeadImportedLawsTest {
    private static final Instant AT = LeadArbitraries.BEGIN;

    private static LifecycleEngine engine() {
        return new Scene().engine(Scene::noRule);
    }

    @Provide
    Arbitrary<Happening> imports() {
        return LeadArbitraries.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE)
                .imports();
    }

    @Property(tries = 300)
    void the_stamps_of_an_imported_lead_are_those_of_the_data_and_of_where_rules_took_it(
            @ForAll("imports") Happening data) {
        LifecycleEngine engine = engine();
        Outcome outcome = engine.fire(data.on("i-1", "L-1", AT));
        if (outcome.status() == Outcome.Status.APPLIED) {
            Lead lead = engine.lead("L-1").orElseThrow();
            LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal("L-1"), lead);
            assertThat(outcome.effects()).isEmpty();
            assertThat(lead.journey().enteredAt()).isBeforeOrEqualTo(AT);
        } else {
            assertThat(outcome.why()).contains("L-1");
            assertThat(engine.lead("L-1")).isEmpty();
        }
    }

    @Property(tries = 300)
    void the_same_data_under_another_id_changes_no_stamp(@ForAll("imports") Happening data) {
        LifecycleEngine engine = engine();
        LeadEvent first = data.on("i-1", "L-1", AT);
        if (engine.fire(first).status() != Outcome.Status.APPLIED) {
            return;
        }
        Lead before = engine.lead("L-1").orElseThrow();
        engine.fire(data.on("i-2", "L-1", AT));
        assertThat(engine.lead("L-1").orElseThrow().journey()).isEqualTo(before.journey());
    }

    @Property(tries = 300)
    void the_order_of_two_imports_of_one_stage_does_not_change_what_is_known(
            @ForAll("imports") Happening one, @ForAll("imports") Happening other) {
        LifecycleEngine straight = engine();
        LifecycleEngine crossed = engine();
        boolean both = applied(straight, one, "a") && applied(straight, other, "b");
        boolean bothCrossed = applied(crossed, other, "b") && applied(crossed, one, "a");
        if (both && bothCrossed && stage(straight).equals(stage(crossed))) {
            assertThat(straight.lead("L-1").orElseThrow().journey().stamps())
                    .isEqualTo(crossed.lead("L-1").orElseThrow().journey().stamps());
        }
    }

    /** Of two profiles the later counts, and it may complete what the stage waits for, or take it back. */
    private static String stage(LifecycleEngine engine) {
        return engine.lead("L-1").orElseThrow().stage();
    }

    private static boolean applied(LifecycleEngine engine, Happening data, String id) {
        return engine.fire(data.on(id, "L-1", AT)).status() == Outcome.Status.APPLIED;
    }
}
