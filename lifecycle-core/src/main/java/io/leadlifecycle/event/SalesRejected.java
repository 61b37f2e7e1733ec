package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sales handed the lead back, with a structured reason (S4: the feedback loop).
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param reason a reason of the rejection picklist or an alias; required
 * @param note free text
 * @param disposition {@code RECYCLE} or {@code DISQUALIFY}; filled from the picklist when absent
 * @param actor who did it, null when unknown
 */
public record SalesRejected(
        String id,
        String leadId,
        Instant at,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String disposition,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param reason a reason of the rejection picklist or an alias; required
     */
    public SalesRejected(String id, String leadId, Instant at, String reason) {
        this(id, leadId, at, reason, null, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public SalesRejected by(String person) {
        return new SalesRejected(id, leadId, at, reason, note, disposition, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
