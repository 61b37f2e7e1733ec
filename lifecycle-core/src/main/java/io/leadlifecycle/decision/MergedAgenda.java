package io.leadlifecycle.decision;

import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.AgendaChange.ClockTurn;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.HeldNotice;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs when two leads become one. Everything of the source ends. What belongs to the stage the target then stands
 * in, or outlives stages, goes on there: of two clocks of a name the one that is due earlier, of two timers the target's.
 * A timer that signs of life start anew counts from those of both leads.
 */
final class MergedAgenda {
    private final Context context;
    private final Messages messages;
    private final LifeSigns signs;

    MergedAgenda(Context context, Messages messages, LifeSigns signs) {
        this.context = context;
        this.messages = messages;
        this.signs = signs;
    }

    void end(Draft draft) {
        for (Clock clock : draft.lead().clocks()) {
            if (clock.isOpen()) {
                draft.change(new AgendaChange.ClockSet(ClockTurn.ENDED, clock.ended(draft.now, context)));
            }
        }
        for (Timer timer : draft.lead().timers()) {
            draft.change(new AgendaChange.TimerEnded(timer.name(), timer.number(), AgendaChange.TimerEnd.MERGED));
        }
        for (HeldNotice held : draft.lead().agenda().notices().held()) {
            draft.change(new AgendaChange.NoticeLetGo(held.number()));
        }
    }

    /** Both leads as they were before. */
    void take(Draft draft, Lead source, Lead target) {
        List<String> taken = new ArrayList<>();
        for (Clock clock : source.clocks()) {
            if (!clock.isOpen() || goesOn(draft.lead(), clock.stage(), clock.acrossStages())) {
                take(draft, clock, taken);
            }
        }
        for (Timer timer : source.timers()) {
            boolean known = draft.lead().timer(timer.name()).isPresent();
            boolean own = timer.purpose() == Timer.Purpose.RULE;
            if (own && !known && goesOn(draft.lead(), timer.stage(), timer.acrossStages())) {
                take(draft, timer);
            }
        }
        for (Timer timer : draft.lead().timers()) {
            refresh(draft, timer, List.of(source, target));
        }
        for (HeldNotice held : source.agenda().notices().held()) {
            take(draft, held, taken);
        }
    }

    /** It counts from the latest sign of life of both leads, and of two of its name that may be told by the later start. */
    private void refresh(Draft draft, Timer timer, List<Lead> both) {
        String group = timer.restartedBy();
        if (group == null) {
            return;
        }
        Stream<Instant> signsOfLife = both.stream().flatMap(lead -> signs.latest(lead, group).stream());
        Stream<Instant> starts = both.stream()
                .flatMap(lead -> lead.timer(timer.name()).stream())
                .filter(other -> other.restartedBy() != null)
                .map(Timer::startedAt);
        Instant from = Stream.concat(signsOfLife, starts)
                .max(Comparator.naturalOrder())
                .orElse(timer.startedAt());
        Instant due = signs.due(timer, draft.lead(), from);
        if (from.isAfter(timer.startedAt()) && due.isAfter(timer.dueAt())) {
            draft.change(
                    new AgendaChange.TimerStarted(timer.counting(draft.lead().startsOf(timer.name()) + 1, from, due)));
        }
    }

    private static boolean goesOn(Lead lead, String stage, boolean acrossStages) {
        boolean stays =
                stage.equals(lead.stage()) || (acrossStages && lead.journey().kind() == StageKind.OPEN);
        return stays && !lead.journey().finallyDisqualified();
    }

    private void take(Draft draft, Clock clock, List<String> taken) {
        Lead lead = draft.lead();
        Clock own = Named.find(lead.clocks(), clock.name());
        Clock moved = clock.movedTo(context.calendarOf(lead), draft.now, context, context.milestones(clock.name()))
                .ownedBy(lead.ownership().owner(), draft.now);
        if (own != null && !isAhead(moved, own)) {
            return;
        }
        if (own != null && own.isOpen()) {
            draft.change(new AgendaChange.ClockSet(ClockTurn.ENDED, own.ended(draft.now, context)));
        }
        draft.change(new AgendaChange.ClockSet(ClockTurn.TAKEN, numbered(moved, own == null ? 1 : own.number() + 1)));
        if (moved.isOpen()) {
            taken.add(moved.name());
        }
    }

    private static Clock numbered(Clock clock, int number) {
        return new Clock(
                clock.terms(),
                number,
                clock.stage(),
                clock.startedAt(),
                clock.state(),
                clock.count(),
                clock.schedule(),
                clock.result(),
                clock.owners());
    }

    /** One that runs is ahead of one that has ended, of two that ended the one that was started later. */
    private boolean isAhead(Clock clock, Clock own) {
        if (clock.isOpen() != own.isOpen()) {
            return clock.isOpen();
        }
        if (!clock.isOpen()) {
            return clock.startedAt().isAfter(own.startedAt());
        }
        Instant due = clock.dueAt();
        Instant ownDue = own.dueAt();
        if (due == null && ownDue == null) {
            return left(clock).compareTo(left(own)) < 0;
        }
        return due != null && (ownDue == null || due.isBefore(ownDue));
    }

    /** Of a paused clock. */
    private Duration left(Clock clock) {
        return clock.length(context).minus(clock.counted());
    }

    private static void take(Draft draft, Timer timer) {
        int number = draft.lead().startsOf(timer.name()) + 1;
        draft.change(new AgendaChange.TimerStarted(timer.counting(number, timer.startedAt(), timer.dueAt())));
    }

    /** A notice goes on with the clock it came up for, and waits for the opening of that clock's office. */
    private void take(Draft draft, HeldNotice held, List<String> taken) {
        String first = held.clocks().get(0);
        if (taken.contains(first)) {
            List<String> clocks = held.clocks().stream().filter(taken::contains).toList();
            int number = draft.lead().agenda().notices().count() + 1;
            draft.change(new AgendaChange.NoticeHeld(
                    new HeldNotice(number, held.heldAt(), held.dueAt(), held.notice(), clocks)));
            messages.moved(draft, draft.lead().clock(first).orElseThrow());
        }
    }
}
