package io.leadlifecycle.store;

import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.model.Lead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open clocks that a store in memory has, by due instant: of all leads and of each owner. Not thread-safe. */
final class ClockRegister {
    private final ClockDrawers all = new ClockDrawers();
    private final Map<String, ClockDrawers> byOwner = new HashMap<>();

    /** A lead takes the place of what was known of it, null for nothing. */
    void replace(@Nullable Lead before, Lead after) {
        if (before != null && tellTheSame(before, after)) {
            return;
        }
        if (before != null) {
            OpenClock.of(before).forEach(this::remove);
        }
        OpenClock.of(after).forEach(this::add);
    }

    private static boolean tellTheSame(Lead before, Lead after) {
        return before.clocks().equals(after.clocks())
                && before.stage().equals(after.stage())
                && Objects.equals(before.ownership().owner(), after.ownership().owner());
    }

    private void add(OpenClock open) {
        DrawnClock clock = DrawnClock.of(open);
        all.add(clock);
        if (open.owner() != null) {
            byOwner.computeIfAbsent(open.owner(), owner -> new ClockDrawers()).add(clock);
        }
    }

    private void remove(OpenClock open) {
        DrawnClock clock = DrawnClock.of(open);
        all.remove(clock);
        ClockDrawers owned = open.owner() == null ? null : byOwner.get(open.owner());
        if (owned != null) {
            owned.remove(clock);
            if (owned.isEmpty()) {
                byOwner.remove(open.owner());
            }
        }
    }

    List<OpenClock> clocks(ClockQuery query) {
        query.requireNoTeam();
        List<OpenClock> found = new ArrayList<>();
        InOrder<DrawnClock> next = new InOrder<>(cabinets(query).flatMap(drawers -> drawers.matching(query)));
        while (next.hasNext() && found.size() < query.limit()) {
            OpenClock open = next.next().open();
            if (!query.isEarly(open.dueAt())) {
                break;
            }
            found.add(open);
        }
        return List.copyOf(found);
    }

    private Stream<ClockDrawers> cabinets(ClockQuery query) {
        List<String> owners = query.owners();
        return owners == null
                ? Stream.of(all)
                : owners.stream().distinct().flatMap(owner -> Stream.ofNullable(byOwner.get(owner)));
    }
}
