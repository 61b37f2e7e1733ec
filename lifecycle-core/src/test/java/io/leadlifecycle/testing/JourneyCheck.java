package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recycles;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every move took an allowed path with a reason of the picklist; stamps, entries and recycles equal the journal. */
final class JourneyCheck implements Check {
    private static final List<StageKind> BESIDE = List.of(StageKind.LOST, StageKind.RECYCLED, StageKind.DISQUALIFIED);
    private static final Set<String> DUE = Set.of("NoticeDue", "SlaReached", "TimerFired");

    private final Lifecycle lifecycle;
    private final Map<String, Visits> visits = new TreeMap<>();
    private int recycles;
    private @Nullable Instant recycledAt;
    private @Nullable String recycledFor;

    JourneyCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    private record Visits(Instant first, Instant latest, int count) {
        Visits again(Instant at) {
            return new Visits(first, at, count + 1);
        }

        Visits and(Visits other) {
            Instant from = other.first.isBefore(first) ? other.first : first;
            Instant to = other.latest.isAfter(latest) ? other.latest : latest;
            return new Visits(from, to, count + other.count);
        }

        Visits completedBy(Visits other) {
            Instant from = other.first.isBefore(first) ? other.first : first;
            Instant to = other.latest.isAfter(latest) ? other.latest : latest;
            int most = Math.max(count, other.count);
            return new Visits(from, to, from.isBefore(to) ? Math.max(2, most) : most);
        }
    }

    @Override
    public void change(Of<Change> of, Findings findings) {
        if (of.it() instanceof Change.StageMoved move) {
            Stage to = lifecycle.stage(move.to()).orElse(null);
            if (to == null) {
                findings.add("it enters the stage " + move.to() + ", which the lifecycle lacks");
                return;
            }
            path(of, move, findings);
            reason(to, move, findings);
            findings.require(move.kind() == to.kind(), "the stage " + to.name() + " is entered as " + move.kind());
            findings.require(move.at().equals(of.entry().at()), "a move happens at another instant than its entry");
            findings.require(
                    move.direction() == direction(move.from(), to),
                    "the move from " + move.from() + " to " + to.name() + " goes " + move.direction());
            count(move);
            recycled(of, move, findings);
        }
        if (of.it() instanceof Change.Imported imported) {
            count(imported.data());
        }
        if (of.it() instanceof MergeChange.JourneyAbsorbed absorbed) {
            count(absorbed.data());
        }
    }

    /** Only entering RECYCLED says where it came from and what its score was. */
    private static void recycled(Of<Change> of, Change.StageMoved move, Findings findings) {
        Recycles then = of.after().journey().recycles();
        if (move.kind() != StageKind.RECYCLED) {
            findings.require(
                    then.equals(of.before().journey().recycles()),
                    "entering " + move.to() + " changes the recycles to " + then);
            return;
        }
        findings.require(
                move.from().equals(then.fromStage()), "it is recycled from " + move.from() + " and says " + then);
        long score = of.before().qualification().score();
        findings.require(then.scoreThen() == score, "it is recycled with the score " + score + " and says " + then);
    }

    private void count(Absorption data) {
        data.stamps()
                .forEach(stamps -> visits.merge(
                        stamps.name(), new Visits(stamps.first(), stamps.latest(), stamps.entries()), Visits::and));
        Recycles brought = data.recycles();
        recycles += brought.count();
        Instant at = brought.lastAt();
        if (at != null && (recycledAt == null || at.isAfter(recycledAt))) {
            recycledAt = at;
            recycledFor = brought.lastReason();
        }
    }

    private void count(Import data) {
        data.stamps()
                .forEach(stamps -> visits.merge(
                        stamps.name(),
                        new Visits(stamps.first(), stamps.latest(), stamps.entries()),
                        Visits::completedBy));
        if (data.begins() && data.kind() == StageKind.RECYCLED) {
            recycledFor = data.reason();
        }
        Visits known = data.recycled() == null ? null : visits.get(data.recycled());
        if (known != null) {
            boolean elsewhere = !data.stage().equals(data.recycled());
            boolean news = !known.latest().equals(recycledAt);
            recycles = known.count();
            recycledAt = known.latest();
            recycledFor = elsewhere && news ? null : recycledFor;
        }
    }

