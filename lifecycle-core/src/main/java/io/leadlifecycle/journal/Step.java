package io.leadlifecycle.journal;

import io.leadlifecycle.action.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation inside an entry: an event, what the rules made of it, and what changed.
 *
 * @param event the simple name of the event's type
 * @param about what it was about, such as the stage entered; empty when its name says all
 * @param rules what became of what the rules proposed
 * @param changes what changed: the event's own facts first
 * @param effects what the host carries out
 * @param note what else there is to say: not evaluated because passed through, or heard by no rule
 */
public record Step(
        String event,
        String about,
        List<RuleRecord> rules,
        List<Change> changes,
        List<Effect> effects,
        @Nullable String note) {
    /** Copies the lists. */
    public Step {
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
        effects = List.copyOf(effects);
    }
}
