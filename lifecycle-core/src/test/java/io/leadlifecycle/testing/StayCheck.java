package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;

/**
 * Nobody is in limbo: a lead stays in a stage with an "otherwise" only while it waits, and in a stage with a limit, such
 * as every LOST one, only until it is reached. What is parked is excused.
 */
final class StayCheck implements Check {
    private final Lifecycle lifecycle;

    StayCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        Lead lead = of.after();
        Stage stage = lifecycle.stage(lead.stage()).orElse(null);
        if (stage == null || lead.mergedInto().isPresent()) {
            return;
        }
        if (stage.otherwise() != null) {
            stays(lead, Timer.Purpose.WAIT, findings);
        }
        if (stage.limit() != null) {
            stays(lead, Timer.Purpose.LIMIT, findings);
        }
        leaves(of, findings);
    }

    private static void stays(Lead lead, Timer.Purpose why, Findings findings) {
        Timer timer = lead.timers().stream()
                .filter(t -> t.purpose() == why)
                .findFirst()
                .orElse(null);
        if (timer == null) {
            findings.add("the lead stays in " + lead.stage() + " and no " + why + " is running");
            return;
        }
        boolean parked =
                lead.parked().stream().anyMatch(item -> item.due().name().equals(timer.name()));
        findings.require(
                parked || !lead.lastEntryAt().isAfter(timer.dueAt()),
                "the lead is still in " + lead.stage() + ", its " + why + " ended at " + timer.dueAt());
    }

    /** The limit, once it fired, has moved the lead out of the stage it was in. */
    private static void leaves(Of<JournalEntry> of, Findings findings) {
        for (Timer timer : of.before().timers()) {
            boolean fired = timer.purpose() == Timer.Purpose.LIMIT
                    && of.entry()
                            .changes()
                            .contains(new AgendaChange.TimerEnded(
                                    timer.name(), timer.number(), AgendaChange.TimerEnd.FIRED));
            boolean left = of.entry().moves().stream()
                    .anyMatch(move -> move.from().equals(of.before().stage()));
            findings.require(!fired || left, "the limit of " + of.before().stage() + " fired and nothing moved");
        }
    }
}
