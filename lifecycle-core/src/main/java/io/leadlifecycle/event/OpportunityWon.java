package io.leadlifecycle.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deal was won.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param amount the amount, exactly as the host gave it
 * @param actor who did it, null when unknown
 */
public record OpportunityWon(
        String id,
        String leadId,
        Instant at,
        @Nullable BigDecimal amount,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     */
    public OpportunityWon(String id, String leadId, Instant at) {
        this(id, leadId, at, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public OpportunityWon by(String person) {
        return new OpportunityWon(id, leadId, at, amount, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
