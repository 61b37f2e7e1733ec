package io.leadlifecycle.rules.presets;

import io.leadlifecycle.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules of a book say of every clock, as tables of Markdown. */
final class SlaPage {
    private static final Pattern STARTED = Pattern.compile("lead\\.(?:re)?startClock\\(\"([^\"]+)\"");

    private final List<RuleInfo> rules;
    private final StringBuilder text = new StringBuilder();

    private SlaPage(List<RuleInfo> rules) {
        this.rules = rules;
    }

    static String of(List<RuleInfo> rules) {
        SlaPage page = new SlaPage(rules);
        page.clocks().forEach(page::clock);
        return page.text.toString();
    }

    private SortedSet<String> clocks() {
        SortedSet<String> clocks = new TreeSet<>();
        for (RuleInfo rule : rules) {
            Matcher started = STARTED.matcher(String.join("; ", rule.proposals()));
            while (started.find()) {
                clocks.add(started.group(1));
            }
        }
        return clocks;
    }

    private void clock(String clock) {
        text.append("\n## ").append(clock).append("\n\n| what | rule | when | what is done |\n|---|---|---|---|\n");
        rows("starts", does("lead.startClock(" + quoted(clock)));
        rows("starts afresh", does("lead.restartClock(" + quoted(clock)));
        rows("pauses", does("lead.pauseClock(" + quoted(clock)));
        rows("counts on", does("lead.resumeClock(" + quoted(clock)));
        rows("stops", does("lead.stopClock(" + quoted(clock)));
        for (RuleInfo rule : rules) {
            boolean listens = rule.event().equals("SlaReached") && (hears(rule, clock) || hearsEvery(rule));
            if (listens || says(rule, ".about(" + quoted(clock) + ")")) {
                row(
                        "tells",
                        rule,
                        proposal -> proposal.startsWith("lead.tell(") || proposal.startsWith("lead.assignTo("));
            }
        }
    }

    private static boolean hears(RuleInfo rule, String clock) {
        return rule.conditions().stream()
                .anyMatch(condition -> condition.startsWith("sla ") && condition.contains(quoted(clock)));
    }

    private static boolean hearsEvery(RuleInfo rule) {
        return rule.conditions().stream().noneMatch(condition -> condition.startsWith("sla "));
    }

    private static Predicate<String> does(String verb) {
        return proposal -> proposal.startsWith(verb);
    }

    private static boolean says(RuleInfo rule, String words) {
        return rule.proposals().stream().anyMatch(proposal -> proposal.contains(words));
    }

    private void rows(String what, Predicate<String> which) {
        rules.forEach(rule -> row(what, rule, which));
    }

    private void row(String what, RuleInfo rule, Predicate<String> which) {
        List<String> done = new ArrayList<>();
        rule.proposals().stream().filter(which).map(SlaPage::code).forEach(done::add);
        if (!done.isEmpty()) {
            String when = (rule.event() + "( " + String.join(", ", rule.conditions()) + " )").replace("(  )", "( )");
            text.append("| ").append(what).append(" | ").append(rule.name()).append(" | ");
            text.append(code(when))
                    .append(" | ")
                    .append(String.join("<br>", done))
                    .append(" |\n");
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String code(String rule) {
        return "`" + rule.replace("|", "\\|") + "`";
    }
}
