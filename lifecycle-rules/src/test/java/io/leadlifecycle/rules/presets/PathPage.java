package io.leadlifecycle.rules.presets;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a lead in a book: a diagram, a table of its stages and one of its waits, of Markdown. */
final class PathPage {
    private static final Pattern STARTED = Pattern.compile("lead\\.startTimer\\(\"([^\"]+)\"");

    private PathPage() {}

    static String of(List<DroolsRuleBook> books) {
        return books.stream().map(PathPage::of).collect(Collectors.joining());
    }

    private static String of(DroolsRuleBook book) {
        Lifecycle lifecycle = book.lifecycle();
        return "\n## " + lifecycle.name() + "\n\n" + diagram(lifecycle) + "\n" + table(lifecycle) + "\n"
                + waits(book.rules());
    }

    private static String waits(List<RuleInfo> rules) {
        StringBuilder text =
                new StringBuilder("| wait | it begins by | it lasts | when it is over |\n|---|---|---|---|\n");
        for (RuleInfo rule : rules) {
            for (String proposal : rule.proposals()) {
                Matcher started = STARTED.matcher(proposal);
                if (started.find()) {
                    String over = rules.stream()
                            .filter(other -> hears(other, started.group(1)))
                            .map(RuleInfo::name)
                            .collect(Collectors.joining("<br>"));
                    text.append("| ").append(started.group(1)).append(" | ").append(rule.name());
                    text.append(" | `")
                            .append(proposal.substring(started.end() + 2).replaceFirst("\\)\\)", ")"))
                            .append("` | ");
                    text.append(over).append(" |\n");
                }
            }
        }
        return text.toString();
    }

    private static boolean hears(RuleInfo rule, String timer) {
        return rule.event().equals("TimerFired")
                && rule.conditions().stream()
                        .anyMatch(condition -> condition.startsWith("timer ") && condition.contains('"' + timer + '"'));
    }

    private static String diagram(Lifecycle lifecycle) {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        text.append("    [*] --> ").append(lifecycle.first().name()).append('\n');
        for (Stage stage : lifecycle.stages()) {
            moves(lifecycle, stage)
                    .forEach((to, triggers) -> text.append("    ")
                            .append(stage.name())
                            .append(" --> ")
                            .append(to)
                            .append(": ")
                            .append(words(triggers))
                            .append('\n'));
        }
        lifecycle.stages().stream()
                .filter(stage -> stage.kind() == StageKind.WON)
                .forEach(won -> text.append("    ").append(won.name()).append(" --> [*]\n"));
        return text.append("```\n").toString();
    }

    private static Map<String, SortedSet<Trigger>> moves(Lifecycle lifecycle, Stage stage) {
        Map<String, SortedSet<Trigger>> moves = new LinkedHashMap<>();
        for (Path path : lifecycle.pathsFrom(stage.name())) {
            moves.computeIfAbsent(path.to(), fresh -> new TreeSet<>()).addAll(path.triggers());
        }
        return moves;
    }

    private static String words(SortedSet<Trigger> triggers) {
        return triggers.size() == Trigger.values().length
                ? "any"
                : triggers.stream()
                        .map(trigger -> trigger.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static String table(Lifecycle lifecycle) {
        StringBuilder text = new StringBuilder(
                "| stage | owner | a lead is here when | it leaves when | by itself at the latest |\n|---|---|---|---|---|\n");
        for (Stage stage : lifecycle.stages()) {
            text.append("| ")
                    .append(stage.name())
                    .append(" | ")
                    .append(stage.words().owner())
                    .append(" | ")
                    .append(stage.words().entry())
                    .append(" | ")
                    .append(stage.words().exit())
                    .append(" | ")
                    .append(latest(stage))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String latest(Stage stage) {
        List<String> ends = new ArrayList<>();
        if (stage.otherwise() != null) {
            ends.add((stage.atMost() == null ? "at once" : "after " + stage.atMost()) + " to " + stage.otherwise());
        }
        if (stage.limit() != null) {
            ends.add("after " + stage.limit().after() + " to " + stage.limit().then());
        }
        return String.join("; ", ends);
    }
}
