package io.leadlifecycle.decision;

import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;

/**
 * What one event did.
 *
 * @param lead the lead after it
 * @param entry the journal entry; applied to the lead before, it gives the lead after
 */
public record Decision(Lead lead, JournalEntry entry) {}
