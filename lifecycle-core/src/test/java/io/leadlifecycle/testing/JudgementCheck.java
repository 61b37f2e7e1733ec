package io.leadlifecycle.testing;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.rule.Proposal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of several moves the strongest won, and a rule is whole: one that was refused or overruled did nothing.
 */
final class JudgementCheck implements Check {
    private static final Set<String> PERSONS = Set.of("StageChangeRequested", "Reinstated");

    private final Lifecycle lifecycle;

    JudgementCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void step(Of<Step> of, Findings findings) {
        long moves = of.it().changes().stream()
                .filter(change ->
                        change instanceof Change.StageMoved move && !move.from().isEmpty())
                .count();
        findings.require(moves <= 1, "one evaluation moves the lead " + moves + " times");
        for (RuleRecord record : of.it().rules()) {
            target(record).ifPresent(target -> compare(of, record, target, findings));
        }
        whole(of, findings);
    }

    private void compare(Of<Step> of, RuleRecord record, Stage target, Findings findings) {
        String stood = of.before().stage();
        String stands = of.after().stage();
        if (record.ruling() == Ruling.APPLIED) {
            findings.require(
                    target.name().equals(stands),
                    record.rule() + " wants " + target.name() + ", is applied, and the lead stands in " + stands);
        } else if (record.ruling() == Ruling.OVERRULED) {
            int lost = strength(target.kind(), PERSONS.contains(record.rule()));
            int won = strength(
                    lifecycle.stage(stands).map(Stage::kind).orElse(StageKind.OPEN),
                    of.it().rules().stream()
                            .anyMatch(other -> other.ruling() == Ruling.APPLIED && PERSONS.contains(other.rule())));
            boolean stays = target.name().equals(stood);
            boolean further = lifecycle.place(stands) >= lifecycle.place(target.name());
            findings.require(
                    stays || won > lost || (won == lost && further),
                    record.rule() + " wants " + target.name() + " and loses to the weaker " + stands);
        }
    }

    private static int strength(StageKind kind, boolean person) {
        if (kind == StageKind.DISQUALIFIED) {
            return 3;
        }
        if (person) {
            return 2;
        }
        return kind == StageKind.RECYCLED ? 1 : 0;
    }

    private Optional<Stage> target(RuleRecord record) {
        return record.proposals().stream()
                .filter(proposal -> proposal instanceof Proposal.Move)
                .findFirst()
                .flatMap(this::target);
    }

    private Optional<Stage> target(Proposal move) {
        if (move instanceof Proposal.QualifyAs) {
            return lifecycle.qualifyingStage();
        }
        if (move instanceof Proposal.Recycle) {
            return lifecycle.stageOf(StageKind.RECYCLED);
        }
        if (move instanceof Proposal.Disqualify) {
            return lifecycle.stageOf(StageKind.DISQUALIFIED);
        }
        return move instanceof Proposal.MoveTo to && to.stage() != null
                ? lifecycle.stage(to.stage())
                : Optional.empty();
    }

    private static void whole(Of<Step> of, Findings findings) {
        Set<String> applied = of.it().rules().stream()
                .filter(record -> record.ruling() == Ruling.APPLIED || record.ruling() == Ruling.PASSED_THROUGH)
                .map(RuleRecord::rule)
                .collect(Collectors.toSet());
        for (RuleRecord record : of.it().rules()) {
            if (!applied.contains(record.rule())) {
                did(of.it(), record.rule())
                        .ifPresent(what -> findings.add(
                                record.rule() + " is " + record.ruling() + " and did something all the same: " + what));
            }
        }
    }

    private static Optional<String> did(Step step, String rule) {
        Optional<String> effect = step.effects().stream()
                .filter(made -> made.rule().equals(rule) && !isAnswer(step, made))
                .map(Effect::toString)
                .findFirst();
        Optional<String> change = step.changes().stream()
                .filter(made -> madeBy(made, rule))
                .map(Change::toString)
                .findFirst();
        return effect.or(() -> change);
    }

    /** The owner that a rule asked for earlier, drawn since, or what it wanted told and the office is open now. */
    private static boolean isAnswer(Step step, Effect effect) {
        boolean told = step.event().equals("NoticeDue") && effect instanceof Effect.Tell;
        return told || (step.event().equals("LeadAssigned") && effect instanceof Effect.Assign);
    }

    private static boolean madeBy(Change change, String rule) {
        if (change instanceof Change.StageMoved move) {
            return move.rule().equals(rule);
        }
        return change instanceof AgendaChange.ClockSet set
                && set.turn() == AgendaChange.ClockTurn.STARTED
                && set.clock().rule().equals(rule);
    }
}
