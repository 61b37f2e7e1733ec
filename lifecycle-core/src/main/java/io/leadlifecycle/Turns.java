package io.leadlifecycle;

import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.StaleException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives leads their turns: one lead in order under its lock, again when another writer was faster, saved, and told outside
 * the lock. Thread-safe.
 */
final class Turns implements Sweep.Step {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int MOST_TRIES = 16;

    private final RuleBook book;
    private final Decider decider;
    private final Directory directory;
    private final LeadStore store;
    private final Telling telling;
    private final LeadLocks locks = new LeadLocks();
    private final ReentrantLock draws = new ReentrantLock();

    /**
     * When entries are recorded, and who hears of them.
     *
     * @param recordingClock stamps when an entry was recorded
     * @param listeners hear of every outcome
     */
    record Telling(InstantSource recordingClock, List<LifecycleListener> listeners) {}

    Turns(RuleBook book, Decider decider, Directory directory, LeadStore store, Telling telling) {
        this.book = book;
        this.decider = decider;
        this.directory = directory;
        this.store = store;
        this.telling = telling;
    }

    /** Works on a lead under its lock; what is to be told is told afterwards. */
    <T> T on(String leadId, Function<LeadLocks.Stripe, T> work) {
        LeadLocks.Stripe stripe = locks.of(leadId);
        T result = stripe.locked(() -> untilCurrent(() -> work.apply(stripe)));
        stripe.tell();
        return result;
    }

    /** Works on several leads under their locks. */
    <T> T onAll(List<String> leadIds, Supplier<T> work) {
        T result = locks.locked(leadIds, () -> untilCurrent(work));
        leadIds.forEach(leadId -> locks.of(leadId).tell());
        return result;
    }

    static <T> T untilCurrent(Supplier<T> work) {
        for (int tries = 1; true; tries++) {
            try {
                return work.get();
            } catch (StaleException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    Drawing drawing() {
        return new Drawing(book, directory, store, draws);
    }

    /** For what is only looked at: it holds nobody up. */
    Drawing neverSaved() {
        return new Drawing(book, directory, store, new ReentrantLock());
    }

    Turn turn(@Nullable Lead lead, Drawing drawing) {
        return new Turn(decider, drawing, lead);
    }

    void save(Turn turn, Drawing drawing) {
        saveAll(List.of(turn), drawing);
    }

    void saveAll(List<Turn> turns, Drawing drawing) {
        Instant recorded = telling.recordingClock().instant();
        store.append(turns.stream().map(turn -> turn.commit(recorded)).toList(), drawing.draws());
    }

    /** What a lead is taken through; null when it could not be saved. */
    @Override
    public @Nullable List<Decision> advance(String leadId, Consumer<Turn> how) {
        LeadLocks.Stripe stripe = locks.of(leadId);
        try {
            return on(leadId, locked -> through(leadId, how, locked));
        } catch (RuntimeException e) {
            LOG.error("The lead {} could not be advanced: {}", leadId, e.getMessage(), e);
            stripe.tell();
            return null;
        }
    }

    /** Takes a lead through something, under its lock; a merged lead goes through nothing. */
    List<Decision> through(String leadId, Consumer<Turn> how, LeadLocks.Stripe stripe) {
        try (Drawing drawing = drawing()) {
            Turn turn = turn(store.lead(leadId).orElseThrow(() -> LifecycleEngine.nobodyCreated(leadId)), drawing);
            if (turn.known().mergedInto().isPresent()) {
                return List.of();
            }
            how.accept(turn);
            if (!turn.decisions().isEmpty()) {
                save(turn, drawing);
                for (Decision decision : turn.decisions()) {
                    JournalEntry entry = decision.entry();
                    tell(stripe, Outcome.of(leadId, entry.eventId(), List.of(entry), entry), decision.lead());
                }
            }
            return turn.decisions();
        }
    }

    /** Called under the lead's lock. */
    void tell(Outcome outcome, Lead lead) {
        tell(locks.of(lead.id()), outcome, lead);
    }

    void tell(LeadLocks.Stripe stripe, Outcome outcome, Lead lead) {
        for (LifecycleListener listener : telling.listeners()) {
            stripe.tellLater(() -> tell(listener, outcome, lead));
        }
    }

    private static void tell(LifecycleListener listener, Outcome outcome, Lead lead) {
        try {
            listener.happened(outcome, lead);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on the event {} of lead {}", outcome.eventId(), outcome.leadId(), e);
        }
    }
}
