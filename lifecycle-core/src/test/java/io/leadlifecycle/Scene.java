package io.leadlifecycle;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.testing.SettableInstantSource;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

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
