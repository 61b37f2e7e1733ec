package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The office opens, and a notice that waited for it is told. Raised by the engine.
 *
 * @param id such as {@code L-1/notice#3}
 * @param leadId the lead
 * @param at when
 * @param notice which notice of the lead
 */
public record NoticeDue(String id, String leadId, Instant at, int notice) implements RaisedEvent {}
