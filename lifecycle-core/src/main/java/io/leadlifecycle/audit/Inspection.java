package io.leadlifecycle.audit;

import io.leadlifecycle.event.LeadImported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at all rows together: which row of a lead counts, what is repeated, what belongs to no lead. */
final class Inspection {
    private final ImportAudit audit;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counting = new HashMap<>();
    private final Map<String, List<OldVisit>> histories = new HashMap<>();
    private final Map<String, Set<String>> spellings = new LinkedHashMap<>();

    Inspection(ImportAudit audit) {
        this.audit = audit;
    }

    ImportReport report() {
        for (int i = 0; i < audit.rows.size(); i++) {
            choose(i);
        }
        List<Finding> ofHistory = readHistory();
        List<LeadImported> imports = new ArrayList<>();
        Map<String, OldLead> keys = new HashMap<>();
        for (int i = 0; i < audit.rows.size(); i++) {
            OldLead row = audit.rows.get(i);
            int counts = counting.getOrDefault(row.id(), i);
            if (row.id().isBlank()) {
                add(FindingKind.BLANK_ID, row, "", "The row has no id of a lead.");
            } else if (counts != i) {
                add(
                        FindingKind.DUPLICATE_ID,
                        row,
                        row.id(),
                        "The lead " + row.id() + " is described by "
                                + audit.rows.get(counts).place()
                                + " too, which counts: it was updated last or came first.");
            } else {
                duplicateKey(row, keys);
                LeadInspection lead = new LeadInspection(audit, row, findings);
                lead.inspect(histories.getOrDefault(row.id(), List.of()), source(row))
                        .ifPresent(imports::add);
            }
        }
        findings.addAll(ofHistory);
        ofTheWhole();
        return new ImportReport(counting.size(), findings, imports);
    }

    private void choose(int number) {
        OldLead row = audit.rows.get(number);
        if (!row.source().isBlank()) {
            spellings
                    .computeIfAbsent(sourceKey(row), key -> new LinkedHashSet<>())
                    .add(row.source().strip());
        }
        if (!row.id().isBlank()) {
            Integer first = counting.putIfAbsent(row.id(), number);
            if (first != null && isNewer(row, audit.rows.get(first))) {
                counting.put(row.id(), number);
            }
        }
    }

    private boolean isNewer(OldLead row, OldLead than) {
        Instant updated = audit.dates.read(row.updatedAt());
        Instant before = audit.dates.read(than.updatedAt());
        return updated != null && (before == null || updated.isAfter(before));
    }

    private String sourceKey(OldLead row) {
        String same = Texts.same(row.source());
        String known = audit.sources.get(same);
        return known == null ? same : Texts.same(known);
    }

    private String source(OldLead row) {
        if (row.source().isBlank()) {
            return "";
        }
        String key = sourceKey(row);
        return audit.sources.getOrDefault(
                key,
                spellings.getOrDefault(key, Set.of(row.source())).iterator().next());
    }

    private void duplicateKey(OldLead row, Map<String, OldLead> keys) {
        if (row.key().isBlank()) {
            return;
        }
        OldLead first = keys.putIfAbsent(Texts.same(row.key()), row);
        if (first != null) {
            add(
                    FindingKind.DUPLICATE_KEY,
                    row,
                    row.key(),
                    "The lead " + row.id() + " has the key \"" + row.key() + "\" of lead " + first.id() + " in "
                            + first.place() + ".");
        }
    }

    private List<Finding> readHistory() {
        List<Finding> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (OldVisit visit : audit.visits) {
            if (!visit.eventId().isBlank() && !ids.add(visit.eventId())) {
                found.add(new Finding(
                        FindingKind.REPEATED_EVENT,
                        visit.place(),
                        visit.leadId(),
                        visit.eventId(),
                        "The event \"" + visit.eventId() + "\" came before; it counts once."));
            } else if (isUnknown(visit.leadId())) {
                found.add(unknownLead(visit.place(), visit.leadId()));
            } else {
                histories
                        .computeIfAbsent(visit.leadId(), id -> new ArrayList<>())
                        .add(visit);
            }
        }
        audit.mentions.stream()
                .filter(mention -> isUnknown(mention.leadId()))
                .forEach(mention -> found.add(unknownLead(mention.place(), mention.leadId())));
        return found;
    }

    private boolean isUnknown(String leadId) {
        return !counting.containsKey(leadId);
    }

    private static Finding unknownLead(String place, String leadId) {
        return new Finding(
                FindingKind.UNKNOWN_LEAD,
                place,
                leadId,
                leadId,
                "The lead \"" + leadId + "\" is described by no row; its row comes to nothing.");
    }

    private void ofTheWhole() {
        Map<String, String> statuses = new LinkedHashMap<>();
        audit.rows.stream()
                .map(row -> row.status().strip())
                .filter(status -> !status.isEmpty())
                .forEach(status -> statuses.putIfAbsent(Texts.same(status), status));
        if (statuses.size() > ImportAudit.MOST_STATUSES) {
            whole(
                    FindingKind.TOO_MANY_STATUSES,
                    String.valueOf(statuses.size()),
                    "The data has " + statuses.size() + " statuses, more than " + ImportAudit.MOST_STATUSES + ": "
                            + statuses.values().stream()
                                    .limit(2L * ImportAudit.MOST_STATUSES)
                                    .toList() + ".");
        }
        spellings.forEach((key, ways) -> {
            if (ways.size() > 1) {
                whole(
                        FindingKind.SOURCE_SPELLINGS,
                        String.join(", ", ways),
                        "One source is spelled in " + ways.size() + " ways, " + ways + "; it is imported as \""
                                + audit.sources.getOrDefault(
                                        key, ways.iterator().next()) + "\".");
            }
        });
    }

    private void add(FindingKind kind, OldLead row, String value, String sentence) {
        findings.add(new Finding(kind, row.place(), row.id(), value, sentence));
    }

    private void whole(FindingKind kind, String value, String sentence) {
        findings.add(new Finding(kind, "", "", value, sentence));
    }
}
