package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merged lead brings to the journey of the lead that absorbs it. Immutable.
 *
 * @param from the lead that was merged
 * @param at the instant of the merge
 * @param taken where the lead stands from now on, null when it stands where it stood
 * @param stamps the stages the merged lead was in, sorted by name; the visit it was in ends at the merge
 * @param recycles how often it was recycled, with its score at the latest recycling of the two leads
 * @param scoreThen the score of the lead that absorbs it at that recycling, null when that is known already
 * @param wantsBackTold whether its one notice after a final disqualification was sent
 */
public record Absorption(
        String from,
        Instant at,
        @Nullable Standing taken,
        List<StageStamps> stamps,
        Recycles recycles,
        @Nullable Long scoreThen,
        boolean wantsBackTold) {
    /**
     * Where the merged lead stood, when that counts.
     *
     * @param left the stage that is left for it
     * @param stage the stage
     * @param kind its kind
     * @param enteredAt when the merged lead entered it
     * @param trigger who caused that
     * @param reason the reason it was entered with, null when the stage takes none
     * @param finalReason whether that reason is final
     */
    public record Standing(
            String left,
            String stage,
            StageKind kind,
            Instant enteredAt,
            Trigger trigger,
            @Nullable String reason,
            boolean finalReason) {}

    /** Copies the list. */
    public Absorption {
        stamps = List.copyOf(stamps);
    }
}
