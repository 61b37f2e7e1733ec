package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person asks for a stage.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param to the stage
 * @param reason a reason, where that stage or the way to it requires one; blank is none
 * @param note free text; blank is none, and a reason that leaves it open needs one
 * @param actor who did it, null when unknown
 */
public record StageChangeRequested(
        String id,
        String leadId,
        Instant at,
        String to,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param to the stage
     */
    public StageChangeRequested(String id, String leadId, Instant at, String to) {
        this(id, leadId, at, to, null, null, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public StageChangeRequested by(String person) {
        return new StageChangeRequested(id, leadId, at, to, reason, note, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
