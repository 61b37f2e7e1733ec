package io.leadlifecycle;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a recompute would do: every clock that changes, and how. Nothing was done yet. Immutable.
 *
 * <pre>{@code
 * RecomputePreview preview = engine.recomputePreview(List.of("L-1", "L-2"), now);
 * System.out.println(preview);      // L-1 acceptance#1: due 2026-03-02T13:00:00Z -> 2026-03-03T13:00:00Z
 * preview.overdue();                // what would fire at once
 * engine.recompute(preview);
 * }</pre>
 *
 * @param at the instant it is recomputed at
 * @param rows the clocks that change, by lead and name
 * @param failed the leads that nobody created or whose rules failed; the log says why
 */
public record RecomputePreview(Instant at, List<Row> rows, List<String> failed) {
    /** Copies the lists. */
    public RecomputePreview {
        rows = List.copyOf(rows);
        failed = List.copyOf(failed);
    }

    /**
     * A clock before and after.
     *
     * @param leadId the lead
     * @param entries how many journal entries the lead had
     * @param clock the clock's name
     * @param number which start of it
     * @param before what it counts to and in now
     * @param after what it counts to and in then
     * @param breached whether it was breached and stays so
     * @param overdue whether a milestone is past then, or due that very instant, and so fires at once
     */
    public record Row(
            String leadId,
            long entries,
            String clock,
            int number,
            Terms before,
            Terms after,
            boolean breached,
            boolean overdue) {
        static Row of(Lead lead, long entries, Clock before, Clock after) {
            boolean overdue = after.pending().stream().anyMatch(m -> !m.dueAt().isAfter(lead.lastEntryAt()));
            return new Row(
                    lead.id(),
                    entries,
                    after.name(),
                    after.number(),
                    Terms.of(before),
                    Terms.of(after),
                    after.breachedAt() != null,
                    overdue);
        }

        /**
         * Whether it falls due at another instant.
         *
         * @return false for a clock that is paused or was breached
         */
        public boolean moves() {
            return before.due() != null && after.due() != null && !before.due().equals(after.due());
        }

        private boolean movesEarlier() {
            return before.due() != null && after.due() != null && after.due().isBefore(before.due());
        }

        /** One line, such as {@code L-1 acceptance#1: due ... -> ..., fires at once}. */
        @Override
        public String toString() {
            List<String> what = new ArrayList<>();
            if (!before.target().equals(after.target())) {
                what.add("target " + before.target() + " -> " + after.target());
            }
            what.add(due());
            if (!before.calendar().equals(after.calendar())) {
                what.add("calendar " + before.calendar() + " -> " + after.calendar());
            }
            if (breached) {
                what.add("stays breached");
            }
            if (overdue) {
                what.add("fires at once");
            }
            return leadId + " " + clock + "#" + number + ": " + String.join(", ", what);
        }

        private String due() {
            if (after.due() == null) {
                return "paused";
            }
            return moves() ? "due " + before.due() + " -> " + after.due() : "due " + after.due() + " as before";
        }
    }

    /**
     * What a clock counts to and in.
     *
     * @param target the time allowed
     * @param due when it is due, or was breached; null while it is paused
     * @param calendar the version of the calendar it counts in
     */
    public record Terms(TimeBudget target, @Nullable Instant due, String calendar) {
        static Terms of(Clock clock) {
            return new Terms(clock.target(), clock.dueAt(), clock.calendar());
        }
    }

    /**
     * How many leads have a clock that changes.
     *
     * @return the count
     */
    public long leads() {
        return rows.stream().map(Row::leadId).distinct().count();
    }

    /**
     * How many clocks fall due earlier than before.
     *
     * @return the count
     */
    public long earlier() {
        return count(Row::movesEarlier);
    }

    /**
     * How many clocks fall due later than before.
     *
     * @return the count
     */
    public long later() {
        return count(row -> row.moves() && !row.movesEarlier());
    }

    /**
     * How many clocks fire at once.
     *
     * @return the count
     */
    public long overdue() {
        return count(Row::overdue);
    }

    /**
     * How many clocks were breached and stay so.
     *
     * @return the count
     */
    public long breached() {
        return count(Row::breached);
    }

    private long count(Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }

    /** The counts, then one line per clock. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Recompute at " + at + ": clocks that change " + rows.size() + ", leads " + leads() + ", due earlier "
                + earlier() + ", due later " + later() + ", fire at once " + overdue() + ", stay breached "
                + breached() + (failed.isEmpty() ? "" : ", failed " + failed));
        rows.forEach(row -> lines.add("  " + row));
        return String.join("\n", lines);
    }
}
