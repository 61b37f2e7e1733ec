package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.FitChanged;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.RecyclingProposed;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Fit;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleProposals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation: the rules see one event, the lifecycle judges what they propose, the result is carried out. */
final class Evaluation {
    /** The flag of a lead whose wait for missing values ended without them. */
    static final String INCOMPLETE = "incomplete data";

    private static final Comparator<RuleProposals> BY_ID = Comparator.comparing(RuleProposals::rule, RuleOrder.BY_ID);

    private final Context context;
    private final Lifecycle lifecycle;
    private final Judge judge;
    private final Moves moves;
    private final Enactment enactment;
    private final Soundness soundness;

    Evaluation(Context context, Moves moves, Enactment enactment) {
        this.context = context;
        this.lifecycle = context.lifecycle;
        this.judge = new Judge(context.lifecycle);
        this.moves = moves;
        this.enactment = enactment;
        this.soundness = new Soundness(context);
    }

    void run(Draft draft, LeadEvent fact) {
        List<Hearing> hearings = heard(draft, fact);
        Judge.Candidate winner = judge.winner(hearings);
        if (winner == null || winner.to().name().equals(draft.lead().stage())) {
            Hearing own = ownMove(draft, fact);
            if (own != null) {
                hearings.add(own);
                winner = own.candidate;
            }
        }
        if (winner != null && isRecycled(draft, winner)) {
            List<Hearing> objections = heard(draft, proposed(draft, winner, hearings));
            Judge.Candidate strongest = judge.winner(objections);
            hearings.addAll(objections);
            winner = isDisqualified(strongest) ? strongest : winner;
        }
        List<Hearing> kept = carryOut(draft, fact, hearings, winner);
        if (fact instanceof ProfileChanged) {
            deriveFit(draft, kept);
        }
    }

    private static boolean isRecycled(Draft draft, Judge.Candidate winner) {
        return winner.to().kind() == StageKind.RECYCLED
                && !winner.to().name().equals(draft.lead().stage());
    }

    private static boolean isDisqualified(Judge.@Nullable Candidate candidate) {
        return candidate != null && candidate.to().kind() == StageKind.DISQUALIFIED;
    }

    private RecyclingProposed proposed(Draft draft, Judge.Candidate winner, List<Hearing> hearings) {
        List<Judge.Candidate> agreeing = hearings.stream()
                .map(hearing -> hearing.candidate)
                .filter(Objects::nonNull)
                .filter(candidate -> candidate.to().equals(winner.to()))
                .toList();
        String reason = judge.withFirstReason(winner.to(), agreeing).reason();
        return new RecyclingProposed(draft.idOfRaised(), draft.lead().id(), draft.now, text(reason));
    }

    /** A rule book written in Java throws what it likes; for the lead it is a failing rule all the same. */
    static void ask(RuleBook book, LeadEvent fact, RuleLead view) {
        try {
            book.decide(fact, view);
        } catch (RuleFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            String rule = view.firingRule();
            throw new RuleFailedException(
                    rule,
                    "The rule \"" + rule + "\" failed on event " + fact.id() + " of lead " + fact.leadId() + ": " + e,
                    e);
        }
    }

    private List<Hearing> heard(Draft draft, LeadEvent fact) {
        RuleLead view = new RuleLead(lifecycle, draft.lead(), draft.now);
        ask(context.book, fact, view);
        List<RuleProposals> proposed = new ArrayList<>(view.proposed());
        proposed.sort(BY_ID);
        List<Hearing> hearings = new ArrayList<>(proposed.size() + 1);
        for (RuleProposals of : proposed) {
            hearings.add(hear(draft, of));
        }
        Asked asked = fact.equals(draft.root) ? Asked.by(fact, lifecycle) : null;
        if (asked != null) {
            hearings.add(judge.hear(asked.move(), draft.lead(), draft.trigger, asked.asker()));
        }
        return hearings;
    }

    private Hearing hear(Draft draft, RuleProposals of) {
        String into = draft.lead().marks().mergedInto();
        if (into != null && !of.proposals().stream().allMatch(proposal -> proposal instanceof Proposal.Tell)) {
            return new Hearing(of, null, "the lead was merged into " + into + ": of it only people are told");
        }
        for (Proposal proposal : of.proposals()) {
            String invalid = soundness.problem(proposal);
            if (invalid != null) {
                return new Hearing(of, null, invalid);
            }
        }
        return judge.hear(of, draft.lead(), draft.trigger, Judge.Asker.RULE);
    }

