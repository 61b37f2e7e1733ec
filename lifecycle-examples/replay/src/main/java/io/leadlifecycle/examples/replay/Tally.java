package io.leadlifecycle.examples.replay;

import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.JournalEntry.Result;
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
    private final Map<Named, Seen> latest = new HashMap<>();

    private record Named(String leadId, String clock) {}

    private record Seen(int number, Verdict verdict) {}

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

    /** Every start of a clock counts once, by its verdict so far. */
    private void count(String leadId, Clock clock) {
        Seen now = new Seen(clock.number(), clock.verdict());
        Seen before = latest.put(new Named(leadId, clock.name()), now);
        Map<Verdict, Long> verdicts = clocks.computeIfAbsent(clock.name(), name -> new EnumMap<>(Verdict.class));
        if (before != null && before.number() == now.number()) {
            verdicts.merge(before.verdict(), -1L, Long::sum);
        }
        verdicts.merge(now.verdict(), 1L, Long::sum);
    }
}
