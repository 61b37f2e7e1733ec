package io.leadlifecycle.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a lead was recycled, and the latest time (S4: recycled count, last recycled date, recycled reason).
 *
 * @param count how often
 * @param lastAt the latest recycling, null when there was none
 * @param lastReason its reason
 * @param fromStage the stage it came from
 * @param since from when on what it does counts to qualify it again: the latest recycling, or when it was put back later to
 *     where leads wait; null when neither was
 * @param scoreThen the score at that instant; what counts for re-qualification is what was gained since
 */
public record Recycles(
        int count,
        @Nullable Instant lastAt,
        @Nullable String lastReason,
        @Nullable String fromStage,
        @Nullable Instant since,
        long scoreThen) {
    /** Never recycled. */
    public static final Recycles NONE = new Recycles(0, null, null, null, null, 0);

    /** What was written before leads were put back counts from the latest recycling. */
    public Recycles {
        since = since == null ? lastAt : since;
    }

    /**
     * With another score at the latest recycling.
     *
     * @param score the score that counts from now on
     * @return the new recycles
     */
    public Recycles withScoreThen(long score) {
        return new Recycles(count, lastAt, lastReason, fromStage, since, score);
    }

    /**
     * With another instant from which on counts what the lead does.
     *
     * @param at the instant
     * @param score the score then
     * @return the new recycles
     */
    public Recycles countingFrom(Instant at, long score) {
        return new Recycles(count, lastAt, lastReason, fromStage, at, score);
    }

    /**
     * Those of two leads that are one: the counts and the scores add, of two recyclings the later is the latest.
     *
     * @param other those of the other lead
     * @return the new recycles
     */
    public Recycles joinedWith(Recycles other) {
        boolean later = other.lastAt != null && (lastAt == null || other.lastAt.isAfter(lastAt));
        Recycles latest = later ? other : this;
        return new Recycles(
                count + other.count,
                latest.lastAt,
                latest.lastReason,
                latest.fromStage,
                later(since, other.since),
                Qualification.sum(scoreThen, other.scoreThen));
    }

    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
