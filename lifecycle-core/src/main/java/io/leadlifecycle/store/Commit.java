package io.leadlifecycle.store;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store saves of one lead in one append.
 *
 * @param expectedEntries how many entries the lead had when it was loaded, 0 for a new one
 * @param lead the lead after the entries
 * @param entries what happened, in order, at least one
 * @param recordedAt the engine's wall clock; kept beside the entries and no part of them
 */
public record Commit(long expectedEntries, Lead lead, List<JournalEntry> entries, Instant recordedAt) {
    /** Copies the list. */
    public Commit {
        entries = List.copyOf(entries);
    }

    /**
     * When the lead falls due next.
     *
     * @return the instant, empty when nothing waits
     */
    public Optional<Instant> nextDue() {
        return lead.nextDue().map(Due::at);
    }

    /**
     * What the host carries out.
     *
     * @return the effects of all entries, in order
     */
    public List<Effect> effects() {
        return entries.stream().flatMap(entry -> entry.effects().stream()).toList();
    }
}
