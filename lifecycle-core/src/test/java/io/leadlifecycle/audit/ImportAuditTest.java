package io.leadlifecycle.audit;

import static io.leadlifecycle.audit.FindingKind.BLANK_ID;
import static io.leadlifecycle.audit.FindingKind.BLANK_STATUS;
import static io.leadlifecycle.audit.FindingKind.DUPLICATE_ID;
import static io.leadlifecycle.audit.FindingKind.DUPLICATE_KEY;
import static io.leadlifecycle.audit.FindingKind.IMPOSSIBLE_ORDER;
import static io.leadlifecycle.audit.FindingKind.INACTIVE_OWNER;
import static io.leadlifecycle.audit.FindingKind.NO_CLOSE_TIME;
import static io.leadlifecycle.audit.FindingKind.NO_OWNER;
import static io.leadlifecycle.audit.FindingKind.NO_STAMPS;
import static io.leadlifecycle.audit.FindingKind.REPEATED_EVENT;
import static io.leadlifecycle.audit.FindingKind.SOURCE_SPELLINGS;
import static io.leadlifecycle.audit.FindingKind.STUCK;
import static io.leadlifecycle.audit.FindingKind.TOO_MANY_STATUSES;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_LEAD;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_OWNER;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_REASON;
import static io.leadlifecycle.audit.FindingKind.UNKNOWN_STATUS;
import static io.leadlifecycle.audit.FindingKind.UNREADABLE_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportAuditTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Lifecycle LIFECYCLE =
            SampleLifecycle.builder().status("In Work", "SAL").build();
    private static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana"))
            .person(Person.named("udo").inactive())
            .build();

    private final ImportAudit audit = ImportAudit.of(LIFECYCLE, PEOPLE, NOW);

    private static OldLead row(String id, String status) {
        return OldLead.row("row " + id, id, status);
    }

    private static OldLead good(String id) {
        return row(id, "In Work").ownedBy("ana").stampedIn("MQL", "2026-02-27").stampedIn("SAL", "2026-03-01");
    }

    private void finds(FindingKind kind, String sentence) {
        assertThat(audit.report().findings(kind))
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo(sentence);
    }

    private LeadImported imported() {
        assertThat(audit.report().imports()).hasSize(1);
        return audit.report().imports().get(0);
    }

    @Test
    void a_good_row_is_imported_without_a_finding() {
        audit.lead(good("L-1").from("web").because(" "));
        assertThat(audit.report().findings()).isEmpty();
        assertThat(imported())
                .isEqualTo(new LeadImported(
                                "import@2026-03-02T09:00:00Z",
                                "L-1",
                                NOW,
                                "SAL",
                                Map.of(
                                        "MQL", Stamp.at(Instant.parse("2026-02-27T00:00:00Z")),
                                        "SAL", Stamp.at(Instant.parse("2026-03-01T00:00:00Z"))))
                        .ownedBy("ana")
                        .from("web"));
    }

    @Test
    void a_blank_or_unknown_status_is_found_and_not_imported() {
        audit.lead(row("L-1", " ").stampedIn("MQL", "2026-01-01"));
        audit.lead(row("L-2", "In Wirk").stampedIn("MQL", "2026-01-01"));
        finds(BLANK_STATUS, "The lead L-1 has no status; it is not imported.");
        finds(
                UNKNOWN_STATUS,
                "The status \"In Wirk\" of lead L-2 is no stage and mapped to none; it is not imported. The stages are"
                        + " [NEW, NURTURE, MQL, SAL, SQL, OPPORTUNITY, WON, LOST, RECYCLED, DISQUALIFIED].");
        assertThat(audit.report().imports()).isEmpty();
    }

    @Test
    void it_is_imported_where_the_caller_says_so() {
        audit.otherwiseTo("NURTURE").lead(row("L-1", "?").stampedIn("MQL", "2026-01-01"));
        assertThat(imported().stage()).isEqualTo("NURTURE");
        assertThatThrownBy(() -> audit.otherwiseTo("LIMBO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The stage \"LIMBO\" is not one of the lifecycle [NEW, ");
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "11, 1"})
    void more_than_ten_statuses_are_found(int statuses, int findings) {
        for (int i = 0; i < statuses; i++) {
            audit.lead(row("L-" + i, "status " + i));
            audit.lead(row("M-" + i, "STATUS  " + i));
        }
        assertThat(audit.report().findings(TOO_MANY_STATUSES)).hasSize(findings);
    }

    @Test
    void a_lead_without_any_stamp_is_found_and_imported() {
        audit.lead(row("L-1", "SAL").ownedBy("ana"));
        finds(NO_STAMPS, "Nobody knows when lead L-1 entered any stage.");
        assertThat(imported().stamps()).isEmpty();
    }

    @Test
    void won_before_created_is_found_and_imported_as_it_is() {
        audit.lead(row("L-1", "WON").createdAt("2026-02-10").closedAt("2026-02-09"));
        finds(
                IMPOSSIBLE_ORDER,
                "Of lead L-1 the entry into WON, 2026-02-09T00:00:00Z, is before its creation at 2026-02-10T00:00:00Z.");
        assertThat(imported().stamps()).containsOnlyKeys("WON");
    }

    @Test
    void stages_against_the_order_of_the_lifecycle_are_found_and_the_same_day_is_not() {
        audit.lead(
                row("L-1", "SQL").ownedBy("ana").stampedIn("SQL", "2026-02-01").stampedIn("MQL", "2026-02-02"));
        audit.lead(
                row("L-2", "SQL").ownedBy("ana").stampedIn("SQL", "2026-02-01").stampedIn("MQL", "2026-02-01"));
        finds(
                IMPOSSIBLE_ORDER,
                "The lead L-1 entered SQL at 2026-02-01T00:00:00Z, before MQL at 2026-02-02T00:00:00Z.");
    }

    @Test
    void a_stamp_of_the_future_is_found_and_left_out() {
        audit.lead(good("L-1").stampedIn("SQL", "2026-03-02T09:00:00.001Z"));
        finds(
                IMPOSSIBLE_ORDER,
                "The entry into SQL of lead L-1, 2026-03-02T09:00:00.001Z, is after the import at"
                        + " 2026-03-02T09:00:00Z; it is left out.");
        assertThat(imported().stamps()).containsOnlyKeys("MQL", "SAL");
    }

    @Test
    void an_open_lead_with_a_close_time_is_found() {
        audit.lead(good("L-1").closedAt("2026-03-01"));
        finds(IMPOSSIBLE_ORDER, "The lead L-1 was closed at 2026-03-01T00:00:00Z and stands in the open stage SAL.");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-02T09:00:00Z, 1", "2025-12-02T09:00:00.001Z, 0"})
    void ninety_days_in_an_open_stage_are_found(String since, int findings) {
        audit.lead(row("L-1", "SAL").stampedIn("SAL", since));
        audit.lead(row("L-2", "WON").closedAt("2020-01-01"));
        assertThat(audit.report().findings(STUCK)).hasSize(findings);
    }

    @Test
    void a_row_that_nobody_touched_for_ninety_days_is_stuck_too() {
        audit.lead(row("L-1", "SAL").updatedAt("2025-12-01"));
        finds(STUCK, "The lead L-1 stands in SAL since 2025-12-01T00:00:00Z, 91 days.");
    }

    @Test
    void of_two_rows_of_one_lead_the_one_updated_last_counts() {
        audit.lead(good("L-1").from("old").updatedAt("2026-03-01T10:00:00Z"));
        audit.lead(OldLead.row("row 2", "L-1", "In Work").from("new").updatedAt("2026-03-01T10:00:01Z"));
        finds(DUPLICATE_ID, "The lead L-1 is described by row 2 too, which counts: it was updated last or came first.");
        assertThat(imported().source()).isEqualTo("new");
    }

    @Test
    void of_two_equal_rows_the_first_counts() {
        audit.lead(good("L-1"));
        audit.lead(good("L-1"));
        assertThat(audit.report().findings(DUPLICATE_ID)).hasSize(1);
        assertThat(audit.report().leads()).isEqualTo(1);
        assertThat(imported().leadId()).isEqualTo("L-1");
    }

    @Test
    void two_leads_with_one_key_are_found_and_both_imported() {
        audit.lead(good("L-1").keyed("a@acme.example"));
        audit.lead(good("L-2").keyed(" A@acme.example"));
        finds(DUPLICATE_KEY, "The lead L-2 has the key \" A@acme.example\" of lead L-1 in row L-1.");
        assertThat(audit.report().imports()).hasSize(2);
    }

    @Test
    void a_row_without_an_id_is_found() {
        audit.lead(row("", "SAL"));
        finds(BLANK_ID, "The row has no id of a lead.");
        assertThat(audit.report().imports()).isEmpty();
    }

    @Test
    void the_history_counts_each_event_once_and_each_visit() {
        audit.lead(row("L-1", "SAL").ownedBy("ana"));
        audit.visit(new OldVisit("h 1", "E-1", "L-1", "In Work", "2026-01-05T10:00:00+05:00"));
        audit.visit(new OldVisit("h 2", "E-1", "L-1", "In Work", "2026-02-05T10:00:00+05:00"));
        audit.visit(new OldVisit("h 3", "E-2", "L-1", "in work", "2026-02-06 10:00"));
        finds(REPEATED_EVENT, "The event \"E-1\" came before; it counts once.");
        assertThat(imported().stamps())
                .containsOnly(Map.entry(
                        "SAL",
                        new Stamp(Instant.parse("2026-01-05T05:00:00Z"), Instant.parse("2026-02-06T10:00:00Z"), 2)));
    }

    @Test
    void a_history_or_an_activity_of_nobody_is_found() {
        audit.visit(new OldVisit("h 1", "E-1", "L-9", "SAL", "2026-01-05"));
        audit.mention("a 1", "L-8");
        assertThat(audit.report().findings(UNKNOWN_LEAD))
                .extracting(Finding::sentence)
                .containsExactly(
                        "The lead \"L-9\" is described by no row; its row comes to nothing.",
                        "The lead \"L-8\" is described by no row; its row comes to nothing.");
    }

    @Test
    void a_visit_to_an_unknown_stage_is_found_at_its_own_row() {
        audit.lead(good("L-1"));
        audit.visit(new OldVisit("h 1", "E-1", "L-1", "limbo", "2026-01-05"));
        assertThat(audit.report().findings(UNKNOWN_STATUS))
                .extracting(Finding::place, Finding::value)
                .containsExactly(tuple("h 1", "limbo"));
    }

    @Test
    void a_lost_lead_without_a_close_time_is_found() {
        audit.lead(row("L-1", "LOST").stampedIn("MQL", "2026-01-01"));
        finds(NO_CLOSE_TIME, "The lead L-1 stands in LOST and nobody knows since when.");
    }

    @Test
    void a_date_of_another_form_is_found_and_its_lead_imported_without_it() {
        audit.lead(good("L-1").stampedIn("SQL", "1.3.2026 09:20"));
        finds(
                UNREADABLE_DATE,
                "The entry into SQL of lead L-1, \"1.3.2026 09:20\" is no date; allowed are texts such as 2026-06-14,"
                        + " 2026-06-14 09:20 and 2026-06-14T09:20:00+05:00. Maybe \"2026-03-01 09:20\"?");
        assertThat(imported().stamps()).containsOnlyKeys("MQL", "SAL");
    }

    @Test
    void a_time_without_an_offset_is_read_in_the_zone_of_the_data() {
        audit.in(ZoneId.of("Asia/Kolkata")).lead(row("L-1", "SAL").stampedIn("SAL", "2026-03-01T10:00:00"));
        assertThat(imported().stamps()).containsOnly(Map.entry("SAL", Stamp.at(Instant.parse("2026-03-01T04:30:00Z"))));
    }

    @Test
    void owners_who_are_unknown_gone_or_missing_are_found_and_imported() {
        audit.lead(good("L-1").ownedBy("anna"));
        audit.lead(good("L-2").ownedBy("udo"));
        audit.lead(good("L-3").ownedBy(" "));
        audit.lead(row("L-4", "NURTURE").stampedIn("NURTURE", "2026-03-01"));
        finds(
                UNKNOWN_OWNER,
                "The owner \"anna\" of lead L-1 is not in the directory: [ana, revops, udo]. Maybe \"ana\"?");
        finds(INACTIVE_OWNER, "The owner \"udo\" of lead L-2 no longer works there.");
        finds(NO_OWNER, "Nobody owns lead L-3 in SAL.");
        assertThat(audit.report().imports()).extracting(LeadImported::owner).containsExactly("anna", "udo", null, null);
    }

    @Test
    void a_source_spelled_in_several_ways_is_imported_in_the_first() {
        audit.lead(good("L-1").from("Trade Fair"));
        audit.lead(good("L-2").from("trade_fair"));
        audit.lead(good("L-3").from("messe"));
        audit.alsoSpelled("Messe", "Trade Fair");
        finds(
                SOURCE_SPELLINGS,
                "One source is spelled in 3 ways, [Trade Fair, trade_fair, messe]; it is imported as \"Trade Fair\".");
        assertThat(audit.report().imports()).extracting(LeadImported::source).containsOnly("Trade Fair");
    }

    @Test
    void a_reason_that_the_stage_does_not_take_is_found_and_left_out() {
        audit.lead(row("L-1", "LOST").closedAt("2026-03-01").because("chose competitor"));
        audit.lead(row("L-2", "LOST").closedAt("2026-03-01").because("tming"));
        finds(
                UNKNOWN_REASON,
                "The reason \"tming\" of lead L-2 is left out: LOST allows [timing, budget not approved, competitor,"
                        + " other]. Maybe \"timing\"?");
        assertThat(audit.report().imports()).extracting(LeadImported::reason).containsExactly("competitor", null);
    }

    @Test
    void the_report_counts_each_kind_and_shows_examples() {
        for (int i = 1; i <= 4; i++) {
            audit.lead(row("L-" + i, "NURTURE"));
        }
        assertThat(audit.report()).hasToString("""
                        4 leads, 4 can be brought in, 4 findings
                          NO_STAMPS: 4
                            row L-1: Nobody knows when lead L-1 entered any stage.
                            row L-2: Nobody knows when lead L-2 entered any stage.
                            row L-3: Nobody knows when lead L-3 entered any stage.""");
    }
}
