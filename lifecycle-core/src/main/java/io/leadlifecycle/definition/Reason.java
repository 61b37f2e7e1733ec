package io.leadlifecycle.definition;

import java.util.List;

/**
 * Why a lead is handed back, lost, recycled or disqualified.
 *
 * @param name the reason
 * @param disposition what it does with the lead
 * @param isFinal whether a lead disqualified for it comes back by {@code Reinstated} only
 * @param aliases other names for it that events may use
 * @param rulesOnly whether only rules give it; a person who asks for it is refused, old data may bring it
 */
public record Reason(String name, Disposition disposition, boolean isFinal, List<String> aliases, boolean rulesOnly) {
    /** Copies the list. */
    public Reason {
        aliases = List.copyOf(aliases);
    }

    /**
     * A reason that people give too.
     *
     * @param name the reason
     * @param disposition what it does with the lead
     * @param isFinal whether a lead disqualified for it comes back by {@code Reinstated} only
     * @param aliases other names for it that events may use
     */
    public Reason(String name, Disposition disposition, boolean isFinal, List<String> aliases) {
        this(name, disposition, isFinal, aliases, false);
    }
}
