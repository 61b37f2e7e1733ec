package io.leadlifecycle.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * The next thing that falls due for one lead: a milestone of a clock or a timer.
 *
 * @param at when
 * @param name the clock or timer
 * @param number which start of it
 * @param percent the milestone, -1 for a timer
 */
public record Due(Instant at, String name, int number, int percent) implements Comparable<Due> {
    /** The percent of a timer, which has none. */
    public static final int TIMER = -1;

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

    /**
     * Whether this is a timer.
     *
     * @return false for a milestone of a clock
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
        return isTimer() ? id : id + "@" + percent;
    }
}
