package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What loading promises to refuse, word by word: file, line, column, what is wrong and what is allowed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleRefusalsTest {
    private static final String SOUND = """
            name: sound
            stages:
              NEW: {owner: SDR, evaluates: true, waits for: [industry], at most: 1 business day, otherwise: MQL}
              MQL: {qualifies: true}
              WON: {kind: WON}
              LOST: {kind: LOST, limit: {after: 2 days, then: BACK, reason: timing}}
              BACK: {kind: RECYCLED, reasons: recycling}
              OUT: {kind: DISQUALIFIED, reasons: going, reinstate to: NEW}
            paths:
              - {from: MQL, to: [WON, LOST, OUT], by: MANUAL, owner: inside}
              - {from: BACK, to: MQL, by: AUTOMATIC, owner: ana}
            reasons:
              timing: {disposition: RECYCLE, aliases: too early}
              competitor: {disposition: DISQUALIFY}
            picklists: {recycling: [timing], going: [competitor]}
            groups: {activity: [Touchpoint, TrialStarted]}
            calendars: {default: {zone: UTC, open: {MON-FRI: 09:00-17:00}}}
            teams: {inside: {calendar: default}}
            people: {ana: {team: inside}}
            territories: {DACH: {country: [DE, AT], team: inside}}
            fallback: revops
            roles: [SDR]
            statuses: {Open: NEW, Working: MQL}
            """;

    @Test
    void the_file_the_refusals_start_from_is_sound() {
        assertThat(LifecycleYaml.read("lifecycle.yaml", SOUND).name()).isEqualTo("sound");
    }

    @Nested
    class Unknown_names {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        otherwise: MQL | otherwise: MLQ | 3:97: The stage NEW has "otherwise" that leads to "MLQ", allowed are [NEW, MQL, WON, LOST, BACK, OUT]. Maybe "MQL"?
                        from: MQL | from: MLQ | 10:12: The "from" of the path is the text "MLQ", allowed are [NEW, MQL, WON, LOST, BACK, OUT]. Maybe "MQL"?
                        then: BACK | then: BAKC | 6:51: The stage LOST has a limit that leads to "BAKC", allowed are [NEW, MQL, WON, LOST, BACK, OUT]. Maybe "BACK"?
                        reinstate to: NEW | reinstate to: NWE | 8:59: A reinstated lead goes to the stage "NWE", allowed are [NEW, MQL, WON, LOST, BACK, OUT]. Maybe "NEW"?
                        Working: MQL | Working: MLQ | 23:32: The old status "Working" means the stage "MLQ", allowed are [NEW, MQL, WON, LOST, BACK, OUT]. Maybe "MQL"?
                        owner: SDR | owner: SRD | 3:16: The owner "SRD" of the stage NEW is unknown, allowed are [SDR, inside, ana, revops]. Maybe "SDR"?
                        owner: ana | owner: ena | 11:49: The owner "ena" of the path from BACK to MQL is unknown, allowed are [SDR, inside, ana, revops]. Maybe "ana"?
                        reason: timing | reason: tmiing | 6:65: The stage LOST has a limit leading to BACK with the reason "tmiing"; it needs one of [timing]. Maybe "timing"?
                        otherwise: MQL | otherwise: {stage: MQL, reason: tmiing} | 3:118: The stage NEW has "otherwise" leading to MQL with the reason "tmiing", allowed are [timing, competitor]. Maybe "timing"?
                        [competitor] | [competitr] | 15:42: The picklist "going" has the reason "competitr", allowed are [timing, competitor]. Maybe "competitor"?
                        kind: WON | kind: WNO | 5:15: The "kind" of the stage WON is the text "WNO", allowed are [OPEN, WON, LOST, RECYCLED, DISQUALIFIED]. Maybe "WON"?
                        calendar: default | calendar: defualt | 18:28: The "calendar" of the team "inside" is the text "defualt", allowed are [default]. Maybe "default"?
                        {team: inside} | {calendar: bonn} | 19:26: The "calendar" of the person "ana" is the text "bonn", allowed are [default].
                        AT], team: inside | AT], team: insde | 20:47: The "team" of the territory "DACH" is the text "insde", allowed are [inside]. Maybe "inside"?
                        [Touchpoint, | [contact attempted, | 16:21: The event group "activity" has the event "contact attempted", allowed are names of event types such as Touchpoint. Maybe "ContactAttempted"?
                        """)
        void are_refused_with_those_that_are_allowed(String sound, String wrong, String message) {
            assertRefused(sound, wrong, message);
        }

        @Test
        void an_owner_is_refused_where_nobody_is_declared() {
            String nobody = """
                    name: nobody
                    stages:
                      NEW: {owner: SDR}
                      WON: {kind: WON}
                    paths: [{from: NEW, to: WON, by: MANUAL}]
                    """;

            assertError(
                    nobody,
                    "3:16: The owner \"SDR\" of the stage NEW is unknown, allowed are the roles, teams and people of"
                            + " the lifecycle, and it has none. Maybe roles: [SDR]?");
        }

        @Test
        void an_event_is_refused_where_the_events_of_the_host_are_known() {
            List<String> events = List.of("LeadResponded", "Touchpoint", "TrialStarted");

            assertThat(LifecycleYaml.read("lifecycle.yaml", SOUND, events).group("activity"))
                    .containsExactly("Touchpoint", "TrialStarted");
            assertThatExceptionOfType(DefinitionException.class)
                    .isThrownBy(() ->
                            LifecycleYaml.read("lifecycle.yaml", SOUND.replace("TrialStarted", "TrialStrated"), events))
                    .withMessage("lifecycle.yaml:16:33: The event \"TrialStrated\" of the event group \"activity\" is"
                            + " unknown, allowed are [LeadResponded, Touchpoint, TrialStarted]. Maybe"
                            + " \"TrialStarted\"?");
        }
    }

    @Nested
    class Ways {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        `  WON: {kind: WON}\\n` | `  WON: {kind: WON}\\n  SAL: {}\\n` | 6:3: The stage SAL is reached by no way from NEW; it needs one of [a path, an "otherwise", a limit, a "reinstate to"] that leads to it.
                        , LOST, OUT] | , OUT] | 6:3: The stage LOST is reached by no way from NEW; it needs one of [a path, an "otherwise", a limit, a "reinstate to"] that leads to it.
                        `  WON: {kind: WON}\\n` | `  WON: {}\\n` | 5:3: The stage WON is OPEN and has no way out; it needs one of [a path, an "otherwise", a limit] that leads to another stage.
                        , limit: {after: 2 days, then: BACK, reason: timing} | | 6:3: The stage LOST is LOST and has no limit that recycles or disqualifies: lost leads would become zombies.
                        then: BACK, reason: timing | then: MQL | 6:3: The stage LOST is LOST and has no limit that recycles or disqualifies: lost leads would become zombies.
                        `, otherwise: MQL` | | 3:3: The stage NEW waits for [industry] and has no "otherwise".
                        `, at most: 1 business day` | | 3:38: The stage NEW has "waits for" alone; it needs one of ["waits for" with "at most", neither].
                        otherwise: MQL | otherwise: NEW | 3:86: The stage NEW has "otherwise" that leads to itself; it needs another stage.
                        """)
        void that_leave_a_lead_behind_are_refused(String sound, String wrong, String message) {
            assertRefused(sound, wrong, message);
        }

        @Test
        void a_circle_that_no_lead_enters_is_not_reached() {
            String circle = """
                    name: circle
                    stages: {NEW: {}, WON: {kind: WON}, A: {}, B: {}}
                    paths:
                      - {from: NEW, to: WON, by: MANUAL}
                      - {from: A, to: B, by: MANUAL}
                      - {from: B, to: [A, WON], by: MANUAL}
                    """;

            assertError(
                    circle,
                    "2:37: The stage A is reached by no way from NEW; it needs one of [a path, an \"otherwise\", a"
                            + " limit, a \"reinstate to\"] that leads to it.");
        }
    }

    @Nested
    class Reasons_and_names {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {disposition: DISQUALIFY} | {} | 14:15: The reason "competitor" needs the key "disposition", allowed are [RECYCLE, DISQUALIFY, CHOSEN].
                        {disposition: DISQUALIFY} | {disposition: DROP} | 14:29: The "disposition" of the reason "competitor" is the text "DROP", allowed are [RECYCLE, DISQUALIFY, CHOSEN].
                        `calendars: {` | `calendars: {default: {zone: UTC}, ` | 17:35: The key "default" is given twice, first in line 17; allowed is once.
                        `MQL: {qualifies: true}` | `MQL: {qualifies: true}\\n  X: {qualifies: true}` | 4:3: Several stages qualify: [MQL, X]; allowed is one.
                        `  WON: {kind: WON}` | `  WON: {kind: WON}\\n  WON: {kind: WON}` | 6:3: The key "WON" is given twice, first in line 5; allowed is once.
                        `  WON: {kind: WON}` | `  WON: {kind: WON}\\n  END: {kind: DISQUALIFIED, reinstate to: MQL}` | 9:59: Where a reinstated lead goes is given twice: MQL and NEW; allowed is once.
                        `  WON: {kind: WON}` | `  WON: {kind: WON, api name: MQL}` | 5:30: The api name "MQL" of the stage WON is also that of the stage "MQL"; allowed is once.
                        roles: [SDR] | roles: [SDR, SDR] | 22:14: The "roles" of the lifecycle has the text "SDR" twice, first in line 22; allowed is once.
                        roles: [SDR] | roles: [SDR, ' '] | 22:14: The "roles" of the lifecycle is an empty text; it needs a name.
                        statuses: {Open: NEW | statuses: {Open: NEW, ' ': NEW | 23:23: A key is empty; it needs a name.
                        Working: MQL | open: MQL | 23:23: The old status "open" is given twice, first as "Open"; small and capital letters and the number of spaces make no difference.
                        Working: MQL | WON: MQL | 23:28: The old status "WON" means the stage "MQL" and is itself the name of a stage, which it means.
                        aliases: too early | aliases: competitor | 13:43: The alias "competitor" of the reason "timing" already means the reason "competitor"; an alias belongs to one reason.
                        `aliases: too early` | `rules only: maybe` | 13:46: The "rules only" of the reason "timing" is the text "maybe", allowed are [true, false].
                        {team: inside}} | {team: inside}, revops: {active: false}} | 21:11: The fallback person "revops" is not active; what resolves to nobody needs somebody who is there.
                        {DACH: | {all: {team: inside}, DACH: | 20:36: The territory "DACH" stands behind "all", which requires nothing and takes every lead; such a territory stands last.
                        [DE, AT] | [] | 20:22: The "country" of the territory "DACH" is empty; it needs at least one name.
                        `, team: inside}}` | `}}` | 20:21: The territory "DACH" needs the key "team".
                        """)
        void that_say_too_little_or_twice_are_refused(String sound, String wrong, String message) {
            assertRefused(sound, wrong, message);
        }
    }

    @Nested
    class What_people_are_asked_for {
        private static final String FOR_RULES = SOUND.replace("aliases: too early", "rules only: true");

        @ParameterizedTest
        @CsvSource({"rejection, 79", "closed lost, 81"})
        void is_no_reason_that_only_rules_give(String list, int column) {
            assertError(
                    FOR_RULES.replace(
                            "going: [competitor]}", "going: [competitor], " + list + ": [competitor, timing]}"),
                    "15:" + column + ": The picklist \"" + list + "\" has the reason \"timing\", which only rules give;"
                            + " it needs one of [competitor].");
        }

        @Test
        void the_lists_of_stages_may_have_one() {
            assertThat(LifecycleYaml.read("lifecycle.yaml", FOR_RULES).reason("timing"))
                    .hasValueSatisfying(reason -> assertThat(reason.rulesOnly()).isTrue());
        }

        @Test
        void is_no_reason_to_reinstate() {
            String path = "  - {from: OUT, to: NEW, by: [AUTOMATIC, MANUAL], reason required: true}\n";

            assertError(
                    SOUND.replace("reasons:\n  timing", path + "reasons:\n  timing"),
                    "12:5: A reinstated lead takes the path from OUT to NEW by MANUAL, which needs a reason, and"
                            + " Reinstated has none.");
        }
    }

    private static void assertRefused(String sound, String wrong, String message) {
        String from = sound.replace("\\n", "\n");
        assertThat(SOUND).contains(from);
        assertError(SOUND.replace(from, wrong == null ? "" : wrong.replace("\\n", "\n")), message);
    }

    private static void assertError(String text, String message) {
        assertThatExceptionOfType(DefinitionException.class)
                .isThrownBy(() -> LifecycleYaml.read("lifecycle.yaml", text))
                .withMessage("lifecycle.yaml:" + message);
    }
}
