package io.leadlifecycle;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * When leads of a {@link Reevaluation} are evaluated again.
 *
 * @param planned the leads by the instant they are evaluated at: the first ones at once, the others by {@code advanceTo}
 * @param stale the leads that left their stage since they were looked at
 * @param failed the leads that could not be saved; the log says why
 */
public record Release(SortedMap<Instant, List<String>> planned, List<String> stale, List<String> failed) {
    /** Copies the lists. */
    public Release {
        stale = List.copyOf(stale);
        failed = List.copyOf(failed);
    }
}
