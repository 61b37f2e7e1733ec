package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.Recipient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out proposals that do not move the lead, or says why one is refused. */
final class Enactment {
    private final Context context;
    private final Moves moves;
    private final Recipients recipients;

    Enactment(Context context, Moves moves) {
        this.context = context;
        this.moves = moves;
        this.recipients = new Recipients(context.directory);
    }

    /**
     * Carries out one proposal of a rule.
     *
     * @return why it was refused, null when it was carried out
     */
    @Nullable
    String enact(Draft draft, LeadEvent fact, String rule, Proposal proposal) {
        String refusal = refusal(draft, proposal);
        if (refusal != null) {
            return refusal;
        }
        if (proposal instanceof Proposal.StartClock start) {
            startClock(draft, rule, start);
        } else if (proposal instanceof Proposal.PauseClock pause) {
            pause(draft, pause.clock());
        } else if (proposal instanceof Proposal.ResumeClock resume) {
            resume(draft, resume.clock());
        } else if (proposal instanceof Proposal.StopClock stop) {
            stop(draft, stop.clock());
        } else if (proposal instanceof Proposal.StartTimer start) {
            startTimer(draft, rule, start);
        } else if (proposal instanceof Proposal.CancelTimer cancel) {
            cancel(draft, cancel.timer());
        } else if (proposal instanceof Proposal.Tell tell) {
            tell(draft, fact, rule, tell);
        } else if (proposal instanceof Proposal.AssignTo assign) {
            assign(draft, rule, assign.person());
        } else if (proposal instanceof Proposal.ReleaseOwner) {
            assign(draft, rule, null);
        } else {
            enactPlain(draft, rule, proposal);
        }
        return null;
    }

    private void enactPlain(Draft draft, String rule, Proposal proposal) {
        if (proposal instanceof Proposal.AddPoints add) {
            long from = draft.lead().qualification().score();
            long score = bounded(bounded(from, 2) + bounded(add.points(), 4), 2);
            draft.change(new Change.Scored(from, score, draft.now));
            draft.raise(new ScoreChanged(draft.idOfRaised(), draft.lead().id(), draft.now, score, from, null));
            draft.news();
        } else if (proposal instanceof Proposal.EnrollIn enroll) {
            draft.change(new Change.Enrolled(enroll.sequence()));
            draft.effect(id -> new Effect.Enroll(id, draft.lead().id(), rule, enroll.sequence()));
        } else if (proposal instanceof Proposal.RaiseFlag raise) {
            flag(draft, raise.flag(), true);
        } else if (proposal instanceof Proposal.ClearFlag clear) {
            flag(draft, clear.flag(), false);
        }
    }

    /** Within a share of what a long holds, so that sums and differences of scores do not overflow. */
    private static long bounded(long number, int share) {
        return Math.max(Long.MIN_VALUE / share, Math.min(Long.MAX_VALUE / share, number));
    }

    void flag(Draft draft, String flag, boolean raised) {
        if (draft.lead().flags().contains(flag) != raised) {
            draft.change(new Change.Flagged(flag, raised));
        }
    }

    private @Nullable String refusal(Draft draft, Proposal proposal) {
        Lead lead = draft.lead();
        boolean reaches = proposal instanceof Proposal.Tell || proposal instanceof Proposal.EnrollIn;
        if (reaches && draft.root instanceof LeadImported) {
            return "an import tells nobody and enrolls in nothing";
        }
        if (proposal instanceof Proposal.AddPoints && draft.isBurst()) {
            return "the touch is one of a burst and does not count";
        }
        if (proposal instanceof Proposal.Tell tell) {
            return lead.journey().finallyDisqualified() ? whyNotTold(draft, tell) : null;
        }
        if (lead.journey().finallyDisqualified() && isWork(proposal)) {
            return "the lead is disqualified for the final reason \""
                    + lead.journey().reason() + "\"";
        }
        if (proposal instanceof Proposal.EnrollIn && lead.contact().allowed() != Contactable.FREE) {
            return "the lead may not be contacted: " + lead.contact().allowed();
        }
        return null;
    }

    private static boolean isWork(Proposal proposal) {
        return proposal instanceof Proposal.AssignTo
                || proposal instanceof Proposal.AddPoints
                || proposal instanceof Proposal.StartClock
                || proposal instanceof Proposal.ResumeClock
                || proposal instanceof Proposal.StartTimer
                || proposal instanceof Proposal.EnrollIn;
    }

    private @Nullable String whyNotTold(Draft draft, Proposal.Tell tell) {
        boolean own = tell.to().sort() == Recipient.Sort.OWNER || tell.to().sort() == Recipient.Sort.MANAGER;
        boolean entering = draft.entered(draft.lead().stage());
        if (entering && own) {
            return draft.firstOwnMessage() ? null : "its own people are told of a final disqualification once";
        }
        boolean wantsBack = !entering && tell.to().sort() == Recipient.Sort.ROLE;
        if (wantsBack && !draft.lead().journey().wantsBackTold()) {
            draft.change(new Change.WantsBackTold());
            return null;
        }
        return "of a finally disqualified lead only its own people are told when it enters, and one role once when it"
                + " wants back";
    }

