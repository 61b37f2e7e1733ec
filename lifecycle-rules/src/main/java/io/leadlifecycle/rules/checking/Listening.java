package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.text.Comparison;
import io.leadlifecycle.rules.text.Condition;
import io.leadlifecycle.rules.text.Constraint;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Collects what rules listen for: shares of which clocks, and which timers. A clock gets its milestones from here, so a
 * rule that listens says the very numbers.
 */
final class Listening {
    private static final Pattern SHARE = Pattern.compile("[1-9][0-9]{0,6}");

    private final SortedMap<String, SortedSet<Integer>> milestones = new TreeMap<>();
    private final SortedSet<Integer> ofEveryClock = new TreeSet<>();
    private final SortedSet<String> timers = new TreeSet<>();

    void collect(RuleText rule, Complaints complaints) {
        if (rule.event().text().equals("TimerFired")) {
            timers.addAll(required(rule, "timer", "which timer it hears, as in timer == \"stale\"", complaints));
        }
        if (rule.event().text().equals("SlaReached")) {
            collectShares(rule, complaints);
        }
    }

    private void collectShares(RuleText rule, Complaints complaints) {
        List<String> clocks = values(rule, "sla", complaints).orElse(List.of());
        Collection<Integer> shares =
                required(rule, "percent", "which percent it hears, as in percent == 80", complaints).stream()
                        .filter(share -> isShare(share, rule, complaints))
                        .map(Integer::valueOf)
                        .toList();
        if (clocks.isEmpty()) {
            ofEveryClock.addAll(shares);
        }
        clocks.forEach(clock ->
                milestones.computeIfAbsent(clock, name -> new TreeSet<>()).addAll(shares));
    }

    private static boolean isShare(String share, RuleText rule, Complaints complaints) {
        boolean fine = SHARE.matcher(share).matches();
        if (!fine) {
            complaints.at(rule.event(), "The percent " + share + " is not a whole number from 1 on.");
        }
        return fine;
    }

    private static List<String> required(RuleText rule, String property, String how, Complaints complaints) {
        Optional<List<String>> values = values(rule, property, complaints);
        if (values.isEmpty()) {
            complaints.at(rule.event(), "A rule on " + rule.event().text() + " says " + how + ".");
        }
        return values.orElse(List.of());
    }

    /** The values that a property is compared with; empty when the rule does not mention it. */
    private static Optional<List<String>> values(RuleText rule, String property, Complaints complaints) {
        List<String> values = new ArrayList<>();
        boolean mentioned = false;
        for (Condition condition : joined(rule)) {
            if (!mentions(condition, property)) {
                continue;
            }
            mentioned = true;
            if (isPlain(condition, property)) {
                ((Condition.Test) condition).right().forEach(value -> values.add(((Operand.Literal) value).value()));
            } else {
                complaints.at(
                        condition.at(),
                        "\"" + condition.text() + "\": what a rule hears stands alone, compared by"
                                + " \"==\" or \"in\" with the values themselves. Maybe " + property + " in (...)?");
            }
        }
        return mentioned ? Optional.of(values) : Optional.empty();
    }

    private static List<Condition> joined(RuleText rule) {
        List<Condition> conditions = new ArrayList<>();
        for (Constraint constraint : rule.constraints()) {
            if (constraint.condition() instanceof Condition.All all) {
                conditions.addAll(all.parts());
            } else if (constraint.condition() != null) {
                conditions.add(constraint.condition());
            }
        }
        return conditions;
    }

    private static boolean isPlain(Condition condition, String property) {
        return condition instanceof Condition.Test test
                && test.left().text().equals(property)
                && (test.comparison() == Comparison.EQUAL || test.comparison() == Comparison.IN)
                && test.right().stream().allMatch(value -> value instanceof Operand.Literal);
    }

    private static boolean mentions(Condition condition, String property) {
        if (condition instanceof Condition.Not not) {
            return mentions(not.part(), property);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> mentions(part, property));
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(part -> mentions(part, property));
        }
        if (condition instanceof Condition.Test test) {
            return test.left().text().equals(property)
                    || test.right().stream().anyMatch(value -> value.text().equals(property));
        }
        return condition.text().equals(property);
    }

    Map<String, SortedSet<Integer>> milestones(Set<String> clocks) {
        SortedMap<String, SortedSet<Integer>> all = new TreeMap<>();
        clocks.forEach(clock -> {
            SortedSet<Integer> shares = new TreeSet<>(ofEveryClock);
            shares.addAll(milestones.getOrDefault(clock, new TreeSet<>()));
            all.put(clock, shares);
        });
        return all;
    }

    SortedSet<String> timers() {
        return timers;
    }
}
