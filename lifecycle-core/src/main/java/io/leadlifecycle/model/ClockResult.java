package io.leadlifecycle.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a clock came out so far. Immutable.
 *
 * @param verdict met, breached, cancelled or open
 * @param breachedAt when it was breached, null when it was not
 * @param endedAt when it was answered or ended, null while it lives
 * @param learntLate whether a response that came in time was learnt after the breach
 */
public record ClockResult(
        Verdict verdict,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        boolean learntLate) {
    /** It lives and was not breached. */
    static final ClockResult OPEN = new ClockResult(Verdict.OPEN, null, null, false);

    ClockResult breached(@Nullable Instant at) {
        return new ClockResult(Verdict.BREACHED, at, endedAt, learntLate);
    }
}
