package io.leadlifecycle;

/**
 * What {@code advanceTo} did.
 *
 * @param fired how many clocks' milestones, timers and notices fired
 * @param parked how many of them failed and wait for another rule book or a retry
 * @param handedOut how many leads left a queue because somebody was there for them
 * @param leads how many leads something happened to
 * @param failed how many leads could not be advanced: the store failed, or rules on the owner they got from a queue
 */
public record Advance(long fired, long parked, long handedOut, long leads, long failed) {}
