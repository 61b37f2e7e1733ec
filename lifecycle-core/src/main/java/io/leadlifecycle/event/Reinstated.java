package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person brings a disqualified lead back; it always works.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param note why; blank is none
 * @param actor who did it, null when unknown
 */
public record Reinstated(
        String id,
        String leadId,
        Instant at,
        @Nullable String note,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param note why
     */
    public Reinstated(String id, String leadId, Instant at, String note) {
        this(id, leadId, at, note, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public Reinstated by(String person) {
        return new Reinstated(id, leadId, at, note, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
