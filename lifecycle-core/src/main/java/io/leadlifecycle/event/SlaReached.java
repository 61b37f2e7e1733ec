package io.leadlifecycle.event;

import java.time.Instant;

/**
 * A clock reached a share of its target. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param sla the clock
 * @param percent the share; 100 is the breach
 */
public record SlaReached(String id, String leadId, Instant at, String sla, int percent) implements RaisedEvent {}
