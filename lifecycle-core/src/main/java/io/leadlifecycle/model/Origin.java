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
}
