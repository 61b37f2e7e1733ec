package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead's fit, interest and need.
 *
 * @param fit the fit derived from the requirements
 * @param met the requirements that are met, in the lifecycle's order
 * @param missing the profile fields whose absence keeps the fit from being known
 * @param type how the lead qualified, such as {@code demo}; null before
 * @param because why it qualified, in the words of the rule; null before
 * @param score the host's score
 * @param scoredAt when the score last changed
 * @param method the checklist of the latest discovery
 * @param confirmed what that discovery confirmed
 * @param open the items of that checklist that the discovery did not confirm, in its order
 */
public record Qualification(
        Fit fit,
        List<String> met,
        List<String> missing,
        @Nullable String type,
        @Nullable String because,
        long score,
        @Nullable Instant scoredAt,
        @Nullable String method,
        List<String> confirmed,
        List<String> open) {
    /** Nothing known. */
    public static final Qualification NONE =
            new Qualification(Fit.UNKNOWN, List.of(), List.of(), null, null, 0, null, null, List.of(), List.of());

    /** The least score a lead may have: half of what a long holds, so that sums and differences do not overflow. */
    public static final long LEAST_SCORE = Long.MIN_VALUE / 2;
    /** The most. */
    public static final long MOST_SCORE = Long.MAX_VALUE / 2;

    /** Copies the lists. */
    public Qualification {
        met = List.copyOf(met);
        missing = List.copyOf(missing);
        confirmed = List.copyOf(confirmed);
        open = List.copyOf(open);
    }

    /**
     * With a derived fit.
     *
     * @param newFit the fit
     * @param newMet the requirements met
     * @param newMissing the fields missing
     * @return the new qualification
     */
    public Qualification withFit(Fit newFit, List<String> newMet, List<String> newMissing) {
        return new Qualification(newFit, newMet, newMissing, type, because, score, scoredAt, method, confirmed, open);
    }

    /**
     * With a lead type.
     *
     * @param newType the type
     * @param why why it is of that type
     * @return the new qualification
     */
    public Qualification withType(String newType, @Nullable String why) {
        return new Qualification(fit, met, missing, newType, why, score, scoredAt, method, confirmed, open);
    }

    /**
     * Qualified.
     *
     * @param why why
     * @return the new qualification
     */
    public Qualification qualified(@Nullable String why) {
        return new Qualification(fit, met, missing, type, why, score, scoredAt, method, confirmed, open);
    }

    /**
     * With a score.
     *
     * @param newScore the score
     * @param at when it changed
     * @return the new qualification
     */
    public Qualification withScore(long newScore, Instant at) {
        return new Qualification(fit, met, missing, type, because, newScore, at, method, confirmed, open);
    }

    /**
     * Two scores together, between {@link #LEAST_SCORE} and {@link #MOST_SCORE}.
     *
     * @param a a score or points
     * @param b another
     * @return their sum, or the nearest that is allowed
     */
    public static long sum(long a, long b) {
        return bounded(bounded(a) + bounded(b));
    }

    private static long bounded(long number) {
        return Math.max(LEAST_SCORE, Math.min(MOST_SCORE, number));
    }

    /**
     * With the result of a discovery.
     *
     * @param newMethod the checklist
     * @param newConfirmed what was confirmed
     * @param newOpen what is open
     * @return the new qualification
     */
    public Qualification withDiscovery(String newMethod, List<String> newConfirmed, List<String> newOpen) {
        return new Qualification(fit, met, missing, type, because, score, scoredAt, newMethod, newConfirmed, newOpen);
    }
}
