package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The score of the lead changed. The engine fills {@code from} with the score before.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param score the score from now on, at most half of what a long holds
 * @param from the score before; what the host says here does not count
 * @param actor who did it, null when unknown
 */
public record ScoreChanged(
        String id,
        String leadId,
        Instant at,
        long score,
        @FilledIn long from,
        @Nullable String actor) implements LeadEvent {
    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param score the score from now on
     */
    public ScoreChanged(String id, String leadId, Instant at, long score) {
        this(id, leadId, at, score, 0, null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public ScoreChanged by(String person) {
        return new ScoreChanged(id, leadId, at, score, from, person);
    }

    /**
     * Whether this change crosses a threshold upwards.
     *
     * @param threshold the threshold, reached when the score is equal or above
     * @return true only for the change that crosses it
     */
    public boolean reaches(long threshold) {
        return from < threshold && score >= threshold;
    }
}
