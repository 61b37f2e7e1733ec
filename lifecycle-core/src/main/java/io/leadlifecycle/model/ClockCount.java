package io.leadlifecycle.model;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a clock has counted: finished spans, and one that is counted now. Open or wall time goes by the clock's target.
 * Immutable; every method answers a new count.
 *
 * @param calendar the version of the calendar it counts in now
 * @param countingFrom when the span that is counted now began; null unless running
 * @param spans the finished spans
 */
public record ClockCount(String calendar, @Nullable Instant countingFrom, List<Span> spans) {
    /** Copies the list. */
    public ClockCount {
        spans = List.copyOf(spans);
    }

    /**
     * What the finished spans counted.
     *
     * @return their sum
     */
    public Duration counted() {
        return spans.stream().map(Span::elapsed).reduce(Duration.ZERO, Duration::plus);
    }

    /** The version of the calendar it began in. */
    String firstCalendar() {
        return spans.isEmpty() ? calendar : spans.get(0).calendar();
    }

    /**
     * The stretches that did not count.
     *
     * @param endedAt when the clock ended, null while it may still count on: then what follows the last span is a pause
     * @return in order; a handover to another calendar is none
     */
    public List<Pause> pauses(@Nullable Instant endedAt) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Instant from = spans.get(i).to();
            Instant until = i + 1 < spans.size() ? spans.get(i + 1).from() : lastUntil(endedAt);
            if (until == null || until.isAfter(from)) {
                pauses.add(new Pause(from, until));
            }
        }
        return List.copyOf(pauses);
    }

    private @Nullable Instant lastUntil(@Nullable Instant endedAt) {
        return countingFrom == null ? endedAt : countingFrom;
    }

    /** Where the span that is counted now, or would be, begins. */
    Instant from(Instant now) {
        return countingFrom == null ? now : countingFrom;
    }

    ClockCount closed(TimeBudget target, Instant now, CalendarVersions calendars) {
        Span last = span(target, from(now), now, calendar, calendars);
        return new ClockCount(
                calendar, null, Stream.concat(spans.stream(), Stream.of(last)).toList());
    }

    ClockCount countingOn(Instant now, BusinessCalendar in) {
        return new ClockCount(in.version(), now, spans);
    }

    ClockCount recounted(TimeBudget target, CalendarVersions calendars) {
        List<Span> then = spans.stream()
                .map(span -> span(target, span.from(), span.to(), span.calendar(), calendars))
                .toList();
        return new ClockCount(calendar, countingFrom, then);
    }

    /** What was counted in calendars that are none any more, counted anew in those of today. */
    ClockCount renewed(Renewal renewal, Instant now) {
        List<Span> then = new ArrayList<>();
        for (Span span : spans) {
            then.addAll(renewal.has(span.calendar()) ? List.of(span) : renewal.spans(span.from(), span.to()));
        }
        String today = renewal.calendarOfLead();
        if (countingFrom == null) {
            return new ClockCount(renewal.has(calendar) ? calendar : today, null, then);
        }
        return calendar.equals(today) ? new ClockCount(calendar, countingFrom, then) : renewedNow(renewal, now, then);
    }

    private ClockCount renewedNow(Renewal renewal, Instant now, List<Span> before) {
        List<Span> then = new ArrayList<>(before);
        then.addAll(renewal.spans(Objects.requireNonNull(countingFrom), now));
        Span last = then.get(then.size() - 1);
        boolean goesOn = last.calendar().equals(renewal.calendarOfLead());
        if (goesOn) {
            then.remove(then.size() - 1);
        }
        return new ClockCount(renewal.calendarOfLead(), goesOn ? last.from() : now, then);
    }

    /**
     * Cut off at an instant, with the span that is counted now up to it.
     *
     * @param target the clock's target, which says whether open or wall time counts
     * @param at the instant
     * @param calendars finds the calendars of the spans
     * @return finished spans only, none after the instant
     */
    public ClockCount until(TimeBudget target, Instant at, CalendarVersions calendars) {
        List<Span> until = new ArrayList<>();
        for (Span span : spans) {
            if (!span.to().isAfter(at)) {
                until.add(span);
            } else if (span.from().isBefore(at)) {
                until.add(span(target, span.from(), at, span.calendar(), calendars));
            }
        }
        if (countingFrom != null && countingFrom.isBefore(at)) {
            until.add(span(target, countingFrom, at, calendar, calendars));
        }
        return new ClockCount(calendar, null, until);
    }

    /** When an amount is used up: in the span where that happened, else in the one that is counted now. */
    Instant usedUp(TimeBudget target, Duration amount, Instant now, CalendarVersions calendars) {
        Duration left = amount;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            int over = left.compareTo(span.elapsed());
            if (over < 0 || (over == 0 && goesOnAfter(i))) {
                return after(target, span.from(), left, calendars.calendar(span.calendar()));
            }
            left = left.minus(span.elapsed());
        }
        return after(target, from(now), left, calendars.calendar(calendar));
    }

    /** Without a pause; what is used up when a pause begins is due when it ends. */
    private boolean goesOnAfter(int i) {
        Instant next = i + 1 < spans.size() ? spans.get(i + 1).from() : countingFrom;
        return spans.get(i).to().equals(next);
    }

    /** How long a budget is, stated in its own time. */
    static Duration length(TimeBudget budget, BusinessCalendar in, Instant from) {
        return budget.isBusiness() ? budget.in(in) : Duration.between(from, budget.dueAfter(in, from));
    }

    static Instant after(TimeBudget target, Instant from, Duration amount, BusinessCalendar in) {
        return target.isBusiness() ? in.dueAfter(from, amount) : from.plus(amount);
    }

    static Span span(TimeBudget target, Instant from, Instant to, String version, CalendarVersions calendars) {
        BusinessCalendar in = calendars.calendar(version);
        Duration elapsed = target.isBusiness() ? in.elapsed(from, to) : Duration.between(from, to);
        return new Span(from, to, version, elapsed);
    }
}
