package io.leadlifecycle.examples.imports;

import static io.leadlifecycle.audit.FindingKind.BLANK_STATUS;
import static io.leadlifecycle.audit.FindingKind.DUPLICATE_ID;
import static io.leadlifecycle.audit.FindingKind.INACTIVE_OWNER;
import static io.leadlifecycle.audit.FindingKind.NO_CLOSE_TIME;
import static io.leadlifecycle.audit.FindingKind.NO_STAMPS;
import static io.leadlifecycle.audit.FindingKind.REPEATED_EVENT;
import static io.leadlifecycle.audit.FindingKind.SOURCE_SPELLINGS;
import static io.leadlifecycle.audit.FindingKind.STUCK;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_LEAD;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_STATUS;
import static io.leadlifecycle.audit.FindingKind.UNREADABLE_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadlifecycle.Outcome;
import io.leadlifecycle.action.Effect;
import io.leadlifecycle.audit.Finding;
import io.leadlifecycle.audit.FindingKind;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.model.Lead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every planted fault is a finding, and no good row is lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BitrixTest {
    private static final Path DATA = Path.of("../../../shared/data/bitrix_edge");

    private static Migration migration;

    @BeforeAll
    static void migrate() throws IOException {
        Bitrix bitrix = Bitrix.in(DATA);
        assumeTrue(bitrix.isThere(), "the Bitrix files are not beside this checkout; nothing to bring in");
        migration = bitrix.migrate(Bitrix.AS_OF);
    }

    private static List<String> leads(FindingKind kind) {
        return migration.report().findings(kind).stream().map(Finding::leadId).toList();
    }

    private static List<String> values(FindingKind kind) {
        return migration.report().findings(kind).stream().map(Finding::value).toList();
    }

    private static Lead lead(String id) {
        return migration.engine().lead(id).orElseThrow();
    }

    @Test
    void every_planted_fault_is_a_finding() {
        assertThat(values(REPEATED_EVENT)).containsExactly("EVT004");
        assertThat(leads(DUPLICATE_ID)).containsExactly("D1008");
        assertThat(leads(NO_CLOSE_TIME)).containsExactly("D1009");
        assertThat(leads(UNREADABLE_DATE)).containsExactly("D1010");
        assertThat(values(UNREADABLE_DATE)).containsExactly("14.06.2026 09:20");
        assertThat(leads(UNKNOWN_STATUS)).containsExactly("D1011");
        assertThat(values(UNKNOWN_STATUS)).containsExactly("WAIT_CLIENT");
        assertThat(values(UNKNOWN_LEAD)).containsExactly("D1012", "D9999");
        assertThat(values(SOURCE_SPELLINGS)).containsExactly("Avito, avito, AVITO, Авито", "website, Website");
        assertThat(values(INACTIVE_OWNER)).containsExactly("U12");
        assertThat(leads(NO_STAMPS)).containsExactly("D1002", "D1005", "D1006", "D1007", "D1008", "D1009", "D1010");
    }

    @Test
    void nothing_else_is_one() {
        assertThat(migration.report().findings()).hasSize(17);
        assertThat(leads(BLANK_STATUS)).isEmpty();
        assertThat(leads(STUCK)).isEmpty();
    }

    @Test
    void no_good_row_is_lost() {
        assertThat(migration.report().imports())
                .extracting(LeadImported::leadId)
                .containsExactly(
                        "D1001", "D1002", "D1003", "D1004", "D1005", "D1006", "D1007", "D1008", "D1009", "D1010");
        assertThat(migration.outcomes()).allMatch(outcome -> outcome.status() == Outcome.Status.APPLIED);
        assertThat(migration.byStage())
                .isEqualTo(Map.of(
                        "NEW", 1L,
                        "QUALIFICATION", 1L,
                        "CALCULATION", 1L,
                        "PROPOSAL", 1L,
                        "CONTRACT", 1L,
                        "PRODUCTION", 1L,
                        "SHIPPED", 1L,
                        "WON", 2L,
                        "LOST", 1L));
    }

    @Test
    void stamps_are_those_of_the_history_and_of_the_close_time() {
        assertThat(lead("D1001").journey().stamps())
                .extracting(stamps -> stamps.name() + " " + stamps.first() + " " + stamps.entries())
                .containsExactly(
                        "NEW 2026-06-01T04:14:58Z 1",
                        "PRODUCTION 2026-06-07T07:30:00Z 1",
                        "QUALIFICATION 2026-06-02T06:30:00Z 1");
        assertThat(lead("D1003").journey().stampsOf("WON").orElseThrow().entries())
                .isEqualTo(1);
        assertThat(lead("D1004").journey().enteredAt()).isEqualTo("2026-06-05T04:05:00Z");
        assertThat(lead("D1009").journey().stamps()).isEmpty();
    }

    @Test
    void a_source_has_one_spelling_and_an_old_reason_its_new_name() {
        assertThat(List.of("D1001", "D1002", "D1005", "D1006"))
                .extracting(id -> lead(id).origin().source())
                .containsOnly("avito");
        assertThat(lead("D1004").journey().reason()).isEqualTo("price");
    }

    @Test
    void nobody_is_told_until_the_days_since_the_import_are_over() throws IOException {
        Migration own = Bitrix.in(DATA).migrate(Bitrix.AS_OF);
        assertThat(own.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.effects()).isEmpty());
        Instant due = Bitrix.AS_OF.plus(Duration.ofDays(30));
        assertThat(own.engine()
                        .lead("D1001")
                        .orElseThrow()
                        .timer("no progress")
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(due);
        own.engine().advanceTo(due);
        assertThat(own.engine().journal("D1001"))
                .flatExtracting(entry -> entry.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Tell.class, tell -> assertThat(tell.to()).containsExactly("U10"));
    }

    @Test
    void the_names_of_the_pipeline_mean_its_stages() throws IOException {
        assertThat(new Csv(DATA).rows("pipeline_stages.csv"))
                .hasSize(9)
                .allSatisfy(row -> assertThat(Bitrix.LIFECYCLE.stageOfStatus(row.get("stage_name")))
                        .contains(row.get("stage_id")));
    }
}
