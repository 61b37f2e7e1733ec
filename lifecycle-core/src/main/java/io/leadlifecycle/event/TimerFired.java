package io.leadlifecycle.event;

import java.time.Instant;

/**
 * A timer fired. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param timer the timer
 */
public record TimerFired(String id, String leadId, Instant at, String timer) implements RaisedEvent {}
