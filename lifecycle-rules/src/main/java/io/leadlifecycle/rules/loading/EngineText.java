package io.leadlifecycle.rules.loading;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import io.leadlifecycle.rules.text.Constraint;
import io.leadlifecycle.rules.text.Operand;
import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.rules.words.EventTypes;
import io.leadlifecycle.rules.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes checked rules for the engine, from the tree and not from the text of the file: what the check did not
 * understand cannot get through. Every part keeps its line; a rule is called by its id.
 */
final class EngineText {
    private final StringBuilder text = new StringBuilder();
    private int line = 1;

    private EngineText() {}

    static String of(List<RuleText> rules, EventTypes events) {
        EngineText writing = new EngineText();
        writing.text.append(header(events));
        rules.forEach(writing::write);
        return writing.text.append('\n').toString();
    }

    /** One line, so that every rule keeps its own. */
    private static String header(EventTypes events) {
        StringBuilder header = new StringBuilder("package io.leadlifecycle.rules.book; ");
        for (Class<? extends LeadEvent> type : events.types()) {
            header.append("import ").append(type.getCanonicalName()).append("; ");
        }
        return header.append("import function ")
                .append(RuleWords.class.getName())
                .append(".*; global ")
                .append(RuleLead.class.getName())
                .append(" lead; dialect \"java\" ")
                .toString();
    }

    private void write(RuleText rule) {
        at(rule.name().line(), "rule \"" + rule.id() + "\" when ");
        at(rule.event().line(), rule.event().text() + "( ");
        String comma = "";
        for (Constraint constraint : rule.constraints()) {
            at(line(constraint), comma + constraint.text());
            comma = ", ";
        }
        text.append(" ) then ");
        rule.statements().forEach(statement -> at(statement.at().line(), java(statement) + "; "));
        text.append("end ");
    }

    private static int line(Constraint constraint) {
        if (constraint.binding() != null) {
            return constraint.binding().name().line();
        }
        return constraint.condition() == null ? 0 : constraint.condition().at().line();
    }

    private void at(int wanted, String part) {
        while (line < wanted) {
            text.append('\n');
            line++;
        }
        text.append(part);
    }

    private static String java(Operand operand) {
        if (operand instanceof Operand.Joined joined) {
            return joined.parts().stream().map(EngineText::java).collect(Collectors.joining(" + "));
        }
        return operand instanceof Operand.Path path ? java(path) : operand.text();
    }

    private static String java(Operand.Path path) {
        List<String> names = Vocabulary.inJava(path.steps());
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + arguments(path.steps().get(i), i > 0));
        }
        return String.join(".", parts);
    }

    private static String arguments(Operand.Step step, boolean afterPoint) {
        if (step.arguments() == null) {
            return afterPoint ? "()" : "";
        }
        return step.arguments().stream().map(EngineText::java).collect(Collectors.joining(", ", "(", ")"));
    }
}
