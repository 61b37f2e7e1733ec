package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead that waits for an owner: a step only asks, the engine draws.
 *
 * @param number which time this is that an owner was asked for, from 1
 * @param rule the rule that asks, or {@link #TRANSFER}
 * @param ways how to find one, the first that has somebody counts
 * @param since when it was asked
 * @param pool the queue it stands in since nobody was available; null before the engine answered
 */
public record Waiting(
        int number,
        String rule,
        List<Recipient> ways,
        Instant since,
        @Nullable String pool) {
    /** Who asks when somebody's leads are handed over to others. */
    public static final String TRANSFER = "transfer";

    /** Copies the list. */
    public Waiting {
        ways = List.copyOf(ways);
    }

    /**
     * The same in a queue.
     *
     * @param queue the pool whose members are awaited
     * @return the waiting lead, in its order by the instant it asked at
     */
    public Waiting queuedIn(String queue) {
        return new Waiting(number, rule, ways, since, queue);
    }

    /**
     * Whether it was asked because somebody's leads are handed over.
     *
     * @return false for a rule
     */
    public boolean isTransfer() {
        return rule.equals(TRANSFER);
    }

    /**
     * The same for another lead that takes its place in the queue.
     *
     * @param then which time this is for that lead
     * @return the waiting lead, in the order by the instant this one asked at
     */
    public Waiting numbered(int then) {
        return new Waiting(then, rule, ways, since, pool);
    }
}
