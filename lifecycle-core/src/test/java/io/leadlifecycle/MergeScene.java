package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadAbsorbed;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Two leads that become one: L-1 is merged into L-2, unless a test says otherwise. */
abstract class MergeScene {
    final Scene scene = new Scene();
    final LifecycleEngine engine = scene.engine(people(), this::rules);

    /** Who is there. */
    Directory people() {
        return SampleLifecycle.PEOPLE;
    }

    /** What the rules do. */
    void rules(LeadEvent event, RuleLead lead) {
        if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
            lead.underRule("A-1 Accept within four hours", () -> lead.startClock("acceptance", hours(4)));
            lead.underRule("A-2 Remind", () -> lead.startTimer("stale", hours(9)));
        }
        if (event instanceof LeadAbsorbed) {
            lead.underRule("M-1 Tell the owner of a merge", () -> lead.tell(owner()));
        }
        if (event instanceof LeadAbsorbed absorbed && absorbed.from().equals("L-BAD")) {
            lead.underRule("M-2 Fail", () -> {
                throw new IllegalStateException("out of order");
            });
        }
        if (event instanceof LeadMerged) {
            lead.underRule("M-3 Move what is merged", () -> lead.moveTo("SQL"));
            lead.underRule("M-4 Tell whose lead ends", () -> lead.tell(owner()));
        }
    }

    Lead lead(String id) {
        return engine.lead(id).orElseThrow();
    }

    void stands(String lead, String stage, int minutes) {
        engine.fire(new LeadImported("i-" + lead, lead, at(minutes), stage, Map.of(stage, Stamp.at(at(minutes)))));
    }

    void stands(String lead, String stage, String reason, int minutes) {
        engine.fire(new LeadImported("i-" + lead, lead, at(minutes), stage, Map.of(stage, Stamp.at(at(minutes))))
                .because(reason));
    }

    Outcome merge(int minutes) {
        return engine.fire(new LeadMerged("m-1", "L-1", at(minutes), "L-2").by("maria"));
    }

    List<JournalEntry> after(String lead, int entries) {
        return engine.journal(lead).subList(entries, engine.journal(lead).size());
    }

    @AfterEach
    void every_journal_keeps_the_invariants() {
        scene.store.leads().forEach(lead -> {
            LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal(lead.id()), lead);
            assertThat(LeadJson.read(LeadJson.write(lead))).isEqualTo(lead);
            assertThat(engine.journal(lead.id()))
                    .allSatisfy(entry -> assertThat(JournalJson.read(JournalJson.write(entry)))
                            .isEqualTo(entry));
        });
    }
}
