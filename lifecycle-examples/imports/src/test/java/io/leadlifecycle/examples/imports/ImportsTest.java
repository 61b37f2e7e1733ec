package io.leadlifecycle.examples.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.audit.ImportAudit;
import io.leadlifecycle.audit.ImportReport;
import io.leadlifecycle.audit.OldLead;
import io.leadlifecycle.routing.PeopleDirectory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The two lifecycles without any data beside the checkout. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportsTest {
    private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

    @Test
    void one_row_goes_all_the_way() {
        PeopleDirectory people = PeopleDirectory.fallback("sales").build();
        ImportAudit audit = ImportAudit.of(RealEstate.LIFECYCLE, people, NOW);
        audit.lead(OldLead.row("row 1", "L-1", "site visit").stampedIn("Qualified", "2026-06-01"));
        ImportReport report = audit.report();
        Migration migration = Migration.of(report, RealEstate.LIFECYCLE, people);
        assertThat(migration.byStage()).isEqualTo(Map.of("SQL", 1L));
        assertThat(migration.toString())
                .startsWith("1 leads, 1 can be brought in, 1 findings\n  NO_OWNER: 1\n"
                        + "    row 1: Nobody owns lead L-1 in SQL.\nleads by stage:");
    }
}
