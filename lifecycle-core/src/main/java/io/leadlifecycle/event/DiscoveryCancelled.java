package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The discovery will not take place.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param actor who did it, null when unknown
 */
public record DiscoveryCancelled(
        String id, String leadId, Instant at, @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     */
    public DiscoveryCancelled(String id, String leadId, Instant at) {
        this(id, leadId, at, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public DiscoveryCancelled by(String person) {
        return new DiscoveryCancelled(id, leadId, at, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
