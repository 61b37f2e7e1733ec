package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.ReevaluationPlanned;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.SlaStopped;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out a move that was judged: ends what belongs to the old stage, stamps, starts what belongs to the new. */
final class Moves {
    /** The timer of a stage's wait for missing values. */
    static final String WAIT = "stage wait";
    /** The timer of a stage's longest stay. */
    static final String LIMIT = "stage limit";
    /** The timers of the core. */
    static final Set<String> OWN_TIMERS = Set.of(WAIT, LIMIT, ReevaluationPlanned.TIMER);
    /** Who moves a lead when the definition does. */
    static final String LIFECYCLE = "lifecycle";

    private final Context context;

    Moves(Context context) {
        this.context = context;
    }

    void enter(Draft draft, Stage to, @Nullable String reason, String rule, @Nullable String because) {
        String from = draft.lead().stage();
        boolean wasDisqualified = draft.lead().journey().kind() == StageKind.DISQUALIFIED;
        draft.entering(to.name(), rule);
        endOldStage(draft, to.kind() != StageKind.OPEN);
        draft.change(new Change.StageMoved(
                from,
                to.name(),
                to.kind(),
                context.lifecycle.direction(from, to.name()),
                draft.now,
                draft.trigger,
                reason,
                reason != null && isFinal(reason),
                to.qualifies(),
                rule,
                because));
        if (isPutBack(from, to)) {
            draft.change(new Change.CountedAnew());
        }
        startStageTimers(draft, to);
        draft.raise(new StageEntered(
                draft.idOfRaised(), draft.lead().id(), draft.now, to.name(), from, disposition(draft, reason)));
        if (from.isEmpty() || wasDisqualified || to.otherwise() != null) {
            draft.news();
        }
    }

    /** From the stage that qualifies or beyond to one where leads wait for news. */
    private boolean isPutBack(String from, Stage to) {
        Stage left = context.lifecycle.stage(from).orElse(null);
        Stage qualifying = context.lifecycle.qualifyingStage().orElse(null);
        return left != null
                && qualifying != null
                && left.kind() == StageKind.OPEN
                && context.lifecycle.place(from) >= context.lifecycle.place(qualifying.name())
                && to.kind() == StageKind.OPEN
                && to.evaluates()
                && context.lifecycle.place(to.name()) < context.lifecycle.place(qualifying.name());
    }

    /** The lead begins where old data says it stands; what belongs to the stage starts now. */
    void begin(Draft draft, Stage in) {
        draft.entering(in.name(), LIFECYCLE);
        startStageTimers(draft, in);
        String disposition = disposition(draft, draft.lead().journey().reason());
        draft.raise(new StageEntered(draft.idOfRaised(), draft.lead().id(), draft.now, in.name(), "", disposition));
        if (in.qualifies()) {
            draft.raise(new LeadQualified(draft.idOfRaised(), draft.lead().id(), draft.now, "", ""));
        }
    }

    /** What a reason does with the lead; of one that leaves it open, what was chosen with it. */
    private String disposition(Draft draft, @Nullable String reason) {
        String chosen = null;
        if (draft.root instanceof SalesRejected rejected && Objects.equals(rejected.reason(), reason)) {
            chosen = rejected.disposition();
        } else if (draft.root instanceof OpportunityLost lost && Objects.equals(lost.reason(), reason)) {
            chosen = lost.disposition();
        }
        return chosen != null ? chosen : context.dispositionOf(reason);
    }

    private boolean isFinal(String reason) {
        return context.lifecycle.reason(reason).map(known -> known.isFinal()).orElse(false);
    }

    void endOldStage(Draft draft, boolean everything) {
        for (Clock clock : draft.lead().clocks()) {
            if (clock.isOpen() && (everything || !clock.acrossStages())) {
                end(draft, clock);
            }
        }
        for (Timer timer : draft.lead().timers()) {
            if (everything || !timer.acrossStages()) {
                draft.change(
                        new AgendaChange.TimerEnded(timer.name(), timer.number(), AgendaChange.TimerEnd.STAGE_LEFT));
            }
        }
        for (Flag flag : draft.lead().marks().flags()) {
            if (flag.stage() != null) {
                draft.change(new Change.Flagged(flag.name(), false));
            }
        }
    }

    void end(Draft draft, Clock clock) {
        Clock ended = clock.ended(draft.now, context);
        draft.change(new AgendaChange.ClockSet(AgendaChange.ClockTurn.ENDED, ended));
        raiseStopped(draft, ended);
    }

    static void raiseStopped(Draft draft, Clock clock) {
        draft.raise(new SlaStopped(
                draft.idOfRaised(),
                draft.lead().id(),
                draft.now,
                clock.name(),
                clock.verdict().name()));
    }

    void startStageTimers(Draft draft, Stage to) {
        TimeBudget atMost = to.atMost();
        if (atMost != null) {
            startTimer(draft, WAIT, Timer.Purpose.WAIT, atMost);
        }
        Stage.Limit limit = to.limit();
        if (limit != null) {
            startTimer(draft, LIMIT, Timer.Purpose.LIMIT, limit.after());
        }
    }

    /** The lead is evaluated again at an instant, as if something had happened to it. */
    void reevaluate(Draft draft, Instant dueAt) {
        Duration delay = Duration.between(draft.now, dueAt);
        start(draft, ReevaluationPlanned.TIMER, Timer.Purpose.REEVALUATION, TimeBudget.exactly(false, delay), dueAt);
    }

    private void startTimer(Draft draft, String name, Timer.Purpose purpose, TimeBudget delay) {
        BusinessCalendar calendar =
                context.lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        start(draft, name, purpose, delay, delay.dueAfter(calendar, draft.now));
    }

    private static void start(Draft draft, String name, Timer.Purpose purpose, TimeBudget delay, Instant dueAt) {
        draft.change(new AgendaChange.TimerStarted(new Timer(
                name,
                draft.lead().startsOf(name) + 1,
                purpose,
                draft.lead().stage(),
                false,
                delay,
                null,
                false,
                draft.now,
                dueAt,
                LIFECYCLE)));
    }
}
