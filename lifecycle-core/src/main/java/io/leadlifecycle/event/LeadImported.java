package io.leadlifecycle.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Old data was brought in: where a lead stands, and what is known of where it was. An unknown lead begins in that stage,
 * without a path; its timers start at the import. A lead that exists must stand there already and gets the facts and
 * stamps. Nobody is told and nothing is enrolled.
 *
 * <pre>{@code
 * engine.fire(new LeadImported("import", "L-1", now, "In Work", Map.of("In Work", Stamp.at(since))).ownedBy("ana"));
 * }</pre>
 *
 * <p>No stamp is invented: a stage that is not named has none, not even the one the lead stands in. Brought in again, the
 * same data changes nothing: of two stamps of a stage the earlier first, the later latest and the larger number of
 * entries count.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it was brought in; no stamp is after it
 * @param stage where the lead stands: a stage, or an old status value that the lifecycle maps to one
 * @param stamps what is known of each stage, by stage or old status value; those of one stage add up
 * @param reason why it stands there, of the stage's picklist; null when unknown
 * @param owner who owns it, null when unknown
 * @param source where the lead came from, null when unknown
 * @param campaign the campaign, null when unknown
 * @param firstTouchAt the earliest touch, null when unknown
 * @param profile what is known of the lead; a null value is an unknown one
 * @param score the score a lead begins with, null when unknown; one that begins as recycled has it from before
 * @param actor who did it, null when unknown
 */
public record LeadImported(
        String id,
        String leadId,
        Instant at,
        String stage,
        Map<String, Stamp> stamps,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable Instant firstTouchAt,
        Map<String, @Nullable Object> profile,
        @Nullable Long score,
        @Nullable String actor)
        implements LeadEvent {
    /** Copies the stamps and the profile. */
    public LeadImported {
        stamps = Collections.unmodifiableMap(new TreeMap<>(stamps));
        profile = PatchedProfile.copy(profile);
    }

    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it was brought in
     * @param stage where the lead stands
     * @param stamps what is known of each stage
     */
    public LeadImported(String id, String leadId, Instant at, String stage, Map<String, Stamp> stamps) {
        this(id, leadId, at, stage, stamps, null, null, null, null, null, Map.of(), null, null);
    }

    /**
     * The same event with a reason.
     *
     * @param why why the lead stands there
     * @return the event with its reason
     */
    public LeadImported because(String why) {
        return new LeadImported(
                id, leadId, at, stage, stamps, why, owner, source, campaign, firstTouchAt, profile, score, actor);
    }

    /**
     * The same event with an owner.
     *
     * @param person who owns the lead
     * @return the event with its owner
     */
    public LeadImported ownedBy(String person) {
        return new LeadImported(
                id, leadId, at, stage, stamps, reason, person, source, campaign, firstTouchAt, profile, score, actor);
    }

    /**
     * The same event with a source.
     *
     * @param where where the lead came from
     * @return the event with its source
     */
    public LeadImported from(String where) {
        return new LeadImported(
                id, leadId, at, stage, stamps, reason, owner, where, campaign, firstTouchAt, profile, score, actor);
    }

    /**
     * The same event with what is known of the lead.
     *
     * @param values the profile; a null value is an unknown one
     * @return the event with its profile
     */
    public LeadImported knowing(Map<String, ? extends @Nullable Object> values) {
        return new LeadImported(
                id,
                leadId,
                at,
                stage,
                stamps,
                reason,
                owner,
                source,
                campaign,
                firstTouchAt,
                PatchedProfile.copy(values),
                score,
                actor);
    }

    /**
     * The same event with a score.
     *
     * @param points the score the lead has
     * @return the event with its score
     */
    public LeadImported scored(long points) {
        return new LeadImported(
                id, leadId, at, stage, stamps, reason, owner, source, campaign, firstTouchAt, profile, points, actor);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public LeadImported by(String person) {
        return new LeadImported(
                id, leadId, at, stage, stamps, reason, owner, source, campaign, firstTouchAt, profile, score, person);
    }
}
