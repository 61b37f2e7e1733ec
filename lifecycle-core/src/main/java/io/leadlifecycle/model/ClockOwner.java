package io.leadlifecycle.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owned the lead while a clock ran, from an instant on.
 *
 * @param owner the person, null for nobody
 * @param since from when
 */
public record ClockOwner(@Nullable String owner, Instant since) {
    /** The owners with one more; the same person again is no news, and of one instant the latest counts. */
    static List<ClockOwner> noted(List<ClockOwner> owners, @Nullable String owner, Instant since) {
        List<ClockOwner> then = new ArrayList<>(owners);
        if (!then.isEmpty() && then.get(then.size() - 1).since().equals(since)) {
            then.remove(then.size() - 1);
        }
        boolean known =
                !then.isEmpty() && Objects.equals(then.get(then.size() - 1).owner(), owner);
        if (!known) {
            then.add(new ClockOwner(owner, since));
        }
        return List.copyOf(then);
    }
}
