package io.leadlifecycle.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead came from.
 *
 * @param createdAt when the lead became known
 * @param source the original source; the first one stays
 * @param campaign the original campaign
 * @param lastCampaign the campaign of the latest touch that named one
 * @param firstTouchAt the earliest known touch
 */
public record Origin(
        Instant createdAt,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String lastCampaign,
        @Nullable Instant firstTouchAt) {
    /**
     * The origin with a touch.
     *
     * @param at when the lead was touched
     * @param touchCampaign the campaign, null when unknown
     * @return the new origin
     */
    public Origin touched(Instant at, @Nullable String touchCampaign) {
        Instant first = firstTouchAt == null || at.isBefore(firstTouchAt) ? at : firstTouchAt;
        return new Origin(createdAt, source, campaign, touchCampaign == null ? lastCampaign : touchCampaign, first);
    }

    /**
     * The origin with what another {@code LeadCreated} says; what is known stays.
     *
     * @param newSource the source it names
     * @param newCampaign the campaign it names
     * @param newFirstTouchAt the first touch it names
     * @return the new origin
     */
    public Origin completedBy(
            @Nullable String newSource, @Nullable String newCampaign, @Nullable Instant newFirstTouchAt) {
        Instant first = firstTouchAt;
        if (newFirstTouchAt != null && (first == null || newFirstTouchAt.isBefore(first))) {
            first = newFirstTouchAt;
        }
        return new Origin(
                createdAt,
                source == null ? newSource : source,
                campaign == null ? newCampaign : campaign,
                newCampaign == null ? lastCampaign : newCampaign,
                first);
    }

    /**
     * That of two leads that are one: the earlier one says where it came from, as far as it knows.
     *
     * @param other that of the other lead
     * @return the new origin
     */
    public Origin joinedWith(Origin other) {
        boolean later = other.since().isBefore(since());
        Origin early = later ? other : this;
        Origin late = later ? this : other;
        Instant touch = firstTouchAt;
        if (other.firstTouchAt != null && (touch == null || other.firstTouchAt.isBefore(touch))) {
            touch = other.firstTouchAt;
        }
        return new Origin(
                other.createdAt.isBefore(createdAt) ? other.createdAt : createdAt,
                early.source == null ? late.source : early.source,
                early.campaign == null ? late.campaign : early.campaign,
                lastCampaign == null ? other.lastCampaign : lastCampaign,
                touch);
    }

    private Instant since() {
        return firstTouchAt == null || createdAt.isBefore(firstTouchAt) ? createdAt : firstTouchAt;
    }
}