    private void path(Of<Change> of, Change.StageMoved move, Findings findings) {
        String from = of.before().stage();
        String what = "the move from " + from + " to " + move.to();
        findings.require(move.from().equals(from), what + " claims to start at " + move.from());
        if (from.isEmpty()) {
            findings.require(move.to().equals(lifecycle.first().name()), "the lead begins in " + move.to());
            return;
        }
        boolean timed = of.entry().raised() && DUE.contains(of.entry().event());
        findings.require(
                timed == (move.trigger() == Trigger.TIMED), what + " is " + move.trigger() + " in such an entry");
        findings.require(
                lifecycle.path(from, move.to(), move.trigger()).isPresent(),
                what + " has no " + move.trigger() + " path");
        boolean leavesForGood = of.before().journey().finallyDisqualified();
        findings.require(
                !leavesForGood || of.entry().event().equals("Reinstated"),
                what + " takes a finally disqualified lead back without Reinstated");
    }

    private Direction direction(String left, Stage to) {
        Stage from = lifecycle.stage(left).orElse(null);
        if (BESIDE.contains(to.kind())) {
            return Direction.OUT;
        }
        if (from == null || BESIDE.contains(from.kind())) {
            return Direction.IN;
        }
        List<Stage> order = lifecycle.stages();
        return order.indexOf(to) > order.indexOf(from) ? Direction.FORWARD : Direction.BACK;
    }

    private void reason(Stage to, Change.StageMoved move, Findings findings) {
        String list = to.picklist();
        String reason = move.reason();
        Reason known = reason == null ? null : lifecycle.reason(reason).orElse(null);
        boolean byPerson = move.rule().equals("StageChangeRequested");
        findings.require(
                !byPerson || (reason == null) == (known == null),
                "a person moves it to " + to.name() + " with the unknown reason \"" + reason + "\"");
        findings.require(
                !byPerson || known == null || !known.rulesOnly(),
                "a person moves it to " + to.name() + " with \"" + reason + "\", which only rules give");
        if (list != null) {
            findings.require(
                    reason != null && lifecycle.picklist(list).contains(reason),
                    to.name() + " is entered with the reason \"" + reason + "\", which is not in \"" + list + "\"");
        } else if (lifecycle
                .path(move.from(), move.to(), move.trigger())
                .map(Path::reasonRequired)
                .orElse(false)) {
            findings.require(known != null, "the path to " + to.name() + " is taken without a reason");
        }
        boolean isFinal = known != null && known.isFinal();
        findings.require(isFinal == move.finalReason(), "the reason \"" + reason + "\" is wrong about being final");
    }

    private void count(Change.StageMoved move) {
        visits.merge(move.to(), new Visits(move.at(), move.at(), 1), (known, fresh) -> known.again(move.at()));
        if (move.kind() == StageKind.RECYCLED) {
            recycles++;
            recycledAt = move.at();
            recycledFor = move.reason();
        }
    }

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        Lead lead = of.after();
        findings.require(
                lifecycle.stage(lead.stage()).isPresent(), "the lead stands in \"" + lead.stage() + "\" afterwards");
        findings.require(
                lead.journey().stamps().size() == visits.size(),
                "stamps of "
                        + lead.journey().stamps().stream()
                                .map(StageStamps::name)
                                .toList() + ", but it entered " + visits.keySet());
        for (StageStamps stamps : lead.journey().stamps()) {
            Visits known = visits.get(stamps.name());
            findings.require(
                    known != null && known.equals(new Visits(stamps.first(), stamps.latest(), stamps.entries())),
                    "the stamps " + stamps + " contradict the journal's " + known);
            findings.require(!stamps.finished().isNegative(), "negative time in " + stamps.name());
        }
        findings.require(
                lead.journey().recycles().count() == recycles
                        && Objects.equals(lead.journey().recycles().lastAt(), recycledAt)
                        && Objects.equals(lead.journey().recycles().lastReason(), recycledFor),
                "the recycles " + lead.journey().recycles() + " contradict the journal's " + recycles + " at "
                        + recycledAt + " for " + recycledFor);
    }
}
