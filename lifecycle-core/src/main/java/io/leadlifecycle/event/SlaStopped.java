package io.leadlifecycle.event;

import java.time.Instant;

/**
 * A clock was answered or ended. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param sla the clock
 * @param verdict {@code MET}, {@code BREACHED} or {@code CANCELLED}
 */
public record SlaStopped(String id, String leadId, Instant at, String sla, String verdict) implements RaisedEvent {}
