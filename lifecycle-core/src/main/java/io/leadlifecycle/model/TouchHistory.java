package io.leadlifecycle.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The touches of one kind. Memory is bounded whatever a bot sends: the latest {@value #REMEMBERED} instants are kept,
 * older ones are counted only.
 *
 * @param name the kind of touch
 * @param count how many counted
 * @param first the earliest that counted
 * @param latest the latest that counted
 * @param lastSeen the latest, counted or not
 * @param instants the latest instants that counted, ascending
 */
public record TouchHistory(
        String name, int count, Instant first, Instant latest, Instant lastSeen, List<Instant> instants)
        implements Named {
    /** How many instants are remembered per kind. */
    public static final int REMEMBERED = 32;

    /** A touch this long or shorter after the one before it of its kind does not count (mail scanners; ours). */
    public static final Duration BURST = Duration.ofSeconds(1);

    /** Copies the list. */
    public TouchHistory {
        instants = List.copyOf(instants);
    }

    static TouchHistory startingWith(String kind, Instant at) {
        return new TouchHistory(kind, 1, at, at, at, List.of(at));
    }

    /**
     * Whether a touch of that instant would count.
     *
     * @param at the instant of the touch
     * @return false when another touch of the kind lies at most {@link #BURST} before it
     */
    public boolean counts(Instant at) {
        return !shadows(lastSeen, at) && instants.stream().noneMatch(before -> shadows(before, at));
    }

    private static boolean shadows(Instant before, Instant at) {
        return !before.isAfter(at) && !before.plus(BURST).isBefore(at);
    }

    TouchHistory counted(Instant at) {
        List<Instant> then = new ArrayList<>(instants);
        int place = then.size();
        while (place > 0 && then.get(place - 1).isAfter(at)) {
            place--;
        }
        then.add(place, at);
        if (then.size() > REMEMBERED) {
            then.remove(0);
        }
        return new TouchHistory(
                name, count + 1, at.isBefore(first) ? at : first, later(latest, at), later(lastSeen, at), then);
    }

    TouchHistory seen(Instant at) {
        return new TouchHistory(name, count, first, latest, later(lastSeen, at), instants);
    }

    /** That of two leads that are one: the counts add, the latest instants of both are remembered. */
    TouchHistory joinedWith(TouchHistory other) {
        List<Instant> both = Stream.concat(instants.stream(), other.instants.stream())
                .sorted()
                .toList();
        return new TouchHistory(
                name,
                count + other.count,
                other.first.isBefore(first) ? other.first : first,
                later(latest, other.latest),
                later(lastSeen, other.lastSeen),
                both.subList(Math.max(0, both.size() - REMEMBERED), both.size()));
    }

    private static Instant later(Instant known, Instant at) {
        return at.isAfter(known) ? at : known;
    }
}
