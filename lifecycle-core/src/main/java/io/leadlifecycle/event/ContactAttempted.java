package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach the lead.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param channel phone, email, ...
 * @param outcome {@code connected}, {@code no answer}, {@code voicemail}, {@code bounced} or {@code wrong number}
 * @param automated true for a machine: it stops no clock and counts as no attempt
 * @param actor who did it, null when unknown
 */
public record ContactAttempted(
        String id,
        String leadId,
        Instant at,
        @Nullable String channel,
        String outcome,
        boolean automated,
        @Nullable String actor)
        implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param channel phone, email, ...
     * @param outcome {@code connected}, {@code no answer}, {@code voicemail}, {@code bounced} or {@code wrong number}
     */
    public ContactAttempted(String id, String leadId, Instant at, String channel, String outcome) {
        this(id, leadId, at, channel, outcome, false, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public ContactAttempted by(String person) {
        return new ContactAttempted(id, leadId, at, channel, outcome, automated, person);
    }

    @Override
    public boolean manual() {
        return !automated;
    }
}
