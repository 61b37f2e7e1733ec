package io.leadlifecycle;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.clock.ClockHistory;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The journey of one lead: every move with its reason, every flag and message, every clock with where its time went. */
final class LeadStory {
    private final CalendarVersions calendars;
    private final TimerStory timers;
    private final List<String> lines = new ArrayList<>();

    LeadStory(CalendarVersions calendars, Lifecycle lifecycle) {
        this.calendars = calendars;
        this.timers = new TimerStory(lifecycle);
    }

    String of(Lead lead, List<JournalEntry> journal) {
        lines.add("Lead " + lead.id() + ": " + lead.stage()
                + reason(lead.journey().reason()) + ", fit "
                + lead.qualification().fit()
                + (lead.qualification().type() == null
                        ? ""
                        : ", type " + lead.qualification().type())
                + (lead.ownership().owner() == null
                        ? ""
                        : ", owner " + lead.ownership().owner())
                + lead.mergedInto().map(into -> ", merged into " + into).orElse(""));
        journal.forEach(this::tell);
        new ClockHistory(journal, lead.lastEntryAt())
                .reports(calendars)
                .forEach(clock -> lines.add("  clock " + clock.text()));
        ScoreReport score = ScoreReport.of(journal);
        if (!score.whole().parts().isEmpty()) {
            lines.add("  score " + score);
        }
        lines.addAll(timers.of(lead));
        lead.nextDue().ifPresent(due -> lines.add("  next: " + due.idFor(lead.id()) + " at " + due.at()));
        return String.join("\n", lines);
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "" : " (" + reason + ")";
    }

    private void tell(JournalEntry entry) {
        if (entry.result() != JournalEntry.Result.APPLIED) {
            lines.add("  " + entry.at() + "  " + entry.event() + " " + entry.result() + ": " + entry.why());
        }
        if (entry.via() != null && !entry.event().equals("LeadAbsorbed")) {
            lines.add("  " + entry.at() + "  " + entry.event() + " came for " + entry.via());
        }
        entry.changes().forEach(change -> {
            if (change instanceof MergeChange merge && !(merge instanceof MergeChange.HistoryAbsorbed)) {
                lines.add("  " + entry.at() + "  " + merge.inWords());
            }
            if (change instanceof Change.Flagged flag) {
                lines.add("  " + entry.at() + "    flag \"" + flag.flag() + "\" "
                        + (flag.raised() ? "raised" : "cleared"));
            }
            if (change instanceof Change.Imported imported) {
                Import data = imported.data();
                lines.add("  " + data.at() + "  " + (data.begins() ? "begins in " : "stands in ") + data.stage()
                        + reason(data.reason()) + ", imported");
            }
        });
        for (Change.StageMoved move : entry.moves()) {
            String from = move.from().isEmpty() ? "begins in " : move.from() + " -> ";
            lines.add("  " + move.at() + "  " + from + move.to() + reason(move.reason()) + ", "
                    + move.trigger().name().toLowerCase(Locale.ROOT)
                    + (move.because() == null ? "" : ": " + move.because() + " [" + id(move.rule()) + "]"));
        }
        for (Effect effect : entry.effects()) {
            lines.add("  " + entry.at() + "    " + effect + " [" + id(effect.rule()) + "]");
        }
    }

    static String id(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(0, space);
    }
}
