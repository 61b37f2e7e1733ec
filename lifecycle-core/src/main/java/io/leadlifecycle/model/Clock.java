package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
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
 * A business day or a month of the target is as long as in the calendar it began in, whoever takes it over.
 *
 * @param terms what the rule asked for; the target may have changed since
 * @param number which start of its name this is, from 1
 * @param stage the stage it was started in
 * @param startedAt the instant it counts from
 * @param state whether it counts
 * @param count what it has counted
 * @param schedule when it falls due
 * @param result how it came out so far
 * @param owners who owned the lead while it ran, the latest last; empty when nobody is known to
 */
public record Clock(
        ClockTarget terms,
        int number,
        String stage,
        Instant startedAt,
        ClockState state,
        ClockCount count,
        ClockSchedule schedule,
        ClockResult result,
        List<ClockOwner> owners)
        implements Named {
    /** The milestone that is the due instant. */
    public static final int DUE = 100;

    /** Copies the list. */
    public Clock {
        owners = List.copyOf(owners);
    }

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
            ClockTarget terms,
            int number,
            String stage,
            Instant since,
            BusinessCalendar calendar,
            Collection<Integer> percents,
            Instant now) {
        Clock fresh = new Clock(
                terms,
                number,
                stage,
                since,
                ClockState.RUNNING,
                new ClockCount(calendar.version(), since, List.of()),
                ClockSchedule.NONE,
                ClockResult.OPEN,
                List.of());
        return fresh.scheduled(version -> calendar, percents, now);
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
        BusinessCalendar in = calendars.calendar(calendar());
        Clock changed = withTarget(newTarget, calendars);
        if (noLater) {
            if (!newTarget.dueAfter(in, now).isBefore(dueIfRunning(in, calendars, now))) {
                return this;
            }
            Duration used = changed.elapsed(now, calendars);
            TimeBudget rest =
                    TimeBudget.exactly(newTarget.isBusiness(), used.plus(ClockCount.length(newTarget, in, now)));
            changed = withTarget(rest, calendars);
        }
        return state == ClockState.RUNNING ? changed.scheduled(calendars, percents, now) : changed;
    }

    /**
     * Counted anew after an edit of its calendar or of the rule that set its target: what was counted in a calendar that
     * is none any more, in the one that the owner of then works in today, what it counts now, in the lead's. A target
     * that was shortened to be due no later keeps what was used up before and is as much longer or shorter as the rule
     * is. What was reached or breached stays so; of the milestones now past the highest falls due now.
     *
     * @param newAsked the time that the rule says now
     * @param rule the rule
     * @param present finds the calendars of today, and those it counted in
     * @param percents the milestones some rule listens for
     * @param now the instant of the step
     * @return the clock; itself when it has ended or nothing of it was edited
     */
    public Clock recomputed(
            TimeBudget newAsked, String rule, PresentCalendars present, Collection<Integer> percents, Instant now) {
        return new ClockRecount(this, present, now).by(newAsked, rule, percents);
    }

    /** When it is due; for a paused clock, if it counted on from now. */
    private Instant dueIfRunning(BusinessCalendar in, CalendarVersions calendars, Instant now) {
        if (dueAt() != null) {
            return dueAt();
        }
        Duration left = length(calendars).minus(counted());
        return left.isNegative() ? now : ClockCount.after(target(), now, left, in);
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
        boolean overdue = verdict() == Verdict.OPEN && dueAt() != null && dueAt().isBefore(now);
        ClockResult then = overdue ? result.breached(dueAt()) : result;
        return with(
                ClockState.PAUSED, count.closed(target(), now, calendars), schedule.halted(then.breachedAt()), then);
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
        return running(count.countingOn(now, in)).scheduled(calendars, percents, now);
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
        if (state != ClockState.RUNNING || in.version().equals(calendar())) {
            return this;
        }
        ClockCount then = count.closed(target(), now, calendars).countingOn(now, in);
        return running(then).scheduled(calendars, percents, now);
    }

    /**
     * Somebody owns the lead from now on.
     *
     * @param owner the person, null for nobody
     * @param now since when; what is noted first holds from the start on
     * @return the clock that knows it; one that has ended stays as it is
     */
    public Clock ownedBy(@Nullable String owner, Instant now) {
        if (!isOpen()) {
            return this;
        }
        List<ClockOwner> then = ClockOwner.noted(owners, owner, owners.isEmpty() ? startedAt : now);
        return new Clock(terms, number, stage, startedAt, state, count, schedule, result, then);
    }

    /**
     * With what another rule says of the target.
     *
     * @param asked the time that the rule says
     * @param rule the rule
     * @return the clock
     */
    public Clock asked(TimeBudget asked, String rule) {
        ClockTarget then = new ClockTarget(terms.name(), terms.target(), asked, terms.acrossStages(), rule);
        return new Clock(then, number, stage, startedAt, state, count, schedule, result, owners);
    }

    Clock with(ClockState thenState, ClockCount thenCount, ClockSchedule thenSchedule, ClockResult thenResult) {
        return new Clock(terms, number, stage, startedAt, thenState, thenCount, thenSchedule, thenResult, owners);
    }

    private Clock running(ClockCount then) {
        return with(ClockState.RUNNING, then, schedule, result);
    }

    /**
     * A milestone fell due.
     *
     * @param percent which
     * @return the clock with it reached; at {@link #DUE} or beyond it is breached as of its due instant
     */
    public Clock reached(int percent) {
        boolean breach = percent >= DUE && verdict() == Verdict.OPEN;
        ClockResult then = breach ? result.breached(dueAt()) : result;
        return with(state, count, schedule.reached(percent), then);
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
        boolean met = dueAt() == null || !at.isAfter(dueAt());
        boolean late = met && breachedAt() != null;
        return stopped(at, met ? Verdict.MET : Verdict.BREACHED, met ? null : dueAt(), late, calendars);
    }

    private Clock answeredLate(Instant responseAt, CalendarVersions calendars) {
        boolean cures = verdict() == Verdict.BREACHED && dueAt() != null && !responseAt.isAfter(dueAt());
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
        boolean breached = breachedAt() != null || (dueAt() != null && !now.isBefore(dueAt()));
        return stopped(
                now, breached ? Verdict.BREACHED : Verdict.CANCELLED, breached ? dueAt() : null, false, calendars);
    }

    /**
     * The time counted so far.
     *
     * @param at the instant to count up to
     * @param calendars finds the calendars it counted in
     * @return never more than the wall time since the start
     */
    public Duration elapsed(Instant at, CalendarVersions calendars) {
        return count.until(target(), at, calendars).counted();
    }

    /**
     * Whether it may still fall due.
     *
     * @return true while running or paused
     */
    public boolean isOpen() {
        return state != ClockState.STOPPED;
    }

    /**
     * How long the target is, in its own time: a business day is as long as in the calendar the clock began in.
     *
     * @param calendars finds that calendar
     * @return the length
     */
    public Duration length(CalendarVersions calendars) {
        return ClockCount.length(target(), calendars.calendar(count.firstCalendar()), startedAt);
    }

    Clock scheduled(CalendarVersions calendars, Collection<Integer> percents, Instant now) {
        Duration whole = length(calendars);
        return with(
                state,
                count,
                schedule.anew(percents, now, breachedAt(), percent -> instantOf(percent, whole, now, calendars)),
                result);
    }

    private Instant instantOf(int percent, Duration whole, Instant now, CalendarVersions calendars) {
        return count.usedUp(target(), Duration.ofMillis(whole.toMillis() * percent / DUE), now, calendars);
    }

    Clock withTarget(TimeBudget newTarget, CalendarVersions calendars) {
        ClockCount then =
                newTarget.isBusiness() == target().isBusiness() ? count : count.recounted(newTarget, calendars);
        return new Clock(terms.with(newTarget), number, stage, startedAt, state, then, schedule, result, owners);
    }

    private Clock stopped(Instant at, Verdict how, @Nullable Instant breach, boolean late, CalendarVersions calendars) {
        Instant end = at.isBefore(startedAt) ? startedAt : at;
        return with(
                ClockState.STOPPED,
                count.until(target(), end, calendars),
                schedule.halted(dueAt()),
                new ClockResult(how, breach, end, late || learntLate()));
    }

    /** The clock's name. */
    @Override
    public String name() {
        return terms.name();
    }

    /** The time allowed. */
    public TimeBudget target() {
        return terms.target();
    }

    /** The time that the rule says. */
    public TimeBudget asked() {
        return terms.asked();
    }

    /** Whether it outlives the stage it was started in. */
    public boolean acrossStages() {
        return terms.acrossStages();
    }

    /** The rule that set its target. */
    public String rule() {
        return terms.rule();
    }

    /** The version of the calendar it counts in now. */
    public String calendar() {
        return count.calendar();
    }

    /** What the finished spans counted. */
    public Duration counted() {
        return count.counted();
    }

    /** When the span that is counted now began; null unless running. */
    public @Nullable Instant countingFrom() {
        return count.countingFrom();
    }

    /** The finished spans. */
    public List<Span> spans() {
        return count.spans();
    }

    /** When it is, or was, due; null while it is paused and not breached. */
    public @Nullable Instant dueAt() {
        return schedule.dueAt();
    }

    /** The milestones still to come, ascending. */
    public List<Milestone> pending() {
        return schedule.pending();
    }

    /** The highest percent reached; -1 for none. */
    public int reached() {
        return schedule.reached();
    }

    /** How it came out so far. */
    public Verdict verdict() {
        return result.verdict();
    }

    /** When it was breached; null when it was not. */
    public @Nullable Instant breachedAt() {
        return result.breachedAt();
    }

    /** When it was answered or ended; null while it lives. */
    public @Nullable Instant endedAt() {
        return result.endedAt();
    }

    /** Whether a response that came in time was learnt after the breach. */
    public boolean learntLate() {
        return result.learntLate();
    }
}
