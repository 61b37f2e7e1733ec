package io.leadlifecycle;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * What a due clock costs beside many that are not due, and what a year costs in which nothing is. A main program and no
 * test: figures are read, not asserted.
 *
 * <pre>{@code
 * java -Xmx8g -cp ... io.leadlifecycle.DueInNumbers 10000 100000 1000000
 * }</pre>
 */
public final class DueInNumbers {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final int FIRED = 2_000;
    private static final int ROUNDS = 5;
    private static final int YEAR = 365;

    private DueInNumbers() {}

    /** Prints one line per number of leads; each lead has one clock, due one second after that of the lead before. */
    public static void main(String[] numbers) {
        for (String number : numbers) {
            measure(Math.min(10_000, Integer.parseInt(number)), false);
            measure(Integer.parseInt(number), true);
        }
    }

    private static void measure(int leads, boolean print) {
        InMemoryLeadStore store = InMemoryLeadStore.spooling(entry -> {}, 0);
        LifecycleEngine engine = LifecycleEngine.builder(LambdaRuleBook.of(DueInNumbers::rules))
                .directory(SampleLifecycle.PEOPLE)
                .store(store)
                .build();
        for (int i = 0; i < leads; i++) {
            engine.fire(new LeadCreated("created", "L-" + i, BEGIN, "web", Map.of("number", i)));
        }
        long[] perFiring = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            Advance advance = engine.advanceTo(due(round));
            perFiring[round] = (System.nanoTime() - begun) / Math.max(1, advance.fired());
        }
        Instant before = due(ROUNDS - 1);
        long begun = System.nanoTime();
        for (int day = 1; day <= YEAR; day++) {
            engine.advanceTo(before.plusMillis(day));
        }
        long perLook = (System.nanoTime() - begun) / YEAR;
        long jump = jump(before);
        if (print) {
            Arrays.sort(perFiring);
            System.out.printf(
                    "%,9d pending: %,d ns per firing (median of %d rounds of %,d), %,d ns per look with nothing due,"
                            + " %,d ns for one over a year%n",
                    leads - ROUNDS * FIRED, perFiring[ROUNDS / 2], ROUNDS, FIRED, perLook, jump);
        }
    }

    /** A year at once, on an engine of its own on which nothing waits. */
    private static long jump(Instant before) {
        LifecycleEngine idle = LifecycleEngine.builder(LambdaRuleBook.of((event, lead) -> {}))
                .directory(SampleLifecycle.PEOPLE)
                .build();
        idle.fire(new LeadCreated("created", "L-1", before, "web", Map.of()));
        idle.advanceTo(before.plus(Duration.ofDays(30)));
        long begun = System.nanoTime();
        idle.advanceTo(before.plus(Duration.ofDays(30L + YEAR)));
        return System.nanoTime() - begun;
    }

    private static Instant due(int round) {
        return BEGIN.plusSeconds((long) FIRED * (round + 1));
    }

    private static void rules(LeadEvent event, RuleLead lead) {
        if (event instanceof LeadCreated) {
            Object number = lead.profile("number");
            long seconds = number instanceof Long place ? place + 1 : 1;
            lead.underRule(
                    "N-1 A clock for every lead",
                    () -> lead.startClock("answer", TimeBudget.parse(seconds + " seconds"))
                            .acrossStages());
        }
    }
}
