package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;

/**
 * A notice about clocks in business time that came up outside opening hours: it is told at the next opening if one of the
 * clocks still runs then.
 *
 * @param number which notice of the lead this is, from 1
 * @param dueAt when it is told
 * @param notice what to tell
 * @param clocks the clocks it names, the one it came up for first
 */
public record HeldNotice(int number, Instant dueAt, Notice notice, List<String> clocks) {
    /** Copies the list. */
    public HeldNotice {
        clocks = List.copyOf(clocks);
    }
}
