package io.leadlifecycle.calendar;

import io.leadlifecycle.text.Suggestion;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One opening window of a day, both edges in wall-clock seconds after that day's midnight. It is half-open; a closing
 * edge beyond {@link #DAY} lies on the next day.
 */
record OpeningWindow(int opens, int closes) implements Comparable<OpeningWindow> {

    static final int DAY = 86_400;

    private static final String ALLOWED = "\"09:00-17:00\", \"00:00-24:00\" for the whole day, or \"22:00-06:00\" which"
            + " ends on the next day; edges are whole seconds";
    private static final String CLOCK = "([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?";
    private static final Pattern EXACT = Pattern.compile("(" + CLOCK + ")-(24:00|" + CLOCK + ")");
    private static final Pattern LOOSE_EDGE = Pattern.compile("(\\d{1,2})(?:[:.h]?([0-5]\\d))?(am|pm)?");
    private static final Pattern LOOSE_DASH = Pattern.compile("-|\u2013|\u2014|to|until");

    /** A closing time at or before the opening time is on the next day. */
    static OpeningWindow of(LocalTime from, LocalTime to) {
        requireWholeSeconds(from, from, to);
        requireWholeSeconds(to, from, to);
        return between(from.toSecondOfDay(), to.toSecondOfDay(), from + "-" + to);
    }

    static OpeningWindow parse(String text) {
        Matcher match = EXACT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("The opening window \"" + text + "\" is none. Allowed: " + ALLOWED + "."
                    + Suggestion.line(guess(text)));
        }
        return between(edge(match.group(1)), edge(match.group(5)), text);
    }

    private static OpeningWindow between(int from, int to, String text) {
        if (from == to) {
            throw new IllegalArgumentException("The opening window \"" + text + "\" opens and closes at the same time."
                    + " Allowed: " + ALLOWED + "." + Suggestion.line("00:00-24:00"));
        }
        return new OpeningWindow(from, to < from ? to + DAY : to);
    }

    private static void requireWholeSeconds(LocalTime edge, LocalTime from, LocalTime to) {
        if (edge.equals(edge.truncatedTo(ChronoUnit.SECONDS))) {
            return;
        }
        boolean endOfDay = edge.equals(to) && edge.toSecondOfDay() == DAY - 1;
        String meant = endOfDay ? from.withNano(0) + "-24:00" : from.withNano(0) + "-" + to.withNano(0);
        throw new IllegalArgumentException("The edge " + edge + " of the opening window " + from + "-" + to
                + " has a fraction of a second. Allowed: " + ALLOWED + "." + Suggestion.line(meant));
    }

    private static int edge(String text) {
        return text.equals("24:00") ? DAY : LocalTime.parse(text).toSecondOfDay();
    }

    /** What was probably meant by "9-17", "9:00 - 17:00" or "9am to 5pm"; empty when that is anybody's guess. */
    private static String guess(String text) {
        String[] edges = LOOSE_DASH.split(text.toLowerCase(Locale.ROOT).replace(" ", ""), -1);
        if (edges.length != 2) {
            return "";
        }
        String meant = guessEdge(edges[0]) + "-" + guessEdge(edges[1]);
        return EXACT.matcher(meant).matches() ? meant : "";
    }

    private static String guessEdge(String text) {
        Matcher match = LOOSE_EDGE.matcher(text);
        if (!match.matches()) {
            return "";
        }
        int hour = Integer.parseInt(match.group(1));
        if (match.group(3) != null) {
            hour = hour % 12 + (match.group(3).equals("pm") ? 12 : 0);
        }
        return String.format(Locale.ROOT, "%02d:%s", hour, match.group(2) == null ? "00" : match.group(2));
    }

    int seconds() {
        return closes - opens;
    }

    /** Whether the two share time when the other one's day begins {@code shift} seconds after this one's. */
    boolean overlaps(OpeningWindow other, int shift) {
        return opens < other.closes + shift && other.opens + shift < closes;
    }

    @Override
    public int compareTo(OpeningWindow other) {
        int byOpening = Integer.compare(opens, other.opens);
        return byOpening != 0 ? byOpening : Integer.compare(closes, other.closes);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        String closing =
                closes == DAY ? "24:00" : LocalTime.ofSecondOfDay(closes % DAY).toString();
        return LocalTime.ofSecondOfDay(opens) + "-" + closing;
    }
}
