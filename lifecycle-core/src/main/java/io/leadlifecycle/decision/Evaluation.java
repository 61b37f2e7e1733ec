package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.FitChanged;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Fit;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleProposals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One evaluation: the rules see one event, the lifecycle judges what they propose, the result is carried out. */
final class Evaluation {
    /** The flag of a lead whose wait for missing values ended without them. */
    static final String INCOMPLETE = "incomplete data";

    private final Context context;
    private final Lifecycle lifecycle;
    private final Judge judge;
    private final Soundness soundness;
    private final Moves moves;
    private final Enactment enactment;

    Evaluation(Context context, Moves moves, Enactment enactment) {
        this.context = context;
        this.lifecycle = context.lifecycle;
        this.judge = new Judge(context.lifecycle);
        this.soundness = new Soundness(context);
        this.moves = moves;
        this.enactment = enactment;
    }

    void run(Draft draft, LeadEvent fact) {
        RuleLead view = new RuleLead(lifecycle, draft.lead(), draft.now);
        ask(fact, view);
        List<RuleProposals> proposed = view.proposed().stream()
                .sorted(Comparator.comparing(RuleProposals::rule, RuleOrder.BY_ID))
                .toList();
        List<RuleProposals> sound = new ArrayList<>();
        List<Judge.Candidate> candidates = new ArrayList<>();
        List<Judge.Refused> refused = new ArrayList<>();
        for (RuleProposals of : proposed) {
            sort(draft, of, sound, candidates, refused);
        }
        Optional<RuleProposals> asked = askedByPerson(draft, fact);
        asked.flatMap(of -> judge.candidate(of, draft.lead(), draft.trigger, true, refused))
                .ifPresent(candidates::add);
        Optional<Judge.Candidate> own = candidates.stream().anyMatch(candidate -> leaves(candidate, draft.lead()))
                ? Optional.empty()
                : ownMove(draft, fact);
        own.ifPresent(candidates::add);
        Judge.Candidate winner = own.or(() -> judge.winner(candidates)).orElse(null);
        List<RuleProposals> kept = carryOut(draft, fact, proposed, sound, new Ruled(winner, candidates, refused));
        if (fact instanceof ProfileChanged) {
            deriveFit(draft, kept);
        }
    }

