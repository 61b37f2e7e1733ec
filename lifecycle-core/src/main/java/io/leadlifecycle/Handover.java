package io.leadlifecycle;

import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.event.OwnerLeft;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Ownership;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** One handover of a person's leads to a pool. Not thread-safe. */
final class Handover {
    private final String person;
    private final String pool;
    private final Instant at;
    private final TreeMap<String, List<String>> lists = new TreeMap<>();
    private final List<String> queued = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private boolean owned;
    private boolean preferred;

    Handover(String person, String pool, Instant at) {
        this.person = person;
        this.pool = pool;
        this.at = at;
    }

    Transfer of(LeadStore store, Sweep.Step step) {
        TreeSet<String> leads = new TreeSet<>(store.leads(LeadIndex.OWNER, person));
        leads.addAll(store.leads(LeadIndex.PREVIOUS_OWNER, person));
        for (String leadId : leads) {
            List<Decision> decisions = step.advance(leadId, this::handOver);
            if (decisions == null) {
                failed.add(leadId);
            } else if (!decisions.isEmpty()) {
                note(decisions.get(decisions.size() - 1).lead());
            }
        }
        return new Transfer(person, pool, lists, queued, forgotten, failed);
    }

    private void handOver(Turn turn) {
        turn.due(at.minusMillis(1), null);
        Lead lead = turn.known();
        Ownership ownership = lead.ownership();
        StageKind kind = lead.journey().kind();
        Waiting waiting = ownership.waiting();
        boolean asked = waiting != null && waiting.isTransfer() && pool.equals(waiting.pool());
        owned = person.equals(ownership.owner()) && kind != StageKind.DISQUALIFIED && !asked;
        preferred = person.equals(ownership.previousOwner()) && kind == StageKind.RECYCLED;
        if (owned || preferred) {
            String id = lead.id() + "/handover#" + (lead.entries() + 1);
            turn.answer(new OwnerLeft(id, lead.id(), at, person, pool), null);
        }
    }

    /** What fell due before a lead that has nothing to do with the person is no handover. */
    private void note(Lead lead) {
        String owner = lead.ownership().owner();
        if (owned && lead.ownership().waiting() != null) {
            queued.add(lead.id());
        } else if (owned && owner != null && !owner.equals(person)) {
            lists.computeIfAbsent(owner, fresh -> new ArrayList<>()).add(lead.id());
        } else if (preferred) {
            forgotten.add(lead.id());
        }
    }
}
