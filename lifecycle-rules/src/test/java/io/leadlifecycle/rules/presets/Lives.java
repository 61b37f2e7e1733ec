package io.leadlifecycle.rules.presets;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The leads of a history: fired, and then time goes by. */
record Lives(LifecycleEngine engine, List<LeadEvent> history) {
    static Lives of(List<LeadEvent> history, RuleBook book, Directory people) {
        return new Lives(LifecycleEngine.builder(book).directory(people).build(), history);
    }

    /** All events; a rule that fails costs its event only. */
    Lives fired() {
        engine.fireAll(history);
        return this;
    }

    Instant lastEvent() {
        return history.stream().map(LeadEvent::at).max(Instant::compareTo).orElseThrow();
    }

    Lives after(Duration silence) {
        engine.advanceTo(lastEvent().plus(silence));
        return this;
    }

    /** The same, looked after at regular intervals. */
    Lives after(Duration silence, Duration step) {
        Instant end = lastEvent().plus(silence);
        for (Instant at = lastEvent().plus(step); at.isBefore(end); at = at.plus(step)) {
            engine.advanceTo(at);
        }
        return after(silence);
    }

    Stream<Lead> leads() {
        return history.stream().map(LeadEvent::leadId).distinct().flatMap(id -> engine.lead(id).stream());
    }

    /** Those that are still themselves: one that was merged goes on as another. */
    Stream<Lead> unmerged() {
        return leads().filter(lead -> lead.mergedInto().isEmpty());
    }

    /** Every journal as text, by lead. */
    Map<String, List<String>> journals() {
        Map<String, List<String>> journals = new TreeMap<>();
        leads().forEach(lead -> journals.put(
                lead.id(),
                engine.journal(lead.id()).stream().map(JournalJson::write).toList()));
        return journals;
    }
}
