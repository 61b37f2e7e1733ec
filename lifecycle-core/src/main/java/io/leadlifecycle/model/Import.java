package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What old data says of a lead's journey, with every name resolved. Immutable.
 *
 * @param begins whether the lead begins by it; one that stood there stays as it stands and gets the stamps
 * @param stage where it stands
 * @param kind the kind of that stage
 * @param at when that was brought in: the lead stands there since then at least
 * @param reason why it stands there, null when unknown
 * @param finalReason whether that reason is final
 * @param stamps what is known of each stage, sorted by name; what an old visit lasted is not
 * @param recycled the stage whose stamps are those of recycling, null when the lifecycle has none
 */
public record Import(
        boolean begins,
        String stage,
        StageKind kind,
        Instant at,
        @Nullable String reason,
        boolean finalReason,
        List<StageStamps> stamps,
        @Nullable String recycled) {
    /** Copies the list. */
    public Import {
        stamps = List.copyOf(stamps);
    }
}
