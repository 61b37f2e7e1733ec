package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A clock that some rule pauses and no rule of the book resumes or restarts would never fall due again. */
final class PauseCheck {
    private static final Set<String> GO_ON = Set.of("resumeClock", "restartClock");

    /** An unknown clock is told as such, not as one that nobody resumes. */
    void check(Collection<List<RuleText>> files, Set<String> known, List<Problem> problems) {
        Set<String> resumed = new TreeSet<>();
        List<RuleText> rules = files.stream().flatMap(List::stream).toList();
        for (RuleText rule : rules) {
            rule.statements().forEach(statement -> resumed.addAll(clocks(statement, GO_ON)));
        }
        for (RuleText rule : rules) {
            Complaints complaints = new Complaints(rule.file(), problems);
            for (Operand.Path statement : rule.statements()) {
                for (String clock : clocks(statement, Set.of("pauseClock"))) {
                    if (known.contains(clock) && !resumed.contains(clock)) {
                        complaints.at(
                                statement.at(),
                                "The clock \"" + clock
                                        + "\" is paused here, and no rule of the book resumes it. Maybe a"
                                        + " rule on TimerFired with lead.resumeClock(\"" + clock + "\")?");
                    }
                }
            }
        }
    }

    private static List<String> clocks(Operand.Path statement, Set<String> verbs) {
        List<String> clocks = new ArrayList<>();
        for (Operand.Step step : statement.steps()) {
            boolean named = verbs.contains(step.name().text()) && !step.given().isEmpty();
            if (named && step.given().get(0) instanceof Operand.Literal name) {
                clocks.add(name.value());
            }
        }
        return clocks;
    }
}
