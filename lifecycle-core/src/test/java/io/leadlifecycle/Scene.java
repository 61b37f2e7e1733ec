package io.leadlifecycle;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.Commit;
import io.leadlifecycle.store.Draw;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.testing.SettableInstantSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** One store, engines on it, and the minutes of a Monday from 09:00 on. */
final class Scene {
    static final Instant MONDAY_9 = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant RECORDED = Instant.parse("2030-01-01T00:00:00Z");

    final InMemoryLeadStore store = new InMemoryLeadStore();

    LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return builder(LambdaRuleBook.of(rules)).build();
    }

    LifecycleEngineBuilder builder(LambdaRuleBook book) {
        return LifecycleEngine.builder(book)
                .directory(SampleLifecycle.PEOPLE)
                .store(store)
                .recordingClock(new SettableInstantSource(RECORDED));
    }

    /** An engine with other people. */
    LifecycleEngine engine(Directory people, BiConsumer<LeadEvent, RuleLead> rules) {
        return engine(store, people, rules);
    }

    static LifecycleEngine engine(LeadStore on, Directory people, BiConsumer<LeadEvent, RuleLead> rules) {
        return LifecycleEngine.builder(LambdaRuleBook.of(rules))
                .directory(people)
                .store(on)
                .recordingClock(new SettableInstantSource(RECORDED))
                .build();
    }

    /** The same after everything was written down as text and read again. */
    Scene writtenAndRead(Directory people) {
        Scene read = new Scene();
        for (Lead lead : store.leads()) {
            List<JournalEntry> entries = store.journal(lead.id()).stream()
                    .map(stored -> JournalJson.read(JournalJson.write(stored.entry())))
                    .toList();
            Lead readBack = LeadJson.read(LeadJson.write(lead));
            read.store.append(List.of(new Commit(0, readBack, entries, RECORDED)), List.of());
        }
        people.poolNames().stream()
                .flatMap(pool -> Stream.of(pool, "queue of " + pool))
                .forEach(key -> store.rotation(key)
                        .ifPresent(state -> read.store.append(List.of(), List.of(new Draw(key, null, state)))));
        return read;
    }

    /** Everything that was told of a lead. */
    List<Effect.Tell> told(String lead) {
        return effects(lead, Effect.Tell.class);
    }

    /** Everything of a kind that the host had to carry out for a lead. */
    <T extends Effect> List<T> effects(String lead, Class<T> kind) {
        return store.journal(lead).stream()
                .flatMap(stored -> stored.entry().effects().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Who owns a lead; empty when nobody does. */
    String owner(String lead) {
        String owner = store.lead(lead).orElseThrow().ownership().owner();
        return owner == null ? "" : owner;
    }

    static Instant at(int minutes) {
        return MONDAY_9.plusSeconds(60L * minutes);
    }

    static LeadEvent created(String lead) {
        return new LeadCreated("created", lead, MONDAY_9, "web", Map.of());
    }

    static LeadEvent demo(String id, String lead, int minutes) {
        return new Touchpoint(id, lead, at(minutes), "demo request");
    }

    static void noRule(LeadEvent event, RuleLead lead) {}
}
