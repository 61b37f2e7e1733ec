package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A notice about clocks in business time that came up outside opening hours: it is told at the next opening if one of the
 * clocks still runs then.
 *
 * @param number which notice of the lead this is, from 1
 * @param heldAt when it came up
 * @param dueAt when it is told
 * @param notice what to tell
 * @param clocks the clocks it names, the one it came up for first
 */
public record HeldNotice(int number, Instant heldAt, Instant dueAt, Notice notice, List<String> clocks) {
    /** Copies the list. */
    public HeldNotice {
        clocks = List.copyOf(clocks);
    }

    /**
     * The same that waits for another opening, because its clock counts in another calendar.
     *
     * @param opening when it is told
     * @return the notice that waits
     */
    public HeldNotice until(Instant opening) {
        return new HeldNotice(number, heldAt, opening, notice, clocks);
    }

    /**
     * The same that names another clock too.
     *
     * @param clock the clock that reached the same milestone at the same instant
     * @return the notice that waits
     */
    public HeldNotice naming(String clock) {
        return new HeldNotice(
                number,
                heldAt,
                dueAt,
                notice,
                Stream.concat(clocks.stream(), Stream.of(clock)).toList());
    }
}
