package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Lead;
import java.util.ArrayList;
import java.util.List;

/**
 * What is true of every journal, whatever the rules say. For tests of a rule book, for a back-test of what a real system
 * wrote, and after a migration.
 *
 * <pre>{@code
 * LifecycleInvariants.assertHold(book.lifecycle(), engine.journal("L-1"), engine.lead("L-1").orElseThrow());
 * }</pre>
 *
 * <p>Checked are: the journal is complete, in order and folds to the lead; every move took an allowed path with a reason
 * of the picklist; stamps, recycles and counts equal the journal and what
 * was imported or absorbed; a merged lead is left alone; nobody is in limbo or in a LOST stage past its limit; a
 * finally disqualified lead is left alone; clocks, milestones, timers and flags; what
 * people are told of clocks, and when; the judgement of competing rules as far as a
 * journal shows it. The journal must have been written under the given lifecycle. Stateless, thread-safe.
 */
public final class LifecycleInvariants {
    private LifecycleInvariants() {}

    /**
     * What is wrong with a journal.
     *
     * @param lifecycle the lifecycle it was written under
     * @param journal all entries of one lead, in order
     * @param lead the lead as it is stored
     * @return one sentence per violation, empty when all invariants hold
     */
    public static List<String> violations(Lifecycle lifecycle, List<JournalEntry> journal, Lead lead) {
        Findings findings = new Findings();
        if (journal.isEmpty()) {
            findings.add("the journal of lead " + lead.id() + " is empty");
            return findings.all();
        }
        List<Check> checks = List.of(
                new OrderCheck(),
                new JourneyCheck(lifecycle),
                new StayCheck(lifecycle),
                new ImportCheck(lifecycle),
                new MergeCheck(lifecycle),
                new FinalityCheck(),
                new ClockCheck(),
                new FlagCheck(),
                new NoticeCheck(lifecycle),
                new JudgementCheck(lifecycle));
        Lead before = Lead.blank(lead.id(), journal.get(0).at());
        for (JournalEntry entry : journal) {
            before = read(entry, before, checks, findings.in(entry));
        }
        findings.inAll();
        findings.require(before.equals(lead), "folding the journal gives another lead than the stored one");
        return findings.all();
    }

    private static Lead read(JournalEntry entry, Lead before, List<Check> checks, Findings findings) {
        Lead lead = before;
        for (int i = 0; i < entry.steps().size(); i++) {
            Step step = entry.steps().get(i);
            Lead stepBefore = lead;
            for (Change change : step.changes()) {
                Lead changed = change.applyTo(lead);
                Lead known = lead;
                boolean facts = i == 0;
                checks.forEach(check -> check.change(new Check.Of<>(entry, change, known, changed, facts), findings));
                lead = changed;
            }
            Lead stepAfter = lead;
            boolean facts = i == 0;
            checks.forEach(check -> check.step(new Check.Of<>(entry, step, stepBefore, stepAfter, facts), findings));
        }
        Lead after = lead.withEntry(entry.at(), entry.raised());
        checks.forEach(check -> check.entry(new Check.Of<>(entry, entry, before, after, false), findings));
        return after;
    }

    /**
     * Fails with all violations when there are any.
     *
     * @param lifecycle the lifecycle the journal was written under
     * @param journal all entries of one lead, in order
     * @param lead the lead as it is stored
     */
    public static void assertHold(Lifecycle lifecycle, List<JournalEntry> journal, Lead lead) {
        List<String> violations = violations(lifecycle, journal, lead);
        if (!violations.isEmpty()) {
            List<String> lines = new ArrayList<>(violations);
            journal.forEach(entry -> lines.add(entry.toString()));
            throw new AssertionError(
                    violations.size() + " violations of lead " + lead.id() + ":\n" + String.join("\n", lines));
        }
    }
}
