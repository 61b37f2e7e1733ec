package io.leadlifecycle.calendar;

import java.time.Instant;

/**
 * The business day or business week that an instant counts to. It lasts beyond closing time until the next one begins, so
 * that every instant counts to exactly one.
 *
 * <pre>{@code
 * BusinessPeriod day = berlin.businessDayOf(Instant.parse("2026-03-07T12:00:00Z")); // a Saturday
 * day.startInclusive(); // Friday 2026-03-06 at 09:00
 * day.endExclusive(); // Monday 2026-03-09 at 09:00
 * }</pre>
 *
 * <p>Immutable and thread-safe; no parameter may be null.
 *
 * @param startInclusive when it begins: the first opening of the day or week
 * @param endExclusive when the next one begins, later than the start
 */
public record BusinessPeriod(Instant startInclusive, Instant endExclusive) {

    /** Refuses an end that is not after the start. */
    public BusinessPeriod {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException("The business period from " + startInclusive + " ends at " + endExclusive
                    + ". Allowed is an end after the start.");
        }
    }
}
