package io.leadlifecycle.journal;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.StageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is what it is, from the journal alone: what gave points first, then what took some away.
 *
 * <pre>{@code
 * ScoreReport.of(engine.journal("L-1"));   // 40 = 3 pricing visits 30 + director 15 - 1 week 5
 * }</pre>
 *
 * @param whole the whole score
 * @param sinceItWentBack what was gained since the lead was recycled or put back, which rules read as {@code lead.score};
 *     null for a lead that never was
 */
public record ScoreReport(Sum whole, @Nullable Sum sinceItWentBack) {
    private static final Noun ELSEWHERE = Noun.of("from elsewhere");

    /**
     * A score and what it is made of.
     *
     * @param score the score
     * @param parts what gave points, then what took some away, the largest first; empty when nothing did
     */
    public record Sum(long score, List<Part> parts) {
        /** Copies the list. */
        public Sum {
            parts = List.copyOf(parts);
        }

        /** As people read it. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder().append(score).append(parts.isEmpty() ? "" : " =");
            for (Part part : parts) {
                boolean plus = part.points() > 0 && text.charAt(text.length() - 1) != '=';
                text.append(plus ? " +" : "")
                        .append(part.points() < 0 ? " -" : "")
                        .append(' ')
                        .append(part);
            }
            return text.toString();
        }
    }

    /**
     * What one thing gave, or took away, in all.
     *
     * @param noun what it was
     * @param count how often
     * @param points how many points, negative when it took them away
     */
    public record Part(Noun noun, int count, long points) {
        /** Without the sign of its points. */
        @Override
        public String toString() {
            String number = Long.toString(points);
            return noun.counted(count) + " " + (points < 0 ? number.substring(1) : number);
        }
    }

    /**
     * Explains the score of a lead.
     *
     * @param journal all entries of the lead in order
     * @return the explanation, of 0 and without parts for an empty journal
     */
    public static ScoreReport of(List<JournalEntry> journal) {
        Tally whole = new Tally();
        Since since = new Since();
        Lead lead = null;
        for (JournalEntry entry : journal) {
            Lead at = lead == null ? Lead.blank(entry.leadId(), entry.at()) : lead;
            for (Change change : entry.changes()) {
                Lead then = change.applyTo(at);
                long points = points(at, then);
                whole.count(what(change), points);
                since.see(change, points);
                at = then;
            }
            since.endOfEntry();
            lead = at;
        }
        if (lead == null) {
            return new ScoreReport(new Sum(0, List.of()), null);
        }
        long score = lead.qualification().score();
        long before = lead.journey().recycles().scoreThen();
        boolean wentBack = lead.journey().countsSince() != null;
        return new ScoreReport(whole.sum(score), wentBack ? since.tally.sum(Tally.difference(score, before)) : null);
    }

    private static long points(Lead before, Lead after) {
        return Tally.difference(
                after.qualification().score(), before.qualification().score());
    }

    private static Noun what(Change change) {
        return change instanceof Change.Scored scored ? scored.what() : ELSEWHERE;
    }

    /** The whole score, and behind it what was gained since the lead went back. */
    @Override
    public String toString() {
        return whole + (sinceItWentBack == null ? "" : "; since it went back " + sinceItWentBack);
    }

    /** What was gained since the lead went back; of what a merged lead brings, what it earned before does not count. */
    private static final class Since {
        private Tally tally = new Tally();
        private long earnedBefore;

        void see(Change change, long points) {
            if (isWayBack(change)) {
                tally = new Tally();
            } else if (change instanceof MergeChange.JourneyAbsorbed absorbed) {
                tally = absorbed.data().scoreThen() == null ? tally : new Tally();
                earnedBefore = absorbed.data().recycles().scoreThen();
            } else if (what(change).equals(MergeChange.MERGED_LEAD)) {
                tally.count(MergeChange.MERGED_LEAD, Tally.difference(points, earnedBefore));
                earnedBefore = 0;
            } else {
                tally.count(what(change), points);
            }
        }

        private static boolean isWayBack(Change change) {
            boolean recycled = change instanceof Change.StageMoved moved && moved.kind() == StageKind.RECYCLED;
            boolean imported = change instanceof Change.Imported begun
                    && begun.data().begins()
                    && begun.data().kind() == StageKind.RECYCLED;
            return recycled || imported || change instanceof Change.CountedAnew;
        }

        /** A merged lead that has no points any more changes no score. */
        void endOfEntry() {
            tally.count(MergeChange.MERGED_LEAD, Tally.difference(0, earnedBefore));
            earnedBefore = 0;
        }
    }

    /** Adds up by word and sign. Scores may be half as large as a long and change often, so sums stop at its ends. */
    private static final class Tally {
        private final Map<String, Part> given = new TreeMap<>();
        private final Map<String, Part> taken = new TreeMap<>();

        void count(Noun noun, long points) {
            if (points != 0) {
                (points > 0 ? given : taken).merge(noun.one(), new Part(noun, 1, points), Tally::together);
            }
        }

        /** The word for many is the latest one: a rule may have been edited. */
        private static Part together(Part known, Part next) {
            return new Part(next.noun(), known.count() + 1, sum(known.points(), next.points()));
        }

        Sum sum(long score) {
            List<Part> parts = new ArrayList<>(given.values());
            parts.sort(Comparator.comparingLong(Part::points).reversed());
            List<Part> last = new ArrayList<>(taken.values());
            last.sort(Comparator.comparingLong(Part::points));
            parts.addAll(last);
            return new Sum(score, parts);
        }

        static long difference(long to, long from) {
            long difference = to - from;
            boolean overflows = ((to ^ from) & (to ^ difference)) < 0;
            return overflows ? end(to) : difference;
        }

        private static long sum(long a, long b) {
            long sum = a + b;
            boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
            return overflows ? end(a) : sum;
        }

        private static long end(long number) {
            return number < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
