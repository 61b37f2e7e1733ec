package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The lead stands in a stage that evaluates and something about it changed; always last in an entry. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 */
public record LeadEvaluated(String id, String leadId, Instant at) implements RaisedEvent {}
