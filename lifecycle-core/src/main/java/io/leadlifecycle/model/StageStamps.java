package io.leadlifecycle.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When a lead was in one stage: first and latest entry apart, so a re-qualified lead keeps its first stamp (S0 2c).
 *
 * @param name the stage
 * @param first the first entry; only old data that is brought in may know of an earlier one
 * @param latest the latest entry; never goes back
 * @param entries the number of entries, at least 1
 * @param finished the time of all visits that ended, in wall time
 */
public record StageStamps(String name, Instant first, Instant latest, int entries, Duration finished) implements Named {
    StageStamps entered(Instant at) {
        return new StageStamps(name, first, at.isAfter(latest) ? at : latest, entries + 1, finished);
    }

    /** Completed by old data; two instants are two entries at least. What a visit of old data lasted stays unknown. */
    StageStamps completedBy(StageStamps known) {
        Instant earliest = known.first.isBefore(first) ? known.first : first;
        Instant last = known.latest.isAfter(latest) ? known.latest : latest;
        int least = earliest.equals(last) ? 1 : 2;
        return new StageStamps(name, earliest, last, Math.max(least, Math.max(entries, known.entries)), finished);
    }

    /** A visit ended. */
    StageStamps left(Instant since, Instant at) {
        return lasting(finished.plus(Duration.between(since, at)));
    }

    /** The same stamps with another time of the visits that ended. */
    StageStamps lasting(Duration then) {
        return new StageStamps(name, first, latest, entries, then);
    }

    /** Those of two leads that are one: entries and times add. */
    StageStamps joinedWith(StageStamps other) {
        return new StageStamps(
                name,
                other.first.isBefore(first) ? other.first : first,
                other.latest.isAfter(latest) ? other.latest : latest,
                entries + other.entries,
                finished.plus(other.finished));
    }
}
