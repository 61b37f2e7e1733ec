package io.leadlifecycle.store;

import io.leadlifecycle.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a store in memory keeps of the journal of one lead. Not thread-safe. */
interface Pages {
    void add(StoredEntry entry);

    List<JournalEntry> outcome(String eventId);

    List<StoredEntry> all();

    /** Keeps every entry. */
    final class Kept implements Pages {
        private final List<StoredEntry> entries = new ArrayList<>();
        private final Map<String, Integer> byEvent = new HashMap<>();

        @Override
        public void add(StoredEntry stored) {
            entries.add(stored);
            if (!stored.entry().raised()) {
                byEvent.put(stored.entry().eventId(), entries.size() - 1);
            }
        }

        @Override
        public List<JournalEntry> outcome(String eventId) {
            Integer place = byEvent.get(eventId);
            if (place == null) {
                return List.of();
            }
            int first = place;
            while (first > 0 && eventId.equals(entries.get(first - 1).entry().cause())) {
                first--;
            }
            int end = place + 1;
            while (end < entries.size()
                    && eventId.equals(entries.get(end).entry().cause())) {
                end++;
            }
            return entries.subList(first, end).stream().map(StoredEntry::entry).toList();
        }

        @Override
        public List<StoredEntry> all() {
            return List.copyOf(entries);
        }
    }

    /** Hands every entry on and remembers of the latest events what they were, not what they did. */
    final class Spooled implements Pages {
        private final Consumer<StoredEntry> spool;
        private final int remembered;
        private final Map<String, JournalEntry> latest = new LinkedHashMap<>(4);

        Spooled(Consumer<StoredEntry> spool, int remembered) {
            this.spool = spool;
            this.remembered = remembered;
        }

        @Override
        public void add(StoredEntry stored) {
            spool.accept(stored);
            JournalEntry entry = stored.entry();
            if (remembered == 0 || entry.raised()) {
                return;
            }
            if (latest.size() == remembered) {
                latest.remove(latest.keySet().iterator().next());
            }
            latest.put(entry.eventId(), entry.withSteps(List.of()));
        }

        @Override
        public List<JournalEntry> outcome(String eventId) {
            JournalEntry entry = latest.get(eventId);
            return entry == null ? List.of() : List.of(entry);
        }

        @Override
        public List<StoredEntry> all() {
            throw new UnsupportedOperationException("The journal of this store was spooled; read it where it went.");
        }
    }
}
