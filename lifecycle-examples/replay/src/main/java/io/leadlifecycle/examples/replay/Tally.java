package io.leadlifecycle.examples.replay;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.JournalEntry.Result;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the journal says, entry by entry. */
final class Tally {
    long told;
    long refusedEvents;
    long refusedRules;
    long overruled;
    long parkings;
    final TreeMap<String, Map<Verdict, Long>> clocks = new TreeMap<>();
    private final Map<String, Map<String, Starts>> perLead = new HashMap<>();

    /** The starts of one clock of one lead. */
    private static final class Starts {
        private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        private int number;
        private Verdict verdict = Verdict.OPEN;
    }

    void count(JournalEntry entry) {
        if (entry.result() == Result.REFUSED) {
            refusedEvents++;
        } else if (entry.result() == Result.PARKED) {
            parkings++;
        }
        entry.steps().forEach(step -> {
            step.rules().forEach(this::count);
            told += step.effects().stream()
                    .filter(Effect.Tell.class::isInstance)
                    .count();
            step.changes().forEach(change -> {
                if (change instanceof AgendaChange.ClockSet set) {
                    count(entry.leadId(), set.clock());
                } else if (change instanceof MergeChange.MergedInto) {
                    discount(entry.leadId());
                }
            });
        });
    }

    private void count(RuleRecord rule) {
        if (rule.ruling() == RuleRecord.Ruling.REFUSED) {
            refusedRules++;
        } else if (rule.ruling() == RuleRecord.Ruling.OVERRULED) {
            overruled++;
        }
    }

    /** A merged lead is counted nowhere; what ran for it goes on where it went. */
    private void discount(String leadId) {
        Map<String, Starts> counted = perLead.remove(leadId);
        if (counted != null) {
            counted.forEach(
                    (clock, starts) -> starts.verdicts.forEach((verdict, count) -> count(clock, verdict, -count)));
        }
    }

    /** Every start of a clock counts once, by its verdict so far. */
    private void count(String leadId, Clock clock) {
        Starts starts = perLead.computeIfAbsent(leadId, lead -> new HashMap<>())
                .computeIfAbsent(clock.name(), c -> new Starts());
        if (starts.number == clock.number()) {
            count(clock.name(), starts, -1);
        }
        starts.number = clock.number();
        starts.verdict = clock.verdict();
        count(clock.name(), starts, 1);
    }

    private void count(String clock, Starts starts, long change) {
        starts.verdicts.merge(starts.verdict, change, Long::sum);
        count(clock, starts.verdict, change);
    }

    private void count(String clock, Verdict verdict, long change) {
        clocks.computeIfAbsent(clock, name -> new EnumMap<>(Verdict.class)).merge(verdict, change, Long::sum);
    }
}
