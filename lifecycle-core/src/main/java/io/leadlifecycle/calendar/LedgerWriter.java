package io.leadlifecycle.calendar;

import io.leadlifecycle.calendar.Ledger.Kind;
import io.leadlifecycle.calendar.Ledger.Line;
import io.leadlifecycle.calendar.Timeline.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Writes ledgers: open spans as they are, the time between them by day, the middle of a long span as whole weeks. */
final class LedgerWriter {

    /** A ledger with more lines to read than this is summarised. */
    private static final int LINES_TO_READ = 10;

    /** Beyond this a ledger is summarised without writing it out first. */
    private static final int DAYS_TO_TRY = 35;

    private final ZoneId zone;
    private final OpeningHours hours;
    private final Timeline timeline;

    LedgerWriter(ZoneId zone, OpeningHours hours, Timeline timeline) {
        this.zone = zone;
        this.hours = hours;
        this.timeline = timeline;
    }

    Ledger write(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return new Ledger(zone, List.of());
        }
        if (start.until(end, ChronoUnit.DAYS) > DAYS_TO_TRY) {
            return summary(start, end);
        }
        List<Line> lines = lines(start, end);
        long toRead =
                lines.stream().filter(line -> line.kind() != Kind.OFF_HOURS).count();
        return toRead > LINES_TO_READ ? summary(start, end) : new Ledger(zone, lines);
    }

    private Ledger summary(Instant start, Instant end) {
        LocalDate first = firstMondayFrom(start);
        LocalDate last = dateOf(end).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!first.isBefore(last)) {
            return new Ledger(zone, lines(start, end));
        }
        Instant weeksStart = midnight(first);
        Instant weeksEnd = midnight(last);
        Duration open = timeline.elapsed(weeksStart, weeksEnd);
        List<LocalDate> shut = hours.holidays().subSet(first, last).stream()
                .filter(hours::isShutByHoliday)
                .toList();
        List<Line> lines = new ArrayList<>(lines(start, weeksStart));
        lines.add(new Line(Kind.WEEKS, weeksStart, weeksEnd, open, shut));
        lines.addAll(lines(weeksEnd, end));
        return new Ledger(zone, lines);
    }

    private LocalDate firstMondayFrom(Instant start) {
        LocalDate monday = dateOf(start).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return midnight(monday).isBefore(start) ? monday.plusWeeks(1) : monday;
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** A clock set back across midnight shows it twice; an instant after the first one goes to the second. */
    private Instant midnightAfter(Instant instant, LocalDate date) {
        Instant midnight = midnight(date);
        return midnight.isAfter(instant)
                ? midnight
                : date.atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private List<Line> lines(Instant start, Instant end) {
        List<Line> lines = new ArrayList<>();
        Instant at = start;
        for (Span span : timeline.spans(start, end)) {
            addGap(lines, at, span.opens());
            Duration open = Duration.between(span.opens(), span.closes());
            lines.add(new Line(Kind.OPEN, span.opens(), span.closes(), open, List.of()));
            at = span.closes();
        }
        addGap(lines, at, end);
        return lines;
    }

    /** Days without hours in a row share a line; every holiday has its own. */
    private void addGap(List<Line> lines, Instant start, Instant end) {
        Instant at = start;
        while (at.isBefore(end)) {
            LocalDate date = dateOf(at);
            LocalDate next = isShut(date) ? firstNotShut(date) : date.plusDays(1);
            Instant midnight = midnightAfter(at, next);
            Instant until = midnight.isBefore(end) ? midnight : end;
            Kind kind = kind(date, dateOf(until.minusNanos(1)));
            List<LocalDate> holidays = kind == Kind.HOLIDAY ? List.of(date) : List.of();
            lines.add(new Line(kind, at, until, Duration.ZERO, holidays));
            at = until;
        }
    }

    private LocalDate firstNotShut(LocalDate date) {
        LocalDate next = date;
        while (isShut(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** A day on which the week has no hours and that is no special day. */
    private boolean isShut(LocalDate date) {
        return hours.on(date.getDayOfWeek()).isEmpty() && hours.on(date).isEmpty();
    }

    private Kind kind(LocalDate first, LocalDate last) {
        if (hours.isShutByHoliday(first)) {
            return Kind.HOLIDAY;
        }
        if (!isShut(first)) {
            return Kind.OFF_HOURS;
        }
        boolean hasWeekend = first.datesUntil(last.plusDays(1))
                .anyMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        return hasWeekend ? Kind.WEEKEND : Kind.CLOSED;
    }
}