    /** The definition's own move: what the stage says of a lead that no rule moved. */
    private @Nullable Hearing ownMove(Draft draft, LeadEvent fact) {
        if (!(fact instanceof LeadEvaluated) && !(fact instanceof TimerFired)) {
            return null;
        }
        Stage stage = lifecycle.stage(draft.lead().stage()).orElseThrow();
        Stage.Limit limit = stage.limit();
        if (fact instanceof TimerFired fired) {
            return limit != null && fired.timer().equals(Moves.LIMIT)
                    ? own(limit.then(), limit.reason(), "the limit of " + limit.after() + " is reached")
                    : null;
        }
        if (stage.otherwise() == null) {
            return null;
        }
        List<String> missing = stage.waitsFor().stream()
                .filter(field -> !draft.lead().profile().has(field))
                .toList();
        boolean waiting = draft.lead().timer(Moves.WAIT).isPresent();
        if (!missing.isEmpty() && waiting) {
            return null;
        }
        if (missing.isEmpty()) {
            enactment.clear(draft, INCOMPLETE);
        } else {
            enactment.raise(draft, Flag.lasting(INCOMPLETE));
        }
        String why = missing.isEmpty() ? "no rule moved it" : "no rule moved it and " + missing + " stayed missing";
        return own(stage.otherwise(), stage.otherwiseReason(), why);
    }

    private Hearing own(String to, @Nullable String reason, String because) {
        RuleProposals of = new RuleProposals(Moves.LIFECYCLE, List.of(new Proposal.MoveTo(to, reason, because)));
        Stage stage = lifecycle.stage(to).orElseThrow();
        return new Hearing(of, new Judge.Candidate(of, stage, reason, null, because, Judge.Wish.LIFECYCLE), null);
    }

    private List<Hearing> carryOut(
            Draft draft, LeadEvent fact, List<Hearing> hearings, Judge.@Nullable Candidate winner) {
        boolean leaves =
                winner != null && !winner.to().name().equals(draft.lead().stage());
        boolean passing = leaves && fact instanceof StageEntered;
        List<Hearing> kept = new ArrayList<>(hearings.size());
        for (Hearing hearing : hearings) {
            RuleRecord lost = hearing.lostTo(winner);
            if (lost == null) {
                kept.add(hearing);
                recordKept(draft, hearing.of, passing);
            } else {
                draft.record(lost);
            }
        }
        for (Hearing hearing : kept) {
            enactAll(draft, fact, hearing.of, true, passing);
        }
        if (winner != null) {
            move(draft, winner, kept, leaves);
        }
        for (Hearing hearing : kept) {
            enactAll(draft, fact, hearing.of, false, passing);
        }
        return kept;
    }

    /** Whether it is done for the sake of the stage the lead stands in. */
    private static boolean isStart(Proposal proposal) {
        return proposal instanceof Proposal.ReleaseOwner
                || proposal instanceof Proposal.StartClock
                || proposal instanceof Proposal.StartTimer
                || proposal instanceof Proposal.EnrollIn
                || (proposal instanceof Proposal.RaiseFlag raise && raise.whileInStage());
    }

    private static void recordKept(Draft draft, RuleProposals of, boolean passing) {
        if (!passing) {
            draft.record(new RuleRecord(of.rule(), of.proposals(), Ruling.APPLIED, null));
            return;
        }
        List<Proposal> passed =
                of.proposals().stream().filter(Evaluation::isStart).toList();
        List<Proposal> done = of.proposals().stream().filter(p -> !isStart(p)).toList();
        draft.record(new RuleRecord(of.rule(), done, Ruling.APPLIED, null));
        if (!passed.isEmpty()) {
            draft.record(new RuleRecord(
                    of.rule(), passed, Ruling.PASSED_THROUGH, "the same evaluation leaves the stage entered"));
        }
    }

