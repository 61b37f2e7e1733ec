package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Absence;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleYamlTest {
    private static final String MINIMAL = """
            name: two steps
            stages:
              NEW: {}
              WON: {kind: WON}
            paths:
              - {from: NEW, to: WON, by: MANUAL}
            """;

    private static final String WHOLE = """
            name: whole
            rules: [intake.drl, mql.drl]
            stages:
              NEW:
                api name: Raw_New
                owner: Marketing Ops
                definition: not yet judged
                entry: created
                exit: judged
                evaluates: true
                waits for: [industry, employees]
                at most: 1 business day
                otherwise: MQL
                expected: 2 days
              MQL: {qualifies: true}
              LOST:
                kind: LOST
                reasons: closed lost
                limit: {after: 5 business days, then: RECYCLED, reason: timing}
              RECYCLED: {kind: RECYCLED, reasons: recycling}
              OUT: {kind: DISQUALIFIED, reinstate to: NEW}
            paths:
              - {from: [NEW, RECYCLED], to: MQL, by: [TIMED, AUTOMATIC], owner: Marketing Ops}
              - {from: MQL, to: [LOST, OUT], by: MANUAL, reason required: true}
            reasons:
              timing: {disposition: RECYCLE, aliases: [too early]}
              competitor: {disposition: DISQUALIFY, final: true}
              other: {disposition: chosen, rules only: true}
            picklists:
              closed lost: [timing, competitor]
              recycling: [timing]
            fit: {company size: employees}
            types: [demo, content]
            touchpoints:
              demo request: {intent: HIGH, lane: web}
              email opened: {intent: LOW, lane: mail, automated: true}
            groups: {activity: [Touchpoint, LeadResponded]}
            checklists: {BANT: [budget, authority]}
            gate: BANT
            seniority: {staff: [], vp: [vp, vice president]}
            calendars:
              default: {zone: UTC, open: {MON-FRI: 09:00-17:00}}
              berlin:
                zone: Europe/Berlin
                open: {MON-THU: [09:00-12:30, 13:00-17:00], FRI: 09:00-15:00}
                holidays: [2026-05-25]
                special days: {2026-12-24: 09:00-12:00}
                business day: 7 hours 30 minutes
            teams: {inside sales: {calendar: berlin}}
            people:
              ana: {manager: maria, team: inside sales, role: SDR, absences: [2026-10-24 to 2026-10-25, 2026-12-24]}
              maria: {calendar: berlin, active: false}
              omar: {absences: [2026-07-06, 2026-07-07T12:00:00Z to 2026-07-07T15:00:00Z]}
            pools:
              inbound: {manager: maria, members: [omar, ana]}
              enterprise: {members: {ana: {weight: 2, cap: 20 per day}, omar: {cap: 100 per week}, maria: }}
              partners: {}
            territories:
              Nordics: {country: [NO, SE], team: inside sales}
              rest: {team: inside sales}
            fallback: revops
            roles: [SDR, Marketing Ops]
            sequences: [business case]
            internal domains: [Example.org]
            statuses: {Open - Not Contacted: NEW, Working: MQL}
            """;

    @Test
    void the_smallest_file_is_the_lifecycle_of_the_builder() {
        Lifecycle built = Lifecycle.named("two steps")
                .stage(Stage.of("NEW", StageKind.OPEN))
                .stage(Stage.of("WON", StageKind.WON))
                .path("NEW", "WON", Trigger.MANUAL)
                .build();

        assertThat(read(MINIMAL).version()).isEqualTo(built.version());
        assertThat(read(MINIMAL).directory()).isEmpty();
    }

    @Test
    void a_file_with_every_key_is_the_lifecycle_of_the_builder() {
        assertThat(read(WHOLE).version()).isEqualTo(whole().version());
    }

    private static Lifecycle whole() {
        LifecycleBuilder builder = Lifecycle.named("whole")
                .stage(Stage.of("NEW", StageKind.OPEN)
                        .saying(new Stage.Words("Raw_New", "Marketing Ops", "not yet judged", "created", "judged"))
                        .evaluating()
                        .waitingFor(List.of("industry", "employees"), TimeBudget.businessDays(1))
                        .otherwise("MQL", null)
                        .expecting(TimeBudget.days(2)))
                .stage(Stage.of("MQL", StageKind.OPEN).qualifying())
                .stage(Stage.of("LOST", StageKind.LOST)
                        .withReasonsFrom("closed lost")
                        .limitedTo(new Stage.Limit(TimeBudget.businessDays(5), "RECYCLED", "timing")))
                .stage(Stage.of("RECYCLED", StageKind.RECYCLED).withReasonsFrom("recycling"))
                .stage(Stage.of("OUT", StageKind.DISQUALIFIED))
                .reinstateTo("NEW")
                .path(new Path("NEW", "MQL", List.of(Trigger.AUTOMATIC, Trigger.TIMED), "Marketing Ops", false))
                .path(new Path("RECYCLED", "MQL", List.of(Trigger.AUTOMATIC, Trigger.TIMED), "Marketing Ops", false))
                .path(new Path("MQL", "LOST", List.of(Trigger.MANUAL), "", true))
                .path(new Path("MQL", "OUT", List.of(Trigger.MANUAL), "", true));
        builder.reason(new Reason("timing", Disposition.RECYCLE, false, List.of("too early")))
                .reason(new Reason("competitor", Disposition.DISQUALIFY, true, List.of()))
                .reason(new Reason("other", Disposition.CHOSEN, false, List.of(), true))
                .picklist("closed lost", List.of("timing", "competitor"))
                .picklist("recycling", List.of("timing"))
                .fitNeeds(new Requirement("company size", List.of("employees")))
                .types(List.of("demo", "content"))
                .touchpoint(new TouchpointKind("demo request", Intent.HIGH, "web", false))
                .touchpoint(new TouchpointKind("email opened", Intent.LOW, "mail", true))
                .group("activity", List.of("Touchpoint", "LeadResponded"))
                .checklist(new Checklist("BANT", List.of("budget", "authority")))
                .gatedBy("BANT")
                .seniority(new Level("staff", List.of()))
                .seniority(new Level("vp", List.of("vp", "vice president")));
        return builder.calendar(Lifecycle.DEFAULT_CALENDAR, BusinessCalendar.STANDARD)
                .calendar("berlin", berlin())
                .roles(List.of("SDR", "Marketing Ops"))
                .sequences(List.of("business case"))
                .internalDomains(List.of("example.org"))
                .pool("partners")
                .pool("inbound")
                .pool("enterprise")
                .status("Open - Not Contacted", "NEW")
                .status("Working", "MQL")
                .build();
    }

    private static BusinessCalendar berlin() {
        return BusinessCalendar.in(ZoneId.of("Europe/Berlin"))
                .open("MON-THU", "09:00-12:30", "13:00-17:00")
                .open("FRI", "09:00-15:00")
                .holiday(LocalDate.parse("2026-05-25"))
                .specialDay(LocalDate.parse("2026-12-24"), "09:00-12:00")
                .businessDay(Duration.ofMinutes(450))
                .build();
    }

    @Test
    void teams_people_territories_and_fallback_are_the_directory() {
        assertThat(read(WHOLE).directory()).hasValueSatisfying(directory -> {
            assertThat(directory.names()).containsExactly("ana", "maria", "omar", "revops");
            assertThat(directory.person("ana"))
                    .map(person -> person.manager() + ", " + person.team() + ", " + person.role())
                    .contains("maria, inside sales, SDR");
            assertThat(directory.person("maria").map(Person::active)).contains(false);
            assertThat(directory.calendarOf("inside sales")).contains("berlin");
            assertThat(directory.teams()).containsExactly("inside sales");
            assertThat(directory.territories())
                    .containsExactly(
                            new Territory(
                                    "Nordics",
                                    List.of(new Territory.Requirement("country", List.of("NO", "SE"))),
                                    "inside sales"),
                            new Territory("rest", List.of(), "inside sales"));
            assertThat(directory.fallback()).isEqualTo(Person.named("revops"));
        });
    }

    @Test
    void an_absence_is_of_whole_days_in_the_zone_of_the_persons_calendar_or_of_some_hours() {
        Directory directory = read(WHOLE).directory().orElseThrow();

        assertThat(directory.person("ana").map(Person::absences).orElseThrow())
                .as("by the calendar of the team, in Berlin; clocks go back on 25 October")
                .containsExactly(
                        new Absence(Instant.parse("2026-10-23T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")),
                        new Absence(Instant.parse("2026-12-23T23:00:00Z"), Instant.parse("2026-12-24T23:00:00Z")));
        assertThat(directory.person("omar").map(Person::absences).orElseThrow())
                .as("by the default calendar, in UTC")
                .containsExactly(
                        new Absence(Instant.parse("2026-07-06T00:00:00Z"), Instant.parse("2026-07-07T00:00:00Z")),
                        new Absence(Instant.parse("2026-07-07T12:00:00Z"), Instant.parse("2026-07-07T15:00:00Z")));
    }

    @Test
    void without_a_default_calendar_whole_days_are_in_utc() {
        Lifecycle lifecycle = read(MINIMAL + "fallback: revops\npeople: {ana: {absences: 2026-07-06}}\n");

        assertThat(lifecycle
                        .directory()
                        .flatMap(directory -> directory.person("ana"))
                        .map(Person::absences))
                .contains(List.of(
                        new Absence(Instant.parse("2026-07-06T00:00:00Z"), Instant.parse("2026-07-07T00:00:00Z"))));
    }

    @Test
    void pools_are_in_the_directory_and_their_names_in_the_lifecycle() {
        Lifecycle lifecycle = read(WHOLE);
        Directory directory = lifecycle.directory().orElseThrow();

        assertThat(lifecycle.pools()).containsExactly("enterprise", "inbound", "partners");
        assertThat(directory.pool("inbound"))
                .contains(Pool.of("inbound", "omar", "ana").ledBy("maria"));
        assertThat(directory.pool("enterprise"))
                .contains(Pool.named("enterprise")
                        .with(new Pool.Member("ana", 2, Cap.parse("20 per day")))
                        .with(new Pool.Member("omar", 1, Cap.parse("100 per week")))
                        .with(Pool.Member.of("maria")));
        assertThat(directory.pool("partners")).as("for the host to fill").contains(Pool.named("partners"));
    }

    @Test
    void the_rule_files_stand_in_their_order_and_may_be_absent() {
        assertThat(LifecycleYaml.rules("lifecycle.yaml", WHOLE)).containsExactly("intake.drl", "mql.drl");
        assertThat(LifecycleYaml.rules("lifecycle.yaml", MINIMAL)).isEmpty();
    }

    @Test
    void words_that_yaml_takes_for_a_boolean_or_number_stay_names() {
        Lifecycle lifecycle = read("""
                name: 1.10
                stages: {NO: {owner: yes}, ON: {}, y: {kind: WON}}
                paths: [{from: NO, to: ON, by: MANUAL}, {from: ON, to: y, by: MANUAL}]
                roles: [yes]
                types: [no, on, yes, true, 0x1F, 1_000, 09:00, 2026-12-24]
                """);

        assertThat(lifecycle.name()).isEqualTo("1.10");
        assertThat(lifecycle.stageNames()).containsExactly("NO", "ON", "y");
        assertThat(lifecycle.first().words().owner()).isEqualTo("yes");
        assertThat(lifecycle.types())
                .containsExactly("no", "on", "yes", "true", "0x1F", "1_000", "09:00", "2026-12-24");
    }

    @Test
    void spaces_comments_and_the_other_way_to_write_a_list_change_nothing() {
        String sameInOtherClothes = """
                # A comment.
                'name':   "two steps"

                stages: {NEW: , WON: {"kind": won}}   # another
                paths:
                -   from:
                    - NEW
                    to: [WON]
                    by: [MANUAL]
                """;

        assertThat(read(sameInOtherClothes).version()).isEqualTo(read(MINIMAL).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void line_ends_of_other_systems_change_nothing(String lineEnd) {
        assertThat(read(WHOLE.replace("\n", lineEnd)).version())
                .isEqualTo(read(WHOLE).version());
    }

    @Test
    void a_byte_order_mark_changes_nothing() {
        assertThat(read("\uFEFF" + MINIMAL).version()).isEqualTo(read(MINIMAL).version());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "exit: judged, exit: decided, words for people",
                "2 days, 3 days, the expected stay",
                "reason required: true, reason required: false, a path",
                "`[demo, content]`, `[content, demo]`, the order of a list",
                "09:00-15:00, 09:00-16:00, a calendar",
                "final: true, final: false, a reason",
                "rules only: true, rules only: false, who gives a reason",
                "partners: {}, resellers: {}, the name of a pool",
                "Working: MQL, Working: LOST, an old status"
            })
    void other_content_is_another_version(String content, String other, String what) {
        assertThat(read(WHOLE.replace(content, other)).version())
                .as(what)
                .isNotEqualTo(read(WHOLE).version());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`active: false`, `active: true`, whether a person is there",
                "`, 2026-12-24]`, `]`, an absence",
                "20 per day, 21 per day, a cap",
                "`members: [omar, ana]`, `members: [ana, omar]`, the order of a pool",
                "`country: [NO, SE]`, `country: [NO, DK]`, a territory",
                "`inside sales: {calendar: berlin}`, `inside sales: {calendar: berlin}, outside: {}`, a team"
            })
    void other_people_are_another_version_of_the_directory(String content, String other, String what) {
        assertThat(read(WHOLE.replace(content, other)).directory().map(Directory::version))
                .as(what)
                .isNotEqualTo(read(WHOLE).directory().map(Directory::version));
    }

    @ParameterizedTest
    @CsvSource({
        "MQL, MQL, a stage by its name",
        "Working, MQL, an old value",
        "WORKING, MQL, whatever its letters",
        "'  open  -   not contacted ', NEW, whatever its spaces",
        "mql, , a stage has one name",
        "Closed, , an unknown status"
    })
    void an_old_status_means_a_stage(String status, String stage, String why) {
        assertThat(read(WHOLE).stageOfStatus(status).orElse(null)).as(why).isEqualTo(stage);
    }

    private static Lifecycle read(String text) {
        return LifecycleYaml.read("lifecycle.yaml", text);
    }
}
