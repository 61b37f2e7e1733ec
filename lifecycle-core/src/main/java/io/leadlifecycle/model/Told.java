package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;

/**
 * Who was told of which milestone: of clocks that reach the same one at one instant, one notice names all.
 *
 * @param at the instant of the step
 * @param percent the milestone
 * @param to the persons
 * @param cc the persons in copy
 * @param urgent whether it could not wait
 * @param clocks the clocks it named, the one it came up for first
 */
public record Told(Instant at, int percent, List<String> to, List<String> cc, boolean urgent, List<String> clocks) {
    /** Copies the lists. */
    public Told {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        clocks = List.copyOf(clocks);
    }

    /**
     * Whether a notice says nothing new after this one.
     *
     * @param other what would be told
     * @param clock the clock it is about
     * @return true when the same persons were told of that clock's milestone at the same instant, by a notice that came up
     *     for another clock; two notices of one clock say two things
     */
    public boolean covers(Told other, String clock) {
        return !clocks.get(0).equals(clock)
                && at.equals(other.at)
                && percent == other.percent
                && to.equals(other.to)
                && cc.equals(other.cc)
                && urgent == other.urgent
                && clocks.contains(clock);
    }
}
