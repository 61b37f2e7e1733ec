package io.leadlifecycle.definition;

import io.leadlifecycle.model.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The allowed moves by the stage left, in the order they were given. Immutable. */
final class Paths {
    private final Map<String, List<Path>> byStage = new HashMap<>();

    Paths(List<Path> paths) {
        paths.forEach(path ->
                byStage.computeIfAbsent(path.from(), from -> new ArrayList<>()).add(path));
        byStage.replaceAll((from, list) -> List.copyOf(list));
    }

    List<Path> from(String stage) {
        return byStage.getOrDefault(stage, List.of());
    }

    Optional<Path> path(String from, String to, Trigger trigger) {
        for (Path path : from(from)) {
            if (path.to().equals(to) && path.triggers().contains(trigger)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
