package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.Proposal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out proposals that do not move the lead, or says why one is refused. */
final class Enactment {
    private static final Set<Recipient.Sort> OWN_PEOPLE =
            EnumSet.of(Recipient.Sort.OWNER, Recipient.Sort.DEAL_OWNER, Recipient.Sort.MANAGER);

    private final Context context;
    private final Clocks clocks;
    private final Messages messages;
    private final Assignments assignments;

    Enactment(Context context, Moves moves, Messages messages, Assignments assignments) {
        this.context = context;
        this.clocks = new Clocks(context, moves, messages);
        this.messages = messages;
        this.assignments = assignments;
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
            clocks.start(draft, rule, start);
        } else if (proposal instanceof Proposal.PauseClock pause) {
            clocks.pause(draft, pause.clock());
        } else if (proposal instanceof Proposal.ResumeClock resume) {
            clocks.resume(draft, resume.clock());
        } else if (proposal instanceof Proposal.StopClock stop) {
            clocks.stop(draft, stop.clock());
        } else if (proposal instanceof Proposal.StartTimer start) {
            startTimer(draft, rule, start);
        } else if (proposal instanceof Proposal.CancelTimer cancel) {
            cancel(draft, cancel.timer());
        } else if (proposal instanceof Proposal.Tell tell) {
            messages.tell(draft, fact, rule, tell);
        } else if (proposal instanceof Proposal.AssignTo assign) {
            return assignments.assign(draft, rule, assign);
        } else if (proposal instanceof Proposal.ReleaseOwner) {
            assignments.release(draft, rule);
        } else {
            enactPlain(draft, rule, proposal);
        }
        return null;
    }

    private void enactPlain(Draft draft, String rule, Proposal proposal) {
        if (proposal instanceof Proposal.AddPoints add) {
            long from = draft.lead().qualification().score();
            score(draft, rule, add, Qualification.sum(from, add.points()));
        } else if (proposal instanceof Proposal.RemovePoints remove) {
            long from = draft.lead().qualification().score();
            long before = draft.lead().journey().recycles().scoreThen();
            long there = Math.min(remove.points(), bounded(from, 2) - bounded(before, 2));
            if (there > 0) {
                score(draft, rule, remove, from - there);
            }
        } else if (proposal instanceof Proposal.EnrollIn enroll) {
            String sequence = newSequence(draft.lead(), enroll).orElseThrow();
            draft.change(new Change.Enrolled(sequence));
            draft.effect(id -> new Effect.Enroll(id, draft.lead().id(), rule, sequence));
        } else if (proposal instanceof Proposal.RaiseFlag raise) {
            String stage = raise.whileInStage() ? draft.lead().stage() : null;
            raise(draft, new Flag(raise.flag(), raise.until(), stage));
        } else if (proposal instanceof Proposal.ClearFlag clear) {
            clear(draft, clear.flag());
        }
    }

    /** The first sequence the lead was not in. */
    private static Optional<String> newSequence(Lead lead, Proposal.EnrollIn enroll) {
        return enroll.sequences().stream()
                .filter(sequence -> !lead.sequences().contains(sequence))
                .findFirst();
    }

    private static void score(Draft draft, String rule, Proposal.Points points, long score) {
        long from = draft.lead().qualification().score();
        draft.change(new Change.Scored(from, score, draft.now, rule, points.noun()));
        draft.raise(new ScoreChanged(draft.idOfRaised(), draft.lead().id(), draft.now, score, from, null));
        draft.news();
    }

    /** Within a share of what a long holds, so that sums and differences of scores do not overflow. */
    private static long bounded(long number, int share) {
        return Math.max(Long.MIN_VALUE / share, Math.min(Long.MAX_VALUE / share, number));
    }

    void raise(Draft draft, Flag flag) {
        if (!flag.equals(Named.find(draft.lead().marks().flags(), flag.name()))) {
            draft.change(Change.Flagged.raised(flag));
        }
    }

    void clear(Draft draft, String flag) {
        if (draft.lead().marks().flagged(flag)) {
            draft.change(new Change.Flagged(flag, false));
        }
    }

    private @Nullable String refusal(Draft draft, Proposal proposal) {
        Lead lead = draft.lead();
        boolean reaches = proposal instanceof Proposal.Tell || proposal instanceof Proposal.EnrollIn;
        if (reaches && draft.root instanceof LeadImported) {
            return "an import tells nobody and enrolls in nothing";
        }
        if (proposal instanceof Proposal.Points && draft.isBurst()) {
            return "the touch is one of a burst and does not count";
        }
        if (proposal instanceof Proposal.Tell tell) {
            return lead.journey().finallyDisqualified() ? whyNotTold(draft, tell) : null;
        }
        if (proposal instanceof Proposal.Points && lead.journey().kind() == StageKind.DISQUALIFIED) {
            return "a disqualified lead gains no points";
        }
        if (lead.journey().finallyDisqualified() && isWork(proposal)) {
            return "the lead is disqualified for the final reason \""
                    + lead.journey().reason() + "\"";
        }
        if (proposal instanceof Proposal.EnrollIn && lead.contact().allowed() != Contactable.FREE) {
            return "the lead may not be contacted: " + lead.contact().allowed();
        }
        if (proposal instanceof Proposal.EnrollIn enroll
                && newSequence(lead, enroll).isEmpty()) {
            return "the lead was in every one of " + enroll.sequences() + " before";
        }
        return proposal instanceof Proposal.StartClock start ? Clocks.refusal(lead, start) : null;
    }

    private static boolean isWork(Proposal proposal) {
        return proposal instanceof Proposal.AssignTo
                || proposal instanceof Proposal.StartClock
                || proposal instanceof Proposal.ResumeClock
                || proposal instanceof Proposal.StartTimer
                || proposal instanceof Proposal.EnrollIn;
    }

    private @Nullable String whyNotTold(Draft draft, Proposal.Tell tell) {
        boolean own = OWN_PEOPLE.contains(tell.to().sort());
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

    private void startTimer(Draft draft, String rule, Proposal.StartTimer start) {
        Lead lead = draft.lead();
        draft.change(new AgendaChange.TimerStarted(new Timer(
                start.timer(),
                lead.startsOf(start.timer()) + 1,
                Timer.Purpose.RULE,
                lead.stage(),
                start.acrossStages(),
                start.delay(),
                start.restartedBy(),
                start.repeating(),
                draft.now,
                start.delay().dueAfter(context.calendarOf(lead), draft.now),
                rule)));
    }

    void release(Draft draft, int notice) {
        messages.release(draft, notice);
    }

    void restart(Draft draft, Timer timer) {
        draft.change(new AgendaChange.TimerStarted(new Timer(
                timer.name(),
                draft.lead().startsOf(timer.name()) + 1,
                timer.purpose(),
                timer.stage(),
                timer.acrossStages(),
                timer.delay(),
                timer.restartedBy(),
                timer.repeating(),
                draft.now,
                timer.delay().dueAfter(context.calendarOf(draft.lead()), draft.now),
                timer.rule())));
    }

    private static void cancel(Draft draft, String name) {
        Timer timer = Named.find(draft.lead().timers(), name);
        if (timer != null) {
            draft.change(new AgendaChange.TimerEnded(name, timer.number(), AgendaChange.TimerEnd.CANCELLED));
        }
    }
}
