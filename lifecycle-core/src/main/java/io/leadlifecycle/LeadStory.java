package io.leadlifecycle;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the journey of one lead: every move with its reason, every message, every clock with where its time went. */
final class LeadStory {
    private final CalendarVersions calendars;
    private final List<String> lines = new ArrayList<>();

    LeadStory(CalendarVersions calendars) {
        this.calendars = calendars;
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
                        : ", owner " + lead.ownership().owner()));
        Map<String, Clock> clocks = new TreeMap<>();
        for (JournalEntry entry : journal) {
            tell(entry);
            entry.changes().forEach(change -> {
                if (change instanceof AgendaChange.ClockSet set) {
                    clocks.put(set.clock().name() + "#" + set.clock().number(), set.clock());
                }
            });
        }
        clocks.forEach((name, clock) -> lines.add("  clock " + name + ": " + describe(clock, lead.lastEntryAt())));
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
        entry.changes().forEach(change -> {
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

    private static String id(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(0, space);
    }

    private String describe(Clock clock, Instant now) {
        List<String> ledger = new ArrayList<>();
        for (Span span : clock.spans()) {
            ledger.add(where(clock, span.calendar(), span.from(), span.to()));
        }
        if (clock.countingFrom() != null && clock.countingFrom().isBefore(now)) {
            ledger.add(where(clock, clock.calendar(), clock.countingFrom(), now));
        }
        return clock.verdict().name().toLowerCase(Locale.ROOT)
                + (clock.learntLate() ? " (learnt late)" : "")
                + ", target " + clock.target() + ", from " + clock.startedAt()
                + (clock.dueAt() == null ? "" : ", due " + clock.dueAt())
                + (clock.endedAt() == null ? "" : ", ended " + clock.endedAt())
                + (ledger.isEmpty() ? "" : "; counted " + String.join(", paused, ", ledger));
    }

    private String where(Clock clock, String version, Instant from, Instant to) {
        BusinessCalendar calendar =
                clock.target().isBusiness() ? calendars.calendar(version) : BusinessCalendar.ALWAYS_OPEN;
        return calendar.ledger(from, to).toString();
    }
}
