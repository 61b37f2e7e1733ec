package io.leadlifecycle.store;

import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Open clocks, those of one name, state and verdict in one drawer, sorted: so a query opens the drawers it asks for and
 * reads nothing that it does not answer. Not thread-safe.
 */
final class ClockDrawers {
    private final Map<Label, SortedSet<DrawnClock>> drawers = new HashMap<>();

    private record Label(String name, ClockState state, Verdict verdict) {
        static Label of(OpenClock open) {
            return new Label(open.name(), open.clock().state(), open.clock().verdict());
        }

        boolean isAskedFor(ClockQuery query) {
            return (query.name() == null || query.name().equals(name))
                    && (query.state() == null || query.state() == state)
                    && (query.verdict() == null || query.verdict() == verdict);
        }
    }

    void add(DrawnClock clock) {
        drawers.computeIfAbsent(Label.of(clock.open()), label -> new TreeSet<>())
                .add(clock);
    }

    void remove(DrawnClock clock) {
        drawers.computeIfPresent(Label.of(clock.open()), (label, drawer) -> {
            drawer.remove(clock);
            return drawer.isEmpty() ? null : drawer;
        });
    }

    boolean isEmpty() {
        return drawers.isEmpty();
    }

    Stream<SortedSet<DrawnClock>> matching(ClockQuery query) {
        return drawers.entrySet().stream()
                .filter(entry -> entry.getKey().isAskedFor(query))
                .map(Map.Entry::getValue);
    }
}
