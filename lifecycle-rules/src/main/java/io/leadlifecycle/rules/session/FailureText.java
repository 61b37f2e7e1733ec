package io.leadlifecycle.rules.session;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in human words which rule failed, where it stands and why. */
final class FailureText {
    private static final Pattern CONSTRAINT =
            Pattern.compile("Error evaluating constraint '(.*)' in (\\[Rule .*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final String UNKNOWN = "a rule";

    private final Map<String, RuleInfo> rules;

    FailureText(Map<String, RuleInfo> rules) {
        this.rules = rules;
    }

    RuleFailedException of(Throwable failure, @Nullable RuleInfo firing, LeadEvent event, String leadId) {
        String seen = " of " + event.getClass().getSimpleName() + " for lead " + leadId;
        if (firing != null) {
            return failed(List.of(firing), " fails after \"then\"" + seen + ": " + cause(failure), failure);
        }
        Optional<Matcher> constraint = constraint(failure);
        if (constraint.isEmpty()) {
            return failed(List.of(), " fails" + seen + ": " + cause(failure), failure);
        }
        String text = constraint.get().group(1);
        return failed(
                rulesIn(constraint.get().group(2)),
                " fails in its condition \"" + text + "\"" + seen + ": " + cause(failure),
                failure);
    }

    private static RuleFailedException failed(List<RuleInfo> rules, String what, Throwable failure) {
        if (rules.isEmpty()) {
            return new RuleFailedException(UNKNOWN, "A rule" + what, failure);
        }
        String names = rules.stream().map(RuleInfo::name).collect(Collectors.joining(", "));
        String places = rules.stream()
                .map(rule -> "\"" + rule.name() + "\" (" + rule.file() + ", line " + rule.line() + ")")
                .collect(Collectors.joining(", "));
        return new RuleFailedException(
                names, (rules.size() == 1 ? "The rule " : "Each of the rules ") + places + what, failure);
    }

    private static Optional<Matcher> constraint(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            Matcher matcher = CONSTRAINT.matcher(String.valueOf(at.getMessage()));
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private List<RuleInfo> rulesIn(String context) {
        List<RuleInfo> named = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(context);
        while (matcher.find()) {
            RuleInfo rule = rules.get(matcher.group(1));
            if (rule != null) {
                named.add(rule);
            }
        }
        return named;
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof NullPointerException) {
            return "something it reads is missing (null).";
        }
        if (root instanceof StackOverflowError) {
            return "it goes too deep, as a regular expression may on a long text.";
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() + "." : message;
    }
}
