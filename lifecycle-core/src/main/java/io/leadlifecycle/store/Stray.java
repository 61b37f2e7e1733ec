package io.leadlifecycle.store;

import java.time.Instant;

/**
 * An event that belongs to no journal: of an unknown lead, or with other content under a used id.
 *
 * @param leadId the lead it names
 * @param eventId its id
 * @param json the event as it came
 * @param why why it is here
 * @param recordedAt the engine's wall clock
 */
public record Stray(String leadId, String eventId, String json, String why, Instant recordedAt) {}
