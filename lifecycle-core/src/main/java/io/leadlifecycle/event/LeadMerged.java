package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two leads are one and the same: this one is merged into another. It keeps its stage and is counted nowhere; the other
 * one gets what is known of it, and rules hear of that as {@link LeadAbsorbed}. What happens to the merged lead later
 * reaches the other one.
 *
 * <pre>{@code
 * engine.fire(new LeadMerged("m-1", "L-1", now, "L-2").by("maria"));   // L-2 goes on, L-1 ends
 * }</pre>
 *
 * <p>A lead that was itself merged passes it on to where it went. Of rules that match this event only messages are
 * carried out.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead that ends
 * @param at when it happened
 * @param into the lead that goes on
 * @param actor who did it, null when unknown
 */
public record LeadMerged(
        String id,
        String leadId,
        Instant at,
        String into,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead that ends
     * @param at when it happened
     * @param into the lead that goes on
     */
    public LeadMerged(String id, String leadId, Instant at, String into) {
        this(id, leadId, at, into, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadMerged by(String person) {
        return new LeadMerged(id, leadId, at, into, person);
    }
}
