package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SLA clock of one lead: a named target in business or calendar time. Immutable; every method answers a new clock.
 *
 * <pre>{@code
 * Clock clock = Clock.start(terms, 1, "MQL", monday9, calendar, List.of(50, 80, 100), monday9);
 * clock.dueAt();                            // Monday 13:00 for 4 business hours
 * clock = clock.paused(monday10, calendars);
 * clock = clock.resumed(monday12, calendar, List.of(50, 80, 100));  // due 15:00
 * clock = clock.answered(monday14, monday14, calendars);            // met
 * }</pre>
 *
 * <p>A response exactly at the due instant is met. A breached clock runs on until it is stopped and may be paused.
 *
 * @param name the clock's name; a lead has at most one running clock of a name
 * @param number which start of that name this is, from 1
 * @param stage the stage it was started in
 * @param acrossStages whether it outlives that stage
 * @param target the time allowed
 * @param startedAt the instant it counts from
 * @param calendar the version of the calendar it counts in now
 * @param state whether it counts
 * @param verdict how it came out so far
 * @param counted what the finished spans counted
 * @param countingFrom when the span that is counted now began; null unless running
 * @param dueAt when it is (or was) due; null while it is paused and not breached
 * @param pending the milestones still to come, ascending
 * @param reached the highest percent reached, -1 for none
 * @param breachedAt when it was breached, null when it was not
 * @param endedAt when it was answered or ended, null while it lives
 * @param learntLate whether a response that came in time was learnt after the breach
 * @param spans the finished spans
 * @param rule the rule that started it
 */
