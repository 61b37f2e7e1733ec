package io.leadlifecycle.journal;

import io.leadlifecycle.rule.Proposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of what one rule proposed.
 *
 * @param rule the rule's name, or {@code lifecycle} for the definition's own moves
 * @param proposals what it proposed
 * @param ruling what became of it
 * @param why why it was refused or overruled, null when it was applied
 */
public record RuleRecord(
        String rule,
        List<Proposal> proposals,
        Ruling ruling,
        @Nullable String why) {
    /** What became of proposals. */
    public enum Ruling {
        /** Done. */
        APPLIED,
        /** Another move was stronger. */
        OVERRULED,
        /** Not allowed by the lifecycle. */
        REFUSED,
        /** Said already: one notice names all clocks that reach a milestone at one instant. */
        MERGED,
        /** Meant for a stage that the same evaluation left. */
        PASSED_THROUGH
    }

    /** Copies the list. */
    public RuleRecord {
        proposals = List.copyOf(proposals);
    }
}
