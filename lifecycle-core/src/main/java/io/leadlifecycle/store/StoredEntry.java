package io.leadlifecycle.store;

import io.leadlifecycle.journal.JournalEntry;
import java.time.Instant;

/**
 * A journal entry and when it was recorded.
 *
 * @param entry the entry
 * @param recordedAt the engine's wall clock at the append
 */
public record StoredEntry(JournalEntry entry, Instant recordedAt) {}
