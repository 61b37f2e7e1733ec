package io.leadlifecycle.event;

import java.time.Instant;

/**
 * What old data knows of a lead's visits to one stage. A value, not checked here: the engine refuses an import whose
 * stamp contradicts itself.
 *
 * @param first the first entry, cut to milliseconds by the engine
 * @param latest the latest entry; the first one when it is the only one
 * @param entries how many entries, at least 1
 */
public record Stamp(Instant first, Instant latest, int entries) {
    /**
     * One entry.
     *
     * @param instant when
     * @return the stamp of a stage entered once
     */
    public static Stamp at(Instant instant) {
        return new Stamp(instant, instant, 1);
    }
}
