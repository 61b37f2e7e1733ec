package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead asked not to be contacted.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param scope {@code MARKETING} for marketing mail only, or {@code ALL}
 * @param actor who did it, null when unknown
 */
public record DoNotContactRequested(
        String id,
        String leadId,
        Instant at,
        String scope,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param scope {@code MARKETING} for marketing mail only, or {@code ALL}
     */
    public DoNotContactRequested(String id, String leadId, Instant at, String scope) {
        this(id, leadId, at, scope, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public DoNotContactRequested by(String person) {
        return new DoNotContactRequested(id, leadId, at, scope, person);
    }
}
