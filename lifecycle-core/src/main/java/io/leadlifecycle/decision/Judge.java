package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleProposals;
import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges the moves of one evaluation: illegal ones are refused and do not compete; a disqualification beats what a
 * person asked for, that beats recycling, that beats the stage furthest along the lifecycle; the definition's own move
 * comes last.
 */
final class Judge {
    /** Who wants a move; the order is the strength of the wish. */
    enum Wish {
        LIFECYCLE,
        RULE,
        RECYCLE,
        PERSON,
        DISQUALIFY
    }

    /** Who asks for a move: for each the lifecycle allows something else. */
    enum Asker {
        RULE,
        PERSON,
        REINSTATEMENT
    }

    /**
     * A legal move.
     *
     * @param of whose proposals it belongs to
     * @param to the stage
     * @param reason the reason, aliases resolved
     * @param type the lead type
     * @param because why
     * @param wish how strong it is
     */
    record Candidate(
            RuleProposals of,
            Stage to,
            @Nullable String reason,
            @Nullable String type,
            @Nullable String because,
            Wish wish) {}

    private final Lifecycle lifecycle;

    Judge(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Reads the move of a rule or a person: a legal one is a candidate, an illegal one is refused with its rule. */
    Evaluation.Hearing hear(RuleProposals of, Lead lead, Trigger trigger, Asker asker) {
        Proposal.Move move = null;
        for (Proposal proposal : of.proposals()) {
            if (proposal instanceof Proposal.Move next) {
                if (move != null) {
                    return refused(of, "a rule moves a lead at most once, this one proposes " + move + " and " + next);
                }
                move = next;
            }
        }
        if (move == null) {
            return new Evaluation.Hearing(of, null, null);
        }
        List<String> problems = new ArrayList<>();
        Candidate candidate = read(of, move, asker != Asker.RULE, problems);
        if (candidate == null) {
            return refused(of, String.join("; ", problems));
        }
        String because = move.because();
        if (because == null || because.isBlank()) {
            return refused(of, "a move needs its \"because\"");
        }
        String illegal = illegal(candidate, lead, trigger, asker);
        return illegal == null ? new Evaluation.Hearing(of, candidate, null) : refused(of, illegal);
    }

    private static Evaluation.Hearing refused(RuleProposals of, String why) {
        return new Evaluation.Hearing(of, null, why);
    }

    private @Nullable Candidate read(RuleProposals of, Proposal.Move move, boolean byPerson, List<String> problems) {
        if (move instanceof Proposal.QualifyAs qualify) {
            String problem = unknown("lead type", qualify.type(), lifecycle.types());
            if (problem != null) {
                problems.add(problem);
                return null;
            }
            return to(of, lifecycle.qualifyingStage(), "qualifies", null, qualify.type(), move, byPerson, problems);
        }
        if (move instanceof Proposal.Recycle recycle) {
            return to(
                    of,
                    lifecycle.stageOf(StageKind.RECYCLED),
                    "recycles",
                    recycle.reason(),
                    null,
                    move,
                    byPerson,
                    problems);
        }
        if (move instanceof Proposal.Disqualify disqualify) {
            return to(
                    of,
                    lifecycle.stageOf(StageKind.DISQUALIFIED),
                    "disqualifies",
                    disqualify.reason(),
                    null,
                    move,
                    byPerson,
                    problems);
        }
        Proposal.MoveTo moveTo = (Proposal.MoveTo) move;
        String problem = unknown("stage", moveTo.stage(), lifecycle.stageNames());
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        return to(of, lifecycle.stage(moveTo.stage()), "", moveTo.reason(), null, move, byPerson, problems);
    }

    /** What is wrong with a name, null when nothing is; a rule may pass on one that nobody gave. */
    static @Nullable String unknown(String what, @Nullable String name, Collection<String> known) {
        if (name == null) {
            return "the " + what + " is missing, allowed are " + known;
        }
        return known.stream().anyMatch(name::equals)
                ? null
                : "the " + what + " \"" + name + "\" is not one of " + Suggestion.allowed(name, known);
    }

    private @Nullable Candidate to(
            RuleProposals of,
            Optional<Stage> stage,
            String verb,
            @Nullable String reason,
            @Nullable String type,
            Proposal.Move move,
            boolean byPerson,
            List<String> problems) {
        if (stage.isEmpty()) {
            problems.add("no stage of this lifecycle " + verb);
            return null;
        }
        return new Candidate(
                of,
                stage.get(),
                resolved(reason),
                type,
                move.because(),
                wish(stage.get().kind(), byPerson));
    }

    private @Nullable String resolved(@Nullable String reason) {
        return reason == null
                ? null
                : lifecycle.reason(reason).map(Reason::name).orElse(reason);
    }

    private static Wish wish(StageKind kind, boolean byPerson) {
        if (kind == StageKind.DISQUALIFIED) {
            return Wish.DISQUALIFY;
        }
        if (byPerson) {
            return Wish.PERSON;
        }
        return kind == StageKind.RECYCLED ? Wish.RECYCLE : Wish.RULE;
    }

    /** Why a move is not allowed, null when it is. */
    private @Nullable String illegal(Candidate move, Lead lead, Trigger trigger, Asker asker) {
        String from = lead.stage();
        String to = move.to().name();
        if (lead.marks().mergedInto() != null) {
            return "the lead was merged into " + lead.marks().mergedInto() + " and moves no more";
        }
        if (from.equals(to)) {
            return move.type() != null ? null : "the lead stands in " + to + " already";
        }
        if (lead.journey().finallyDisqualified() && asker != Asker.REINSTATEMENT) {
            return "the lead is disqualified for the final reason \""
                    + lead.journey().reason() + "\"; only Reinstated brings it back";
        }
        Path path = lifecycle.path(from, to, trigger).orElse(null);
        if (path != null) {
            return reasonProblem(move, path, asker);
        }
        String why = lifecycle.goesBack(from, to)
                ? "leads of this lifecycle go forward only, and " + to + " comes before " + from
                : "no " + trigger + " path leads from " + from + " to " + to;
        return asker == Asker.RULE ? why + allowed(from, ways(from)) : why;
    }

    private @Nullable String reasonProblem(Candidate move, Path path, Asker asker) {
        String list = move.to().picklist();
        String reason = move.reason();
        if (list == null && !path.reasonRequired()) {
            return asker == Asker.RULE || reason == null
                    ? null
                    : "the stage " + path.to() + " takes no reason, \"" + reason
                            + "\" is given; words belong in the note";
        }
        List<String> known = list == null ? namesOfReasons() : lifecycle.picklist(list);
        List<String> allowed = asker == Asker.RULE
                ? known
                : known.stream().filter(name -> !isForRules(name)).toList();
        if (reason == null || !known.contains(reason)) {
            String needs = list == null
                    ? "the path from " + path.from() + " to " + path.to() + " needs a reason of the lifecycle, "
                    : "the stage " + path.to() + " needs a reason of its picklist, ";
            return needs + (reason == null ? "none is given" : "\"" + reason + "\" is not one") + ": "
                    + Suggestion.allowed(reason == null ? "" : reason, allowed);
        }
        if (!allowed.contains(reason)) {
            return "only rules give the reason \"" + reason + "\"; a person gives one of " + allowed;
        }
        return dispositionProblem(move.to().kind(), reason);
    }

    private List<String> namesOfReasons() {
        return lifecycle.reasons().stream().map(Reason::name).toList();
    }

    private boolean isForRules(String reason) {
        return lifecycle.reason(reason).map(Reason::rulesOnly).orElse(false);
    }

    private @Nullable String dispositionProblem(StageKind kind, String reason) {
        Disposition disposition =
                lifecycle.reason(reason).map(Reason::disposition).orElse(Disposition.CHOSEN);
        boolean contradicts = (kind == StageKind.RECYCLED && disposition == Disposition.DISQUALIFY)
                || (kind == StageKind.DISQUALIFIED && disposition == Disposition.RECYCLE);
        return contradicts ? "the reason \"" + reason + "\" says " + disposition : null;
    }

    /** The end of what a person is told: where one may ask the lead to go from where it stands. */
    String allowedByHand(Lead lead) {
        String from = lead.stage();
        if (lead.marks().mergedInto() != null) {
            return allowed(from, List.of());
        }
        if (lead.journey().finallyDisqualified()) {
            return allowed(
                    from,
                    lifecycle.reinstateTo().stream()
                            .map(to -> to + " by Reinstated")
                            .toList());
        }
        return allowed(from, waysBy(Trigger.MANUAL, from));
    }

    private static String allowed(String from, List<String> ways) {
        return ways.isEmpty() ? "; no move is allowed from " + from : "; allowed from " + from + " are " + ways;
    }

    private List<String> waysBy(Trigger trigger, String from) {
        return lifecycle.pathsFrom(from).stream()
                .filter(path -> path.triggers().contains(trigger))
                .map(Path::to)
                .distinct()
                .toList();
    }

    /** Each stage once, with all triggers that lead there. */
    private List<String> ways(String from) {
        Map<String, SortedSet<Trigger>> triggers = new LinkedHashMap<>();
        lifecycle
                .pathsFrom(from)
                .forEach(path -> triggers.computeIfAbsent(path.to(), to -> new TreeSet<>())
                        .addAll(path.triggers()));
        return triggers.entrySet().stream()
                .map(way -> way.getKey() + " " + way.getValue())
                .toList();
    }

    /** The strongest of the legal moves, null when there is none. */
    @Nullable
    Candidate winner(List<Evaluation.Hearing> hearings) {
        Candidate best = null;
        for (Evaluation.Hearing hearing : hearings) {
            Candidate next = hearing.candidate;
            if (next != null && (best == null || isStronger(next, best))) {
                best = next;
            }
        }
        return best;
    }

    private boolean isStronger(Candidate a, Candidate b) {
        int order = a.wish().compareTo(b.wish());
        return order > 0 || (order == 0 && lifecycle.place(a.to().name()) > lifecycle.place(b.to().name()));
    }

    /** Of several reasons for one stage, the one first in its picklist. */
    Candidate withFirstReason(Stage to, List<Candidate> agreeing) {
        List<String> list = to.picklist() == null ? List.of() : lifecycle.picklist(to.picklist());
        return agreeing.stream()
                .min(Comparator.comparingInt(c -> rank(list, c.reason())))
                .orElseThrow();
    }

    /** The most urgent type, null when nobody names one. */
    @Nullable
    String mostUrgentType(List<Candidate> agreeing) {
        return agreeing.stream()
                .map(Candidate::type)
                .filter(type -> type != null)
                .min(Comparator.comparingInt(type -> rank(lifecycle.types(), type)))
                .orElse(null);
    }

    /** Why it is of that type. */
    @Nullable
    String reasonFor(String type, List<Candidate> agreeing) {
        return agreeing.stream()
                .filter(candidate -> type.equals(candidate.type()))
                .map(Candidate::because)
                .findFirst()
                .orElse(null);
    }

    boolean moreUrgent(String type, @Nullable String than) {
        return rank(lifecycle.types(), type) < rank(lifecycle.types(), than);
    }

    private static int rank(List<String> list, @Nullable String name) {
        int place = name == null ? -1 : list.indexOf(name);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
