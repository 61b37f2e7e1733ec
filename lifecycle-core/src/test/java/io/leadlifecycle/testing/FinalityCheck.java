package io.leadlifecycle.testing;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.Proposal;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finally disqualified lead gets no routing, points, clock, timer or enrolment, and two messages at most: on entering to
 * its own owner or manager, later to a role; a lead that may not be contacted is enrolled in nothing. What the host itself says of a lead is a fact and always kept.
 */
final class FinalityCheck implements Check {
    private static final Set<String> HOST_FACTS =
            Set.of("ScoreChanged", "LeadAssigned", "LeadImported", "LeadAbsorbed");
    private static final Set<AgendaChange.ClockTurn> WORK =
            Set.of(AgendaChange.ClockTurn.STARTED, AgendaChange.ClockTurn.RESUMED, AgendaChange.ClockTurn.RETARGETED);

    private static final Set<Recipient.Sort> OWN_PEOPLE =
            Set.of(Recipient.Sort.OWNER, Recipient.Sort.DEAL_OWNER, Recipient.Sort.MANAGER);
    private static final Set<Recipient.Sort> ROLE = Set.of(Recipient.Sort.ROLE);

    private int messagesOnEntering;
    private int messagesLater;
    /** The merge by which the lead came to stand there. */
    private @Nullable JournalEntry cameToStandIn;

    @Override
    public void change(Of<Change> of, Findings findings) {
        boolean comesToStand = of.it() instanceof MergeChange.JourneyAbsorbed absorbed
                && absorbed.data().taken() != null
                && !of.before().journey().finallyDisqualified();
        cameToStandIn = comesToStand ? of.entry() : cameToStandIn;
        if (of.it() instanceof Change.StageMoved || comesToStand) {
            messagesOnEntering = 0;
            messagesLater = 0;
        }
        if (!of.before().journey().finallyDisqualified() || of.it() instanceof Change.StageMoved) {
            return;
        }
        boolean fact = of.first() && HOST_FACTS.contains(of.entry().event()) && !isRoutedByMerge(of);
        findings.require(fact || !isWork(of.it()), "a finally disqualified lead gets " + of.it());
    }

    private static boolean isRoutedByMerge(Of<Change> of) {
        return of.entry().event().equals("LeadAbsorbed") && of.it() instanceof Change.OwnerSet;
    }

    private static boolean isWork(Change change) {
        if (change instanceof Change.OwnerSet set) {
            return set.owner() != null;
        }
        if (change instanceof Change.OwnerAwaited awaited) {
            return awaited.waiting() != null;
        }
        if (change instanceof AgendaChange.ClockSet set) {
            return WORK.contains(set.turn());
        }
        if (change instanceof AgendaChange.TimerStarted started) {
            return started.timer().purpose() == Timer.Purpose.RULE;
        }
        return change instanceof Change.Scored || change instanceof Change.Enrolled;
    }

    @Override
    public void step(Of<Step> of, Findings findings) {
        for (Effect effect : of.it().effects()) {
            boolean barred = of.before().contact().allowed() != Contactable.FREE;
            findings.require(
                    !(barred && effect instanceof Effect.Enroll), "a lead that may not be contacted: " + effect);
            if (of.after().journey().finallyDisqualified() && !isHeldNotice(of, effect)) {
                atTheEnd(of, effect, findings);
            }
        }
    }

    /** It waited for the opening and was told before any rule of this step moved the lead. */
    private static boolean isHeldNotice(Of<Step> of, Effect effect) {
        return of.first()
                && of.entry().event().equals("NoticeDue")
                && !of.before().journey().finallyDisqualified()
                && effect.equals(of.it().effects().get(0));
    }

    private void atTheEnd(Of<Step> of, Effect effect, Findings findings) {
        boolean drawn =
                of.it().event().equals("LeadAssigned") && !of.before().journey().finallyDisqualified();
        boolean release = effect instanceof Effect.Assign assign && (assign.owner() == null || drawn);
        if (!(effect instanceof Effect.Tell tell)) {
            findings.require(release, "a finally disqualified lead: " + effect);
            return;
        }
        String stage = of.after().stage();
        boolean entering =
                of.entry().moves().stream().anyMatch(move -> move.to().equals(stage))
                        || of.entry().equals(cameToStandIn);
        if (entering) {
            messagesOnEntering++;
        } else {
            messagesLater++;
        }
        findings.require(
                meant(of.it(), tell).anyMatch((entering ? OWN_PEOPLE : ROLE)::contains),
                "it was finally disqualified, and others than " + (entering ? "its own owner or manager" : "a role")
                        + " are told: " + tell);
        findings.require(messagesOnEntering <= 1, "a second message when it was finally disqualified: " + effect);
        findings.require(messagesLater <= 1, "a second message since it was finally disqualified: " + effect);
    }

    /** Whom the rule behind a message meant, whoever stands in for them. */
    private static Stream<Recipient.Sort> meant(Step step, Effect.Tell told) {
        return step.rules().stream()
                .filter(record -> record.ruling() == RuleRecord.Ruling.APPLIED)
                .filter(record -> record.rule().equals(told.rule()))
                .flatMap(record -> record.proposals().stream())
                .filter(Proposal.Tell.class::isInstance)
                .map(Proposal.Tell.class::cast)
                .filter(tell -> tell.message() == null || tell.message().equals(told.message()))
                .map(tell -> tell.to().sort());
    }

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        Lead lead = of.after();
        if (lead.journey().finallyDisqualified()) {
            findings.require(
                    lead.clocks().stream().noneMatch(Clock::isOpen), "a finally disqualified lead has a clock");
            findings.require(
                    lead.timers().stream().noneMatch(timer -> timer.purpose() == Timer.Purpose.RULE),
                    "a finally disqualified lead has a timer");
        }
    }
}
