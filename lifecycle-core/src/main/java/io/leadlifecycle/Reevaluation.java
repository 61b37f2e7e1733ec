package io.leadlifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which leads that wait would qualify if they were evaluated now, for example after a threshold was lowered. Nothing has
 * happened to them: {@link LifecycleEngine#release} does it. Immutable.
 *
 * <pre>{@code
 * Reevaluation preview = engine.reevaluate(lead -> true, wednesday);
 * System.out.println(preview);                           // how many, by rule and by owner
 * Release release = engine.release(preview, 50, wednesday);   // 50 now, 50 on each business day that follows
 * }</pre>
 *
 * @param at the instant it was asked for
 * @param rows the leads that would qualify, who waits longest in the stage first, then by id
 * @param evaluated how many leads were looked at
 */
public record Reevaluation(Instant at, List<Row> rows, int evaluated) {
    /**
     * A lead that would qualify.
     *
     * @param leadId the lead
     * @param stage the stage it waits in
     * @param since since when
     * @param rule the rule that would qualify it
     * @param type the lead type it would have, null for none
     * @param owner who would own it; null when nobody is there
     */
    public record Row(
            String leadId,
            String stage,
            Instant since,
            String rule,
            @Nullable String type,
            @Nullable String owner) {}

    /** Copies the list. */
    public Reevaluation {
        rows = List.copyOf(rows);
    }

    /**
     * How many leads each rule would qualify.
     *
     * @return the counts by rule
     */
    public Map<String, Long> byRule() {
        return rows.stream().collect(Collectors.groupingBy(Row::rule, TreeMap::new, Collectors.counting()));
    }

    /**
     * How many leads each person would own; those that nobody would stand under {@code ""}.
     *
     * @return the counts by owner
     */
    public Map<String, Long> byOwner() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.owner() == null ? "" : row.owner(), TreeMap::new, Collectors.counting()));
    }

    /** How many would qualify, by rule and by owner. */
    @Override
    public String toString() {
        String head = rows.size() + " of " + evaluated + " leads would qualify at " + at;
        String rules = byRule().entrySet().stream()
                .map(rule -> "\n  " + rule.getValue() + " by " + rule.getKey())
                .collect(Collectors.joining());
        String owners = byOwner().entrySet().stream()
                .map(owner -> "\n  " + owner.getValue()
                        + (owner.getKey().isEmpty() ? " to nobody yet" : " to " + owner.getKey()))
                .collect(Collectors.joining());
        return head + rules + owners;
    }
}
