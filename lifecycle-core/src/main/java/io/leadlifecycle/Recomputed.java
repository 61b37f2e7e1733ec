package io.leadlifecycle;

import java.util.List;

/**
 * What a recompute came to. Immutable.
 *
 * @param done the clocks that were counted anew, as the preview said
 * @param stale the leads that were left alone, since they, the rules, people or calendars changed after the preview; look
 *     at another preview of them
 * @param failed the leads that could not be recomputed: a rule or the store failed; the log says why
 */
public record Recomputed(List<RecomputePreview.Row> done, List<String> stale, List<String> failed) {
    /** Copies the lists. */
    public Recomputed {
        done = List.copyOf(done);
        stale = List.copyOf(stale);
        failed = List.copyOf(failed);
    }
}