    private void startClock(Draft draft, String rule, Proposal.StartClock start) {
        Lead lead = draft.lead();
        Clock known = Named.find(lead.clocks(), start.clock());
        if (known != null && known.isOpen() && !start.anew()) {
            Clock then = known.retargeted(
                    start.target(), context, context.milestones(start.clock()), draft.now, start.noLater());
            set(draft, Change.ClockTurn.RETARGETED, known, then);
            return;
        }
        if (known != null && known.isOpen()) {
            moves.end(draft, known);
        }
        Instant since = start.since() == null || start.since().isAfter(draft.now)
                ? draft.now
                : start.since().truncatedTo(ChronoUnit.MILLIS);
        Clock.Terms terms = new Clock.Terms(start.clock(), start.target(), start.acrossStages(), rule);
        draft.change(new Change.ClockSet(
                Change.ClockTurn.STARTED,
                Clock.start(
                        terms,
                        known == null ? 1 : known.number() + 1,
                        lead.stage(),
                        since,
                        context.calendarOf(lead),
                        context.milestones(start.clock()),
                        draft.now)));
    }

    private static void set(Draft draft, Change.ClockTurn turn, Clock before, Clock after) {
        if (!after.equals(before)) {
            draft.change(new Change.ClockSet(turn, after));
        }
    }

    private void pause(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock != null) {
            set(draft, Change.ClockTurn.PAUSED, clock, clock.paused(draft.now, context));
        }
    }

    private void resume(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock != null) {
            BusinessCalendar calendar = context.calendarOf(draft.lead());
            set(
                    draft,
                    Change.ClockTurn.RESUMED,
                    clock,
                    clock.resumed(draft.now, calendar, context, context.milestones(name)));
        }
    }

    private void stop(Draft draft, String name) {
        Clock clock = Named.find(draft.lead().clocks(), name);
        if (clock == null) {
            return;
        }
        Clock stopped = clock.answered(draft.happenedAt, draft.now, context);
        set(draft, Change.ClockTurn.ANSWERED, clock, stopped);
        if (clock.isOpen()) {
            Moves.raiseStopped(draft, stopped);
        }
    }

    private void startTimer(Draft draft, String rule, Proposal.StartTimer start) {
        Lead lead = draft.lead();
        draft.change(new Change.TimerStarted(new Timer(
                start.timer(),
                lead.startsOf(start.timer()) + 1,
                Timer.Purpose.RULE,
                lead.stage(),
                start.acrossStages(),
                start.delay(),
                start.restartedBy(),
                draft.now,
                start.delay().dueAfter(context.calendarOf(lead), draft.now),
                rule)));
    }

    void restart(Draft draft, Timer timer) {
        draft.change(new Change.TimerStarted(new Timer(
                timer.name(),
                draft.lead().startsOf(timer.name()) + 1,
                timer.purpose(),
                timer.stage(),
                timer.acrossStages(),
                timer.delay(),
                timer.restartedBy(),
                draft.now,
                timer.delay().dueAfter(context.calendarOf(draft.lead()), draft.now),
                timer.rule())));
    }

    private static void cancel(Draft draft, String name) {
        Timer timer = Named.find(draft.lead().timers(), name);
        if (timer != null) {
            draft.change(new Change.TimerEnded(name, timer.number(), Change.TimerEnd.CANCELLED));
        }
    }

    private void tell(Draft draft, LeadEvent fact, String rule, Proposal.Tell tell) {
        Lead lead = draft.lead();
        List<String> to = recipients.resolve(tell.to(), lead);
        boolean nobody = to.isEmpty();
        List<String> told = nobody ? List.of(context.directory.fallback().name()) : to;
        List<String> cc = tell.cc().stream()
                .flatMap(recipient -> recipients.resolve(recipient, lead).stream())
                .filter(name -> !told.contains(name))
                .distinct()
                .toList();
        Clock clock = clockOf(draft, fact, rule);
        String message = tell.message() == null ? sentence(rule) : tell.message();
        draft.effect(id -> new Effect.Tell(
                id,
                lead.id(),
                rule,
                told,
                cc,
                tell.urgent(),
                message,
                clock == null ? null : clock.name(),
                clock == null ? null : clock.dueAt(),
                nobody));
    }

    private static @Nullable Clock clockOf(Draft draft, LeadEvent fact, String rule) {
        if (fact instanceof SlaReached reached) {
            return Named.find(draft.lead().clocks(), reached.sla());
        }
        return draft.lead().clocks().stream()
                .filter(clock -> clock.state() == ClockState.RUNNING
                        && clock.rule().equals(rule)
                        && clock.stage().equals(draft.lead().stage()))
                .findFirst()
                .orElse(null);
    }

    private static String sentence(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(space + 1);
    }

    private void assign(Draft draft, String rule, @Nullable String person) {
        String owner = draft.lead().ownership().owner();
        if (Objects.equals(owner, person)) {
            return;
        }
        own(draft, person);
        draft.effect(id -> new Effect.Assign(id, draft.lead().id(), rule, person, owner));
        if (person != null) {
            draft.raise(new LeadAssigned(draft.idOfRaised(), draft.lead().id(), draft.now, person, owner, null));
        }
    }

    /** Changes the owner: the rest of what runs counts in the new owner's calendar. */
    void own(Draft draft, @Nullable String person) {
        String owner = draft.lead().ownership().owner();
        if (Objects.equals(owner, person)) {
            return;
        }
        String previous = owner == null ? draft.lead().ownership().previousOwner() : owner;
        draft.change(new Change.OwnerSet(person, previous));
        BusinessCalendar calendar = context.calendarOf(draft.lead());
        for (Clock clock : draft.lead().clocks()) {
            set(
                    draft,
                    Change.ClockTurn.MOVED,
                    clock,
                    clock.movedTo(calendar, draft.now, context, context.milestones(clock.name())));
        }
    }
}
