package io.leadlifecycle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Where the time between two instants went, for a person who asks why something was due when it was.
 *
 * <pre>{@code
 * Ledger ledger = calendar.ledger(start, due);
 * ledger.open();     // PT4H
 * ledger.toString(); // "Fri 15:00-17:00 2 h, weekend, Mon 09:00-11:00 2 h"
 * }</pre>
 *
 * <p>The lines follow one another without a hole from start to end; a long span has one line for the whole weeks in its
 * middle. The text leaves out nights and breaks, and names the date as soon as the name of the day could mean two. All
 * wall clock text is in the calendar's zone. Ledgers are immutable and thread-safe.
 *
 * @param zone the calendar's zone
 * @param lines in order; empty if the end is not after the start
 */
public record Ledger(ZoneId zone, List<Line> lines) {

    /** What a line of the ledger stands for. */
    public enum Kind {
        /** One open span. */
        OPEN,
        /** Outside the hours of a day that has some: a night, a break. */
        OFF_HOURS,
        /** Days without hours, a Saturday or Sunday among them. */
        WEEKEND,
        /** A day that a holiday shut. */
        HOLIDAY,
        /** Other days without hours. */
        CLOSED,
        /** Whole weeks, from Monday to Monday, with all of the above. */
        WEEKS
    }

    /**
     * One line.
     *
     * @param open the open time between start and end
     * @param holidays the days in it that a holiday shut
     */
    public record Line(
            Kind kind, Instant startInclusive, Instant endExclusive, Duration open, List<LocalDate> holidays) {

        /** Keeps its own copy of the holidays. */
        public Line {
            holidays = List.copyOf(holidays);
        }
    }

    /** Keeps its own copy of the lines. */
    public Ledger {
        lines = List.copyOf(lines);
    }

    /** The open time of all lines. */
    public Duration open() {
        return lines.stream().map(Line::open).reduce(Duration.ZERO, Duration::plus);
    }

    /** One line of text, as above. */
    @Override
    public String toString() {
        return LedgerText.of(this);
    }
}
