package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.RecyclingProposed;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before a lead is recycled rules are asked whether it may be; who is disqualified then never was recycled. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecyclingProposedTest {
    private final Scene scene = new Scene();

    /** What would recycle a lead. */
    private enum Way {
        A_RULE("SAL", "budget not approved"),
        A_PERSON("SAL", "timing"),
        THE_LIMIT_OF_A_LOST_LEAD("LOST", "timing");

        private final String from;
        private final String reason;

        Way(String from, String reason) {
            this.from = from;
            this.reason = reason;
        }

        void go(LifecycleEngine engine) {
            engine.fire(new LeadImported("i-1", "L-1", Scene.at(0), from, Map.of()).ownedBy("ana"));
            switch (this) {
                case A_RULE -> engine.fire(new SalesRejected("e-1", "L-1", Scene.at(1), reason).by("ana"));
                case A_PERSON ->
                    engine.fire(new StageChangeRequested("e-1", "L-1", Scene.at(1), "RECYCLED", reason, null, "ana"));
                case THE_LIMIT_OF_A_LOST_LEAD -> engine.advanceTo(Scene.at(0).plus(Duration.ofDays(30)));
            }
        }
    }

    private Lead after(Way way, Consumer<RuleLead> asked) {
        way.go(scene.engine(recycling().andThen((event, lead) -> {
            if (event instanceof RecyclingProposed) {
                lead.underRule("A-1 Asked", () -> asked.accept(lead));
            }
        })));
        return scene.store.lead("L-1").orElseThrow();
    }

    private static BiConsumer<LeadEvent, RuleLead> recycling() {
        return (event, lead) -> {
            if (event instanceof SalesRejected rejected) {
                lead.underRule(
                        "R-1 Recycles", () -> lead.recycle(rejected.reason()).because("sales rejected it"));
            }
        };
    }

    private JournalEntry last() {
        return scene.store.journal("L-1").stream()
                .map(stored -> stored.entry())
                .reduce((before, entry) -> entry)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void who_is_disqualified_then_never_was_recycled(Way way) {
        Lead lead = after(way, asked -> asked.disqualify("inactive").because("it may not be"));

        assertThat(lead.stage()).isEqualTo("DISQUALIFIED");
        assertThat(lead.journey().reason()).isEqualTo("inactive");
        assertThat(lead.journey().stampsOf("RECYCLED")).isEmpty();
        assertThat(lead.journey().recycles().count()).isZero();
        assertThat(last().moves()).extracting(Change.StageMoved::to).containsExactly("DISQUALIFIED");
        assertThat(last().steps().get(0).rules())
                .filteredOn(rule -> rule.ruling() == RuleRecord.Ruling.OVERRULED)
                .extracting(RuleRecord::why)
                .containsExactly("A-1 Asked moves the lead to DISQUALIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void they_are_asked_where_it_still_stands_and_told_the_reason(Way way) {
        List<String> seen = new ArrayList<>();
        way.go(scene.engine(recycling().andThen((event, lead) -> {
            if (event instanceof RecyclingProposed proposed) {
                seen.add(lead.getStage() + " for " + proposed.reason());
            }
        })));

        assertThat(seen).containsExactly(way.from + " for " + way.reason);
        assertThat(scene.store.lead("L-1").orElseThrow().stage()).isEqualTo("RECYCLED");
    }

    @ParameterizedTest
    @EnumSource
    void any_other_move_loses_to_the_recycling(Way way) {
        Lead lead = after(way, asked -> asked.moveTo("SQL").because("why not"));

        assertThat(lead.stage()).isEqualTo("RECYCLED");
        assertThat(lead.journey().recycles().count()).isEqualTo(1);
    }

    @Test
    void what_else_they_propose_is_done() {
        Lead lead = after(Way.A_RULE, asked -> {
            asked.raiseFlag("hot");
            asked.tell(RuleWords.owner());
        });

        assertThat(lead.stage()).isEqualTo("RECYCLED");
        assertThat(lead.flags()).contains("hot");
        assertThat(scene.told("L-1")).hasSize(1);
    }

    @Test
    void nobody_is_asked_when_another_move_wins() {
        List<Instant> asked = new ArrayList<>();
        LifecycleEngine engine = scene.engine(recycling().andThen((event, lead) -> {
            if (event instanceof RecyclingProposed) {
                asked.add(event.at());
            }
            if (event instanceof SalesRejected) {
                lead.underRule("D-1 Out", () -> lead.disqualify("inactive").because("it is out"));
            }
        }));
        Way.A_RULE.go(engine);

        assertThat(asked).isEmpty();
    }
}
