package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead got an owner: by the host, or raised when a rule assigned it.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param owner the person who owns the lead from now on
 * @param from who owned it before; filled by the engine
 * @param actor who did it, null when unknown
 */
public record LeadAssigned(
        String id,
        String leadId,
        Instant at,
        String owner,
        @FilledIn @Nullable String from,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param owner the person who owns the lead from now on
     */
    public LeadAssigned(String id, String leadId, Instant at, String owner) {
        this(id, leadId, at, owner, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadAssigned by(String person) {
        return new LeadAssigned(id, leadId, at, owner, from, person);
    }
}
