package io.leadlifecycle.event;

import java.time.Instant;

/**
 * An owner was asked for and nobody is there. Raised by the engine.
 *
 * @param id derived from what asked
 * @param leadId the lead
 * @param at the instant of the step
 * @param pool the pool whose queue the lead stands in from now on; empty when it stays as it is, since no pool was asked
 */
public record NobodyAvailable(String id, String leadId, Instant at, String pool) implements RaisedEvent {}
