package io.leadlifecycle.audit;

import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at one lead with its history, and makes its import. */
final class LeadInspection {
    private static final int MOST_NAMED = 20;

    private final ImportAudit audit;
    private final OldLead row;
    private final List<Finding> findings;
    private final TreeMap<String, TreeSet<Instant>> entries = new TreeMap<>();

    LeadInspection(ImportAudit audit, OldLead row, List<Finding> findings) {
        this.audit = audit;
        this.row = row;
        this.findings = findings;
    }

    Optional<LeadImported> inspect(List<OldVisit> history, String source) {
        Stage stage = stage();
        row.entries().forEach(entry -> {
            if (!entry.at().isBlank()) {
                enter(row.place(), entry.stage(), entry.at());
            }
        });
        history.forEach(visit -> enter(visit.place(), visit.stage(), visit.at()));
        Instant created = date("The creation time", row.createdAt());
        Instant updated = date("The time of the latest change", row.updatedAt());
        Instant closed = date("The close time", row.closedAt());
        if (stage != null) {
            close(stage, closed);
        }
        order(created, updated, closed);
        owner(stage);
        if (stage == null) {
            return Optional.empty();
        }
        stuck(stage, updated);
        if (entries.isEmpty()) {
            add(FindingKind.NO_STAMPS, row.status(), "Nobody knows when lead " + row.id() + " entered any stage.");
        }
        return Optional.of(imported(stage, source));
    }

    private LeadImported imported(Stage stage, String source) {
        Map<String, Stamp> stamps = new TreeMap<>();
        entries.forEach((name, at) -> stamps.put(name, new Stamp(at.first(), at.last(), at.size())));
        LeadImported event = new LeadImported("import@" + audit.asOf, row.id(), audit.asOf, stage.name(), stamps);
        String reason = reason(stage);
        LeadImported reasoned = reason == null ? event : event.because(reason);
        LeadImported owned =
                row.owner().isBlank() ? reasoned : reasoned.ownedBy(row.owner().strip());
        return source.isEmpty() ? owned : owned.from(source);
    }

    private @Nullable Stage stage() {
        Optional<String> known =
                row.status().isBlank() ? Optional.empty() : audit.lifecycle.stageOfStatus(row.status());
        if (known.isEmpty()) {
            String becomes = audit.fallback == null ? "it is not imported" : "it is imported to " + audit.fallback;
            if (row.status().isBlank()) {
                add(FindingKind.BLANK_STATUS, "", "The lead " + row.id() + " has no status; " + becomes + ".");
            } else {
                unknownStatus(row.place(), row.status(), "; " + becomes);
            }
        }
        return known.or(() -> Optional.ofNullable(audit.fallback))
                .flatMap(audit.lifecycle::stage)
                .orElse(null);
    }

    private void unknownStatus(String place, String status, String becomes) {
        findings.add(new Finding(
                FindingKind.UNKNOWN_STATUS,
                place,
                row.id(),
                status,
                "The status \"" + status + "\" of lead " + row.id() + " is no stage and mapped to none" + becomes
                        + ". The stages are " + Suggestion.allowed(status, audit.lifecycle.stageNames())));
    }

    private void enter(String place, String status, String text) {
        Optional<String> stage = status.isBlank() ? Optional.empty() : audit.lifecycle.stageOfStatus(status);
        if (stage.isEmpty()) {
            unknownStatus(place, status, "; that entry comes to nothing");
            return;
        }
        Instant at = date(place, "The entry into " + stage.get(), text);
        if (at != null) {
            entries.computeIfAbsent(stage.get(), name -> new TreeSet<>()).add(at);
        }
    }

    private @Nullable Instant date(String what, String text) {
        return text.isBlank() ? null : date(row.place(), what, text);
    }

    /** The instant of a text; null, with a finding, for one that cannot be read or lies in the future. */
    private @Nullable Instant date(String place, String what, String text) {
        Instant at = audit.dates.read(text);
        String whose = what + " of lead " + row.id();
        if (at == null) {
            findings.add(
                    new Finding(FindingKind.UNREADABLE_DATE, place, row.id(), text, Dates.problem(whose + ",", text)));
        } else if (at.isAfter(audit.asOf)) {
            findings.add(new Finding(
                    FindingKind.IMPOSSIBLE_ORDER,
                    place,
                    row.id(),
                    text,
                    whose + ", " + at + ", is after the import at " + audit.asOf + "; it is left out."));
            return null;
        }
        return at;
    }

    private void close(Stage stage, @Nullable Instant closed) {
        boolean ended = stage.kind() == StageKind.WON || stage.kind() == StageKind.LOST;
        if (closed != null && stage.kind() == StageKind.OPEN) {
            add(
                    FindingKind.IMPOSSIBLE_ORDER,
                    row.closedAt(),
                    "The lead " + row.id() + " was closed at " + closed + " and stands in the open stage "
                            + stage.name() + ".");
        }
        if (!ended || entries.containsKey(stage.name())) {
            return;
        }
        if (closed != null) {
            entries.put(stage.name(), new TreeSet<>(List.of(closed)));
        } else if (row.closedAt().isBlank()) {
            add(
                    FindingKind.NO_CLOSE_TIME,
                    "",
                    "The lead " + row.id() + " stands in " + stage.name() + " and nobody knows since when.");
        }
    }

