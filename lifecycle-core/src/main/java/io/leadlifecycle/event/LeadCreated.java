package io.leadlifecycle.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead became known. For a lead that exists it adds its facts and enters no stage.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param source where the lead came from, such as {@code inbound form}
 * @param campaign the campaign
 * @param firstTouchAt the earliest touch the host knows of
 * @param profile what is known of the lead; a null value is an unknown one
 * @param actor who did it, null when unknown
 */
public record LeadCreated(
        String id,
        String leadId,
        Instant at,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable Instant firstTouchAt,
        Map<String, @Nullable Object> profile,
        @Nullable String actor)
        implements LeadEvent {
    /** Copies the profile. */
    public LeadCreated {
        profile = PatchedProfile.copy(profile);
    }

    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param source where the lead came from, such as {@code inbound form}
     * @param profile what is known of the lead; a null value is an unknown one
     */
    public LeadCreated(String id, String leadId, Instant at, String source, Map<String, ?> profile) {
        this(id, leadId, at, source, null, null, PatchedProfile.copy(profile), null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadCreated by(String person) {
        return new LeadCreated(id, leadId, at, source, campaign, firstTouchAt, profile, person);
    }
}
