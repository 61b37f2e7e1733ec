package io.leadlifecycle.json;

import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;

/**
 * Leads and journal entries as JSON, and back. What is read equals what was written, and the same value gives the same
 * text in every JVM. Thread-safe.
 */
public final class LeadJson {
    private LeadJson() {}

    /**
     * A lead as JSON.
     *
     * @param lead the lead
     * @return one line
     */
    public static String write(Lead lead) {
        return Mapper.JSON.writeValueAsString(lead);
    }

    /**
     * A lead from its JSON.
     *
     * @param json what {@link #write(Lead)} gave
     * @return the lead
     */
    public static Lead readLead(String json) {
        return Mapper.JSON.readValue(json, Lead.class);
    }

    /**
     * A journal entry as JSON.
     *
     * @param entry the entry
     * @return one line
     */
    public static String write(JournalEntry entry) {
        return Mapper.JSON.writeValueAsString(entry);
    }

    /**
     * A journal entry from its JSON.
     *
     * @param json what {@link #write(JournalEntry)} gave
     * @return the entry
     */
    public static JournalEntry readEntry(String json) {
        return Mapper.JSON.readValue(json, JournalEntry.class);
    }
}
