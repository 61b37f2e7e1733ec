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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One {@code advanceTo}: what is due, lead after lead, in the order of the instants over all leads. Not thread-safe. */
final class Sweep {
    private static final int BATCH = 1_000;

    private final LeadStore store;
    private final Step step;
    private final Set<String> leads = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
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

    private void due(Instant until) {
        List<LeadStore.DueLead> batch = next(until);
        while (!batch.isEmpty()) {
            run(batch);
            batch = next(until);
        }
    }

    /** Everything up to an instant: what is due, and queues that move whenever somebody is there again. */
    void until(Instant until, Supplier<Drawing> drawings) {
        for (Opening next = opening(until, drawings); next != null; next = opening(until, drawings)) {
            due(next.at().minusMillis(1));
            if (next.equals(opening(until, drawings))) {
                handOut(next, drawings);
            }
        }
        due(until);
    }

    private static @Nullable Opening opening(Instant until, Supplier<Drawing> drawings) {
        try (Drawing drawing = drawings.get()) {
            return drawing.nextOpening(until).orElse(null);
        }
    }

    /** Who waits longest comes first; a lead that nobody of the pool may get does not keep the others waiting. */
    private void handOut(Opening opening, Supplier<Drawing> drawings) {
        for (String leadId : store.queue(opening.pool(), Integer.MAX_VALUE)) {
            boolean out = handOut(leadId, turn -> turn.handOut(opening.at()));
            if (!out && !isOpen(opening, drawings)) {
                break;
            }
        }
        Turns.untilCurrent(() -> {
            try (Drawing drawing = drawings.get()) {
                drawing.lookedOut(opening);
                store.append(List.of(), drawing.draws());
                return opening;
            }
        });
    }

    private static boolean isOpen(Opening opening, Supplier<Drawing> drawings) {
        try (Drawing drawing = drawings.get()) {
            return drawing.isOpen(opening);
        }
    }

    /** Hands a lead out of a queue; false when it has to go on waiting. */
    private boolean handOut(String leadId, Consumer<Turn> how) {
        boolean out = !failed.contains(leadId) && advance(leadId, how) != null;
        handedOut += out ? 1 : 0;
        return out;
    }

    Advance done() {
        return new Advance(fired, parked, handedOut, leads.size(), failed.size());
    }

    private List<LeadStore.DueLead> next(Instant until) {
        return store.due(until, BATCH + failed.size()).stream()
                .filter(due -> !failed.contains(due.leadId()))
                .toList();
    }

    private void run(List<LeadStore.DueLead> batch) {
        LeadStore.DueLead end = batch.get(batch.size() - 1);
        PriorityQueue<LeadStore.DueLead> queue = new PriorityQueue<>(batch);
        LeadStore.DueLead due = queue.poll();
        while (due != null && due.compareTo(end) <= 0) {
            Instant at = due.at();
            String leadId = due.leadId();
            Lead after = advance(leadId, turn -> turn.dueOnce(at, null));
            if (after != null) {
                after.nextDue().ifPresent(then -> queue.add(new LeadStore.DueLead(then.at(), leadId)));
            }
            due = queue.poll();
        }
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
            fired += isFiring(entry) ? 1 : 0;
            parked += entry.result() == JournalEntry.Result.PARKED ? 1 : 0;
        }
        leads.add(leadId);
        return decisions.get(decisions.size() - 1).lead();
    }

    private static boolean isFiring(JournalEntry entry) {
        return switch (entry.event()) {
            case "LeadAssigned", "NobodyAvailable" -> false;
            default -> true;
        };
    }
}
