package io.leadlifecycle.definition;

import java.util.List;

/**
 * Why a lead is handed back, lost, recycled or disqualified.
 *
 * @param name the reason
 * @param disposition what it does with the lead
 * @param isFinal whether a lead disqualified for it comes back by {@code Reinstated} only
 * @param aliases other names for it that events may use
 */
public record Reason(String name, Disposition disposition, boolean isFinal, List<String> aliases) {
    /** Copies the list. */
    public Reason {
        aliases = List.copyOf(aliases);
    }
}
