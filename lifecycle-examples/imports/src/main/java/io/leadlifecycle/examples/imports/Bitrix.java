package io.leadlifecycle.examples.imports;

import io.leadlifecycle.audit.ImportAudit;
import io.leadlifecycle.audit.OldLead;
import io.leadlifecycle.audit.OldVisit;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.csv.CSVRecord;

/** The export of a Bitrix24 CRM: deals, their history, activities and users. */
record Bitrix(Csv files) {
    static final Lifecycle LIFECYCLE = Migration.lifecycle("bitrix.yaml");
    static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    private static final String DEALS = "deals.csv";
    private static final String HISTORY = "stage_history.csv";
    private static final String ACTIVITIES = "activities.csv";
    private static final String USERS = "users.csv";

    static Bitrix in(Path folder) {
        return new Bitrix(new Csv(folder));
    }

    boolean isThere() {
        return files.has(DEALS, HISTORY, ACTIVITIES, USERS);
    }

    Migration migrate(Instant asOf) throws IOException {
        Directory people = people();
        ImportAudit audit = ImportAudit.of(LIFECYCLE, people, asOf).alsoSpelled("Авито", "avito");
        for (CSVRecord row : files.rows(DEALS)) {
            audit.lead(OldLead.row(Csv.place(DEALS, row), row.get("deal_id"), row.get("stage_id"))
                    .ownedBy(row.get("manager_id"))
                    .createdAt(row.get("created_at"))
                    .updatedAt(row.get("updated_at"))
                    .closedAt(row.get("closed_at"))
                    .because(row.get("lost_reason"))
                    .keyed(row.get("title"))
                    .from(row.get("source")));
        }
        for (CSVRecord row : files.rows(HISTORY)) {
            audit.visit(new OldVisit(
                    Csv.place(HISTORY, row),
                    row.get("event_id"),
                    row.get("deal_id"),
                    row.get("new_stage_id"),
                    row.get("changed_at")));
        }
        for (CSVRecord row : files.rows(ACTIVITIES)) {
            audit.mention(Csv.place(ACTIVITIES, row), row.get("deal_id"));
        }
        return Migration.of(audit.report(), LIFECYCLE, people);
    }

    private Directory people() throws IOException {
        PeopleDirectory.Builder people = PeopleDirectory.fallback("sales");
        for (CSVRecord row : files.rows(USERS)) {
            Person person = Person.named(row.get("user_id"))
                    .inTeam(row.get("department"))
                    .as(row.get("role"));
            people.person(row.get("active").equals("true") ? person : person.inactive());
        }
        return people.build();
    }
}
