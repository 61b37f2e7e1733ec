package io.leadlifecycle.definition;

import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.StageKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stages in lifecycle order, by name and by old status, and the paths between them. Immutable. */
final class Stages {
    private static final Set<StageKind> ON_THE_WAY = EnumSet.of(StageKind.OPEN, StageKind.WON);

    final Paths paths;
    private final Map<String, Stage> byName;
    private final Map<String, Integer> order = new HashMap<>();
    private final Statuses statuses;

    Stages(LifecycleContent content) {
        byName = content.stages;
        byName.keySet().forEach(stage -> order.put(stage, order.size()));
        paths = new Paths(content.paths);
        statuses = new Statuses(content.statuses);
    }

    List<Stage> all() {
        return List.copyOf(byName.values());
    }

    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    Stage first() {
        return byName.values().iterator().next();
    }

    Optional<Stage> stage(String stage) {
        return Optional.ofNullable(byName.get(stage));
    }

    Optional<String> ofStatus(String statusOrStage) {
        return byName.containsKey(statusOrStage) ? Optional.of(statusOrStage) : statuses.stageOf(statusOrStage);
    }

    int place(String stage) {
        return order.getOrDefault(stage, -1);
    }

    Direction direction(String from, String to) {
        if (!isOnTheWay(to)) {
            return Direction.OUT;
        }
        if (!isOnTheWay(from)) {
            return Direction.IN;
        }
        return place(to) < place(from) ? Direction.BACK : Direction.FORWARD;
    }

    private boolean isOnTheWay(String stage) {
        return stage(stage).map(Stage::kind).filter(ON_THE_WAY::contains).isPresent();
    }

    Optional<Stage> of(StageKind kind) {
        return byName.values().stream().filter(stage -> stage.kind() == kind).findFirst();
    }

    Optional<Stage> qualifying() {
        return byName.values().stream().filter(Stage::qualifies).findFirst();
    }
}
