package io.leadlifecycle.testing;

import io.leadlifecycle.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** The violations found so far, each with the entry it was found in. */
final class Findings {
    private final List<String> sentences = new ArrayList<>();
    private String where = "";

    Findings in(JournalEntry entry) {
        where = "entry " + entry.seq() + " (" + entry.event() + " \"" + entry.eventId() + "\"): ";
        return this;
    }

    void inAll() {
        where = "";
    }

    void add(String sentence) {
        sentences.add(where + sentence);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            add(otherwise);
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
