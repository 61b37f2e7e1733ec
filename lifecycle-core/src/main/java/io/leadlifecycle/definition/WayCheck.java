package io.leadlifecycle.definition;

import io.leadlifecycle.model.StageKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Refuses stages that no lead comes to and open ones that no lead leaves. */
final class WayCheck {
    private final LifecycleContent draft;

    WayCheck(LifecycleContent draft) {
        this.draft = draft;
    }

    void check() {
        String first = draft.stages.keySet().iterator().next();
        Set<String> reached = reachedFrom(first);
        for (Stage stage : draft.stages.values()) {
            if (!reached.contains(stage.name())) {
                throw new IllegalArgumentException(
                        "The stage " + stage.name() + " is reached by no way from " + first
                                + "; it needs one of [a path, an \"otherwise\", a limit, a \"reinstate to\"] that leads to it.");
            }
            if (stage.kind() == StageKind.OPEN && isDeadEnd(stage)) {
                throw new IllegalArgumentException("The stage " + stage.name() + " is OPEN and has no way out; it needs"
                        + " one of [a path, an \"otherwise\", a limit] that leads to another stage.");
            }
        }
    }

    private boolean isDeadEnd(Stage stage) {
        return draft.paths.stream().noneMatch(path -> path.from().equals(stage.name()));
    }

    private Set<String> reachedFrom(String first) {
        Set<String> reached = new LinkedHashSet<>(Set.of(first));
        Deque<String> toVisit = new ArrayDeque<>(reached);
        while (!toVisit.isEmpty()) {
            String from = toVisit.remove();
            draft.paths.stream()
                    .filter(path -> path.from().equals(from) && reached.add(path.to()))
                    .forEach(path -> toVisit.add(path.to()));
        }
        return reached;
    }
}
