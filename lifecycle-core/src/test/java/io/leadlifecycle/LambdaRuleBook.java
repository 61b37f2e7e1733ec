package io.leadlifecycle;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleLead;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A rule book of a few rules written where they are tried. */
public record LambdaRuleBook(Lifecycle lifecycle, String version, BiConsumer<LeadEvent, RuleLead> rules)
        implements RuleBook {
    public static LambdaRuleBook of(BiConsumer<LeadEvent, RuleLead> rules) {
        return new LambdaRuleBook(SampleLifecycle.lifecycle(), "1", rules);
    }

    @Override
    public SortedSet<Integer> milestones(String clock) {
        return new TreeSet<>(Set.of(80, 200));
    }

    @Override
    public Set<String> timers() {
        return Set.of("stale");
    }

    @Override
    public void decide(LeadEvent event, RuleLead lead) {
        rules.accept(event, lead);
    }
}
