package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rule.RuleFailedException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One journal entry in the making: the lead so far, what the step has changed, what is still to be evaluated. */
final class Draft {
    final Instant now;
    final Instant happenedAt;
    final Trigger trigger;
    final LeadEvent root;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<LeadEvent> raised = new ArrayDeque<>();
    private final Map<String, String> enteredBy = new LinkedHashMap<>();
    private Lead lead;
    private List<RuleRecord> rules = new ArrayList<>();
    private List<Change> changes = new ArrayList<>();
    private List<Effect> effects = new ArrayList<>();
    private boolean news;
    private boolean burst;
    private boolean ownPeopleTold;
    private int effectCount;

    Draft(Lead lead, LeadEvent root, Instant now, Instant happenedAt, Trigger trigger) {
        this.lead = lead;
        this.root = root;
        this.now = now;
        this.happenedAt = happenedAt;
        this.trigger = trigger;
    }

    Lead lead() {
        return lead;
    }

    void change(Change change) {
        lead = change.applyTo(lead);
        changes.add(change);
    }

    void record(RuleRecord rule) {
        rules.add(rule);
    }

    void effect(Function<String, Effect> withId) {
        effectCount++;
        effects.add(withId.apply(lead.id() + "/" + Root.idOf(root, lead) + "!" + effectCount));
    }

    void raise(LeadEvent event) {
        raised.add(event);
    }

    @Nullable
    LeadEvent nextRaised() {
        return raised.poll();
    }

    String idOfRaised() {
        return Root.idOf(root, lead) + "~" + (steps.size() + raised.size() + 1);
    }

    void news() {
        news = true;
    }

    /** The event is a touch of a burst: it does not count. */
    void burst() {
        burst = true;
    }

    boolean isBurst() {
        return burst;
    }

    boolean takeNews() {
        boolean had = news;
        news = false;
        return had;
    }

    /** The lead enters a stage; twice in one entry is a circle. */
    void entering(String stage, String rule) {
        String before = enteredBy.put(stage, rule);
        if (before != null) {
            List<String> circle = enteredBy.values().stream().distinct().toList();
            throw new RuleFailedException(
                    String.join(" / ", circle),
                    "The event " + root.id() + " of lead " + lead.id() + " goes round in a circle: it enters the stage "
                            + stage + " twice, moved by " + circle + ".");
        }
    }

    boolean entered(String stage) {
        return enteredBy.containsKey(stage);
    }

    /** True once per entry: for the first message to the lead's own people. */
    boolean firstOwnMessage() {
        boolean first = !ownPeopleTold;
        ownPeopleTold = true;
        return first;
    }

    int stepCount() {
        return steps.size();
    }

    List<String> rulesSoFar() {
        return steps.stream()
                .flatMap(step -> step.rules().stream())
                .map(RuleRecord::rule)
                .distinct()
                .toList();
    }

    void endStep(String event, String about, @Nullable String note) {
        steps.add(new Step(event, about, rules, changes, effects, note));
        rules = new ArrayList<>();
        changes = new ArrayList<>();
        effects = new ArrayList<>();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
