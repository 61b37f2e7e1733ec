package io.leadlifecycle.model;

import java.time.Instant;

/**
 * How far the journal of one lead is written. Immutable.
 *
 * @param entries how many entries
 * @param lastEntryAt the instant of the latest of them
 * @param firings how many entries in a row fell due at that instant
 */
public record Written(long entries, Instant lastEntryAt, int firings) {
    /**
     * With one more entry.
     *
     * @param at the entry's instant
     * @param fired whether it fell due, rather than being the host's
     * @return the new count
     */
    public Written withEntry(Instant at, boolean fired) {
        int before = at.equals(lastEntryAt) ? firings : 0;
        return new Written(entries + 1, at, fired ? before + 1 : before);
    }
}
