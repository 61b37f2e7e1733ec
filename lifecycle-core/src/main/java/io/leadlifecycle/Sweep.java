package io.leadlifecycle;

import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One {@code advanceTo}: what is parked, then what is due, over all leads, in order. Not thread-safe. */
final class Sweep {
    private static final int BATCH = 512;

    private final LeadStore store;
    private final Step step;
    private final Set<String> leads = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private long fired;
    private long parked;

    Sweep(LeadStore store, Step step) {
        this.store = store;
        this.step = step;
    }

    /** Takes one lead through something. */
    interface Step {
        /** The decisions that were saved; null when the lead could not be saved. */
        @Nullable
        List<Decision> advance(String leadId, Function<Lead, List<Decision>> how);
    }

    void parked(Function<Lead, List<Decision>> how) {
        for (String leadId : store.parked()) {
            advance(leadId, how);
        }
    }

    void due(Instant until, BiFunction<Lead, Instant, List<Decision>> how) {
        List<LeadStore.DueLead> batch = next(until);
        while (!batch.isEmpty()) {
            run(batch, how);
            batch = next(until);
        }
    }

    Advance done() {
        return new Advance(fired, parked, leads.size(), failed.size());
    }

    private List<LeadStore.DueLead> next(Instant until) {
        return store.due(until, BATCH + failed.size()).stream()
                .filter(due -> !failed.contains(due.leadId()))
                .toList();
    }

    private void run(List<LeadStore.DueLead> batch, BiFunction<Lead, Instant, List<Decision>> how) {
        LeadStore.DueLead end = batch.get(batch.size() - 1);
        PriorityQueue<LeadStore.DueLead> queue = new PriorityQueue<>(batch);
        LeadStore.DueLead due = queue.poll();
        while (due != null && due.compareTo(end) <= 0) {
            Instant at = due.at();
            String leadId = due.leadId();
            Lead after = advance(leadId, lead -> how.apply(lead, at));
            if (after != null) {
                after.nextDue().ifPresent(then -> queue.add(new LeadStore.DueLead(then.at(), leadId)));
            }
            due = queue.poll();
        }
    }

    /** The lead after its decisions; null when there were none. */
    private @Nullable Lead advance(String leadId, Function<Lead, List<Decision>> how) {
        List<Decision> decisions = step.advance(leadId, how);
        if (decisions == null) {
            failed.add(leadId);
            return null;
        }
        fired += decisions.size();
        parked += decisions.stream()
                .filter(decision -> decision.entry().result() == JournalEntry.Result.PARKED)
                .count();
        if (decisions.isEmpty()) {
            return null;
        }
        leads.add(leadId);
        return decisions.get(decisions.size() - 1).lead();
    }
}
