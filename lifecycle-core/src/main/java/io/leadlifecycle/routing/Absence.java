package io.leadlifecycle.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which a person gets no leads: a holiday, an afternoon off. Half-open: away at its first instant, there again
 * at its last.
 *
 * <p>Immutable and thread-safe; no parameter may be null.
 *
 * @param from the first instant away
 * @param until the first instant there again, later than {@code from}
 */
public record Absence(Instant from, Instant until) {

    /** Refuses an end that is not after the beginning. */
    public Absence {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("The absence from " + from + " until " + until
                    + " has no length; allowed is an end after its beginning."
                    + (from.equals(until) ? "" : " Maybe from " + until + " until " + from + "?"));
        }
    }

    /**
     * Whether a person is away then.
     *
     * @param at the instant
     * @return yes at {@link #from}, no at {@link #until}
     */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The same time away in order of time; what overlaps or touches is one. */
    static List<Absence> merged(List<Absence> absences) {
        List<Absence> merged = new ArrayList<>();
        for (Absence next :
                absences.stream().sorted(Comparator.comparing(Absence::from)).toList()) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).until().isBefore(next.from())) {
                merged.add(next);
                continue;
            }
            Absence before = merged.get(last);
            merged.set(last, new Absence(before.from(), later(before.until(), next.until())));
        }
        return List.copyOf(merged);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
