package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead got an owner: by the host, raised when a rule assigned it, or drawn by the engine because a rule asked.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param owner the person who owns the lead from now on
 * @param from who owned it before; filled by the engine
 * @param rule the rule that asked, null when the host assigned it; filled by the engine
 * @param pool the pool it was drawn from, null when nobody was drawn; filled by the engine
 * @param position the number of that draw in its pool, 0 when nobody was drawn; filled by the engine
 * @param handover whether all leads of the owner before were handed over; filled by the engine
 * @param actor who did it, null when unknown
 */
public record LeadAssigned(
        String id,
        String leadId,
        Instant at,
        String owner,
        @FilledIn @Nullable String from,
        @FilledIn @Nullable String rule,
        @FilledIn @Nullable String pool,
        @FilledIn long position,
        @FilledIn boolean handover,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param owner the person who owns the lead from now on
     */
    public LeadAssigned(String id, String leadId, Instant at, String owner) {
        this(id, leadId, at, owner, null, null, null, 0, false, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadAssigned by(String person) {
        return new LeadAssigned(id, leadId, at, owner, from, rule, pool, position, handover, person);
    }

    /**
     * Whether a rule of the book wanted it, rather than the host.
     *
     * @return true for what a rule assigned, or what was drawn because a rule asked
     */
    public boolean byRule() {
        return rule != null && !handover;
    }
}
