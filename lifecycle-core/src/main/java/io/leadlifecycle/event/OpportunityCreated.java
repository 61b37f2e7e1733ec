package io.leadlifecycle.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deal was opened in the pipeline.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param opportunityId the host's id of the deal
 * @param owner who owns the deal
 * @param amount the amount, exactly as the host gave it
 * @param currency the currency
 * @param stage the deal's own stage
 * @param closeDate the expected close date, ISO-8601
 * @param actor who did it, null when unknown
 */
public record OpportunityCreated(
        String id,
        String leadId,
        Instant at,
        @Nullable String opportunityId,
        @Nullable String owner,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String stage,
        @Nullable String closeDate,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param opportunityId the host's id of the deal
     */
    public OpportunityCreated(String id, String leadId, Instant at, String opportunityId) {
        this(id, leadId, at, opportunityId, null, null, null, null, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public OpportunityCreated by(String person) {
        return new OpportunityCreated(id, leadId, at, opportunityId, owner, amount, currency, stage, closeDate, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
