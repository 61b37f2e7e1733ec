package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.text.RuleText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of a book, with nothing left that the check refuses.
 *
 * @param rulesByFile the rules of each file, in order
 * @param milestones the shares that rules listen for, by clock
 * @param timers the timers that rules listen for
 */
public record CheckedBook(
        SortedMap<String, List<RuleText>> rulesByFile,
        Map<String, SortedSet<Integer>> milestones,
        SortedSet<String> timers) {
    /** Copies the collections. */
    public CheckedBook {
        rulesByFile = Collections.unmodifiableSortedMap(new TreeMap<>(rulesByFile));
        SortedMap<String, SortedSet<Integer>> copied = new TreeMap<>();
        milestones.forEach(
                (clock, shares) -> copied.put(clock, Collections.unmodifiableSortedSet(new TreeSet<>(shares))));
        milestones = Collections.unmodifiableSortedMap(copied);
        timers = Collections.unmodifiableSortedSet(new TreeSet<>(timers));
    }

    /**
     * Every rule.
     *
     * @return by file, then in order
     */
    public List<RuleText> rules() {
        return rulesByFile.values().stream().flatMap(List::stream).toList();
    }
}
