package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandardLifecycleTest {
    private static final Lifecycle STANDARD = LifecycleYaml.read("lifecycle.yaml", text());
    private static final List<StageKind> PARKED_OR_OUT = List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED);

    @Test
    void the_stages_stand_in_lifecycle_order() {
        assertThat(STANDARD.name()).isEqualTo("standard");
        assertThat(STANDARD.stageNames())
                .containsExactly(
                        "NEW",
                        "NURTURE",
                        "MQL",
                        "SAL",
                        "WORKING",
                        "SQL",
                        "OPPORTUNITY",
                        "CLOSED_WON",
                        "CLOSED_LOST",
                        "RECYCLED",
                        "DISQUALIFIED");
        assertThat(STANDARD.qualifyingStage()).map(Stage::name).contains("MQL");
        assertThat(STANDARD.reinstateTo()).contains("NURTURE");
    }

    @Test
    void every_stage_says_what_people_need_to_know() {
        assertThat(STANDARD.stages())
                .allSatisfy(stage -> assertThat(List.of(
                                stage.words().owner(),
                                stage.words().definition(),
                                stage.words().entry(),
                                stage.words().exit()))
                        .doesNotContain(""));
        assertThat(STANDARD.stages())
                .allSatisfy(stage ->
                        assertThat(STANDARD.roles()).contains(stage.words().owner()));
    }

    @Test
    void news_is_evaluated_until_sales_accepts() {
        assertThat(STANDARD.stages().stream().filter(Stage::evaluates).map(Stage::name))
                .containsExactly("NEW", "NURTURE", "MQL", "RECYCLED");
        assertThat(STANDARD.first().waitsFor()).containsExactly("industry", "employees", "seniority");
        assertThat(STANDARD.first().atMost()).isEqualTo(TimeBudget.businessDays(1));
        assertThat(STANDARD.first().otherwise()).isEqualTo("NURTURE");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    NEW,          NURTURE,      AUTOMATIC MANUAL TIMED, what no rule moved
                    NEW,          MQL,          AUTOMATIC MANUAL TIMED, qualified by whatever brought the news
                    NURTURE,      MQL,          AUTOMATIC MANUAL TIMED, qualified by whatever brought the news
                    RECYCLED,     MQL,          AUTOMATIC MANUAL TIMED, qualified again
                    NEW,          OPPORTUNITY,  AUTOMATIC MANUAL,       a partner brings a deal
                    NURTURE,      OPPORTUNITY,  AUTOMATIC MANUAL,       a partner brings a deal
                    RECYCLED,     OPPORTUNITY,  MANUAL,                 sales opens a deal on its own
                    MQL,          SAL,          AUTOMATIC MANUAL,       accepted
                    MQL,          WORKING,      ,                       contact accepts first
                    SAL,          WORKING,      AUTOMATIC MANUAL,       first contact
                    MQL,          SQL,          MANUAL,                 an early discovery
                    SAL,          SQL,          MANUAL,                 an early discovery
                    WORKING,      SQL,          MANUAL,                 discovery done
                    MQL,          OPPORTUNITY,  MANUAL,                 a deal at once
                    SAL,          OPPORTUNITY,  MANUAL,                 a deal at once
                    WORKING,      OPPORTUNITY,  MANUAL,                 a deal at once
                    SQL,          OPPORTUNITY,  MANUAL,                 a deal
                    OPPORTUNITY,  CLOSED_WON,   MANUAL,                 won
                    OPPORTUNITY,  CLOSED_LOST,  MANUAL,                 lost
                    CLOSED_LOST,  OPPORTUNITY,  MANUAL,                 reopened
                    CLOSED_LOST,  RECYCLED,     AUTOMATIC MANUAL TIMED, dispositioned
                    CLOSED_LOST,  DISQUALIFIED, AUTOMATIC MANUAL TIMED, dispositioned
                    MQL,          RECYCLED,     AUTOMATIC MANUAL TIMED, given back
                    SAL,          RECYCLED,     AUTOMATIC MANUAL TIMED, given back
                    WORKING,      RECYCLED,     AUTOMATIC MANUAL TIMED, given back
                    SQL,          RECYCLED,     AUTOMATIC MANUAL TIMED, given back or stale
                    SAL,          NURTURE,      MANUAL,                 S0 allows it
                    WORKING,      NURTURE,      MANUAL,                 S0 allows it
                    RECYCLED,     NURTURE,      ,                       recycled leads were qualified before
                    NURTURE,      RECYCLED,     ,                       never qualified
                    DISQUALIFIED, NURTURE,      AUTOMATIC MANUAL,       reinstated
                    DISQUALIFIED, MQL,          ,                       only by way of NURTURE
                    SAL,          MQL,          MANUAL,                 a mistake mended
                    WORKING,      SAL,          MANUAL,                 a mistake mended
                    SQL,          WORKING,      MANUAL,                 a mistake mended
                    OPPORTUNITY,  SQL,          MANUAL,                 a mistake mended
                    """)
    void a_move_has_the_triggers_that_may_cause_it(String from, String to, String triggers, String why) {
        String allowed = Arrays.stream(Trigger.values())
                .filter(trigger -> STANDARD.path(from, to, trigger).isPresent())
                .map(Trigger::name)
                .collect(Collectors.joining(" "));

        assertThat(allowed).as(why).isEqualTo(triggers == null ? "" : triggers);
    }

    @Test
    void whoever_is_no_open_deal_and_no_customer_can_be_disqualified_by_any_trigger() {
        List<String> never = List.of("OPPORTUNITY", "CLOSED_WON", "DISQUALIFIED");

        assertThat(STANDARD.stageNames()).allSatisfy(stage -> {
            for (Trigger trigger : Trigger.values()) {
                assertThat(STANDARD.path(stage, "DISQUALIFIED", trigger).isPresent())
                        .as("%s by %s", stage, trigger)
                        .isNotEqualTo(never.contains(stage));
            }
        });
    }

    @Test
    void nothing_recycles_or_disqualifies_an_open_deal_and_nothing_leaves_a_won_one() {
        assertThat(STANDARD.pathsFrom("OPPORTUNITY"))
                .extracting(Path::to)
                .containsExactlyInAnyOrder("CLOSED_WON", "CLOSED_LOST", "SQL");
        assertThat(STANDARD.pathsFrom("CLOSED_WON")).isEmpty();
    }

    @Test
    void every_path_has_an_owner() {
        assertThat(STANDARD.stageNames())
                .allSatisfy(stage -> assertThat(STANDARD.pathsFrom(stage))
                        .extracting(Path::owner)
                        .allSatisfy(owner -> assertThat(STANDARD.roles()).contains(owner)));
    }

    @Test
    void a_lost_lead_is_recycled_after_five_business_days() {
        assertThat(STANDARD.stage("CLOSED_LOST").map(Stage::limit))
                .contains(new Stage.Limit(TimeBudget.businessDays(5), "RECYCLED", "timing"));
    }

    @Test
    void every_reason_can_be_given_where_its_disposition_leads() {
        assertThat(STANDARD.picklist("recycling")).containsExactlyInAnyOrderElementsOf(names(Disposition.RECYCLE));
        assertThat(STANDARD.picklist("disqualification"))
                .containsExactlyInAnyOrderElementsOf(names(Disposition.DISQUALIFY));
        assertThat(STANDARD.picklist("rejection"))
                .containsExactlyElementsOf(STANDARD.picklist("closed lost"))
                .containsExactly(
                        "timing",
                        "budget not approved",
                        "stakeholder change",
                        "competitor",
                        "wrong ICP",
                        "invalid contact");
    }

    @Test
    void what_happens_by_itself_is_no_reason_for_a_person() {
        assertThat(STANDARD.reasons().stream().filter(Reason::rulesOnly).map(Reason::name))
                .containsExactlyInAnyOrder(
                        "no response", "stale SQL", "discovery cancelled", "meeting cancelled", "discovery incomplete");
    }

    @Test
    void only_what_disqualifies_for_good_is_final() {
        assertThat(STANDARD.reasons().stream().filter(Reason::isFinal).map(Reason::name))
                .containsExactlyInAnyOrder(
                        "competitor", "wrong ICP", "invalid contact", "do not contact", "left company");
    }

    private static List<String> names(Disposition disposition) {
        return STANDARD.reasons().stream()
                .filter(reason -> reason.disposition() == disposition)
                .map(Reason::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "timing, timing, false",
        "no budget, budget not approved, false",
        "stakeholder change, stakeholder change, false",
        "discovery cancelled, discovery cancelled, false",
        "discovery incomplete, discovery incomplete, false",
        "meeting cancelled, meeting cancelled, false",
        "no response, no response, false",
        "stale SQL, stale SQL, false",
        "chose competitor, competitor, true",
        "bad fit, wrong ICP, true",
        "bad data, invalid contact, true",
        "left company, left company, true",
        "do not contact, do not contact, true",
        "inactive, inactive, false",
        "recycle limit, recycle limit, false",
        "not a target, not a target, false"
    })
    void the_names_of_S0_mean_a_reason_that_is_final_or_not(String given, String reason, boolean isFinal) {
        assertThat(STANDARD.reason(given)).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo(reason);
            assertThat(found.isFinal()).isEqualTo(isFinal);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Marketing Manager, manager",
        "Director of Sales, director",
        "'Head of Growth, EMEA', director",
        "Vice President Sales, vp",
        "SVP & General Manager, vp",
        "Chief Revenue Officer, c-level",
        "Co-Founder, c-level",
        "Managing Director, c-level",
        "Accountant,"
    })
    void a_title_means_the_most_senior_level_it_names(String title, String level) {
        assertThat(STANDARD.seniorityOf(title).orElse(null)).isEqualTo(level);
    }

    @Test
    void the_default_calendar_is_the_standard_one_and_nobody_is_lost() {
        assertThat(STANDARD.calendar(Lifecycle.DEFAULT_CALENDAR)).contains(BusinessCalendar.STANDARD);
        assertThat(STANDARD.directory().map(Directory::names)).contains(List.of("revops"));
    }

    @Test
    void recycled_and_disqualified_are_the_only_stages_with_their_kind() {
        assertThat(STANDARD.stages().stream().filter(stage -> PARKED_OR_OUT.contains(stage.kind())))
                .extracting(Stage::name)
                .containsExactly("RECYCLED", "DISQUALIFIED");
    }

    static String text() {
        try (InputStream in = StandardLifecycleTest.class.getResourceAsStream("standard/lifecycle.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
