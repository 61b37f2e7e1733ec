package io.leadlifecycle.testing;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Timer;

/** Old data moves nobody, tells nobody, brings no stamp of the future, and starts its stage's timers when it comes. */
final class ImportCheck implements Check {
    private final Lifecycle lifecycle;

    ImportCheck(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void change(Of<Change> of, Findings findings) {
        if (of.it() instanceof Change.Imported imported) {
            Import data = imported.data();
            boolean blank = of.before().stage().isEmpty();
            findings.require(of.first() && isImport(of.entry()), "an import inside of another event");
            findings.require(
                    data.begins() == blank,
                    "an import begins the life of a lead in " + of.before().stage());
            findings.require(
                    of.after().stage().equals(data.stage()),
                    "an import of " + data.stage() + " leaves the lead in "
                            + of.after().stage());
            names(data, findings);
            for (StageStamps stamps : data.stamps()) {
                findings.require(
                        !stamps.latest().isAfter(of.entry().eventAt())
                                && !stamps.first().isAfter(stamps.latest()),
                        "it brings the stamps " + stamps);
            }
        }
        if (of.it() instanceof AgendaChange.TimerStarted started
                && started.timer().purpose() != Timer.Purpose.RULE) {
            findings.require(
                    started.timer().startedAt().equals(of.entry().at()),
                    "a timer of the stage starts at " + started.timer().startedAt());
        }
    }

    private void names(Import data, Findings findings) {
        Stage stage = lifecycle.stage(data.stage()).orElse(null);
        if (stage == null || stage.kind() != data.kind()) {
            findings.add("it imports into the stage " + data.stage() + " as " + data.kind());
            return;
        }
        String reason = data.reason();
        String list = stage.picklist();
        findings.require(
                reason == null || (list != null && lifecycle.picklist(list).contains(reason)),
                stage.name() + " is imported with the reason \"" + reason + "\", which is not in \"" + list + "\"");
        boolean isFinal =
                reason != null && lifecycle.reason(reason).map(r -> r.isFinal()).orElse(false);
        findings.require(isFinal == data.finalReason(), "the reason \"" + reason + "\" is wrong about being final");
    }

    @Override
    public void entry(Of<JournalEntry> of, Findings findings) {
        if (isImport(of.entry())) {
            findings.require(
                    of.entry().effects().stream().allMatch(effect -> effect instanceof Effect.Assign),
                    "an import tells somebody: " + of.entry().effects());
            findings.require(
                    of.entry().changes().stream().noneMatch(change -> change instanceof Change.Enrolled),
                    "an import enrolls the lead");
        }
    }

    private static boolean isImport(JournalEntry entry) {
        return entry.event().equals("LeadImported");
    }
}
