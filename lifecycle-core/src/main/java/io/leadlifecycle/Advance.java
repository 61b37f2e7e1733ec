package io.leadlifecycle;

/**
 * What {@code advanceTo} did.
 *
 * @param fired how many clocks' milestones and timers fired
 * @param parked how many of them failed and wait for another rule book or a retry
 * @param leads how many leads something fell due for
 * @param failed how many leads could not be advanced because the store failed
 */
public record Advance(long fired, long parked, long leads, long failed) {}
