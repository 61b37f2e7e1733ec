package io.leadlifecycle.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What old status values mean. Immutable. */
final class Statuses {
    private final Map<String, String> stages = new HashMap<>();

    Statuses(Map<String, String> stagesByStatus) {
        stagesByStatus.forEach((status, stage) -> stages.put(Given.normal(status), stage));
    }

    Optional<String> stageOf(String status) {
        return Optional.ofNullable(stages.get(Given.normal(status)));
    }
}
