package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.ReevaluationPlanned;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.AgendaChange.ClockTurn;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockTarget;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.rule.Proposal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts, pauses, resumes and stops the clocks of a lead as rules want it. */
final class Clocks {
    private final Context context;
    private final Moves moves;
    private final Messages messages;

    Clocks(Context context, Moves moves, Messages messages) {
        this.context = context;
        this.moves = moves;
        this.messages = messages;
    }

    /** Why a clock cannot be started, null when it can. */
    static @Nullable String refusal(Lead lead, Proposal.StartClock start) {
        if (start.target() != null || targetOf(lead, start) != null) {
            return null;
        }
        String other = start.like() == null ? start.clock() : start.like();
        return "the clock \"" + start.clock() + "\" takes the time of \"" + other + "\", which was never started";
    }

    private static @Nullable TimeBudget targetOf(Lead lead, Proposal.StartClock start) {
        if (start.target() != null) {
            return start.target();
        }
        boolean own = start.like() == null;
        Clock other = own && !start.anew()
                ? null
                : Named.find(lead.clocks(), own ? start.clock() : Objects.requireNonNull(start.like()));
        return other == null ? null : other.asked();
    }

    void start(Draft draft, String rule, Proposal.StartClock start) {
        Lead lead = draft.lead();
        TimeBudget target = Objects.requireNonNull(targetOf(lead, start));
        Clock known = Named.find(lead.clocks(), start.clock());
        if (known != null && known.isOpen() && !start.anew()) {
            Clock then =
                    known.retargeted(target, context, context.milestones(start.clock()), draft.now, start.noLater());
            if (!then.equals(known)) {
                set(draft, ClockTurn.RETARGETED, known, then.asked(target, rule));
            }
            return;
        }
        if (known != null && known.isOpen()) {
            moves.end(draft, known);
        }
        boolean stays = start.acrossStages() || (start.anew() && known != null && known.acrossStages());
        draft.change(new AgendaChange.ClockSet(
                ClockTurn.STARTED,
                Clock.start(
                                new ClockTarget(start.clock(), target, stays, rule),
                                known == null ? 1 : known.number() + 1,
                                lead.stage(),
                                since(draft, known, start.since()),
                                context.calendarOf(lead),
                                context.milestones(start.clock()),
                                draft.now)
                        .ownedBy(lead.ownership().owner(), draft.now)));
    }

    /**
     * What an earlier clock of the name ran for ended with it: a lead that returns to a stage is not late at once. Nor is one
     * that a changed criterion let in: nobody could answer it before.
     */
    private static Instant since(Draft draft, @Nullable Clock earlier, @Nullable Instant signal) {
        boolean released =
                draft.root instanceof TimerFired fired && fired.timer().equals(ReevaluationPlanned.TIMER);
        if (signal == null || released || signal.isAfter(draft.now)) {
            return draft.now;
        }
        Instant ended = earlier == null ? null : earlier.endedAt();
        return ended == null || signal.isAfter(ended) ? signal.truncatedTo(ChronoUnit.MILLIS) : draft.now;
    }

    void pause(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock != null) {
            set(draft, ClockTurn.PAUSED, clock, clock.paused(draft.now, context));
        }
    }

    void resume(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock != null) {
            BusinessCalendar calendar = context.calendarOf(draft.lead());
            Clock resumed = clock.resumed(draft.now, calendar, context, context.milestones(name));
            set(draft, ClockTurn.RESUMED, clock, resumed);
            messages.moved(draft, resumed);
        }
    }

    void stop(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock == null) {
            return;
        }
        Clock stopped = clock.answered(draft.happenedAt, draft.now, context);
        set(draft, ClockTurn.ANSWERED, clock, stopped);
        if (clock.isOpen()) {
            Moves.raiseStopped(draft, stopped);
        }
    }

    private static void set(Draft draft, ClockTurn turn, Clock before, Clock after) {
        if (!after.equals(before)) {
            draft.change(new AgendaChange.ClockSet(turn, after));
        }
    }
}
