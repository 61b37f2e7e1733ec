package io.leadlifecycle.store;

import io.leadlifecycle.clock.OpenClock;

/**
 * An open clock with the second it is due at beside it: a search compares numbers, instead of following four references
 * to an instant at every step.
 *
 * @param dueSecond the second of the epoch, of no due instant the greatest
 * @param open the clock
 */
record DrawnClock(long dueSecond, OpenClock open) implements Comparable<DrawnClock> {
    static DrawnClock of(OpenClock open) {
        return new DrawnClock(
                open.dueAt() == null ? Long.MAX_VALUE : open.dueAt().getEpochSecond(), open);
    }

    /** As {@link OpenClock#ORDER}. */
    @Override
    public int compareTo(DrawnClock other) {
        int bySecond = Long.compare(dueSecond, other.dueSecond);
        return bySecond != 0 ? bySecond : OpenClock.ORDER.compare(open, other.open);
    }
}
