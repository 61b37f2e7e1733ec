package io.leadlifecycle.definition;

import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.text.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Refuses stages that contradict themselves or each other. */
final class StageCheck {
    private final LifecycleContent draft;

    StageCheck(LifecycleContent draft) {
        this.draft = draft;
    }

    void check() {
        List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED).forEach(this::requireAtMostOne);
        requireOneQualifying();
        requireOwnApiNames();
        draft.stages.values().forEach(this::requireConsistent);
        Stage first = draft.stages.values().iterator().next();
        if (first.evaluates() && first.otherwise() == null) {
            throw new IllegalArgumentException("The first stage " + first.name()
                    + " evaluates and has no \"otherwise\": a lead that no rule moves would sit in limbo.");
        }
        requireWayBack();
    }

    private void requireAtMostOne(StageKind kind) {
        List<String> names = namesWhere(stage -> stage.kind() == kind);
        if (names.size() > 1) {
            throw new IllegalArgumentException("The lifecycle \"" + draft.name + "\" has " + names.size()
                    + " stages of kind " + kind + ": " + names + "; allowed is one.");
        }
    }

    private void requireOneQualifying() {
        List<String> names = namesWhere(Stage::qualifies);
        if (names.size() > 1) {
            throw new IllegalArgumentException("Several stages qualify: " + names + "; allowed is one.");
        }
    }

    private List<String> namesWhere(Predicate<Stage> condition) {
        return draft.stages.values().stream().filter(condition).map(Stage::name).toList();
    }

    private void requireOwnApiNames() {
        Map<String, String> taken = new HashMap<>();
        for (Stage stage : draft.stages.values()) {
            String apiName = stage.words().apiName();
            String earlier = taken.putIfAbsent(apiName, stage.name());
            if (earlier != null) {
                throw new IllegalArgumentException("The api name \"" + apiName + "\" of the stage " + stage.name()
                        + " is also that of the stage \"" + earlier + "\"; allowed is once.");
            }
        }
    }

    private void requireConsistent(Stage stage) {
        String of = "The stage " + stage.name();
        boolean waits = !stage.waitsFor().isEmpty();
        if (waits != (stage.atMost() != null)) {
            throw new IllegalArgumentException(of + " has \"" + (waits ? "waits for" : "at most")
                    + "\" alone; it needs one of [\"waits for\" with \"at most\", neither].");
        }
        if (stage.otherwise() != null) {
            requireTarget(of, "\"otherwise\"", stage.otherwise(), stage.otherwiseReason());
            if (!stage.evaluates()) {
                throw new IllegalArgumentException(of + " has \"otherwise\" and does not evaluate.");
            }
        }
        if (waits && stage.otherwise() == null) {
            throw new IllegalArgumentException(of + " waits for " + stage.waitsFor() + " and has no \"otherwise\".");
        }
        if (stage.picklist() != null) {
            LifecycleCheck.known(
                    stage.picklist(), draft.picklists.keySet(), of + " takes its reasons from the picklist");
        }
        requireLimit(stage, of);
    }

    private void requireLimit(Stage stage, String of) {
        Stage.Limit limit = stage.limit();
        if (stage.kind() == StageKind.DISQUALIFIED && (limit != null || stage.otherwise() != null)) {
            throw new IllegalArgumentException(of + " is DISQUALIFIED and has "
                    + (limit != null ? "a limit" : "\"otherwise\"")
                    + ": a lead that is finally disqualified comes back by Reinstated only.");
        }
        if (limit != null) {
            requireTarget(of, "a limit", limit.then(), limit.reason());
        }
        boolean dispositioned = limit != null
                && List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED).contains(kindOf(limit.then()));
        if (stage.kind() == StageKind.LOST && !dispositioned) {
            throw new IllegalArgumentException(
                    of + " is LOST and has no limit that recycles or disqualifies: lost leads would become zombies.");
        }
    }

    private @Nullable StageKind kindOf(String stage) {
        Stage known = draft.stages.get(stage);
        return known == null ? null : known.kind();
    }

    private void requireTarget(String of, String what, String target, @Nullable String reason) {
        LifecycleCheck.known(target, draft.stages.keySet(), of + " has " + what + " that leads to");
        if (of.equals("The stage " + target)) {
            throw new IllegalArgumentException(of + " has " + what + " that leads to itself; it needs another stage.");
        }
        requireReason(of + " has " + what, target, reason);
    }

    private void requireReason(String what, String target, @Nullable String reason) {
        Stage to = draft.stages.get(target);
        String list = to == null ? null : to.picklist();
        if (list == null) {
            if (reason != null) {
                LifecycleCheck.known(
                        reason, draft.reasons.keySet(), what + " leading to " + target + " with the reason");
            }
            return;
        }
        List<String> allowed = draft.picklists.getOrDefault(list, List.of());
        if (reason == null || !allowed.contains(reason)) {
            String given = reason == null ? "no reason" : "the reason \"" + reason + "\"";
            throw new IllegalArgumentException(what + " leading to " + target + " with " + given + "; it needs one of "
                    + Suggestion.allowed(reason == null ? "" : reason, allowed));
        }
    }

    private void requireWayBack() {
        List<String> disqualified = namesWhere(stage -> stage.kind() == StageKind.DISQUALIFIED);
        if (draft.reinstateTo == null && !disqualified.isEmpty()) {
            throw new IllegalArgumentException(
                    "The stage " + disqualified.get(0) + " does not say where a reinstated lead goes.");
        }
        if (draft.reinstateTo != null) {
            LifecycleCheck.known(draft.reinstateTo, draft.stages.keySet(), "A reinstated lead goes to the stage");
            requireReason("A reinstated lead takes the way", draft.reinstateTo, null);
            disqualified.forEach(this::requireWayBackWithoutReason);
        }
    }

    private void requireWayBackWithoutReason(String disqualified) {
        boolean needsReason = draft.paths.stream()
                .anyMatch(path -> path.reasonRequired()
                        && path.from().equals(disqualified)
                        && path.to().equals(draft.reinstateTo)
                        && path.triggers().contains(Trigger.MANUAL));
        if (needsReason) {
            throw new IllegalArgumentException("A reinstated lead takes the path from " + disqualified + " to "
                    + draft.reinstateTo + " by MANUAL, which needs a reason, and Reinstated has none.");
        }
    }
}
