package io.leadlifecycle.rules.presets;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What some entries of a journal say, in words that a test can compare. */
record Entries(List<JournalEntry> entries) {
    /** The ids of the rules that came to what is asked for, in order, each once. */
    List<String> rules(Predicate<RuleRecord.Ruling> which) {
        return entries.stream()
                .flatMap(entry -> entry.steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(rule -> which.test(rule.ruling()))
                .map(rule -> rule.rule().split(" ", 2)[0])
                .distinct()
                .toList();
    }

    List<String> moves() {
        return entries.stream()
                .flatMap(entry -> entry.moves().stream())
                .map(move -> move.to())
                .toList();
    }

    List<String> told() {
        return effects(Effect.Tell.class).stream().map(Entries::words).toList();
    }

    List<String> notices() {
        return effects(Effect.Tell.class).stream()
                .map(tell -> words(tell) + clocks(tell))
                .toList();
    }

    private static String words(Effect.Tell tell) {
        return String.join(", ", tell.to())
                + (tell.cc().isEmpty() ? "" : " (cc " + String.join(", ", tell.cc()) + ")")
                + (tell.urgent() ? " urgently" : "")
                + (tell.fallback() ? " as nobody else is there" : "");
    }

    private static String clocks(Effect.Tell tell) {
        return tell.about().clocks().isEmpty()
                ? ""
                : tell.about().clocks().stream()
                        .map(Effect.Deadline::clock)
                        .collect(Collectors.joining(", ", " of ", ""));
    }

    List<String> owners() {
        return effects(Effect.Assign.class).stream()
                .map(assign -> String.valueOf(assign.owner()))
                .toList();
    }

    List<String> enrolled() {
        return effects(Effect.Enroll.class).stream()
                .map(Effect.Enroll::sequence)
                .toList();
    }

    <E extends Effect> List<E> effects(Class<E> type) {
        return entries.stream()
                .flatMap(entry -> entry.effects().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
