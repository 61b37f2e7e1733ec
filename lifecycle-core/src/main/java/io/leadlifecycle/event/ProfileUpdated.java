package io.leadlifecycle.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the lead changed. A field left out stays, a null value makes it unknown.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param profile the fields that change
 * @param actor who did it, null when unknown
 */
public record ProfileUpdated(
        String id,
        String leadId,
        Instant at,
        Map<String, @Nullable Object> profile,
        @Nullable String actor) implements LeadEvent {
    /** Copies the profile. */
    public ProfileUpdated {
        profile = PatchedProfile.copy(profile);
    }

    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param profile the fields that change
     */
    public ProfileUpdated(String id, String leadId, Instant at, Map<String, ?> profile) {
        this(id, leadId, at, PatchedProfile.copy(profile), null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public ProfileUpdated by(String person) {
        return new ProfileUpdated(id, leadId, at, profile, person);
    }
}
