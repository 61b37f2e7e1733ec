package io.leadlifecycle.rules.checking;

import io.leadlifecycle.rules.text.RuleText;
import io.leadlifecycle.text.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what stands above {@code when}: the name with its id, unique in the book, and the annotations. */
final class HeaderCheck {
    private static final Pattern NAME = Pattern.compile("[A-Z]+(-[A-Z]+)?-[0-9]+ \\S.*");
    private static final Pattern STATUS =
            Pattern.compile("ASSUMED( \\d{4}-\\d{2}-\\d{2})?|CONFIRMED \\d{4}-\\d{2}-\\d{2}");
    private static final List<String> ANNOTATIONS = List.of("owner", "status", "source");

    private final Map<String, RuleText> byId = new HashMap<>();

    void check(RuleText rule, Complaints complaints) {
        checkName(rule, complaints);
        checkAnnotations(rule, complaints);
    }

    private void checkName(RuleText rule, Complaints complaints) {
        String name = rule.name().text();
        if (!NAME.matcher(name).matches()) {
            complaints.at(
                    rule.name(),
                    "The rule name \"" + name + "\" is not an id and a sentence, such as \"MQL-01 An"
                            + " ICP lead that asks for a demo is marketing qualified\".");
            return;
        }
        RuleText first = byId.putIfAbsent(rule.id(), rule);
        if (first != null) {
            boolean sameName = first.name().text().equals(name);
            complaints.at(
                    rule.name(),
                    "The " + (sameName ? "rule name \"" + name : "rule id \"" + rule.id()) + "\" is taken by "
                            + first.file() + ", line " + first.name().line() + ".");
        }
    }

    private static void checkAnnotations(RuleText rule, Complaints complaints) {
        Set<String> seen = new HashSet<>();
        for (RuleText.Annotation annotation : rule.annotations()) {
            String name = annotation.name().text();
            if (!ANNOTATIONS.contains(name)) {
                complaints.at(
                        annotation.name(),
                        "The annotation @" + name + " is unknown; allowed are "
                                + Suggestion.allowed(name, ANNOTATIONS));
            } else if (!seen.add(name)) {
                complaints.at(annotation.name(), "The annotation @" + name + " is given twice.");
            }
        }
        rule.annotations().stream()
                .filter(annotation -> annotation.name().text().equals("status"))
                .filter(annotation -> !STATUS.matcher(annotation.value()).matches())
                .forEach(annotation -> complaints.at(
                        annotation.name(),
                        "The status \"" + annotation.value()
                                + "\" is neither \"ASSUMED\" nor \"CONFIRMED\" with a date,"
                                + " such as \"CONFIRMED 2026-03-01\"."));
    }
}
