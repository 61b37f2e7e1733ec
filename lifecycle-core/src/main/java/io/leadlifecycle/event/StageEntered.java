package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The lead entered a stage. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param stage the stage entered
 * @param from the stage left, empty for the first
 */
public record StageEntered(String id, String leadId, Instant at, String stage, String from) implements RaisedEvent {}
