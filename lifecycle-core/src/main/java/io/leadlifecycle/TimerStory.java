package io.leadlifecycle;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what waits on one lead: until when, for what, what starts it anew; and which flags stand, until when. */
final class TimerStory {
    private final Lifecycle lifecycle;

    TimerStory(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    List<String> of(Lead lead) {
        List<String> lines = new ArrayList<>();
        lead.timers()
                .forEach(timer -> lines.add("  timer " + timer.name() + "#" + timer.number() + ": "
                        + timer.delay() + " from " + timer.startedAt() + ", due " + timer.dueAt() + then(timer)
                        + resets(timer.restartedBy())
                        + (timer.repeating() ? ", and when it has fired" : "")
                        + (timer.acrossStages() ? ", in any stage" : ", ends with " + timer.stage())
                        + " [" + LeadStory.id(timer.rule()) + "]"));
        lead.marks().flags().forEach(flag -> lines.add("  flag " + flag.name() + end(flag)));
        return lines;
    }

    /** What the definition itself waits for; what a rule waits for is the rule's sentence. */
    private String then(Timer timer) {
        Stage stage = lifecycle.stage(timer.stage()).orElse(null);
        Stage.Limit limit = stage == null ? null : stage.limit();
        return switch (timer.purpose()) {
            case RULE -> "";
            case WAIT -> stage == null ? "" : ", waits for " + stage.waitsFor();
            case LIMIT -> limit == null ? "" : ", then " + limit.then();
            case REEVALUATION -> ", then evaluated again";
        };
    }

    private String resets(@Nullable String group) {
        return group == null ? "" : ", starts anew with every " + events(group);
    }

    private String events(String group) {
        return group + " (" + String.join(", ", lifecycle.group(group)) + ")";
    }

    private String end(Flag flag) {
        String until = flag.until();
        return (until == null ? "" : ", until the next " + events(until))
                + (flag.stage() == null ? "" : ", while in " + flag.stage());
    }
}
