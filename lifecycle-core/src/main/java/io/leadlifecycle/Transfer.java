package io.leadlifecycle;

import java.util.List;
import java.util.SortedMap;

/**
 * What a handover of somebody's leads came to. The host gives each new owner the list.
 *
 * @param from who owned them
 * @param pool whose members own them now
 * @param lists the leads that each new owner got, by owner
 * @param queued the leads that wait in the pool's queue, since nobody was available
 * @param forgotten the recycled leads that prefer the old owner no more
 * @param failed the leads that could not be handed over: a rule or the store failed; the log says why
 */
public record Transfer(
        String from,
        String pool,
        SortedMap<String, List<String>> lists,
        List<String> queued,
        List<String> forgotten,
        List<String> failed) {
    /** Copies the lists. */
    public Transfer {
        queued = List.copyOf(queued);
        forgotten = List.copyOf(forgotten);
        failed = List.copyOf(failed);
    }
}
