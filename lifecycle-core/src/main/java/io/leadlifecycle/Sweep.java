package io.leadlifecycle;

import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One {@code advanceTo}: what is due, lead after lead, in the order of the instants over all leads. Not thread-safe. */
final class Sweep {
    private static final int BATCH = 1_000;

    private final LeadStore store;
    private final Step step;
    private final Set<String> leads = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> notHandedOut = new HashSet<>();
    private long fired;
    private long parked;
    private long handedOut;

    Sweep(LeadStore store, Step step) {
        this.store = store;
        this.step = step;
    }

    /** Takes one lead through something. */
    interface Step {
        /** The decisions that were saved; null when the lead could not be saved. */
        @Nullable
        List<Decision> advance(String leadId, Consumer<Turn> how);
    }

    void parked(Consumer<Turn> how) {
        for (String leadId : store.parked()) {
            advance(leadId, how);
        }
    }

    /**
     * Fires what is due up to an instant, or up to the first lead that finds nobody there: somebody may be there for it
     * before the next thing falls due.
     *
     * @return whether all of it was fired
     */
    boolean due(Instant until) {
        List<LeadStore.DueLead> batch = next(until);
        while (!batch.isEmpty()) {
            if (!run(batch)) {
                return false;
            }
            batch = next(until);
        }
        return true;
    }

    /** Hands a lead out of a queue; false when it has to go on waiting. */
    boolean handOut(String leadId, Consumer<Turn> how) {
        boolean out = !failed.contains(leadId) && advance(leadId, how) != null;
        handedOut += out ? 1 : 0;
        return out;
    }

    /** Rules failed on a lead whose turn it was. */
    void notHandedOut(String leadId) {
        notHandedOut.add(leadId);
    }

    /** Whether a lead could not be taken through something in this sweep. */
    boolean hasFailed(String leadId) {
        return failed.contains(leadId);
    }

    Advance done() {
        Set<String> all = new HashSet<>(failed);
        all.addAll(notHandedOut);
        return new Advance(fired, parked, handedOut, leads.size(), all.size());
    }

    private List<LeadStore.DueLead> next(Instant until) {
        return store.due(until, BATCH + failed.size()).stream()
                .filter(due -> !failed.contains(due.leadId()))
                .toList();
    }

    private boolean run(List<LeadStore.DueLead> batch) {
        LeadStore.DueLead end = batch.get(batch.size() - 1);
        PriorityQueue<LeadStore.DueLead> queue = new PriorityQueue<>(batch);
        LeadStore.DueLead due = queue.poll();
        while (due != null && due.compareTo(end) <= 0) {
            Instant at = due.at();
            String leadId = due.leadId();
            Lead after = advance(leadId, turn -> turn.dueOnce(at, null));
            if (after != null && isQueued(after, at)) {
                return false;
            }
            if (after != null) {
                after.nextDue().ifPresent(then -> queue.add(new LeadStore.DueLead(then.at(), leadId)));
            }
            due = queue.poll();
        }
        return true;
    }

    /** Whether a lead stands in a queue since an instant or later. */
    private static boolean isQueued(Lead lead, Instant since) {
        Waiting waiting = lead.ownership().waiting();
        return waiting != null && waiting.pool() != null && !waiting.since().isBefore(since);
    }

    /** The lead after its decisions; null when there were none. */
    private @Nullable Lead advance(String leadId, Consumer<Turn> how) {
        List<Decision> decisions = step.advance(leadId, how);
        if (decisions == null) {
            failed.add(leadId);
            return null;
        }
        if (decisions.isEmpty()) {
            return null;
        }
        for (Decision decision : decisions) {
            JournalEntry entry = decision.entry();
            fired += isAnswer(entry) ? 0 : 1;
            parked += entry.result() == JournalEntry.Result.PARKED ? 1 : 0;
        }
        leads.add(leadId);
        return decisions.get(decisions.size() - 1).lead();
    }

    /** Whether an entry answers what asked for an owner, rather than being due itself. */
    static boolean isAnswer(JournalEntry entry) {
        return entry.event().equals("LeadAssigned") || entry.event().equals("NobodyAvailable");
    }
}
