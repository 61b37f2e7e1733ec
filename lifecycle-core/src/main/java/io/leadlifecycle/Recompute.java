package io.leadlifecycle;

import io.leadlifecycle.model.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Clocks counted anew at one instant. A preview does the same as the recompute itself and forgets it, so that they agree
 * by construction; the recompute checks that they did. Not thread-safe.
 */
final class Recompute {
    private final Sweep.Step step;
    private final Instant at;
    private List<RecomputePreview.Row> rows = List.of();

    Recompute(Sweep.Step step, Instant at) {
        this.step = step;
        this.at = at;
    }

    RecomputePreview preview(Iterable<String> leadIds) {
        TreeSet<String> leads = new TreeSet<>();
        leadIds.forEach(leads::add);
        List<RecomputePreview.Row> all = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String leadId : leads) {
            rows = List.of();
            if (step.advance(leadId, this::look) == null) {
                failed.add(leadId);
            } else {
                all.addAll(rows);
            }
        }
        return new RecomputePreview(at, all, failed);
    }

    Recomputed apply(List<RecomputePreview.Row> previewed) {
        TreeMap<String, List<RecomputePreview.Row>> perLead = new TreeMap<>();
        previewed.forEach(row -> perLead.computeIfAbsent(row.leadId(), fresh -> new ArrayList<>())
                .add(row));
        List<RecomputePreview.Row> done = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        perLead.forEach((leadId, expected) -> {
            rows = List.of();
            if (step.advance(leadId, turn -> recompute(turn, expected)) == null) {
                failed.add(leadId);
            } else if (rows.equals(expected)) {
                done.addAll(expected);
            } else {
                stale.add(leadId);
            }
        });
        return new Recomputed(done, stale, failed);
    }

    private void look(Turn turn) {
        rows = recompute(turn);
        turn.forget();
    }

    private void recompute(Turn turn, List<RecomputePreview.Row> expected) {
        rows = recompute(turn);
        if (!rows.equals(expected)) {
            turn.forget();
        }
    }

    /** All clocks first: what one of them fires may stop another. */
    private List<RecomputePreview.Row> recompute(Turn turn) {
        long entries = turn.known().entries();
        turn.due(at.minusMillis(1), null);
        List<RecomputePreview.Row> changed = new ArrayList<>();
        List<Clock> anew = new ArrayList<>();
        for (Clock clock : turn.known().clocks()) {
            Clock before = turn.known().clock(clock.name()).orElseThrow();
            turn.recompute(clock.name(), at).ifPresent(after -> {
                changed.add(RecomputePreview.Row.of(turn.known(), entries, before, after));
                anew.add(after);
            });
        }
        anew.forEach(turn::dueOf);
        return changed;
    }
}
