package io.leadlifecycle.examples.imports;

import static io.leadlifecycle.audit.FindingKind.IMPOSSIBLE_ORDER;
import static io.leadlifecycle.audit.FindingKind.NO_CLOSE_TIME;
import static io.leadlifecycle.audit.FindingKind.NO_OWNER;
import static io.leadlifecycle.audit.FindingKind.STUCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadlifecycle.Outcome;
import io.leadlifecycle.audit.Finding;
import io.leadlifecycle.model.Lead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The figures the data is published with; every other count is made from the rows by other means. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealEstateTest {
    private static final Path DATA = Path.of("../../../shared/data/real_estate_funnel");
    private static final List<String> DATES =
            List.of("Lead_Date", "Qualification_Date", "Site_Visit_Date", "Negotiation_Date");
    private static final Map<String, String> OPEN = Map.of(
            "Lead", "Lead_Date",
            "Contacted", "Lead_Date",
            "Qualified", "Qualification_Date",
            "Site Visit", "Site_Visit_Date",
            "Negotiation", "Negotiation_Date",
            "Booking", "Negotiation_Date");

    private static List<CSVRecord> rows;
    private static Migration migration;

    @BeforeAll
    static void migrate() throws IOException {
        RealEstate data = RealEstate.in(DATA);
        assumeTrue(data.isThere(), "the real estate files are not beside this checkout; nothing to bring in");
        rows = new Csv(DATA).rows("Leads.csv");
        migration = data.migrate(RealEstate.AS_OF);
    }

    private static Stream<String> dates(CSVRecord row) {
        return Stream.concat(DATES.stream(), Stream.of("Booking_Date"))
                .map(row::get)
                .filter(date -> !date.isEmpty());
    }

    @Test
    void the_data_is_what_it_is_said_to_be() {
        assertThat(rows.stream().collect(Collectors.groupingBy(row -> row.get("Lead_Status"), Collectors.counting())))
                .isEqualTo(Map.of(
                        "Lost", 4_098L,
                        "Sold", 813L,
                        "Booking", 27L,
                        "Qualified", 18L,
                        "Negotiation", 15L,
                        "Contacted", 12L,
                        "Lead", 10L,
                        "Site Visit", 7L));
        assertThat(rows.stream()
                        .filter(row -> row.get("Lead_Status").equals("Lost"))
                        .collect(Collectors.groupingBy(row -> dates(row).count(), Collectors.counting())))
                .isEqualTo(Map.of(1L, 2_700L, 2L, 550L, 3L, 519L, 4L, 246L, 5L, 83L));
    }

    @Test
    void every_lead_is_brought_in_where_it_stands() {
        assertThat(migration.report().leads()).isEqualTo(5_000);
        assertThat(migration.outcomes()).hasSize(5_000).allMatch(outcome -> outcome.status() == Outcome.Status.APPLIED);
        assertThat(migration.byStage())
                .isEqualTo(Map.of(
                        "MQL", 22L,
                        "SAL", 18L,
                        "SQL", 7L,
                        "OPPORTUNITY", 42L,
                        "CLOSED_WON", 813L,
                        "CLOSED_LOST", 4_098L));
    }

    @Test
    void lost_leads_keep_the_stamps_of_the_stages_they_reached() {
        Map<Integer, Long> reached = rows.stream()
                .filter(row -> row.get("Lead_Status").equals("Lost"))
                .map(row -> migration.engine().lead(row.get("Lead_ID")).orElseThrow())
                .collect(Collectors.groupingBy(lead -> lead.journey().stamps().size(), Collectors.counting()));
        assertThat(reached).isEqualTo(Map.of(1, 2_700L, 2, 550L, 3, 519L, 4, 246L + 83L));
    }

    @Test
    void every_stamp_is_a_date_of_the_data_and_every_date_a_stamp() {
        for (CSVRecord row : rows) {
            Lead lead = migration.engine().lead(row.get("Lead_ID")).orElseThrow();
            List<String> known = lead.journey().stamps().stream()
                    .filter(stamps -> !stamps.name().equals("CLOSED_WON"))
                    .map(stamps -> stamps.first().toString())
                    .sorted()
                    .toList();
            assertThat(known)
                    .isEqualTo(DATES.stream()
                            .map(row::get)
                            .filter(date -> !date.isEmpty())
                            .map(date -> date + "T00:00:00Z")
                            .sorted()
                            .toList());
        }
    }

    @Test
    void a_reason_is_on_every_lost_lead_and_on_no_other() {
        assertThat(rows).allSatisfy(row -> {
            String reason = migration
                    .engine()
                    .lead(row.get("Lead_ID"))
                    .orElseThrow()
                    .journey()
                    .reason();
            assertThat(reason == null).isEqualTo(!row.get("Lead_Status").equals("Lost"));
        });
    }

    @Test
    void nobody_knows_when_a_lead_was_lost_and_nothing_else_is_wrong() {
        assertThat(migration.report().findings()).hasSize(4_098).allMatch(finding -> finding.kind() == NO_CLOSE_TIME);
    }

    @Test
    void at_the_first_of_september_who_stands_90_days_in_an_open_stage_is_stuck() throws IOException {
        LocalDate then = LocalDate.parse("2026-09-01");
        Migration later = RealEstate.in(DATA).migrate(Instant.parse(then + "T00:00:00Z"));
        List<String> expected = rows.stream()
                .filter(row -> OPEN.containsKey(row.get("Lead_Status")))
                .filter(row -> ChronoUnit.DAYS.between(
                                LocalDate.parse(row.get(OPEN.getOrDefault(row.get("Lead_Status"), ""))), then)
                        >= 90)
                .map(row -> row.get("Lead_ID"))
                .toList();
        assertThat(expected).isNotEmpty().hasSizeLessThan(89);
        assertThat(later.report().findings(STUCK)).extracting(Finding::leadId).isEqualTo(expected);
    }

    @Test
    void brought_in_too_early_every_later_date_is_impossible_and_left_out() throws IOException {
        String asOf = "2026-03-31";
        Migration early = RealEstate.in(DATA).migrate(Instant.parse(asOf + "T23:59:59Z"));
        long stamps = rows.stream()
                .flatMap(row -> DATES.stream().map(row::get))
                .filter(date -> date.compareTo(asOf) > 0)
                .count();
        long creations = rows.stream()
                .filter(row -> row.get("Lead_Date").compareTo(asOf) > 0)
                .count();
        long sales = new Csv(DATA)
                .rows("Sales.csv").stream()
                        .filter(row -> row.get("Sale_Date").compareTo(asOf) > 0)
                        .count();
        assertThat(early.report().findings(IMPOSSIBLE_ORDER)).hasSize((int) (stamps + creations + sales));
        assertThat(early.outcomes()).hasSize(5_000).allMatch(outcome -> outcome.status() == Outcome.Status.APPLIED);
    }

    @Test
    void an_open_lead_without_an_agent_would_be_found() {
        long ownerless = rows.stream()
                .filter(row -> OPEN.containsKey(row.get("Lead_Status")))
                .filter(row -> row.get("Agent_ID").isEmpty())
                .count();
        assertThat(migration.report().findings(NO_OWNER)).hasSize((int) ownerless);
    }

    @Test
    void the_summary_can_be_read() {
        assertThat(migration.toString())
                .startsWith("5000 leads, 5000 can be brought in, 4098 findings\n  NO_CLOSE_TIME: 4098\n")
                .contains("CLOSED_WON");
    }
}
