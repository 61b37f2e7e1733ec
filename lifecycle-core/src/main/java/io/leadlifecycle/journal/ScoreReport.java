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
 * @param sinceRecycling what was gained since the latest recycling, which rules read as {@code lead.score}; null for a lead
 *     that never was recycled
 */
public record ScoreReport(Sum whole, @Nullable Sum sinceRecycling) {
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
        Tally since = new Tally();
        Lead lead = null;
        for (JournalEntry entry : journal) {
            Lead at = lead == null ? Lead.blank(entry.leadId(), entry.at()) : lead;
            for (Change change : entry.changes()) {
                Lead then = change.applyTo(at);
                whole.count(change, at, then);
                since.count(change, at, then);
                if (change instanceof Change.StageMoved moved && moved.kind() == StageKind.RECYCLED) {
                    since = new Tally();
                }
                at = then;
            }
            lead = at;
        }
        if (lead == null) {
            return new ScoreReport(new Sum(0, List.of()), null);
        }
        long score = lead.qualification().score();
        long before = lead.journey().recycles().scoreThen();
        boolean recycled = lead.journey().recycles().count() > 0;
        return new ScoreReport(whole.sum(score), recycled ? since.sum(Tally.difference(score, before)) : null);
    }

    /** The whole score, and behind it what was gained since recycling. */
    @Override
    public String toString() {
        return whole + (sinceRecycling == null ? "" : "; since recycling " + sinceRecycling);
    }

    /** Adds up by word and sign. Scores may be half as large as a long and change often, so sums stop at its ends. */
    private static final class Tally {
        private final Map<String, Part> given = new TreeMap<>();
        private final Map<String, Part> taken = new TreeMap<>();

        void count(Change change, Lead before, Lead after) {
            long points = difference(
                    after.qualification().score(), before.qualification().score());
            if (points == 0) {
                return;
            }
            Noun noun = change instanceof Change.Scored scored ? scored.what() : ELSEWHERE;
            (points > 0 ? given : taken).merge(noun.one(), new Part(noun, 1, points), Tally::together);
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
