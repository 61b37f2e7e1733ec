package io.leadlifecycle.testing;

import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import java.util.HashSet;
import java.util.Set;

/** The entries are numbered without a gap, time does not go back, and what was refused or parked changed nothing. */
final class OrderCheck implements Check {
    private final Set<String> hostIds = new HashSet<>();
    private final Set<String> effectIds = new HashSet<>();

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        JournalEntry entry = of.entry();
        findings.require(
                entry.seq() == of.before().entries() + 1,
                "follows entry " + of.before().entries());
        findings.require(entry.leadId().equals(of.before().id()), "belongs to lead " + entry.leadId());
        findings.require(
                !entry.at().isBefore(of.before().lastEntryAt()),
                "its instant " + entry.at() + " is before " + of.before().lastEntryAt());
        findings.require(
                !entry.eventAt().isAfter(entry.at()), "it happened at " + entry.eventAt() + ", after " + entry.at());
        findings.require(entry.raised() || hostIds.add(entry.eventId()), "the id of the event was used up before");
        entry.effects()
                .forEach(effect -> findings.require(
                        effectIds.add(effect.id()), "the effect id " + effect.id() + " was given before"));
        nothingChanged(entry, findings);
    }

    private static void nothingChanged(JournalEntry entry, Findings findings) {
        switch (entry.result()) {
            case APPLIED -> findings.require(entry.why() == null, "it is applied and says why not: " + entry.why());
            case REFUSED ->
                findings.require(
                        entry.steps().isEmpty() && entry.why() != null, "it was refused and has steps or no why");
            case PARKED ->
                findings.require(
                        entry.effects().isEmpty() && entry.changes().stream().allMatch(OrderCheck::parks),
                        "it was parked and changed more than what is parked");
        }
    }

    private static boolean parks(Change change) {
        return change instanceof AgendaChange.ItemParked || change instanceof AgendaChange.ItemUnparked;
    }
}
