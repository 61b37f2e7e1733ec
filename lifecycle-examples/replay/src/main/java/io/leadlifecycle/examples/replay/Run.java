package io.leadlifecycle.examples.replay;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.UnknownLeads;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.examples.replay.Lines.Line;
import io.leadlifecycle.json.EventReader;
import io.leadlifecycle.json.LeadLine;
import io.leadlifecycle.json.MalformedJsonException;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.store.StoredEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One pass over the events. Its memory grows with the leads, not with the events. */
final class Run {
    private final Settings settings;
    private final Rejects rejects;
    private final Tally tally = new Tally();
    private final InMemoryLeadStore store;
    private final LifecycleEngine engine;
    private final @Nullable JournalFile journal;
    private long lines;
    private long events;
    private long repeated;
    private long afterUntil;
    private @Nullable Instant latest;

    /**
     * What the command line asks for.
     *
     * @param until the last instant, null for the latest of the events
     * @param unknownLeads what becomes of an event of a lead that nobody created
     * @param remembered how many events are remembered per lead
     */
    record Settings(@Nullable Instant until, UnknownLeads unknownLeads, int remembered) {}

    Run(RuleBook book, Settings settings, Rejects rejects, @Nullable JournalFile journal) {
        this.settings = settings;
        this.rejects = rejects;
        this.journal = journal;
        this.store = InMemoryLeadStore.spooling(this::spool, settings.remembered());
        this.engine = LifecycleEngine.builder(book)
                .store(store)
                .unknownLeads(settings.unknownLeads())
                .build();
    }

    private void spool(StoredEntry stored) {
        tally.count(stored.entry());
        if (journal != null) {
            journal.add(stored.entry());
        }
    }

    void read(InputStream in) throws IOException {
        Lines input = new Lines(in);
        for (Line line = input.next(); line != null; line = input.next()) {
            lines++;
            if (line.fault() != null) {
                rejects.add(line, line.fault());
            } else if (!line.text().isBlank()) {
                read(line);
            }
        }
        Instant end = settings.until() == null ? latest : settings.until();
        if (end != null) {
            engine.advanceTo(end);
        }
    }

    private void read(Line line) throws IOException {
        LeadEvent event;
        try {
            event = EventReader.standard().read(line.text(), line.number());
        } catch (MalformedJsonException e) {
            rejects.add(line, String.valueOf(e.getMessage()));
            return;
        }
        if (settings.until() != null && event.at().isAfter(settings.until())) {
            afterUntil++;
            return;
        }
        fire(line, event);
    }

    private void fire(Line line, LeadEvent event) throws IOException {
        events++;
        latest = latest == null || event.at().isAfter(latest) ? event.at() : latest;
        Outcome outcome;
        try {
            outcome = engine.fire(event);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (RuntimeException e) {
            rejects.add(line, String.valueOf(e.getMessage()));
            return;
        }
        if (outcome.status() == Outcome.Status.REPEATED) {
            repeated++;
        } else if (outcome.entry() == null) {
            rejects.add(line, outcome.status() + ": " + outcome.why());
        }
    }

    void writeLeads(Writer out) throws IOException {
        Instant end = settings.until() == null ? latest : settings.until();
        for (var lead : store.leads()) {
            Instant asOf = end == null || end.isBefore(lead.lastEntryAt()) ? lead.lastEntryAt() : end;
            out.write(LeadLine.write(
                    lead, asOf, version -> store.calendar(version).orElseThrow()));
            out.write('\n');
        }
    }

    Summary summary() {
        return new Summary(lines, events, repeated, afterUntil, rejects.count(), tally, store.leads(), engine.health());
    }
}
