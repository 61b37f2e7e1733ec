package io.leadlifecycle.definition;

import io.leadlifecycle.model.Trigger;
import java.util.List;

/**
 * A move the lifecycle allows.
 *
 * @param from the stage left
 * @param to the stage entered
 * @param triggers who may cause it, in the order of {@link Trigger}
 * @param owner who answers for the transition: a role, team or person of the lifecycle, empty for nobody (S4: if
 *     nobody owns it, leads sit in limbo)
 * @param reasonRequired whether the move needs a reason even where the stage has no picklist
 */
public record Path(String from, String to, List<Trigger> triggers, String owner, boolean reasonRequired) {
    /** Sorts the triggers. */
    public Path {
        triggers = triggers.stream().sorted().distinct().toList();
    }
}
