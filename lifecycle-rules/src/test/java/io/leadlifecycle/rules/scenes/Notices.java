package io.leadlifecycle.rules.scenes;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.JournalEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people were told, a line each: {@code "2026-03-03T10:04:00Z ana (cc maria) urgently: acceptance"}. */
final class Notices {
    private Notices() {}

    static List<String> of(List<JournalEntry> journal) {
        return journal.stream()
                .flatMap(entry -> entry.effects().stream())
                .flatMap(effect -> effect instanceof Effect.Tell tell ? Stream.of(line(tell)) : Stream.empty())
                .toList();
    }

    private static String line(Effect.Tell tell) {
        return tell.at() + " " + String.join(", ", tell.to())
                + (tell.cc().isEmpty() ? "" : " (cc " + String.join(", ", tell.cc()) + ")")
                + (tell.urgent() ? " urgently" : "")
                + (tell.fallback() ? " as nobody else is there" : "")
                + ": "
                + tell.about().clocks().stream().map(Effect.Deadline::clock).collect(Collectors.joining(", "));
    }
}