    private void order(@Nullable Instant created, @Nullable Instant updated, @Nullable Instant closed) {
        if (created != null) {
            entries.forEach((stage, at) -> notBefore(created, "the entry into " + stage, at.first()));
            notBefore(created, "the latest change", updated);
            boolean stamped =
                    entries.values().stream().anyMatch(at -> at.first().equals(closed));
            notBefore(created, "the close time", stamped ? null : closed);
        }
        Stage furthest = null;
        for (Stage stage : audit.lifecycle.stages()) {
            TreeSet<Instant> at = entries.get(stage.name());
            boolean onTheWay = stage.kind() == StageKind.OPEN || stage.kind() == StageKind.WON;
            if (at == null || !onTheWay) {
                continue;
            }
            Instant before = furthest == null ? null : firstIn(furthest);
            if (furthest != null && before != null && at.first().isBefore(before)) {
                add(
                        FindingKind.IMPOSSIBLE_ORDER,
                        at.first().toString(),
                        "The lead " + row.id() + " entered " + stage.name() + " at " + at.first() + ", before "
                                + furthest.name() + " at " + before + ".");
            } else {
                furthest = stage;
            }
        }
    }

    private @Nullable Instant firstIn(Stage stage) {
        TreeSet<Instant> at = entries.get(stage.name());
        return at == null ? null : at.first();
    }

    private void notBefore(Instant created, String what, @Nullable Instant at) {
        if (at != null && at.isBefore(created)) {
            add(
                    FindingKind.IMPOSSIBLE_ORDER,
                    at.toString(),
                    "Of lead " + row.id() + " " + what + ", " + at + ", is before its creation at " + created + ".");
        }
    }

    private void stuck(Stage stage, @Nullable Instant updated) {
        TreeSet<Instant> own = entries.get(stage.name());
        Instant since = own == null ? updated : own.last();
        boolean tooLong = since != null
                && stage.kind() == StageKind.OPEN
                && Duration.between(since, audit.asOf).compareTo(audit.stuckAfter) >= 0;
        if (since != null && tooLong) {
            add(
                    FindingKind.STUCK,
                    since.toString(),
                    "The lead " + row.id() + " stands in " + stage.name() + " since " + since + ", "
                            + Duration.between(since, audit.asOf).toDays() + " days.");
        }
    }

    private void owner(@Nullable Stage stage) {
        String owner = row.owner().strip();
        if (owner.isEmpty()) {
            if (stage != null && stage.kind() == StageKind.OPEN && isQualified(stage)) {
                add(FindingKind.NO_OWNER, "", "Nobody owns lead " + row.id() + " in " + stage.name() + ".");
            }
            return;
        }
        Optional<Person> person = audit.directory.person(owner);
        if (person.isEmpty()) {
            add(
                    FindingKind.UNKNOWN_OWNER,
                    owner,
                    "The owner \"" + owner + "\" of lead " + row.id() + " is not in the directory: "
                            + allowed(owner, audit.directory.names()));
        } else if (!person.get().active()) {
            add(
                    FindingKind.INACTIVE_OWNER,
                    owner,
                    "The owner \"" + owner + "\" of lead " + row.id() + " no longer works there.");
        }
    }

    private static String allowed(String given, Collection<String> names) {
        return names.size() <= MOST_NAMED
                ? Suggestion.allowed(given, names)
                : names.size() + " people." + Suggestion.inline(given, names);
    }

    private boolean isQualified(Stage stage) {
        return audit.lifecycle
                .qualifyingStage()
                .map(first -> audit.lifecycle.place(stage.name()) >= audit.lifecycle.place(first.name()))
                .orElse(false);
    }

    private @Nullable String reason(Stage stage) {
        String given = row.reason().strip();
        if (given.isEmpty()) {
            return null;
        }
        String list = stage.picklist();
        String reason = audit.lifecycle.reason(given).map(Reason::name).orElse(given);
        List<String> allowed = list == null ? List.of() : audit.lifecycle.picklist(list);
        if (allowed.contains(reason)) {
            return reason;
        }
        add(
                FindingKind.UNKNOWN_REASON,
                given,
                "The reason \"" + given + "\" of lead " + row.id() + " is left out: "
                        + (list == null
                                ? "the stage " + stage.name() + " takes none."
                                : stage.name() + " allows " + Suggestion.allowed(given, allowed)));
        return null;
    }

    private void add(FindingKind kind, String value, String sentence) {
        findings.add(new Finding(kind, row.place(), row.id(), value, sentence));
    }
}
