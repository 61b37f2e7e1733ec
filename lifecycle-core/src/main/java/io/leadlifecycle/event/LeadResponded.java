package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead answered.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param channel phone, email, ...
 * @param automatic true for an out-of-office note and its like
 * @param actor who did it, null when unknown
 */
public record LeadResponded(
        String id,
        String leadId,
        Instant at,
        @Nullable String channel,
        boolean automatic,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param channel phone, email, ...
     */
    public LeadResponded(String id, String leadId, Instant at, String channel) {
        this(id, leadId, at, channel, false, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadResponded by(String person) {
        return new LeadResponded(id, leadId, at, channel, automatic, person);
    }
}
