package io.leadlifecycle.examples.imports;

import io.leadlifecycle.audit.ImportAudit;
import io.leadlifecycle.audit.OldLead;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The funnel of a real estate agency: one row per lead with a date per stage, sales in a file of their own. */
record RealEstate(Csv files) {
    static final Lifecycle LIFECYCLE = Migration.lifecycle("real-estate.yaml");
    static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59Z");

    private static final String LEADS = "Leads.csv";
    private static final String SALES = "Sales.csv";
    private static final String AGENTS = "Agents.csv";

    static RealEstate in(Path folder) {
        return new RealEstate(new Csv(folder));
    }

    boolean isThere() {
        return files.has(LEADS, SALES, AGENTS);
    }

    Migration migrate(Instant asOf) throws IOException {
        Directory people = people();
        ImportAudit audit = ImportAudit.of(LIFECYCLE, people, asOf);
        Map<String, String> sold = new HashMap<>();
        for (CSVRecord row : files.rows(SALES)) {
            audit.mention(Csv.place(SALES, row), row.get("Lead_ID"));
            sold.put(row.get("Lead_ID"), row.get("Sale_Date"));
        }
        for (CSVRecord row : files.rows(LEADS)) {
            String id = row.get("Lead_ID");
            audit.lead(OldLead.row(Csv.place(LEADS, row), id, row.get("Lead_Status"))
                    .ownedBy(row.get("Agent_ID"))
                    .createdAt(row.get("Lead_Date"))
                    .closedAt(sold.get(id))
                    .stampedIn("MQL", row.get("Lead_Date"))
                    .stampedIn("SAL", row.get("Qualification_Date"))
                    .stampedIn("SQL", row.get("Site_Visit_Date"))
                    .stampedIn("OPPORTUNITY", row.get("Negotiation_Date"))
                    .because(row.get("Lost_Reason"))
                    .keyed(row.get("Customer_ID"))
                    .from(row.get("Marketing_Channel")));
        }
        return Migration.of(audit.report(), LIFECYCLE, people);
    }

    private Directory people() throws IOException {
        PeopleDirectory.Builder people = PeopleDirectory.fallback("sales");
        for (CSVRecord row : files.rows(AGENTS)) {
            people.person(Person.named(row.get("Agent_ID")).inTeam(row.get("Agent_Department")));
        }
        return people.build();
    }
}
