package io.leadlifecycle;

import java.time.Instant;
import java.util.Comparator;

/**
 * When somebody may be there for the leads that wait for a pool.
 *
 * @param at when
 * @param pool the pool
 */
record Opening(Instant at, String pool) implements Comparable<Opening> {
    private static final Comparator<Opening> ORDER =
            Comparator.comparing(Opening::at).thenComparing(Opening::pool);

    @Override
    public int compareTo(Opening other) {
        return ORDER.compare(this, other);
    }
}
