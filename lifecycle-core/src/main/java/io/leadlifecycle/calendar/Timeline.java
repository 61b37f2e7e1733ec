package io.leadlifecycle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours on the axis of instants, cut into {@link Sheet}s of 52 weeks. A sheet is laid out when it is first
 * asked for and kept, so an answer costs a search in one sheet and one addition for every sheet between. A sheet
 * without clock change, holiday or special day is skipped without being laid out: its open time is 52 times the week's.
 *
 * <p>Thread-safe: sheets are immutable, and two threads that lay out the same one get equal ones.
 */
final class Timeline {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final long LAST_SHEET = Sheet.numberOf(END);

    /** Sheets of 1970 to 2129 are kept; others are rare and laid out on each call. */
    private static final int KEPT = 160;

    /**
     * What can reach into a sheet from outside: an offset of 18 hours, an overnight window, a zone that skips a date.
     */
    private static final int MARGIN_DAYS = 4;

    private static final int NANOS = 1_000_000_000;

    private final ZoneRules rules;
    private final OpeningHours hours;
    private final long plainTotal;
    private final AtomicReferenceArray<Sheet> kept = new AtomicReferenceArray<>(KEPT);

    Timeline(ZoneId zone, OpeningHours hours) {
        this.rules = zone.getRules();
        this.hours = hours;
        this.plainTotal = 52 * hours.secondsOfWeek();
    }

    /** A stretch of open time, half-open. */
    record Span(Instant opens, Instant closes) {}

    Instant dueAfter(Instant start, Duration budget) {
        long number = numberOf(start);
        if (budget.isZero()) {
            return start;
        }
        requireBelowTenThousandYears(start, budget);
        Sheet sheet = sheet(number);
        int window = sheet.windowAt(start);
        if (sheet.isOpen(window, start)) {
            Instant due = start.plus(budget);
            if (sheet.closesNotBefore(window, due)) {
                return due;
            }
        }
        long seconds = budget.toSeconds() + sheet.openUntil(window, start);
        int nanos = budget.toNanosPart() + sheet.nanosOpenUntil(window, start);
        if (nanos >= NANOS) {
            nanos -= NANOS;
            seconds++;
        }
        int begun = nanos > 0 ? 1 : 0;
        for (long total = sheet.total(); seconds + begun > total; total = total(number)) {
            seconds -= total;
            number++;
            if (number > LAST_SHEET) {
                throw tooFar(start, budget);
            }
        }
        return sheet(number).instantAfter(seconds, nanos);
    }

