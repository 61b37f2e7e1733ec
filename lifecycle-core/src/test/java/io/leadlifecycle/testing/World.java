package io.leadlifecycle.testing;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.Commit;
import io.leadlifecycle.store.Draw;
import io.leadlifecycle.store.InMemoryLeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One engine with its own store and a clock that stands still; what happened in it can be compared with another one. */
final class World {
    private final RuleBook book;
    private final Directory directory;
    private final InMemoryLeadStore store;
    private final LifecycleEngine engine;
    private final SortedSet<String> leads = new TreeSet<>();

    World(RuleBook book, Directory directory) {
        this(book, directory, new InMemoryLeadStore());
    }

    private World(RuleBook book, Directory directory, InMemoryLeadStore store) {
        this.book = book;
        this.directory = directory;
        this.store = store;
        this.engine = LifecycleEngine.builder(book)
                .directory(directory)
                .store(store)
                .recordingClock(new SettableInstantSource(LeadArbitraries.BEGIN))
                .build();
    }

    LifecycleEngine engine() {
        return engine;
    }

    /** Fires an event; nothing when one of its rules failed. Any other failure is a failure of the test. */
    Optional<Outcome> fire(LeadEvent event) {
        knows(event);
        try {
            return Optional.of(engine.fire(event));
        } catch (RuleFailedException expected) {
            return Optional.empty();
        }
    }

    World fireEach(Iterable<LeadEvent> events) {
        events.forEach(this::fire);
        return this;
    }

    void knows(LeadEvent event) {
        leads.add(event.leadId());
    }

    World advanceTo(Instant instant) {
        engine.advanceTo(instant);
        return this;
    }

    /** A new engine on what is left after everything was written down as text and read again. */
    World restarted() {
        InMemoryLeadStore readBack = new InMemoryLeadStore();
        leads().values().forEach(lead -> {
            List<JournalEntry> entries = engine.journal(lead.id()).stream()
                    .map(entry -> JournalJson.read(JournalJson.write(entry)))
                    .toList();
            Lead read = LeadJson.read(LeadJson.write(lead));
            readBack.append(List.of(new Commit(0, read, entries, LeadArbitraries.BEGIN)), List.of());
        });
        directory.poolNames().stream()
                .flatMap(pool -> Stream.of(pool, "queue of " + pool))
                .flatMap(key -> store.rotation(key).map(state -> new Draw(key, null, state)).stream())
                .forEach(draw -> readBack.append(List.of(), List.of(draw)));
        World next = new World(book, directory, readBack);
        next.leads.addAll(leads);
        return next;
    }

    /** The leads that exist, by id. */
    Map<String, Lead> leads() {
        Map<String, Lead> known = new TreeMap<>();
        leads.forEach(id -> store.lead(id).ifPresent(lead -> known.put(id, lead)));
        return known;
    }

    @Nullable
    Lead lead(String id) {
        return store.lead(id).orElse(null);
    }

    /** Every journal as JSON text, by lead. */
    Map<String, List<String>> journals() {
        Map<String, List<String>> journals = new TreeMap<>();
        leads().keySet()
                .forEach(id -> journals.put(
                        id, engine.journal(id).stream().map(JournalJson::write).toList()));
        return journals;
    }

    long strays() {
        return store.strayCount();
    }

    /** An instant after everything that these events, their clocks and timers may soon bring. */
    static Instant wellAfter(List<LeadEvent> history) {
        return history.stream()
                .map(LeadEvent::at)
                .max(Instant::compareTo)
                .orElse(LeadArbitraries.BEGIN)
                .plusSeconds(40L * 24 * 60 * 60);
    }
}
