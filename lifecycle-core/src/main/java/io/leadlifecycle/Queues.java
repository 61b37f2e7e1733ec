package io.leadlifecycle;

import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out the leads that wait for an owner, opening after opening, in one sweep. Not thread-safe. */
final class Queues {
    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);

    private final LeadStore store;
    private final Supplier<Drawing> drawings;
    private final Set<String> later = new HashSet<>();

    Queues(LeadStore store, Supplier<Drawing> drawings) {
        this.store = store;
        this.drawings = drawings;
    }

    /** Fires what is due up to an instant, and hands out at each opening before it and on the way. */
    void advanceTo(Instant untilInclusive, Sweep sweep) {
        boolean done = false;
        while (!done) {
            Optional<Opening> next = opening(untilInclusive);
            boolean before =
                    sweep.due(next.map(opening -> opening.at().minusMillis(1)).orElse(untilInclusive));
            if (before && next.isPresent() && next.equals(opening(untilInclusive))) {
                handOut(next.get(), sweep);
            }
            done = before && next.isEmpty();
        }
    }

    private Optional<Opening> opening(Instant untilInclusive) {
        return drawing(drawing -> drawing.nextOpening(untilInclusive, later));
    }

    /**
     * Who waits longest comes first; a lead that nobody of the pool may get does not keep the others waiting, nor does one
     * on which rules fail: it goes on waiting, and what falls due for it fires all the same. When the store fails, the next
     * sweep hands out at the same opening again.
     */
    private void handOut(Opening opening, Sweep sweep) {
        Set<String> failing = new HashSet<>();
        boolean stored = true;
        for (String leadId : store.queue(opening.pool(), Integer.MAX_VALUE)) {
            boolean out = sweep.handOut(leadId, turn -> handOut(turn, opening, failing));
            stored &= !sweep.hasFailed(leadId);
            if (!out && !drawing(drawing -> drawing.isOpen(opening))) {
                break;
            }
        }
        failing.forEach(sweep::notHandedOut);
        if (stored) {
            lookedOut(opening, !failing.isEmpty());
        } else {
            later.add(opening.pool());
        }
    }

    private static void handOut(Turn turn, Opening opening, Set<String> failing) {
        try {
            turn.handOut(opening.at());
        } catch (RuleFailedException e) {
            LOG.error("The lead {} could not be handed out: {}", turn.known().id(), e.getMessage(), e);
            failing.add(turn.known().id());
            turn.forget();
        }
    }

    private void lookedOut(Opening opening, boolean failed) {
        Turns.untilCurrent(() -> drawing(drawing -> {
            drawing.lookedOut(opening, failed);
            store.append(List.of(), drawing.draws());
            return opening;
        }));
    }

    private <T> T drawing(Function<Drawing, T> how) {
        try (Drawing drawing = drawings.get()) {
            return how.apply(drawing);
        }
    }
}
