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
 * @param disposition what its reason does with the lead, {@code RECYCLE} or {@code DISQUALIFY}; of a reason that leaves
 *     it open what was chosen; empty while nobody has, and without a reason
 */
public record StageEntered(String id, String leadId, Instant at, String stage, String from, String disposition)
        implements RaisedEvent {}
