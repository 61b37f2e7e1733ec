package io.leadlifecycle.testing;

import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Lead;

/** Reads a journal from its beginning; one is used for one journal. */
interface Check {
    /**
     * A piece of the journal with the lead around it.
     *
     * @param entry the entry it belongs to
     * @param it the piece
     * @param before the lead before it
     * @param after the lead after it
     * @param first whether it belongs to the first step, where the event's own facts are
     */
    record Of<T>(JournalEntry entry, T it, Lead before, Lead after, boolean first) {}

    default void change(Of<Change> change, Findings findings) {}

    default void step(Of<Step> step, Findings findings) {}

    default void entry(Of<JournalEntry> entry, Findings findings) {}
}
