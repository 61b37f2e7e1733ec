package io.leadlifecycle.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * The next thing that falls due for one lead: a milestone of a clock, a timer or a notice that waits for the opening.
 *
 * @param at when
 * @param name the clock or timer, {@code notice} for a notice
 * @param number which start of it
 * @param percent the milestone, -1 for a timer, -2 for a notice
 */
public record Due(Instant at, String name, int number, int percent) implements Comparable<Due> {
    /** The percent of a timer, which has none. */
    public static final int TIMER = -1;

    /** The percent of a notice, which has none. */
    public static final int NOTICE = -2;

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
            .thenComparing(Due::name)
            .thenComparingInt(Due::number)
            .thenComparingInt(Due::percent);

    /**
     * By instant, then name, number and percent.
     */
    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }

    static Due of(HeldNotice held) {
        return new Due(held.dueAt(), "notice", held.number(), NOTICE);
    }

    /**
     * Whether this is a notice that waits for the opening.
     *
     * @return false for a timer and for a milestone of a clock
     */
    public boolean isNotice() {
        return percent == NOTICE;
    }

    /**
     * Whether this is a timer.
     *
     * @return false for a milestone of a clock and for a notice
     */
    public boolean isTimer() {
        return percent == TIMER;
    }

    /**
     * The stable id of the firing, such as {@code L-1/acceptance#2@80}.
     *
     * @param leadId the lead
     * @return the id
     */
    public String idFor(String leadId) {
        String id = leadId + "/" + name + "#" + number;
        return percent < 0 ? id : id + "@" + percent;
    }
}
