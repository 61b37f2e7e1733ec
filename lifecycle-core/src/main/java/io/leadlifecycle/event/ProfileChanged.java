package io.leadlifecycle.event;

import java.time.Instant;

/**
 * What is known of the lead changed, whatever told it. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 */
public record ProfileChanged(String id, String leadId, Instant at) implements RaisedEvent {}
