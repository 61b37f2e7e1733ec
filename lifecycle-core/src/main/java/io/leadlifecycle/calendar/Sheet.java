package io.leadlifecycle.calendar;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The open time of 52 weeks, laid out: windows in order that neither overlap nor touch, each knowing how much was open
 * before it. Seconds count from the sheet's first instant.
 */
final class Sheet {

    static final int SECONDS = 52 * 7 * OpeningWindow.DAY;

    private final long start;
    private final int[] opens;
    private final int[] closes;
    private final int[] openBefore;
    private final int total;

    /** @param windows sorted, without overlap, inside the sheet */
    Sheet(long number, List<OpeningWindow> windows) {
        start = number * SECONDS;
        opens = windows.stream().mapToInt(OpeningWindow::opens).toArray();
        closes = windows.stream().mapToInt(OpeningWindow::closes).toArray();
        openBefore = new int[opens.length];
        int sum = 0;
        for (int i = 0; i < opens.length; i++) {
            openBefore[i] = sum;
            sum += closes[i] - opens[i];
        }
        total = sum;
    }

    static long numberOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    int total() {
        return total;
    }

    int size() {
        return opens.length;
    }

    Instant opening(int window) {
        return Instant.ofEpochSecond(start + opens[window]);
    }

    Instant closing(int window) {
        return Instant.ofEpochSecond(start + closes[window]);
    }

    /** The last window that opens at or before the instant, -1 if there is none. */
    int windowAt(Instant instant) {
        int found = Arrays.binarySearch(opens, secondOf(instant));
        return found >= 0 ? found : -found - 2;
    }

    boolean isOpen(int window, Instant instant) {
        return window >= 0 && secondOf(instant) < closes[window];
    }

    /** Whether an instant after the window's opening is at or before its closing. */
    boolean closesNotBefore(int window, Instant instant) {
        long second = instant.getEpochSecond() - start;
        return second < closes[window] || (second == closes[window] && instant.getNano() == 0);
    }

    /** Whole open seconds from the sheet's start to the instant, whose {@link #windowAt} this is. */
    int openUntil(int window, Instant instant) {
        if (window < 0) {
            return 0;
        }
        return openBefore[window] + Math.min(secondOf(instant), closes[window]) - opens[window];
    }

    /** What {@link #openUntil} leaves out: the fraction of a second, unless the instant is closed. */
    int nanosOpenUntil(int window, Instant instant) {
        boolean isOpen = window >= 0 && instant.getEpochSecond() - start < closes[window];
        return isOpen ? instant.getNano() : 0;
    }

    /**
     * The first instant at which this much of the sheet's open time has passed: more than zero, at most {@link #total}.
     * At a window's very end that is its closing, not the next opening.
     */
    Instant instantAfter(long seconds, int nanos) {
        int needed = (int) seconds + (nanos > 0 ? 1 : 0);
        int found = Arrays.binarySearch(openBefore, needed);
        int window = (found >= 0 ? found : -found - 1) - 1;
        return Instant.ofEpochSecond(start + opens[window] + seconds - openBefore[window], nanos);
    }

    private int secondOf(Instant instant) {
        return (int) (instant.getEpochSecond() - start);
    }
}
