package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The lead is about to be recycled and still stands where it stood. A rule that disqualifies it now is stronger: who may not
 * be recycled never was. Raised by the engine, within the evaluation that would recycle the lead.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param reason the reason it would be recycled for; empty where recycling needs none
 */
public record RecyclingProposed(String id, String leadId, Instant at, String reason) implements RaisedEvent {}
