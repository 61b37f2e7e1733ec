package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The lead entered the stage that qualifies, or its lead type there became a more urgent one. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param type the lead type from now on, empty when a person moved the lead there and it never had one
 * @param from the type before when only the type changed, empty when the lead entered the stage
 */
public record LeadQualified(String id, String leadId, Instant at, String type, String from) implements RaisedEvent {}
