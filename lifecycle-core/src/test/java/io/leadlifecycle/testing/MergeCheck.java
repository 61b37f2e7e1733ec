package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Contact;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;

/** A merged lead is left alone; the one that goes on knows what both knew, and what was final stays final. */
final class MergeCheck implements Check {
    private final Lifecycle lifecycle;

    MergeCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void change(Of<Change> of, Findings findings) {
        if (of.it() instanceof MergeChange.MergedInto merged) {
            findings.require(of.first() && of.entry().event().equals("LeadMerged"), "it ends in another event");
            findings.require(!merged.into().equals(of.before().id()), "it is merged into itself");
            findings.require(of.before().mergedInto().isEmpty(), "it is merged a second time, into " + merged.into());
        } else if (of.it() instanceof MergeChange.JourneyAbsorbed absorbed) {
            absorbs(of, absorbed.data(), findings);
        } else if (of.it() instanceof MergeChange.HistoryAbsorbed history) {
            Contact before = of.before().contact();
            findings.require(isAbsorption(of.entry()), "a history comes from nowhere");
            findings.require(history.contact().allowed().compareTo(before.allowed()) >= 0, "a restriction is loosened");
            findings.require(
                    !history.origin().createdAt().isAfter(of.before().origin().createdAt()),
                    "it was created later than before");
        }
    }

    private void absorbs(Of<Change> of, Absorption data, Findings findings) {
        findings.require(of.first() && isAbsorption(of.entry()), "it absorbs another lead in another event");
        findings.require(data.from().equals(of.entry().via()), "it absorbs another lead than it says");
        findings.require(data.at().equals(of.entry().at()), "it absorbs at another instant than its entry");
        for (StageStamps stamps : data.stamps()) {
            findings.require(!stamps.latest().isAfter(data.at()), "it brings the stamps " + stamps);
        }
        Absorption.Standing taken = data.taken();
        if (taken == null) {
            return;
        }
        Stage stage = lifecycle.stage(taken.stage()).orElse(null);
        findings.require(stage != null && stage.kind() == taken.kind(), "it takes the stage " + taken);
        findings.require(taken.left().equals(of.before().stage()), "it leaves another stage than it stood in");
        findings.require(
                !of.before().journey().finallyDisqualified()
                        || (taken.finalReason()
                                && taken.kind() == of.before().journey().kind()),
                "a final disqualification is lost to " + taken);
    }

    private static boolean isAbsorption(JournalEntry entry) {
        return entry.event().equals("LeadAbsorbed");
    }

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        Lead lead = of.after();
        if (of.before().mergedInto().isPresent()) {
            findings.require(
                    of.entry().result() == JournalEntry.Result.REFUSED, "something happens after it was merged");
        }
        if (lead.mergedInto().isPresent()) {
            findings.require(lead.nextDue().isEmpty() && lead.parked().isEmpty(), "a merged lead falls due");
            findings.require(
                    lead.clocks().stream().noneMatch(Clock::isOpen)
                            && lead.timers().isEmpty()
                            && lead.ownership().waiting() == null,
                    "something runs for a merged lead");
            findings.require(of.entry().moves().isEmpty(), "a merged lead moves");
        }
    }
}
