package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The leads of a person are handed over to a pool. Raised by the engine for each of them.
 *
 * @param id derived from the lead and the number of the entry
 * @param leadId the lead
 * @param at when
 * @param person who owned it, or was preferred as its previous owner
 * @param pool the pool its next owner is drawn from
 */
public record OwnerLeft(String id, String leadId, Instant at, String person, String pool) implements RaisedEvent {}
