package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The fit derived from the requirements changed; the lead has the new one. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param from the fit before
 */
public record FitChanged(String id, String leadId, Instant at, String from) implements RaisedEvent {}
