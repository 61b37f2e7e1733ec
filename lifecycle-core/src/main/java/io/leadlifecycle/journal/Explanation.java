package io.leadlifecycle.journal;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.model.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an entry for people. */
final class Explanation {
    private Explanation() {}

    static String of(JournalEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(entry));
        for (Step step : entry.steps()) {
            explain(step, lines);
        }
        return String.join("\n", lines);
    }

    private static String headline(JournalEntry entry) {
        StringBuilder text = new StringBuilder()
                .append(entry.at())
                .append(' ')
                .append(entry.event())
                .append(" \"")
                .append(entry.eventId())
                .append('"');
        if (entry.actor() != null) {
            text.append(" by ").append(entry.actor());
        }
        if (entry.via() != null) {
            text.append(", came for ").append(entry.via());
        }
        if (entry.eventAt().isBefore(entry.at())) {
            text.append(", late: it happened at ").append(entry.eventAt());
        }
        if (entry.result() != JournalEntry.Result.APPLIED) {
            text.append(": ").append(entry.result()).append(", ").append(entry.why());
        }
        return text.toString();
    }

    private static void explain(Step step, List<String> lines) {
        for (RuleRecord rule : step.rules()) {
            String why = rule.why() == null ? "" : ", " + rule.why();
            lines.add("  " + rule.rule()
                    + (rule.ruling() == RuleRecord.Ruling.APPLIED ? "" : ": " + rule.ruling() + why));
        }
        step.changes().stream()
                .map(Explanation::change)
                .filter(Objects::nonNull)
                .forEach(line -> lines.add("    " + line));
        step.effects().forEach(effect -> lines.add("    -> " + effect));
        if (step.note() != null) {
            lines.add("    (" + step.event() + (step.about().isEmpty() ? "" : " " + step.about()) + ": " + step.note()
                    + ")");
        }
    }

    private static @Nullable String change(Change change) {
        if (change instanceof Change.StageMoved m) {
            return moved(m);
        }
        if (change instanceof Change.Imported i) {
            return imported(i.data());
        }
        if (change instanceof Change.ProfilePatched p) {
            return "profile "
                    + p.fields().stream().map(Explanation::field).collect(Collectors.joining(", "))
                    + (p.internal() ? ", internal" : "");
        }
        if (change instanceof Change.Touched t) {
            return "touch \"" + t.kind() + "\"" + (t.counted() ? "" : ", not counted: one of a burst");
        }
        if (change instanceof Change.FitDerived f) {
            return "fit " + f.fit() + ", met " + f.met() + (f.missing().isEmpty() ? "" : ", missing " + f.missing());
        }
        if (change instanceof AgendaChange.ClockSet c) {
            return clock(c.turn(), c.clock());
        }
        if (change instanceof AgendaChange.TimerStarted t) {
            return timer(t.timer());
        }
        if (change instanceof MergeChange m) {
            return m.inWords();
        }
        return other(change);
    }

    /** That a lead begins says its direction. */
    private static String moved(Change.StageMoved move) {
        boolean begins = move.from().isEmpty();
        return (begins ? "begins in " : move.from() + " -> ") + move.to() + " (" + low(move.trigger())
                + (begins || move.direction() == null ? "" : ", " + low(move.direction())) + ")"
                + (move.reason() == null ? "" : ", reason \"" + move.reason() + "\"")
                + (move.because() == null ? "" : ", because " + move.because());
    }

    private static String low(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String imported(Import data) {
        String stamps = data.stamps().stream()
                .map(stamp -> stamp.name() + " " + stamp.first())
                .collect(Collectors.joining(", "));
        return (data.begins() ? "begins in " : "stands in ") + data.stage() + " (imported)"
                + (data.reason() == null ? "" : ", reason \"" + data.reason() + "\"")
                + (stamps.isEmpty() ? ", no stamp known" : ", known " + stamps);
    }

    private static @Nullable String other(Change change) {
        if (change instanceof Change.TypeSet t) {
            return "type " + t.type();
        }
        if (change instanceof Change.OwnerSet o) {
            return o.owner() == null
                    ? "released by " + o.previous()
                    : "owner " + o.owner() + (o.pool() == null ? "" : ", whose turn it was in " + o.pool());
        }
        if (change instanceof Change.OwnerAwaited a && a.waiting() != null) {
            return awaited(a.waiting());
        }
        if (change instanceof Change.PreviousOwnerForgotten) {
            return "its owner before is preferred no more";
        }
        if (change instanceof AgendaChange.NoticeHeld h) {
            return "notice of " + String.join(", ", h.notice().clocks()) + " held until the opening at "
                    + h.notice().dueAt();
        }
        if (change instanceof Change.Scored s) {
            return "score " + s.from() + " -> " + s.score() + ", " + s.what();
        }
        if (change instanceof AgendaChange.TimerEnded t && t.how() != AgendaChange.TimerEnd.STAGE_LEFT) {
            return "timer \"" + t.timer() + "\" " + low(t.how());
        }
        if (change instanceof Change.Flagged f) {
            return flag(f);
        }
        if (change instanceof Change.Discovered d) {
            return d.method() + " confirmed " + d.confirmed() + (d.open().isEmpty() ? "" : ", open " + d.open());
        }
        if (change instanceof ContactChange contact) {
            return contact(contact);
        }
        if (change instanceof Change.CountedAnew) {
            return "what it did before qualifies it no more";
        }
        if (change instanceof AgendaChange.ItemParked p) {
            return "parked " + p.item().due().name() + ": " + p.item().error();
        }
        return null;
    }

    private static @Nullable String contact(ContactChange change) {
        if (change instanceof ContactChange.ContactRestricted restricted) {
            return "contact " + restricted.allowed();
        }
        if (change instanceof ContactChange.ContactDoubted doubted) {
            return doubted.invalid() ? "contact data wrong" : "contact data wrong no more";
        }
        return change instanceof ContactChange.CompanyLeft ? "left its company" : null;
    }

    private static String awaited(Waiting waiting) {
        return waiting.pool() == null
                ? "an owner is asked for: " + waiting.ways()
                : "waits in the queue of " + waiting.pool() + " since " + waiting.since();
    }

    private static String field(Field field) {
        return field.name() + " " + (field.value() == null ? "unknown" : field.value());
    }

    private static String clock(AgendaChange.ClockTurn turn, Clock clock) {
        String name = "clock \"" + clock.name() + "\" ";
        return switch (turn) {
            case STARTED -> name + "started, " + clock.target() + ", due " + clock.dueAt();
            case RETARGETED, MOVED, RESUMED, RECOMPUTED, TAKEN ->
                name + low(turn) + ", " + clock.target() + (clock.dueAt() == null ? "" : ", due " + clock.dueAt());
            case PAUSED -> name + "paused";
            case REACHED ->
                name + "reached " + clock.reached() + " %" + (clock.verdict() == Verdict.BREACHED ? ", breached" : "");
            case ANSWERED, ENDED -> name + low(clock.verdict()) + (clock.learntLate() ? ", learnt late" : "");
        };
    }

    private static String timer(Timer timer) {
        return "timer \"" + timer.name() + "\" started, " + timer.delay() + ", due " + timer.dueAt()
                + (timer.restartedBy() == null ? "" : ", starts anew with every " + timer.restartedBy())
                + (timer.repeating() ? ", repeating" : "");
    }

    private static String flag(Change.Flagged flag) {
        return "flag \"" + flag.flag() + "\" " + (flag.raised() ? "raised" : "cleared")
                + (flag.until() == null ? "" : ", until the next " + flag.until())
                + (flag.stage() == null ? "" : ", while in " + flag.stage());
    }
}
