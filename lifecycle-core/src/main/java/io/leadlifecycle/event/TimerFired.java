package io.leadlifecycle.event;

import java.time.Instant;

/**
 * A timer fired. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param timer the timer
 * @param since since when it waited: its start, or the last time it fired when it repeats
 */
public record TimerFired(String id, String leadId, Instant at, String timer, Instant since) implements RaisedEvent {}
