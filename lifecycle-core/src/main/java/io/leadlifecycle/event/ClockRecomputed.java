package io.leadlifecycle.event;

import java.time.Instant;

/**
 * A clock is counted anew, because somebody asked for it after an edit of its calendar or target. Raised by the engine.
 *
 * @param id such as {@code L-1/acceptance#2~recomputed@7}, with the number of the entry
 * @param leadId the lead
 * @param at when it was asked for
 * @param sla the clock
 */
public record ClockRecomputed(String id, String leadId, Instant at, String sla) implements RaisedEvent {}
