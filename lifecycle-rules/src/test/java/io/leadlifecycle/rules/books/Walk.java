package io.leadlifecycle.rules.books;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.rule.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One lead on its way through a book; each step says which rules were applied and where the lead went. */
final class Walk {
    static final String LEAD = "L-1";

    private final LifecycleEngine engine;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private int events;

    Walk(RuleBook book) {
        engine = LifecycleEngine.builder(book).build();
    }

    /** What makes an event of its id and instant. */
    interface Happening {
        LeadEvent at(String id, Instant at);
    }

    /** The rules that an event applied and the stages it led to, such as {@code [ABO-1, TESTPHASE]}. */
    List<String> fire(Happening happening) {
        now = now.plus(Duration.ofHours(1));
        events++;
        Outcome outcome = engine.fire(happening.at("e-" + events, now));
        return outcome.entry() == null ? List.of() : steps(List.of(outcome.entry()));
    }

    /** The rules and stages of everything that falls due within some days. */
    List<String> await(int days) {
        int before = engine.journal(LEAD).size();
        now = now.plus(Duration.ofDays(days));
        engine.advanceTo(now);
        List<JournalEntry> journal = engine.journal(LEAD);
        return steps(journal.subList(before, journal.size()));
    }

    private static List<String> steps(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.steps().stream())
                .flatMap(step -> Stream.concat(
                        step.rules().stream()
                                .filter(rule -> rule.ruling() == RuleRecord.Ruling.APPLIED)
                                .map(rule -> rule.rule().split(" ", 2)[0]),
                        step.changes().stream()
                                .filter(Change.StageMoved.class::isInstance)
                                .map(change -> ((Change.StageMoved) change).to())))
                .toList();
    }

    String stage() {
        return engine.lead(LEAD).orElseThrow().stage();
    }

    String reason() {
        return engine.lead(LEAD).orElseThrow().journey().reason();
    }

    String type() {
        return engine.lead(LEAD).orElseThrow().qualification().type();
    }

    int recycles() {
        return engine.lead(LEAD).orElseThrow().journey().recycles().count();
    }
}
