package io.leadlifecycle.testing;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.Circumstances;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockCount;
import io.leadlifecycle.model.ClockResult;
import io.leadlifecycle.model.ClockSchedule;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.ClockTarget;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.store.Commit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits as an engine makes them, without an engine. */
final class Commits {
    static final Instant AT = LeadArbitraries.BEGIN;
    static final Instant RECORDED = Instant.parse("2026-03-02T09:00:00.123Z");

    private static final ClockResult OPEN = new ClockResult(Verdict.OPEN, null, null, false);

    private Commits() {}

    static Commit first(String leadId, String eventId, Change... changes) {
        return next(Lead.blank(leadId, AT), eventId, null, changes);
    }

    static Commit next(Lead lead, String eventId, @Nullable String cause, Change... changes) {
        JournalEntry entry = entry(lead, eventId, false, cause, changes);
        return new Commit(lead.entries(), entry.applyTo(lead), List.of(entry), RECORDED);
    }

    static JournalEntry entry(Lead lead, String eventId, boolean raised, @Nullable String cause, Change... changes) {
        return new JournalEntry(
                JournalEntry.FORMAT,
                lead.id(),
                lead.entries() + 1,
                eventId,
                AT,
                AT,
                null,
                "Touchpoint",
                "{\"event\":\"Touchpoint\"}",
                raised,
                JournalEntry.Result.APPLIED,
                null,
                cause,
                null,
                "book",
                "directory",
                new Circumstances(null, null, null, null, null, null),
                List.of(new Step("Touchpoint", "", List.of(), List.of(changes), List.of(), null)),
                null);
    }

    static Change owned(@Nullable String owner, @Nullable String before) {
        return new Change.OwnerSet(owner, before, null, false);
    }

    static Change account(String id) {
        return new Change.ProfilePatched(List.of(new Field("accountId", id)), false);
    }

    static Change queued(@Nullable String pool, Instant since) {
        return new Change.OwnerAwaited(new Waiting(1, "R-1 A rule", List.of(), since, pool));
    }

    static Change waits(String timer, Instant due) {
        return new AgendaChange.TimerStarted(new Timer(
                timer, 1, Timer.Purpose.RULE, "NEW", false, TimeBudget.hours(1), null, false, AT, due, "R-1 A rule"));
    }

    static Change ends(String timer) {
        return new AgendaChange.TimerEnded(timer, 1, AgendaChange.TimerEnd.FIRED);
    }

    static Change runs(String clock, Instant due) {
        return set(clock, ClockState.RUNNING, new ClockSchedule(due, List.of(), -1), OPEN);
    }

    static Change paused(String clock) {
        return set(clock, ClockState.PAUSED, new ClockSchedule(null, List.of(), -1), OPEN);
    }

    static Change breached(String clock, Instant due) {
        return set(
                clock,
                ClockState.RUNNING,
                new ClockSchedule(due, List.of(), Clock.DUE),
                new ClockResult(Verdict.BREACHED, due, null, false));
    }

    static Change stopped(String clock) {
        return set(
                clock,
                ClockState.STOPPED,
                new ClockSchedule(null, List.of(), -1),
                new ClockResult(Verdict.CANCELLED, null, AT, false));
    }

    private static Change set(String clock, ClockState state, ClockSchedule schedule, ClockResult result) {
        return new AgendaChange.ClockSet(
                AgendaChange.ClockTurn.STARTED,
                new Clock(
                        new ClockTarget(clock, TimeBudget.hours(1), true, "R-1 A rule"),
                        1,
                        "NEW",
                        AT,
                        state,
                        new ClockCount(BusinessCalendar.STANDARD.version(), AT, List.of()),
                        schedule,
                        result,
                        List.of()));
    }
}
