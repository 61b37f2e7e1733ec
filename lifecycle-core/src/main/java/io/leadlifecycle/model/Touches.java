package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a lead did, per kind of touch.
 *
 * @param histories one history per kind, sorted by kind
 */
public record Touches(List<TouchHistory> histories) {
    /** Nothing yet. */
    public static final Touches NONE = new Touches(List.of());

    /** Copies the list. */
    public Touches {
        histories = List.copyOf(histories);
    }

    /**
     * The history of a kind.
     *
     * @param kind the kind of touch
     * @return its history, empty when there was none
     */
    public Optional<TouchHistory> of(String kind) {
        return Optional.ofNullable(Named.find(histories, kind));
    }

    /**
     * Those of two leads that are one.
     *
     * @param other those of the other lead
     * @return the new touches
     */
    public Touches joinedWith(Touches other) {
        List<TouchHistory> then = histories;
        for (TouchHistory history : other.histories) {
            TouchHistory own = Named.find(then, history.name());
            then = Named.with(then, own == null ? history : own.joinedWith(history));
        }
        return new Touches(then);
    }

    /**
     * Whether a touch would count.
     *
     * @param kind the kind of touch
     * @param at when
     * @return false for one of a burst
     */
    public boolean counts(String kind, Instant at) {
        TouchHistory known = Named.find(histories, kind);
        return known == null || known.counts(at);
    }

    /**
     * With one more touch.
     *
     * @param kind the kind of touch
     * @param at when
     * @param counted whether it counts, as {@link #counts} said
     * @return the new touches
     */
    public Touches with(String kind, Instant at, boolean counted) {
        TouchHistory known = Named.find(histories, kind);
        if (known == null) {
            return new Touches(Named.with(histories, TouchHistory.startingWith(kind, at)));
        }
        return new Touches(Named.with(histories, counted ? known.counted(at) : known.seen(at)));
    }
}
