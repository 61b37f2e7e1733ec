package io.leadlifecycle.clock;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.Ledger;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.ClockResult;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Pause;
import io.leadlifecycle.model.Span;
import io.leadlifecycle.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one clock of one lead tells at an instant: how it stands, what it counted, who was asked.
 *
 * <pre>{@code
 * ClockReport report = engine.clock("L-1", "acceptance", now).orElseThrow();
 * report.verdict();          // BREACHED
 * report.overrun();          // PT2H, business time if its target is
 * report.ownerAtBreach();    // "ana", whoever owns the lead now
 * report.paused();           // from when until when it did not count
 * report.toString();         // "L-1/acceptance#1: breached, target 4 business hours, ..."
 * }</pre>
 *
 * <p>A running clock whose due instant lies before the instant it is read at is told as breached, also while the engine
 * was not yet advanced that far; exactly at its due instant it is open until the engine says otherwise, since an answer
 * at that instant is met. Elapsed time and overrun are open time where the target is business time, else wall time.
 * Immutable and thread-safe; only what is marked so may be null.
 *
 * @param leadId the lead
 * @param clock the clock
 * @param asOf the instant it is read at
 * @param result how it came out by then
 * @param elapsed what it counted by then
 * @param overrun how much of that it counted after it was due; zero when it was not breached
 * @param counted where the time went, in order
 */
public record ClockReport(
        String leadId,
        Clock clock,
        Instant asOf,
        ClockResult result,
        Duration elapsed,
        Duration overrun,
        List<Stretch> counted) {

    /**
     * A stretch that the clock counted without a break, in one calendar.
     *
     * @param span from when until when, in which version of a calendar and how much
     * @param ledger how that comes about; on any clock, in UTC, where the target is no business time
     */
    public record Stretch(Span span, Ledger ledger) {}

    /** Copies the list. */
    public ClockReport {
        counted = List.copyOf(counted);
    }

    /**
     * Reads a clock.
     *
     * @param leadId the lead it belongs to
     * @param clock the clock
     * @param asOf the instant, not before the latest change of the clock: a clock does not know what it was before
     * @param calendars finds the calendars it counted in
     * @return the report
     */
    public static ClockReport of(String leadId, Clock clock, Instant asOf, CalendarVersions calendars) {
        ClockResult result = resultAt(clock, asOf);
        Duration elapsed = clock.elapsed(asOf, calendars);
        List<Stretch> counted = clock.count().until(clock.target(), asOf, calendars).spans().stream()
                .map(span -> new Stretch(span, ledger(clock.target(), span, calendars)))
                .toList();
        return new ClockReport(
                leadId, clock, asOf, result, elapsed, overrun(clock, result, elapsed, calendars), counted);
    }

    private static ClockResult resultAt(Clock clock, Instant asOf) {
        Instant due = clock.dueAt();
        boolean overdue = clock.state() == ClockState.RUNNING
                && clock.verdict() == Verdict.OPEN
                && due != null
                && due.isBefore(asOf);
        return overdue ? new ClockResult(Verdict.BREACHED, due, null, clock.learntLate()) : clock.result();
    }

    private static Duration overrun(Clock clock, ClockResult result, Duration elapsed, CalendarVersions calendars) {
        if (result.breachedAt() == null) {
            return Duration.ZERO;
        }
        Duration over = elapsed.minus(clock.elapsed(result.breachedAt(), calendars));
        return over.isNegative() ? Duration.ZERO : over;
    }

    private static Ledger ledger(TimeBudget target, Span span, CalendarVersions calendars) {
        BusinessCalendar in = target.isBusiness() ? calendars.calendar(span.calendar()) : BusinessCalendar.ALWAYS_OPEN;
        return in.ledger(span.from(), span.to());
    }

    /** The clock's name. */
    public String name() {
        return clock.name();
    }

    /** Which start of its name this is, from 1. */
    public int number() {
        return clock.number();
    }

    /** The stage it was started in. */
    public String stage() {
        return clock.stage();
    }

    /** Whether it runs, is paused or has stopped. */
    public ClockState state() {
        return clock.state();
    }

    /** How it came out by then: open, met, breached or cancelled. */
    public Verdict verdict() {
        return result.verdict();
    }

    /** Whether an answer that came in time was learnt after the breach. */
    public boolean learntLate() {
        return result.learntLate();
    }

    /** The time allowed. */
    public TimeBudget target() {
        return clock.target();
    }

    /** The rule that set the target. */
    public String rule() {
        return clock.rule();
    }

    /** The version of the calendar it counts in, or counted in last. */
    public String calendar() {
        return clock.calendar();
    }

    /** The instant it counts from. */
    public Instant startedAt() {
        return clock.startedAt();
    }

    /** When it is, or was, due; null while it is paused and not breached. */
    public @Nullable Instant dueAt() {
        return clock.dueAt();
    }

    /** When it was answered in time; null when it was not. */
    public @Nullable Instant metAt() {
        return verdict() == Verdict.MET ? result.endedAt() : null;
    }

    /** When it was breached, which is when it was due; null when it was not. */
    public @Nullable Instant breachedAt() {
        return result.breachedAt();
    }

    /** When it was answered or ended; null while it lives. */
    public @Nullable Instant endedAt() {
        return result.endedAt();
    }

    /** The stretches that it did not count, in order. */
    public List<Pause> paused() {
        return clock.count().pauses(clock.endedAt());
    }

    /** Who owned the lead while it ran, the latest last; empty when nobody is known to. */
    public List<ClockOwner> owners() {
        return clock.owners();
    }

    /**
     * Who owned the lead at an instant.
     *
     * @param at the instant; who took the lead over exactly then owns it
     * @return the owner; empty when nobody owned it, before the clock's start, and when it is not known. After the
     *     clock's end it is who owned the lead at the end
     */
    public Optional<String> ownerAt(Instant at) {
        String owner = null;
        for (ClockOwner known : owners()) {
            if (!known.since().isAfter(at)) {
                owner = known.owner();
            }
        }
        return Optional.ofNullable(owner);
    }

    /**
     * Whose breach it is: who owned the lead up to the due instant. Who took it over exactly then, as an escalation does
     * that moves it, let nothing lapse.
     *
     * @return the owner; empty when it was not breached, or while nobody owned the lead
     */
    public Optional<String> ownerAtBreach() {
        Instant breach = breachedAt();
        if (breach == null || owners().isEmpty()) {
            return Optional.empty();
        }
        ClockOwner until = owners().get(0);
        for (ClockOwner known : owners()) {
            if (known.since().isBefore(breach)) {
                until = known;
            }
        }
        return Optional.ofNullable(until.owner());
    }

    /**
     * All of it in one line, for people.
     *
     * @return such as {@code acceptance#1: breached, target 4 business hours, from ..., due ..., 2 business hours over}
     */
    public String text() {
        return ClockText.of(this);
    }

    /** The {@link #text} after the lead. */
    @Override
    public String toString() {
        return leadId + "/" + text();
    }
}
