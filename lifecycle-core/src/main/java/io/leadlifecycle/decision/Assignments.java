package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.NobodyAvailable;
import io.leadlifecycle.event.OwnerLeft;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Ownership;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.routing.Assignees;
import io.leadlifecycle.rule.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a lead to somebody, or asks the engine to draw: whose turn it is depends on other leads. */
final class Assignments {
    private final Context context;
    private final Messages messages;
    private final Assignees assignees;

    Assignments(Context context, Messages messages) {
        this.context = context;
        this.messages = messages;
        this.assignees = new Assignees(context.directory);
    }

    /**
     * Carries out what a rule wants.
     *
     * @return why it was refused, null when it was carried out
     */
    @Nullable
    String assign(Draft draft, String rule, Proposal.AssignTo assign) {
        boolean oftenEnough = assign.most() > 0 && draft.lead().ownership().reassignments() >= assign.most();
        List<Recipient> ways = assign.ways().stream()
                .filter(way -> !(oftenEnough && way.isDrawn()))
                .toList();
        for (int i = 0; i < ways.size(); i++) {
            Recipient way = ways.get(i);
            boolean last = i == ways.size() - 1;
            String person = assignees.person(way, draft.lead(), draft.now, last).orElse(null);
            if (person != null) {
                assign(draft, rule, person);
                return null;
            }
            if (assignees.mayBeDrawn(way, draft.lead())) {
                ask(draft, rule, ways.subList(i, ways.size()));
                return null;
            }
        }
        draft.raise(new NobodyAvailable(draft.idOfRaised(), draft.lead().id(), draft.now, ""));
        return "nobody of " + assign.ways() + " is there"
                + (oftenEnough ? ", and it was given from one to another " + assign.most() + " times" : "");
    }

    /** Whoever waits in a queue and asks again keeps the place. */
    private static void ask(Draft draft, String rule, List<Recipient> ways) {
        Ownership ownership = draft.lead().ownership();
        Waiting known = ownership.waiting();
        Instant since = known == null || known.pool() == null ? draft.now : known.since();
        draft.change(new Change.OwnerAwaited(new Waiting(ownership.asked() + 1, rule, ways, since, null)));
    }

    void release(Draft draft, String rule) {
        String owner = draft.lead().ownership().owner();
        if (draft.lead().ownership().waiting() != null) {
            draft.change(new Change.OwnerAwaited(null));
        }
        if (owner != null) {
            own(draft, null, null, false);
            draft.effect(id -> new Effect.Assign(id, draft.lead().id(), rule, null, owner));
        }
    }

    private void assign(Draft draft, String rule, String person) {
        String owner = draft.lead().ownership().owner();
        own(draft, person, null, owner != null);
        if (person.equals(owner)) {
            return;
        }
        draft.effect(id -> new Effect.Assign(id, draft.lead().id(), rule, person, owner));
        draft.raise(new LeadAssigned(
                draft.idOfRaised(), draft.lead().id(), draft.now, person, owner, rule, null, 0, false, null));
    }

    /** The host assigned the lead, or the engine drew an owner: then the host hears of it. */
    void assigned(Draft draft, LeadAssigned event) {
        String rule = event.rule();
        String before = draft.lead().ownership().owner();
        own(draft, event.owner(), event.pool(), rule != null && before != null && !event.handover());
        boolean preferred = draft.lead().journey().kind() == StageKind.RECYCLED
                && draft.lead().ownership().previousOwner() != null;
        if (event.handover() && preferred) {
            draft.change(new Change.PreviousOwnerForgotten());
        }
        if (rule != null && !event.owner().equals(before)) {
            draft.effect(id -> new Effect.Assign(id, draft.lead().id(), rule, event.owner(), before));
        }
    }

    /** Nobody was there: the lead waits in the queue of the pool, or stays with its owner. */
    void nobody(Draft draft, NobodyAvailable event) {
        Waiting waiting = Objects.requireNonNull(draft.lead().ownership().waiting());
        draft.change(new Change.OwnerAwaited(event.pool().isEmpty() ? null : waiting.queuedIn(event.pool())));
    }

    /** The leads of a person are handed over. */
    void left(Draft draft, OwnerLeft event) {
        Ownership ownership = draft.lead().ownership();
        boolean recycled = draft.lead().journey().kind() == StageKind.RECYCLED;
        if (recycled && event.person().equals(ownership.previousOwner())) {
            draft.change(new Change.PreviousOwnerForgotten());
        }
        if (event.person().equals(ownership.owner())) {
            ask(draft, Waiting.TRANSFER, List.of(new Recipient(Recipient.Sort.POOL, event.pool())));
        }
    }

    /** Changes the owner, if it is another one. */
    void own(Draft draft, @Nullable String person, @Nullable String pool, boolean again) {
        Lead before = draft.lead();
        String owner = before.ownership().owner();
        if (Objects.equals(owner, person)) {
            if (before.ownership().waiting() != null) {
                draft.change(new Change.OwnerAwaited(null));
            }
            return;
        }
        String previous = owner == null ? before.ownership().previousOwner() : owner;
        owned(draft, new Change.OwnerSet(person, previous, pool, again));
    }

    /** Changes the owner: the rest of what runs counts in the new owner's calendar. */
    void owned(Draft draft, Change.OwnerSet owner) {
        draft.change(owner);
        BusinessCalendar calendar = context.calendarOf(draft.lead());
        for (Clock clock : draft.lead().clocks()) {
            Clock moved = clock.movedTo(calendar, draft.now, context, context.milestones(clock.name()))
                    .ownedBy(owner.owner(), draft.now);
            if (!moved.equals(clock)) {
                draft.change(new AgendaChange.ClockSet(AgendaChange.ClockTurn.MOVED, moved));
                messages.moved(draft, moved);
            }
        }
    }
}
