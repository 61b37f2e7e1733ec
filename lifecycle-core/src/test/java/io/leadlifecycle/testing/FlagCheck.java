package io.leadlifecycle.testing;

import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Flag;

/** A flag that was raised for a stage falls when the lead leaves it. */
final class FlagCheck implements Check {
    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        for (Flag flag : of.after().marks().flags()) {
            boolean own = flag.stage() == null || flag.stage().equals(of.after().stage());
            findings.require(own, "the lead stands in " + of.after().stage() + " with " + flag);
        }
    }
}