    /** A rule book written in Java throws what it likes; for the lead it is a failing rule all the same. */
    private void ask(LeadEvent fact, RuleLead view) {
        try {
            context.book.decide(fact, view);
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

    private static boolean leaves(Judge.Candidate candidate, Lead lead) {
        return !candidate.to().name().equals(lead.stage());
    }

    /**
     * What became of the moves.
     *
     * @param winner the move that is made, null for none
     * @param candidates the legal ones, the definition's own among them
     * @param refused the others
     */
    private record Ruled(
            Judge.@Nullable Candidate winner, List<Judge.Candidate> candidates, List<Judge.Refused> refused) {}

    private void sort(
            Draft draft,
            RuleProposals of,
            List<RuleProposals> sound,
            List<Judge.Candidate> candidates,
            List<Judge.Refused> refused) {
        String invalid = of.proposals().stream()
                .map(soundness::problem)
                .filter(problem -> problem != null)
                .findFirst()
                .orElse(null);
        if (invalid != null) {
            refused.add(new Judge.Refused(of, invalid));
            return;
        }
        int before = refused.size();
        judge.candidate(of, draft.lead(), draft.trigger, false, refused).ifPresent(candidates::add);
        if (refused.size() == before) {
            sound.add(of);
        }
    }

    private Optional<RuleProposals> askedByPerson(Draft draft, LeadEvent fact) {
        if (fact != draft.root) {
            return Optional.empty();
        }
        if (fact instanceof StageChangeRequested asked) {
            return Optional.of(asked("StageChangeRequested", asked.to(), asked.reason(), asked.note(), asked.actor()));
        }
        if (fact instanceof Reinstated back && lifecycle.reinstateTo().isPresent()) {
            return Optional.of(asked("Reinstated", lifecycle.reinstateTo().get(), null, back.note(), back.actor()));
        }
        return Optional.empty();
    }

    static RuleProposals asked(
            String event, String to, @Nullable String reason, @Nullable String note, @Nullable String actor) {
        String because = note == null ? "asked for" + (actor == null ? "" : " by " + actor) : note;
        return new RuleProposals(event, List.of(new Proposal.MoveTo(to, reason, because)));
    }

    /** The definition's own move: what the stage says of a lead that no rule moved. */
    private Optional<Judge.Candidate> ownMove(Draft draft, LeadEvent fact) {
        Stage stage = lifecycle.stage(draft.lead().stage()).orElseThrow();
        Stage.Limit limit = stage.limit();
        if (fact instanceof TimerFired fired && fired.timer().equals(Moves.LIMIT) && limit != null) {
            return own(limit.then(), limit.reason(), "the limit of " + limit.after() + " is reached");
        }
        if (!(fact instanceof LeadEvaluated) || stage.otherwise() == null) {
            return Optional.empty();
        }
        List<String> missing = stage.waitsFor().stream()
                .filter(field -> !draft.lead().profile().has(field))
                .toList();
        boolean waiting = draft.lead().timer(Moves.WAIT).isPresent();
        if (!missing.isEmpty() && waiting) {
            return Optional.empty();
        }
        enactment.flag(draft, INCOMPLETE, !missing.isEmpty());
        String why = missing.isEmpty() ? "no rule moved it" : "no rule moved it and " + missing + " stayed missing";
        return own(stage.otherwise(), stage.otherwiseReason(), why);
    }

    private Optional<Judge.Candidate> own(String to, @Nullable String reason, String because) {
        RuleProposals of = new RuleProposals(Moves.LIFECYCLE, List.of(new Proposal.MoveTo(to, reason, because)));
        Stage stage = lifecycle.stage(to).orElseThrow();
        return Optional.of(new Judge.Candidate(of, stage, reason, null, because, Judge.Wish.LIFECYCLE));
    }

    private List<RuleProposals> carryOut(
            Draft draft, LeadEvent fact, List<RuleProposals> proposed, List<RuleProposals> sound, Ruled ruled) {
        Judge.Candidate winner = ruled.winner();
        List<Judge.Candidate> candidates = ruled.candidates();
        List<Judge.Candidate> agreeing = candidates.stream()
                .filter(c -> winner != null && c.to().equals(winner.to()))
                .toList();
        List<RuleProposals> kept = new ArrayList<>();
        List<RuleProposals> all = new ArrayList<>(proposed);
        candidates.stream()
                .map(Judge.Candidate::of)
                .filter(of -> !proposed.contains(of))
                .forEach(all::add);
        boolean leaves = winner != null && leaves(winner, draft.lead());
        for (RuleProposals of : all) {
            RuleRecord lost = lost(of, candidates, agreeing, ruled.refused(), winner);
            if (lost != null) {
                draft.record(lost);
            } else if (sound.contains(of) || agreeing.stream().anyMatch(c -> c.of().equals(of))) {
                kept.add(of);
            }
        }
        boolean passing = leaves && fact instanceof StageEntered;
        kept.forEach(of -> recordKept(draft, of, passing));
        kept.forEach(of -> enactAll(draft, fact, of, p -> p instanceof Proposal.Stop));
        if (winner != null) {
            move(draft, winner, agreeing, leaves);
        }
        kept.forEach(of -> enactAll(
                draft,
                fact,
                of,
                p -> !(p instanceof Proposal.Stop) && !(p instanceof Proposal.Move) && !(passing && isStart(p))));
        return kept;
    }

    private static @Nullable RuleRecord lost(
            RuleProposals of,
            List<Judge.Candidate> candidates,
            List<Judge.Candidate> agreeing,
            List<Judge.Refused> refused,
            Judge.@Nullable Candidate winner) {
        for (Judge.Refused refusal : refused) {
            if (refusal.of().equals(of)) {
                return new RuleRecord(of.rule(), of.proposals(), Ruling.REFUSED, refusal.why());
            }
        }
        boolean competed = candidates.stream().anyMatch(c -> c.of().equals(of));
        boolean agrees = agreeing.stream().anyMatch(c -> c.of().equals(of));
        if (winner != null && competed && !agrees) {
            String why =
                    winner.of().rule() + " moves the lead to " + winner.to().name();
            return new RuleRecord(of.rule(), of.proposals(), Ruling.OVERRULED, why);
        }
        return null;
    }

    private static boolean isStart(Proposal proposal) {
        return proposal instanceof Proposal.StartClock || proposal instanceof Proposal.StartTimer;
    }

    private static void recordKept(Draft draft, RuleProposals of, boolean passing) {
        List<Proposal> passed =
                passing ? of.proposals().stream().filter(Evaluation::isStart).toList() : List.of();
        List<Proposal> done =
                of.proposals().stream().filter(p -> !passed.contains(p)).toList();
        draft.record(new RuleRecord(of.rule(), done, Ruling.APPLIED, null));
        if (!passed.isEmpty()) {
            draft.record(new RuleRecord(
                    of.rule(), passed, Ruling.PASSED_THROUGH, "the same evaluation leaves the stage entered"));
        }
    }

    private void enactAll(Draft draft, LeadEvent fact, RuleProposals of, Predicate<Proposal> which) {
        for (Proposal proposal : of.proposals()) {
            if (which.test(proposal)) {
                String why = enactment.enact(draft, fact, of.rule(), proposal);
                if (why != null) {
                    draft.record(new RuleRecord(of.rule(), List.of(proposal), Ruling.REFUSED, why));
                }
            }
        }
    }

    private void move(Draft draft, Judge.Candidate winner, List<Judge.Candidate> agreeing, boolean leaves) {
        Judge.Candidate speaks = judge.withFirstReason(winner.to(), agreeing);
        String type = judge.mostUrgentType(agreeing);
        if (leaves) {
            moves.enter(draft, winner.to(), speaks.reason(), speaks.of().rule(), speaks.because());
        }
        String own = draft.lead().qualification().type();
        boolean retyped = false;
        if (type != null && !type.equals(own) && (leaves || judge.moreUrgent(type, own))) {
            draft.change(new Change.TypeSet(type));
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

    private void deriveFit(Draft draft, List<RuleProposals> kept) {
        List<Requirement> requirements = lifecycle.fitRequirements();
        if (requirements.isEmpty()) {
            return;
        }
        Lead lead = draft.lead();
        List<String> met = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        boolean fails = false;
        for (Requirement requirement : requirements) {
            List<String> unknown = requirement.fields().stream()
                    .filter(field -> !lead.profile().has(field))
                    .toList();
            boolean isMet = kept.stream()
                    .flatMap(of -> of.proposals().stream())
                    .anyMatch(p ->
                            p instanceof Proposal.Meets m && m.requirement().equals(requirement.name()));
            if (isMet) {
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
}
