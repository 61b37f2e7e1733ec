package io.leadlifecycle.clock;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.clock.ClockReport.Stretch;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A clock in one line of English. */
final class ClockText {
    private final ClockReport report;
    private final List<String> facts = new ArrayList<>();

    private ClockText(ClockReport report) {
        this.report = report;
    }

    static String of(ClockReport report) {
        return report.name() + "#" + report.number() + ": " + new ClockText(report).line();
    }

    private String line() {
        facts.add(report.verdict().name().toLowerCase(Locale.ROOT) + (report.learntLate() ? " (learnt late)" : ""));
        facts.add("target " + report.target());
        at("from ", report.startedAt());
        at("due ", report.dueAt());
        overrun();
        at("ended ", report.endedAt());
        report.paused().stream()
                .map(Pause::from)
                .filter(from -> report.state() == ClockState.PAUSED)
                .reduce((earlier, later) -> later)
                .ifPresent(from -> at("paused since ", from));
        return String.join(", ", facts) + counted() + owners();
    }

    private void at(String what, @Nullable Instant at) {
        if (at != null) {
            facts.add(what + at);
        }
    }

    private void overrun() {
        Duration over = report.overrun().truncatedTo(ChronoUnit.MILLIS);
        if (!over.isZero()) {
            facts.add(TimeBudget.exactly(report.target().isBusiness(), over) + " over");
        }
        report.ownerAtBreach().ifPresent(owner -> facts.add("breached by " + owner));
    }

    private String counted() {
        StringBuilder text = new StringBuilder();
        Instant last = null;
        for (Stretch stretch : report.counted()) {
            if (stretch.ledger().lines().isEmpty()) {
                continue;
            }
            if (last != null) {
                text.append(stretch.span().from().isAfter(last) ? ", paused, " : ", handed over, ");
            }
            text.append(stretch.ledger());
            last = stretch.span().to();
        }
        return text.isEmpty() ? "" : "; counted " + text;
    }

    private String owners() {
        if (report.owners().size() < 2) {
            return "";
        }
        return report.owners().stream()
                .map(owner -> name(owner) + " from " + owner.since())
                .collect(Collectors.joining(", ", "; owned by ", ""));
    }

    private static String name(ClockOwner owner) {
        return owner.owner() == null ? "nobody" : owner.owner();
    }
}
