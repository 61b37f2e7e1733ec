package io.leadlifecycle.audit;

import io.leadlifecycle.event.LeadImported;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found, and what can be brought in. Immutable.
 *
 * @param leads how many leads the data has, by id
 * @param findings everything wrong: of the rows of leads, of the history, then of the data as a whole
 * @param imports every lead that can be brought in, in the order of the rows; fire them as they are
 */
public record ImportReport(int leads, List<Finding> findings, List<LeadImported> imports) {
    /** How many findings of a kind {@link #toString} shows. */
    public static final int EXAMPLES = 3;

    /** Copies the lists. */
    public ImportReport {
        findings = List.copyOf(findings);
        imports = List.copyOf(imports);
    }

    /**
     * The findings of a kind.
     *
     * @param kind the kind
     * @return in the same order
     */
    public List<Finding> findings(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** A summary for people: how many of each kind, and the first {@value #EXAMPLES}. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(leads + " leads, " + imports.size() + " can be brought in, " + findings.size() + " findings");
        for (FindingKind kind : FindingKind.values()) {
            List<Finding> of = findings(kind);
            if (!of.isEmpty()) {
                lines.add("  " + kind + ": " + of.size());
                of.stream().limit(EXAMPLES).forEach(finding -> lines.add("    " + example(finding)));
            }
        }
        return String.join("\n", lines);
    }

    private static String example(Finding finding) {
        return (finding.place().isEmpty() ? "" : finding.place() + ": ") + finding.sentence();
    }
}