    private void enactAll(Draft draft, LeadEvent fact, RuleProposals of, boolean stops, boolean passing) {
        for (Proposal proposal : of.proposals()) {
            boolean now = proposal instanceof Proposal.Stop == stops
                    && !(proposal instanceof Proposal.Move)
                    && !(passing && isStart(proposal));
            String why = now ? enactment.enact(draft, fact, of.rule(), proposal) : null;
            if (why != null) {
                draft.record(new RuleRecord(of.rule(), List.of(proposal), Ruling.REFUSED, why));
            }
        }
    }

    private void move(Draft draft, Judge.Candidate winner, List<Hearing> kept, boolean leaves) {
        List<Judge.Candidate> agreeing = new ArrayList<>(kept.size());
        for (Hearing hearing : kept) {
            if (hearing.candidate != null) {
                agreeing.add(hearing.candidate);
            }
        }
        Judge.Candidate speaks = judge.withFirstReason(winner.to(), agreeing);
        String type = judge.mostUrgentType(agreeing);
        if (leaves) {
            moves.enter(draft, winner.to(), speaks.reason(), speaks.of().rule(), speaks.because());
        }
        String own = draft.lead().qualification().type();
        boolean retyped = false;
        if (type != null && !type.equals(own) && (leaves || judge.moreUrgent(type, own))) {
            draft.change(new Change.TypeSet(type, judge.reasonFor(type, agreeing)));
            retyped = true;
        }
        if (retyped || (leaves && winner.to().qualifies())) {
            String now = draft.lead().qualification().type();
            draft.raise(new LeadQualified(
                    draft.idOfRaised(), draft.lead().id(), draft.now, text(now), leaves ? "" : text(own)));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void deriveFit(Draft draft, List<Hearing> kept) {
        List<Requirement> requirements = lifecycle.fitRequirements();
        if (requirements.isEmpty()) {
            return;
        }
        Set<String> stated = new LinkedHashSet<>();
        for (Hearing hearing : kept) {
            hearing.of.proposals().forEach(p -> {
                if (p instanceof Proposal.Meets meets) {
                    stated.add(meets.requirement());
                }
            });
        }
        Lead lead = draft.lead();
        List<String> met = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        boolean fails = false;
        for (Requirement requirement : requirements) {
            List<String> unknown = requirement.fields().stream()
                    .filter(field -> !lead.profile().has(field))
                    .toList();
            if (stated.contains(requirement.name())) {
                met.add(requirement.name());
            } else if (unknown.isEmpty()) {
                fails = true;
            } else {
                missing.addAll(unknown);
            }
        }
        Fit known = missing.isEmpty() ? Fit.ICP : Fit.UNKNOWN;
        setFit(draft, new Change.FitDerived(fails ? Fit.NOT_ICP : known, met, List.copyOf(missing)));
    }

    private static void setFit(Draft draft, Change.FitDerived derived) {
        Qualification known = draft.lead().qualification();
        boolean same = known.fit() == derived.fit()
                && known.met().equals(derived.met())
                && known.missing().equals(derived.missing());
        if (same) {
            return;
        }
        draft.change(derived);
        if (known.fit() != derived.fit()) {
            draft.raise(new FitChanged(
                    draft.idOfRaised(),
                    draft.lead().id(),
                    draft.now,
                    known.fit().name()));
            draft.news();
        }
    }

    /** What one rule wants, and what the judge makes of its move before it knows the others. */
    static final class Hearing {
        final RuleProposals of;
        final Judge.@Nullable Candidate candidate;
        final @Nullable String refusal;

        Hearing(RuleProposals of, Judge.@Nullable Candidate candidate, @Nullable String refusal) {
            this.of = of;
            this.candidate = candidate;
            this.refusal = refusal;
        }

        /** How it is journalled when it comes to nothing; null when its proposals are kept. */
        @Nullable
        RuleRecord lostTo(Judge.@Nullable Candidate winner) {
            if (refusal != null) {
                return new RuleRecord(of.rule(), of.proposals(), Ruling.REFUSED, refusal);
            }
            if (candidate == null || winner == null || candidate.to().equals(winner.to())) {
                return null;
            }
            String why =
                    winner.of().rule() + " moves the lead to " + winner.to().name();
            return new RuleRecord(of.rule(), of.proposals(), Ruling.OVERRULED, why);
        }
    }
}
