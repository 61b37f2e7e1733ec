package io.leadlifecycle.rules.presets;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The path of a lead in a lifecycle: a diagram and a table of Markdown. */
final class PathPage {
    private PathPage() {}

    static String of(List<Lifecycle> lifecycles) {
        return lifecycles.stream().map(PathPage::of).collect(Collectors.joining());
    }

    private static String of(Lifecycle lifecycle) {
        return "\n## " + lifecycle.name() + "\n\n" + diagram(lifecycle) + "\n" + table(lifecycle);
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
