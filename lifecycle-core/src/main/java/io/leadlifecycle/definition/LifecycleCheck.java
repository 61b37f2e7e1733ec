package io.leadlifecycle.definition;

import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.text.Suggestion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what does not fit together in a lifecycle, and says what was allowed. */
final class LifecycleCheck {
    private final LifecycleBuilder draft;

    LifecycleCheck(LifecycleBuilder draft) {
        this.draft = draft;
    }

    void check() {
        if (draft.stages.isEmpty()) {
            throw new IllegalArgumentException("The lifecycle \"" + draft.name + "\" has no stage.");
        }
        List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED).forEach(this::requireAtMostOne);
        requireOneQualifying();
        draft.stages.values().forEach(this::requireConsistent);
        Stage first = draft.stages.values().iterator().next();
        if (first.evaluates() && first.otherwise() == null) {
            throw new IllegalArgumentException("The first stage " + first.name()
                    + " evaluates and has no \"otherwise\": a lead that no rule moves would sit in limbo.");
        }
        draft.picklists.forEach((list, names) -> names.forEach(
                reason -> known(reason, draft.reasons.keySet(), "The picklist \"" + list + "\" has the reason")));
        requireWayBack();
        draft.paths.forEach(path -> {
            known(path.from(), draft.stages.keySet(), "A path starts at the stage");
            known(path.to(), draft.stages.keySet(), "A path leads to the stage");
        });
        if (draft.gate != null) {
            known(draft.gate, draft.checklists.keySet(), "The gate is the checklist");
        }
    }

    private void requireAtMostOne(StageKind kind) {
        List<String> names = namesWhere(kind);
        if (names.size() > 1) {
            throw new IllegalArgumentException("The lifecycle \"" + draft.name + "\" has " + names.size()
                    + " stages of kind " + kind + ": " + names + "; allowed is one.");
        }
    }

    private void requireOneQualifying() {
        List<String> names = draft.stages.values().stream()
                .filter(Stage::qualifies)
                .map(Stage::name)
                .toList();
        if (names.size() > 1) {
            throw new IllegalArgumentException("Several stages qualify: " + names + "; allowed is one.");
        }
    }

    private List<String> namesWhere(StageKind kind) {
        return draft.stages.values().stream()
                .filter(s -> s.kind() == kind)
                .map(Stage::name)
                .toList();
    }

    private void requireConsistent(Stage stage) {
        String of = "The stage " + stage.name();
        if (stage.otherwise() != null) {
            known(stage.otherwise(), draft.stages.keySet(), of + " has \"otherwise\"");
            requireReason(of + " has \"otherwise\"", stage.otherwise(), stage.otherwiseReason());
            if (!stage.evaluates()) {
                throw new IllegalArgumentException(of + " has \"otherwise\" and does not evaluate.");
            }
        }
        if (stage.atMost() != null && stage.otherwise() == null) {
            throw new IllegalArgumentException(of + " waits for " + stage.waitsFor() + " and has no \"otherwise\".");
        }
        if (stage.picklist() != null) {
            known(stage.picklist(), draft.picklists.keySet(), of + " takes its reasons from the picklist");
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
            known(limit.then(), draft.stages.keySet(), of + " has a limit that leads to");
            requireReason(of + " has a limit", limit.then(), limit.reason());
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

    private void requireReason(String what, String target, @Nullable String reason) {
        Stage to = draft.stages.get(target);
        String list = to == null ? null : to.picklist();
        if (list == null) {
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
        List<String> disqualified = namesWhere(StageKind.DISQUALIFIED);
        if (draft.reinstateTo == null && !disqualified.isEmpty()) {
            throw new IllegalArgumentException(
                    "The stage " + disqualified.get(0) + " does not say where a reinstated lead goes.");
        }
        if (draft.reinstateTo != null) {
            known(draft.reinstateTo, draft.stages.keySet(), "A reinstated lead goes to the stage");
            requireReason("A reinstated lead takes the way", draft.reinstateTo, null);
        }
    }

    private static void known(String given, Collection<String> allowed, String what) {
        if (!allowed.contains(given)) {
            throw new IllegalArgumentException(
                    what + " \"" + given + "\", allowed are " + Suggestion.allowed(given, allowed));
        }
    }
}