    Duration elapsed(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return Duration.ZERO;
        }
        long number = numberOf(start);
        long last = numberOf(end);
        Sheet sheet = sheet(number);
        Sheet lastSheet = number == last ? sheet : sheet(last);
        int startWindow = sheet.windowAt(start);
        int endWindow = lastSheet.windowAt(end);
        long seconds = (long) lastSheet.openUntil(endWindow, end) - sheet.openUntil(startWindow, start);
        long nanos = lastSheet.nanosOpenUntil(endWindow, end);
        nanos -= sheet.nanosOpenUntil(startWindow, start);
        for (; number < last; number++) {
            seconds += total(number);
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    boolean isOpen(Instant instant) {
        Sheet sheet = sheet(numberOf(instant));
        return sheet.isOpen(sheet.windowAt(instant), instant);
    }

    Instant nextOpen(Instant instant) {
        long number = numberOf(instant);
        Sheet sheet = sheet(number);
        int window = sheet.windowAt(instant);
        if (sheet.isOpen(window, instant)) {
            return instant;
        }
        int next = window + 1;
        while (next >= sheet.size() && number < LAST_SHEET) {
            number++;
            sheet = sheet(number);
            next = 0;
        }
        if (next >= sheet.size()) {
            throw new IllegalArgumentException("The calendar does not open after " + instant
                    + " in the years 1 to 9999 that a business calendar covers.");
        }
        return sheet.opening(next);
    }

    /** The open stretches between two instants, in order; stretches that touch are one. */
    List<Span> spans(Instant start, Instant end) {
        List<Span> spans = new ArrayList<>();
        long last = numberOf(end);
        for (long number = numberOf(start); number <= last; number++) {
            Sheet sheet = sheet(number);
            for (int window = 0; window < sheet.size(); window++) {
                Instant opens = later(sheet.opening(window), start);
                Instant closes = sheet.closing(window).isBefore(end) ? sheet.closing(window) : end;
                if (opens.isBefore(closes)) {
                    append(spans, new Span(opens, closes));
                }
            }
        }
        return spans;
    }

    private static void append(List<Span> spans, Span span) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).closes().equals(span.opens())) {
            spans.set(last, new Span(spans.get(last).opens(), span.closes()));
            return;
        }
        spans.add(span);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** How many windows are laid out and kept: what the answers so far have cost. */
    int windowsLaidOut() {
        int windows = 0;
        for (int i = 0; i < KEPT; i++) {
            Sheet sheet = kept.get(i);
            windows += sheet == null ? 0 : sheet.size();
        }
        return windows;
    }

    private static long numberOf(Instant instant) {
        requireCovered(instant);
        return Sheet.numberOf(instant);
    }

    static void requireCovered(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(END)) {
            throw new IllegalArgumentException(
                    "The instant " + instant + " is outside the years 1 to 9999 that a business calendar covers.");
        }
    }

    private static void requireBelowTenThousandYears(Instant start, Duration budget) {
        if (budget.toSeconds() > END.getEpochSecond() - FIRST.getEpochSecond()) {
            throw tooFar(start, budget);
        }
    }

    private static IllegalArgumentException tooFar(Instant start, Duration budget) {
        return new IllegalArgumentException("A budget of " + DurationText.of(budget) + " from " + start
                + " is not used up in the years 1 to 9999 that a business calendar covers.");
    }

    private long total(long number) {
        Sheet sheet = keptSheet(number);
        if (sheet != null) {
            return sheet.total();
        }
        return isPlain(number) ? plainTotal : sheet(number).total();
    }

    private Sheet sheet(long number) {
        Sheet sheet = keptSheet(number);
        if (sheet != null) {
            return sheet;
        }
        Sheet laidOut = layOut(number);
        if (isKept(number)) {
            kept.set((int) number, laidOut);
        }
        return laidOut;
    }

    private @Nullable Sheet keptSheet(long number) {
        return isKept(number) ? kept.get((int) number) : null;
    }

    private static boolean isKept(long number) {
        return number >= 0 && number < KEPT;
    }

    /** The last sheet is none: the years end within it. */
    private boolean isPlain(long number) {
        return number < LAST_SHEET
                && hours.isPlain(LocalDate.ofEpochDay(firstDay(number)), LocalDate.ofEpochDay(lastDay(number)))
                && wallClock(number).isSteady();
    }

    private WallClock wallClock(long number) {
        long first = firstDay(number) * OpeningWindow.DAY;
        long last = lastDay(number) * OpeningWindow.DAY;
        return WallClock.between(rules, first, last);
    }

    private static long firstDay(long number) {
        return Math.floorDiv(number * Sheet.SECONDS, OpeningWindow.DAY) - MARGIN_DAYS;
    }

    private static long lastDay(long number) {
        return firstDay(number + 1) + 2 * MARGIN_DAYS;
    }

    private Sheet layOut(long number) {
        WallClock clock = wallClock(number);
        long start = number * Sheet.SECONDS;
        long length = Math.min(Sheet.SECONDS, END.getEpochSecond() - start);
        List<OpeningWindow> windows = new ArrayList<>();
        for (long day = firstDay(number); day <= lastDay(number); day++) {
            long midnight = day * OpeningWindow.DAY;
            for (OpeningWindow window : hours.on(LocalDate.ofEpochDay(day))) {
                long opens = clock.epochSecondOf(midnight + window.opens()) - start;
                long closes = clock.epochSecondOf(midnight + window.closes()) - start;
                int from = (int) Math.max(opens, 0);
                int to = (int) Math.min(closes, length);
                if (from < to) {
                    windows.add(new OpeningWindow(from, to));
                }
            }
        }
        return new Sheet(number, union(windows));
    }

    /** A clock change can push windows over one another; time counts once. Windows that touch become one. */
    private static List<OpeningWindow> union(List<OpeningWindow> windows) {
        windows.sort(null);
        List<OpeningWindow> union = new ArrayList<>(windows.size());
        for (OpeningWindow window : windows) {
            int last = union.size() - 1;
            if (last < 0 || union.get(last).closes() < window.opens()) {
                union.add(window);
                continue;
            }
            OpeningWindow before = union.get(last);
            union.set(last, new OpeningWindow(before.opens(), Math.max(before.closes(), window.closes())));
        }
        return union;
    }
}
