package io.leadlifecycle;

import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One lead in one call of the engine: what is decided and not saved yet. An owner that a decision asks for is drawn at
 * once, before anything else happens to the lead. Not thread-safe.
 */
final class Turn {
    private final Decider decider;
    private final Drawing drawing;
    private final @Nullable Lead before;
    private final Drawing.Mark begin;
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable Lead lead;

    Turn(Decider decider, Drawing drawing, @Nullable Lead before) {
        this.decider = decider;
        this.drawing = drawing;
        this.before = before;
        this.begin = drawing.mark();
        this.lead = before;
    }

    /** The lead as it is by now; null before its first entry. */
    @Nullable
    Lead lead() {
        return lead;
    }

    /** The lead, where something made it known before. */
    Lead known() {
        return Objects.requireNonNull(lead);
    }

    List<Decision> decisions() {
        return decisions;
    }

    List<JournalEntry> entries() {
        return decisions.stream().map(Decision::entry).toList();
    }

    /** Makes a lead known that nobody created. */
    void create(LeadEvent event) {
        add(decider.create(event));
        draw(event.id());
    }

    /** Decides an event of the host; what falls due before it must have happened. */
    Decision decide(LeadEvent event, String json) {
        Decision decision = decider.decide(lead, event, json);
        add(decision);
        draw(decision.entry().eventId());
        return decision;
    }

    /** Decides that the lead is another one; refused when that one is missing or the two cannot be one. */
    JournalEntry merge(LeadMerged event, String json, @Nullable Lead target) {
        Decision decision = decider.merge(known(), event, json, target);
        add(decision);
        return decision.entry();
    }

    /** Gives the lead what is known of one that was merged into it. */
    JournalEntry absorb(Lead source, LeadMerged event, String json) {
        Decision decision = decider.absorb(known(), source, event, json);
        add(decision);
        draw(decision.entry().eventId());
        return decision.entry();
    }

    /** Fires what falls due up to an instant. */
    void due(Instant untilInclusive, @Nullable String cause) {
        boolean more = true;
        while (more) {
            more = dueOnce(untilInclusive, cause);
        }
    }

    /** Fires the next thing that falls due up to an instant; false when nothing does. */
    boolean dueOnce(Instant untilInclusive, @Nullable String cause) {
        Lead now = known();
        Optional<Due> next = now.nextDue().filter(due -> !due.at().isAfter(untilInclusive));
        if (next.isEmpty()) {
            return false;
        }
        Due due = next.get();
        answered(now, due, cause, () -> decider.due(now, due, cause));
        return true;
    }

    /** Fires what is parked again. */
    void retry(Predicate<Parked> which, @Nullable String cause) {
        for (Parked item : known().parked().stream().filter(which).toList()) {
            Lead now = known();
            if (now.parked().contains(item)) {
                answered(now, item.due(), cause, () -> decider.retry(now, item, cause));
            }
        }
    }

    private interface Firing {
        Decision decision();
    }

    /** When rules fail on the owner that something due asks for, that due is parked, as if they had failed on it. */
    private void answered(Lead now, Due due, @Nullable String cause, Firing firing) {
        int known = decisions.size();
        Drawing.Mark mark = drawing.mark();
        try {
            add(firing.decision());
            draw(cause);
        } catch (RuleFailedException e) {
            decisions.subList(known, decisions.size()).clear();
            drawing.back(mark);
            lead = now;
            add(decider.park(now, due, cause, String.valueOf(e.getMessage())));
        }
    }

    /** It is the lead's turn in the queue; nothing happens when nobody is there for it. */
    void handOut(Instant at) {
        Lead now = known();
        Waiting waiting = now.ownership().waiting();
        if (waiting != null) {
            LeadEvent answer = drawing.answer(now, waiting, now.noEarlierThanLastEntry(at), true);
            if (answer instanceof LeadAssigned) {
                answer(answer, null);
            }
        }
    }

    /** Decides an answer of the engine: a draw, a queue that moves, a handover. */
    void answer(LeadEvent answer, @Nullable String cause) {
        add(decider.answer(known(), answer, cause));
        draw(cause);
    }

    /** Counts a clock anew; empty when nothing of it was edited. */
    Optional<Clock> recompute(String clock, Instant at) {
        Optional<Decision> decision = decider.recompute(known(), clock, at);
        decision.ifPresent(anew -> {
            add(anew);
            draw(null);
        });
        return decision.map(Turn::recomputed);
    }

    private static Clock recomputed(Decision decision) {
        return decision.entry().changes().stream()
                .filter(AgendaChange.ClockSet.class::isInstance)
                .map(AgendaChange.ClockSet.class::cast)
                .filter(set -> set.turn() == AgendaChange.ClockTurn.RECOMPUTED)
                .map(AgendaChange.ClockSet::clock)
                .findFirst()
                .orElseThrow();
    }

    /** Fires what a clock has due by the lead's last entry, before whatever else is due. */
    void dueOf(Clock clock) {
        Optional<Due> next = nextOf(clock);
        while (next.isPresent()) {
            Lead now = known();
            Due due = next.get();
            answered(now, due, null, () -> decider.due(now, due, null));
            next = nextOf(clock);
        }
    }

    private Optional<Due> nextOf(Clock clock) {
        Lead now = known();
        return now.clock(clock.name()).stream()
                .filter(known -> known.number() == clock.number())
                .flatMap(known -> known.pending().stream())
                .map(m -> new Due(m.dueAt(), clock.name(), clock.number(), m.percent()))
                .filter(due -> !due.at().isAfter(now.lastEntryAt()))
                .filter(due ->
                        now.parked().stream().noneMatch(item -> item.due().equals(due)))
                .findFirst();
    }

    /** The lead is left alone: nothing of this was decided. */
    void forget() {
        decisions.clear();
        drawing.back(begin);
        lead = before;
    }

    private void add(Decision decision) {
        decisions.add(decision);
        lead = decision.lead();
    }

    private void draw(@Nullable String cause) {
        Lead now = known();
        Waiting waiting = now.ownership().waiting();
        while (waiting != null && waiting.pool() == null) {
            add(decider.answer(now, drawing.answer(now, waiting, now.lastEntryAt(), false), cause));
            now = known();
            waiting = now.ownership().waiting();
        }
    }

    /** What the store is to save. */
    Commit commit(Instant recordedAt) {
        return new Commit(before == null ? 0 : before.entries(), known(), entries(), recordedAt);
    }
}
