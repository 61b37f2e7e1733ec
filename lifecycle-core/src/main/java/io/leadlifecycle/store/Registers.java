package io.leadlifecycle.store;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Waiting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a store in memory finds leads by. Not thread-safe. */
final class Registers {
    private final Map<LeadIndex, Map<String, SortedSet<String>>> byKey = new EnumMap<>(LeadIndex.class);
    private final SortedMap<String, SortedSet<LeadStore.DueLead>> queues = new TreeMap<>();

    Registers() {
        for (LeadIndex index : LeadIndex.values()) {
            byKey.put(index, new HashMap<>());
        }
    }

    /** A lead goes in, or what was known of it comes out. */
    void change(Lead lead, boolean add) {
        byKey.forEach((index, register) -> change(register, index.keyOf(lead), lead.id(), add));
        Waiting waiting = lead.ownership().waiting();
        if (waiting != null) {
            change(queues, waiting.pool(), inOrder(waiting.since(), lead.id()), add);
        }
    }

    private static LeadStore.DueLead inOrder(Instant since, String leadId) {
        return new LeadStore.DueLead(since, leadId);
    }

    private static <T> void change(Map<String, SortedSet<T>> register, @Nullable String key, T element, boolean add) {
        if (key == null) {
            return;
        }
        if (add) {
            register.computeIfAbsent(key, fresh -> new TreeSet<>()).add(element);
            return;
        }
        SortedSet<T> known = register.get(key);
        if (known != null) {
            known.remove(element);
            if (known.isEmpty()) {
                register.remove(key);
            }
        }
    }

    List<String> leads(LeadIndex index, String key) {
        return List.copyOf(byKey.getOrDefault(index, Map.of()).getOrDefault(key, new TreeSet<>()));
    }

    List<String> queue(String pool, int limit) {
        return queues.getOrDefault(pool, new TreeSet<>()).stream()
                .limit(limit)
                .map(LeadStore.DueLead::leadId)
                .toList();
    }

    List<String> queues() {
        return List.copyOf(queues.keySet());
    }
}
