package io.leadlifecycle.testing;

import java.time.Duration;
import java.util.List;

/**
 * What happens to a lead, one after another.
 *
 * @param happenings what happens, in order
 * @param pace how long before each of them at least nothing happens
 * @param quiet whether nothing else happens to the lead, and nothing at all afterwards; any other life begins again
 */
record Plot(List<Happening> happenings, Duration pace, boolean quiet) {
    static Plot again(Happening... happenings) {
        return new Plot(List.of(happenings), Duration.ZERO, false);
    }

    static Plot quiet(Happening... happenings) {
        return new Plot(List.of(happenings), Duration.ZERO, true);
    }

    Plot aDayApart() {
        return new Plot(happenings, Duration.ofDays(1), quiet);
    }

    boolean isOver(int told) {
        return quiet && told >= happenings.size();
    }

    Happening after(int told) {
        return happenings.get(told % happenings.size());
    }
}