public record Clock(
        String name,
        int number,
        String stage,
        boolean acrossStages,
        TimeBudget target,
        Instant startedAt,
        String calendar,
        ClockState state,
        Verdict verdict,
        Duration counted,
        @Nullable Instant countingFrom,
        @Nullable Instant dueAt,
        List<Milestone> pending,
        int reached,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        boolean learntLate,
        List<Span> spans,
        String rule)
        implements Named {
    /** The milestone that is the due instant. */
    public static final int DUE = 100;

    /** Copies the lists. */
    public Clock {
        pending = List.copyOf(pending);
        spans = List.copyOf(spans);
    }

    /**
     * What a rule asks for when it starts a clock.
     *
     * @param name the clock's name
     * @param target the time allowed
     * @param acrossStages whether it outlives the stage
     * @param rule the rule that asks
     */
    public record Terms(String name, TimeBudget target, boolean acrossStages, String rule) {}

    /**
     * A running clock.
     *
     * @param terms what the rule asks for
     * @param number which start of that name this is
     * @param stage the stage the lead is in
     * @param since the instant it counts from, at or before now
     * @param calendar the calendar it counts in
     * @param percents the milestones some rule listens for, with {@link #DUE}
     * @param now the instant of the step; milestones already past fall due now, the highest only
     * @return the clock
     */
    public static Clock start(
            Terms terms,
            int number,
            String stage,
            Instant since,
            BusinessCalendar calendar,
            Collection<Integer> percents,
            Instant now) {
        Clock fresh = new Clock(
                terms.name(),
                number,
                stage,
                terms.acrossStages(),
                terms.target(),
                since,
                calendar.version(),
                ClockState.RUNNING,
                Verdict.OPEN,
                Duration.ZERO,
                since,
                null,
                List.of(),
                -1,
                null,
                null,
                false,
                List.of(),
                terms.rule());
        return fresh.scheduled(calendar, version -> calendar, percents, now);
    }

    /**
     * A new target from the same start; pauses are kept. Between open time and wall time the spans are counted anew.
     *
     * @param newTarget the new time allowed
     * @param calendars finds the calendar it counts in
     * @param percents the milestones some rule listens for
     * @param now the instant of the step
     * @param noLater whether it stays due at the latest when it was due, and at now plus the target
     * @return the retargeted clock
     */
    public Clock retargeted(
            TimeBudget newTarget,
            CalendarVersions calendars,
            Collection<Integer> percents,
            Instant now,
            boolean noLater) {
        BusinessCalendar in = calendars.calendar(calendar);
        Clock changed = withTarget(newTarget, calendars);
        if (noLater) {
            if (!newTarget.dueAfter(in, now).isBefore(dueIfRunning(in, now))) {
                return this;
            }
            Duration used = changed.elapsed(now, calendars);
            TimeBudget rest = TimeBudget.exactly(newTarget.isBusiness(), used.plus(duration(newTarget, in, now)));
            changed = withTarget(rest, calendars);
        }
        return state == ClockState.RUNNING ? changed.scheduled(in, calendars, percents, now) : changed;
    }

    /** When it is due; for a paused clock, if it counted on from now. */
    private Instant dueIfRunning(BusinessCalendar in, Instant now) {
        if (dueAt != null) {
            return dueAt;
        }
        Duration left = duration(target, in, startedAt).minus(counted);
        return left.isNegative() ? now : after(now, left, in);
    }

    /**
     * Stops counting until resumed; harmless on a clock that does not run.
     *
     * @param now the instant of the step
     * @param calendars finds the calendar it counts in
     * @return the paused clock
     */
    public Clock paused(Instant now, CalendarVersions calendars) {
        if (state != ClockState.RUNNING) {
            return this;
        }
        Clock closed = spanClosed(now, calendars);
        boolean overdue = verdict == Verdict.OPEN && dueAt != null && dueAt.isBefore(now);
        Instant breach = overdue ? dueAt : breachedAt;
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                calendar,
                ClockState.PAUSED,
                overdue ? Verdict.BREACHED : verdict,
                closed.counted,
                null,
                breach,
                List.of(),
                reached,
                breach,
                null,
                learntLate,
                closed.spans,
                rule);
    }

    /**
     * Counts on; harmless on a clock that is not paused.
     *
     * @param now the instant of the step
     * @param in the calendar it counts in from now on
     * @param calendars finds the calendars it counted in
     * @param percents the milestones some rule listens for
     * @return the running clock
     */
    public Clock resumed(Instant now, BusinessCalendar in, CalendarVersions calendars, Collection<Integer> percents) {
        if (state != ClockState.PAUSED) {
            return this;
        }
        return countingOn(now, in).scheduled(in, calendars, percents, now);
    }

    /**
     * The rest counts in another calendar, because the owner changed; what was counted stays.
     *
     * @param now the instant of the step
     * @param in the new owner's calendar
     * @param calendars finds the calendar it counted in
     * @param percents the milestones some rule listens for
     * @return the clock in the new calendar
     */
    public Clock movedTo(BusinessCalendar in, Instant now, CalendarVersions calendars, Collection<Integer> percents) {
        if (state != ClockState.RUNNING || in.version().equals(calendar)) {
            return this;
        }
        return spanClosed(now, calendars).countingOn(now, in).scheduled(in, calendars, percents, now);
    }

    /**
     * A milestone fell due.
     *
     * @param percent which
     * @return the clock with it reached; at {@link #DUE} or beyond it is breached as of its due instant
     */
    public Clock reached(int percent) {
        List<Milestone> rest =
                pending.stream().filter(m -> m.percent() > percent).toList();
        boolean breach = percent >= DUE && verdict == Verdict.OPEN;
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                calendar,
                state,
                breach ? Verdict.BREACHED : verdict,
                counted,
                countingFrom,
                dueAt,
                rest,
                Math.max(reached, percent),
                breach ? dueAt : breachedAt,
                endedAt,
                learntLate,
                spans,
                rule);
    }

    /**
     * Answered. The verdict goes by when the response happened, not by when it was learnt.
     *
     * @param responseAt when the lead was answered
     * @param now the instant of the step, at or after the response
     * @param calendars finds the calendars it counted in
     * @return the stopped clock, met when the response came at or before the due instant
     */
    public Clock answered(Instant responseAt, Instant now, CalendarVersions calendars) {
        if (state == ClockState.STOPPED) {
            return answeredLate(responseAt, calendars);
        }
        Instant at = responseAt.isAfter(now) ? now : responseAt;
        boolean met = dueAt == null || !at.isAfter(dueAt);
        boolean late = met && breachedAt != null;
        return stopped(at, met ? Verdict.MET : Verdict.BREACHED, met ? null : dueAt, late, calendars);
    }

    private Clock answeredLate(Instant responseAt, CalendarVersions calendars) {
        boolean cures = verdict == Verdict.BREACHED && dueAt != null && !responseAt.isAfter(dueAt);
        return cures ? stopped(responseAt, Verdict.MET, null, true, calendars) : this;
    }

    /**
     * Ended without an answer: cancelled before it is due, breached from then on.
     *
     * @param now the instant of the step
     * @param calendars finds the calendars it counted in
     * @return the stopped clock
     */
    public Clock ended(Instant now, CalendarVersions calendars) {
        if (state == ClockState.STOPPED) {
            return this;
        }
        boolean breached = breachedAt != null || (dueAt != null && !now.isBefore(dueAt));
        return stopped(now, breached ? Verdict.BREACHED : Verdict.CANCELLED, breached ? dueAt : null, false, calendars);
    }

    /**
     * The time counted so far.
     *
     * @param at the instant to count up to
     * @param calendars finds the calendars it counted in
     * @return never more than the wall time since the start
     */
    public Duration elapsed(Instant at, CalendarVersions calendars) {
        return sum(spansUntil(at, calendars));
    }

    private static Duration sum(List<Span> spans) {
        return spans.stream().map(Span::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    private List<Span> spansUntil(Instant at, CalendarVersions calendars) {
        List<Span> until = new ArrayList<>();
        for (Span span : spans) {
            if (!span.to().isAfter(at)) {
                until.add(span);
            } else if (span.from().isBefore(at)) {
                until.add(span(span.from(), at, span.calendar(), calendars));
            }
        }
        if (countingFrom != null && countingFrom.isBefore(at)) {
            until.add(span(countingFrom, at, calendar, calendars));
        }
        return until;
    }

    private Span span(Instant from, Instant to, String version, CalendarVersions calendars) {
        return new Span(from, to, version, count(target, from, to, calendars.calendar(version)));
    }

    /**
     * Whether it may still fall due.
     *
     * @return true while running or paused
     */
    public boolean isOpen() {
        return state != ClockState.STOPPED;
    }

    private static Duration count(TimeBudget budget, Instant from, Instant to, BusinessCalendar in) {
        return budget.isBusiness() ? in.elapsed(from, to) : Duration.between(from, to);
    }

    private static Duration duration(TimeBudget budget, BusinessCalendar in, Instant from) {
        return budget.isBusiness() ? budget.in(in) : Duration.between(from, budget.dueAfter(in, from));
    }

    private Clock scheduled(
            BusinessCalendar in, CalendarVersions calendars, Collection<Integer> percents, Instant now) {
        Instant from = countingFrom == null ? now : countingFrom;
        Duration whole = duration(target, in, startedAt);
        List<Milestone> coming = new ArrayList<>();
        Milestone past = null;
        for (int percent : percents.stream().sorted().toList()) {
            Instant at = instantOf(percent, whole, from, calendars);
            if (percent <= reached) {
                continue;
            }
            if (at.isBefore(now)) {
                past = new Milestone(percent, now);
            } else {
                coming.add(new Milestone(percent, at));
            }
        }
        if (past != null) {
            coming.add(0, past);
        }
        Instant due = breachedAt != null ? breachedAt : instantOf(DUE, whole, from, calendars);
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                calendar,
                state,
                verdict,
                counted,
                countingFrom,
                due,
                coming,
                reached,
                breachedAt,
                endedAt,
                learntLate,
                spans,
                rule);
    }

    /** When a share of the target is used up: in the span where that happened, else in the one that is counted now. */
    private Instant instantOf(int percent, Duration whole, Instant from, CalendarVersions calendars) {
        Duration left = Duration.ofMillis(whole.toMillis() * percent / DUE);
        for (Span span : spans) {
            if (left.compareTo(span.elapsed()) < 0) {
                return after(span.from(), left, calendars.calendar(span.calendar()));
            }
            left = left.minus(span.elapsed());
        }
        return after(from, left, calendars.calendar(calendar));
    }

    private Instant after(Instant from, Duration budget, BusinessCalendar in) {
        return target.isBusiness() ? in.dueAfter(from, budget) : from.plus(budget);
    }

    private Clock spanClosed(Instant now, CalendarVersions calendars) {
        Instant from = countingFrom == null ? now : countingFrom;
        Span last = span(from, now, calendar, calendars);
        List<Span> then = new ArrayList<>(spans);
        then.add(last);
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                calendar,
                state,
                verdict,
                counted.plus(last.elapsed()),
                null,
                dueAt,
                pending,
                reached,
                breachedAt,
                endedAt,
                learntLate,
                then,
                rule);
    }

    private Clock countingOn(Instant now, BusinessCalendar in) {
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                in.version(),
                ClockState.RUNNING,
                verdict,
                counted,
                now,
                dueAt,
                pending,
                reached,
                breachedAt,
                null,
                learntLate,
                spans,
                rule);
    }

    private Clock withTarget(TimeBudget newTarget, CalendarVersions calendars) {
        List<Span> then = newTarget.isBusiness() == target.isBusiness()
                ? spans
                : spans.stream()
                        .map(span -> new Span(
                                span.from(),
                                span.to(),
                                span.calendar(),
                                count(newTarget, span.from(), span.to(), calendars.calendar(span.calendar()))))
                        .toList();
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                newTarget,
                startedAt,
                calendar,
                state,
                verdict,
                sum(then),
                countingFrom,
                dueAt,
                pending,
                reached,
                breachedAt,
                endedAt,
                learntLate,
                then,
                rule);
    }

    private Clock stopped(Instant at, Verdict how, @Nullable Instant breach, boolean late, CalendarVersions calendars) {
        Instant end = at.isBefore(startedAt) ? startedAt : at;
        List<Span> then = spansUntil(end, calendars);
        return new Clock(
                name,
                number,
                stage,
                acrossStages,
                target,
                startedAt,
                calendar,
                ClockState.STOPPED,
                how,
                sum(then),
                null,
                dueAt,
                List.of(),
                reached,
                breach,
                end,
                late || learntLate,
                then,
                rule);
    }
}
