package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message names the place, the thing, its value and what is allowed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleYamlErrorTest {
    private static final String SOUND = """
            name: sound
            stages:
              NEW:
                evaluates: true
                waits for: [industry]
                at most: 1 business day
                otherwise: MQL
              MQL: {qualifies: true, owner: SDR, limit: {after: 9 days, then: LOST}}
              LOST: {kind: LOST, limit: {after: 2 days, then: BACK, reason: timing}}
              BACK: {kind: RECYCLED, reasons: recycling, limit: {after: 9 days, then: OUT}}
              OUT: {kind: DISQUALIFIED, reinstate to: NEW}
            paths:
              - {from: NEW, to: MQL, by: AUTOMATIC}
            reasons:
              timing: {disposition: RECYCLE, aliases: too early}
              competitor: {disposition: DISQUALIFY, final: true}
            picklists: {recycling: [timing]}
            fit: {company size: [employees]}
            touchpoints: {demo request: {intent: HIGH, lane: web}}
            checklists: {BANT: [budget]}
            gate: BANT
            calendars:
              default:
                zone: Europe/Berlin
                open: {MON-FRI: 09:00-17:00}
                holidays: [2026-05-25]
                special days: {2026-12-24: 09:00-12:00}
                business day: 8 hours
            teams: {inside: {calendar: default}}
            people: {ana: {manager: revops, team: inside, role: SDR, absences: [2026-07-06 to 2026-07-17]}}
            fallback: revops
            roles: [SDR]
            internal domains: [example.org]
            rules: [intake.drl]
            pools: {inbound: {manager: revops, members: {ana: {weight: 2, cap: 20 per day}}}}
            """;

    @Test
    void the_file_the_errors_start_from_is_sound() {
        assertThat(LifecycleYaml.read("lifecycle.yaml", SOUND).name()).isEqualTo("sound");
    }

    @Test
    void the_place_can_be_asked_for() {
        DefinitionException e = error("name: x\nstagse: {}");

        assertThat(e.file()).isEqualTo("lifecycle.yaml");
        assertThat(e.line()).isEqualTo(2);
        assertThat(e.column()).isEqualTo(1);
        assertThat(e).hasMessageStartingWith("lifecycle.yaml:2:1: The key \"stagse\" of the lifecycle is unknown,");
        assertThat(e).hasMessageEndingWith("Maybe \"stages\"?");
    }

    @Nested
    class In_any_part {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        waits for: | wats for: | 5:5 | The key "wats for" of the stage NEW is unknown, allowed are [ | Maybe "waits for"?
                        final: true | finl: true | 16:41 | The key "finl" of the reason "competitor" is unknown, allowed are [disposition, final, rules only, aliases]. | Maybe "final"?
                        then: BACK | than: BACK | 9:45 | The key "than" of the "limit" of the stage LOST is unknown, allowed are [after, then, reason]. | Maybe "then"?
                        evaluates: true | evaluates: yes | 4:16 | The "evaluates" of the stage NEW is the text "yes", allowed are [true, false]. | Maybe "true"?
                        final: true | final: off | 16:48 | The "final" of the reason "competitor" is the text "off", allowed are [true, false]. | Maybe "false"?
                        intent: HIGH | intent: HIHG | 19:38 | The "intent" of the touchpoint "demo request" is the text "HIHG", allowed are [LOW, MEDIUM, HIGH]. | Maybe "HIGH"?
                        by: AUTOMATIC | by: [AUTO] | 13:31 | The "by" of the path is the text "AUTO", allowed are [AUTOMATIC, MANUAL, TIMED]. |
                        owner: SDR | owner: [SDR] | 8:33 | The "owner" of the stage MQL is a list; allowed is one text. |
                        owner: SDR | owner: {SDR: x} | 8:33 | The "owner" of the stage MQL is a set of keys; allowed is one text. |
                        owner: SDR | owner: null | 8:33 | The "owner" of the stage MQL has no value; give it one or leave it out. | quotes.
                        roles: [SDR] | roles: {SDR: x} | 32:8 | The "roles" of the lifecycle is a set of keys; allowed is a list |
                        roles: [SDR] | roles: SDR, AE | 32:8 | The "roles" of the lifecycle is the text "SDR, AE"; a list stands in brackets. | Maybe [SDR, AE]?
                        roles: [SDR] | roles: [SDR, SDR] | 32:14 | The "roles" of the lifecycle has the text "SDR" twice, first in line 32; allowed is once. |
                        roles: [SDR] | roles: [SDR, ''] | 32:14 | The "roles" of the lifecycle is an empty text; it needs a name. |
                        teams: {inside: {calendar: default}} | teams: inside | 29:8 | The "teams" of the lifecycle is the text "inside"; allowed are keys with values: {key: value}. |
                        name: sound | name: '' | 1:7 | The "name" of the lifecycle is an empty text; it needs a name. |
                        , lane: web |  | 19:29 | The touchpoint "demo request" needs the key "lane". |
                        roles: [SDR] | fallback: ana | 32:1 | The key "fallback" is given twice, first in line 31; allowed is once. |
                        [intake.drl] | [intake] | 34:9 | The rule file "intake" does not end with ".drl". | Maybe "intake.drl"?
                        [example.org] | [ana@example.org] | 33:20 | The internal domain "ana@example.org" has an @; allowed is a domain. | Maybe "example.org"?
                        """)
        void a_wrong_key_or_value_is_refused_where_it_stands(
                String sound, String wrong, String place, String problem, String meant) {
            assertRefused(sound, wrong, place, problem, meant);
        }
    }

    @Nested
    class In_stages_paths_and_reasons {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        at most: 1 business day | at most: 1 busines day | 6:14 | The time budget "1 busines day" is not an amount and a unit | Maybe "1 business day"?
                        after: 2 days | after: 0 days | 9:37 | The time "0 days" is too short; allowed is 1 second or more. |
                        `    at most: 1 business day\\n` |  | 5:5 | The stage NEW has "waits for" alone; it needs one of ["waits for" with "at most", neither]. |
                        owner: SDR | api name: my MQL | 8:36 | The api name "my MQL" of the stage MQL is not safe in every system; | Maybe "my_MQL"?
                        owner: SDR | reinstate to: NEW | 8:26 | The stage MQL has "reinstate to" and is OPEN; only a stage of kind DISQUALIFIED has it. |
                        from: NEW | from: NWE | 13:12 | The "from" of the path is the text "NWE", allowed are [NEW, MQL, LOST, BACK, OUT]. | Maybe "NEW"?
                        from: NEW | from: [] | 13:6 | The "from" of the path is empty; it needs at least one name. |
                        to: MQL | to: [MQL, NEW] | 13:5 | The path from NEW to NEW leads to itself; it needs another stage. |
                        by: AUTOMATIC} | by: AUTOMATIC}\\n  - {from: NEW, to: MQL, by: [MANUAL, AUTOMATIC]} | 14:5 | The path from NEW to MQL by AUTOMATIC is given twice; allowed is once. |
                        reasons: recycling | reasons: recyclin | 10:35 | The "reasons" of the stage BACK is the text "recyclin", allowed are [recycling]. | Maybe "recycling"?
                        aliases: too early | aliases: competitor | 15:43 | The alias "competitor" of the reason "timing" already means the reason "competitor"; an alias belongs to one reason. |
                        disposition: RECYCLE, | disposition: RECYCLE, final: true, | 15:34 | The reason "timing" has "final" and recycles; only a reason that disqualifies is final. |
                        [employees] | [] | 18:7 | The "company size" of "fit" is empty; it needs at least one profile field. |
                        """)
        void what_does_not_fit_is_refused_where_it_stands(
                String sound, String wrong, String place, String problem, String meant) {
            assertRefused(sound, wrong, place, problem, meant);
        }
    }

    @Nested
    class In_calendars_and_people {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        Europe/Berlin | Europe/Berln | 24:11 | The zone "Europe/Berln" is unknown; allowed are names such as UTC or Europe/Berlin. | Maybe "Europe/Berlin"?
                        09:00-17:00 | 9-17 | 25:21 | The opening window "9-17" is none. | Maybe "09:00-17:00"?
                        MON-FRI | MO-FRI | 25:20 | The day "MO" of "MO-FRI" is not one of [MON, | Maybe "MON"?
                        [2026-05-25] | [2026-02-30] | 26:16 | The date "2026-02-30" is in no calendar; allowed are dates such as 2026-12-24. |
                        [2026-05-25] | [25.5.2026] | 26:16 | The date "25.5.2026" is none; allowed are dates such as 2026-12-24. | Maybe "2026-05-25"?
                        [2026-05-25] | US | 26:15 | The holidays of "US" are not known: nothing on the class path knows public holidays. Allowed are single dates, and names where lifecycle-rules finds jollyday. | Maybe the dependencies de.focus-shift:jollyday-core and de.focus-shift:jollyday-jaxb are missing?
                        [2026-05-25] | [2026-05-25, DE-BE] | 26:28 | The holidays of "DE-BE" are not known: nothing on the class path knows public holidays. | jollyday-jaxb are missing?
                        [2026-05-25] | US, DE | 26:15 | The "holidays" of the calendar "default" is the text "US, DE"; a list stands in brackets. | Maybe [US, DE]?
                        2026-12-24: | 2026/12/24: | 27:20 | The date "2026/12/24" is none; | Maybe "2026-12-24"?
                        8 hours | 60 hours | 28:19 | The business day PT60H is not the open time of one day. | Maybe "PT8H"?
                        8 hours | 8 business hours | 28:19 | The business day "8 business hours" is stated in business time; |
                        8 hours | 1 month | 28:19 | The time budget "1 month" has no fixed length |
                        `    open: {MON-FRI: 09:00-17:00}\\n` |  | 23:3 | The calendar never opens in a plain week |
                        {calendar: default} | {calendar: defalt} | 29:28 | The "calendar" of the team "inside" is the text "defalt", allowed are [default]. | Maybe "default"?
                        ana: {manager: revops | ana: {manager: revop | 30:25 | The "manager" of the person "ana" is the text "revop", allowed are [ana, revops]. | Maybe "revops"?
                        team: inside | team: insde | 30:39 | The "team" of the person "ana" is the text "insde", allowed are [inside]. | Maybe "inside"?
                        role: SDR | role: SRD | 30:53 | The "role" of the person "ana" is the text "SRD", allowed are [SDR]. | Maybe "SDR"?
                        fallback: revops\\n |  | 30:1 | The lifecycle has "people" and no "fallback": a message that resolves to nobody would be lost. |
                        """)
        void what_does_not_fit_is_refused_where_it_stands(
                String sound, String wrong, String place, String problem, String meant) {
            assertRefused(sound, wrong, place, problem, meant);
        }
    }

    @Nested
    class In_absences_and_pools {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        2026-07-06 to 2026-07-17 | 2026-07-17 to 2026-07-06 | 30:69 | The absence "2026-07-17 to 2026-07-06" of the person "ana" ends before it begins; allowed is the earlier one first. | Maybe "2026-07-06 to 2026-07-17"?
                        2026-07-06 to 2026-07-17 | 2026-07-06 - 2026-07-17 | 30:69 | The absence "2026-07-06 - 2026-07-17" of the person "ana" is none; allowed are a date such as 2026-12-24, | Maybe "2026-07-06 to 2026-07-17"?
                        2026-07-06 to 2026-07-17 | 2026-07-06..2026-07-17 | 30:69 | The absence "2026-07-06..2026-07-17" of the person "ana" is none; | Maybe "2026-07-06 to 2026-07-17"?
                        2026-07-06 to 2026-07-17 | 2026-07-06 to 17.7.2026 | 30:69 | The date "17.7.2026" is none; allowed are dates such as 2026-12-24. | Maybe "2026-07-17"?
                        2026-07-06 to 2026-07-17 | 2026-02-30 | 30:69 | The date "2026-02-30" is in no calendar; allowed are dates such as 2026-12-24. |
                        2026-07-06 to 2026-07-17 | next week | 30:69 | The absence "next week" of the person "ana" is none; | 2026-07-06T15:00:00Z".
                        2026-07-06 to 2026-07-17 | 2026-07-06 to 2026-07-06T15:00:00Z | 30:69 | The absence "2026-07-06 to 2026-07-06T15:00:00Z" of the person "ana" is none; | 2026-07-06T15:00:00Z".
                        2026-07-06 to 2026-07-17 | 2026-07-06T12:00 to 2026-07-06T15:00 | 30:69 | The absence "2026-07-06T12:00 to 2026-07-06T15:00" of the person "ana" is none; | 2026-07-06T15:00:00Z".
                        2026-07-06 to 2026-07-17 | 2026-07-06T12:00:00Z to 2026-07-06T12:00:00Z | 30:69 | The absence from 2026-07-06T12:00:00Z until 2026-07-06T12:00:00Z has no length; |
                        2026-07-06 to 2026-07-17 | 2026-07-06T15:00:00Z to 2026-07-06T12:00:00Z | 30:69 | The absence "2026-07-06T15:00:00Z to 2026-07-06T12:00:00Z" of the person "ana" ends before it begins; | Maybe "2026-07-06T12:00:00Z to 2026-07-06T15:00:00Z"?
                        [2026-07-06 to 2026-07-17] | [2026-12-24, 2026-12-24] | 30:81 | The "absences" of the person "ana" has the text "2026-12-24" twice, first in line 30; allowed is once. |
                        pools: {inbound: {manager: revops | pools: {inbound: {manager: revop | 35:28 | The "manager" of the pool "inbound" is the text "revop", allowed are [ana, revops]. | Maybe "revops"?
                        members: {ana | members: {anna | 35:46 | The member "anna" of the pool "inbound" is unknown, allowed are [ana, revops]. | Maybe "ana"?
                        members: {ana: {weight: 2, cap: 20 per day}} | members: [ana, bn] | 35:51 | The member "bn" of the pool "inbound" is unknown, allowed are [ana, revops]. |
                        members: {ana: {weight: 2, cap: 20 per day}} | members: [ana, ana] | 35:51 | The "members" of the pool "inbound" has the text "ana" twice, first in line 35; allowed is once. |
                        members: {ana: {weight: 2, cap: 20 per day}} | member: [ana] | 35:36 | The key "member" of the pool "inbound" is unknown, allowed are [manager, members]. | Maybe "members"?
                        weight: 2 | wieght: 2 | 35:52 | The key "wieght" of the member "ana" of the pool "inbound" is unknown, allowed are [weight, cap]. | Maybe "weight"?
                        weight: 2 | weight: 0 | 35:60 | The weight 0 of the member "ana" of a pool is out of range; allowed are 1 to 100. | Maybe 1?
                        weight: 2 | weight: 50% | 35:60 | The weight "50%" is no whole number; allowed are 1 to 100. |
                        20 per day | 20 a day | 35:68 | The cap "20 a day" is none; allowed are 1 or more leads "per day" or "per week". | Maybe "20 per day"?
                        20 per day | 0 per day | 35:68 | The cap "0 per day" lets nobody draw; |
                        pools: {inbound | pools: {inside | 35:9 | The directory has a pool and a team called "inside"; | Maybe "inside pool"?
                        pools: {inbound: | pools: {'': | 35:9 | A key is empty; it needs a name. |
                        """)
        void what_does_not_fit_is_refused_where_it_stands(
                String sound, String wrong, String place, String problem, String meant) {
            assertRefused(sound, wrong, place, problem, meant);
        }

        @Test
        void a_pool_needs_a_fallback_as_people_do() {
            assertError(
                    "name: x\nstages: {NEW: {}}\npools: {inbound: {}}",
                    "3:1",
                    "The lifecycle has \"pools\" and no \"fallback\": a message that resolves to nobody would be lost.",
                    null);
        }
    }

    @Nested
    class Found_by_the_builder {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        otherwise: MQL | otherwise: MLQ | 7:16 | The stage NEW has "otherwise" that leads to "MLQ", allowed are [NEW, MQL, LOST, BACK, OUT]. | Maybe "MQL"?
                        otherwise: MQL | otherwise: {stage: BACK, reason: tming} | 7:38 | The stage NEW has "otherwise" leading to BACK with the reason "tming"; it needs one of [timing]. | Maybe "timing"?
                        `    otherwise: MQL\\n` |  | 3:3 | The stage NEW waits for [industry] and has no "otherwise". |
                        then: BACK | then: BAK | 9:51 | The stage LOST has a limit that leads to "BAK", allowed are | Maybe "BACK"?
                        reason: timing | reason: competitor | 9:65 | The stage LOST has a limit leading to BACK with the reason "competitor"; it needs one of [timing]. |
                        , limit: {after: 2 days, then: BACK, reason: timing} |  | 9:3 | The stage LOST is LOST and has no limit |
                        then: LOST}} | then: LOST}}\\n  X: {qualifies: true} | 8:3 | Several stages qualify: [MQL, X]; allowed is one. |
                        reinstate to: NEW | reinstate to: NWE | 11:43 | A reinstated lead goes to the stage "NWE", allowed are | Maybe "NEW"?
                        reinstate to: NEW | reinstate to: NEW, limit: {after: 2 days, then: NEW} | 11:3 | The stage OUT is DISQUALIFIED and has a limit: a lead that is finally disqualified |
                        , reinstate to: NEW |  | 11:3 | The stage OUT does not say where a reinstated lead goes. |
                        {recycling: [timing]} | {recycling: [timing, tming]} | 17:33 | The picklist "recycling" has the reason "tming", allowed are [timing, competitor]. | Maybe "timing"?
                        gate: BANT | gate: BENT | 21:7 | The gate is the checklist "BENT", allowed are [BANT]. | Maybe "BANT"?
                        """)
        void a_problem_between_parts_is_refused_where_its_name_stands(
                String sound, String wrong, String place, String problem, String meant) {
            assertRefused(sound, wrong, place, problem, meant);
        }
    }

    @Nested
    class In_the_yaml_itself {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                         | 1:1 | The file is empty; it needs at least the keys [name, stages]. |
                        `# no more` | 1:1 | The file is empty; it needs at least the keys [name, stages]. |
                        hello | 1:1 | The lifecycle is the text "hello"; allowed are keys with values: {key: value}. |
                        name: x | 1:1 | The lifecycle has 0 stages; allowed are 1 to 100. |
                        stages: {A: {}} | 1:1 | The lifecycle needs the key "name". |
                        name: 'x\\n\\n | 3:1 | This is not YAML: while scanning a quoted scalar, found unexpected end of stream. | Maybe the closing quote is missing?
                        name: x\\n\\tstages: {} | 2:1 | This is not YAML: while scanning for the next token, found character '\\t(TAB)' | Maybe spaces instead of the tab?
                        name: a: b | 1:8 | This is not YAML: mapping values are not allowed here. | Maybe the text has a ": " in it and needs quotes?
                        name: @x | 1:7 | This is not YAML: while scanning for the next token, found character '@' | Maybe the text needs quotes?
                        name: [x\\nstages: {} | 2:7 | This is not YAML: while parsing a flow sequence | Maybe a closing ] is missing?
                        name: x\\n---\\nname: y | 3:1 | A second document starts here; allowed is one. | Maybe the line "---" is too much?
                        name: &x a\\ngate: *x | 2:7 | The alias *x is not allowed; write the value out. |
                        <<: {name: x} | 1:1 | The key "<<" of the lifecycle is unknown |
                        ? [a]\\n: b | 1:4 | A key is a list, a set of keys or an alias; allowed is a text. |
                        '': b | 1:1 | A key is empty; it needs a name. |
                        """)
        void what_cannot_be_read_is_refused_where_it_stands(String text, String place, String problem, String meant) {
            assertError(text, place, problem, meant);
        }

        @Test
        void what_is_not_printable_is_refused_also_when_it_is_escaped() {
            assertError("name: x\nga\u0007te: y", "2:3", "The character U+0007 is not printable", null);
            assertError("name: \"\\uD800\"", "1:7", "The character U+D800 is not printable", null);
        }

        @Test
        void what_is_made_to_do_harm_is_refused_early() {
            assertError("[".repeat(100_000), "1:14", "Values stand in each other more than 12 deep", null);
            assertError("{a: ".repeat(100_000), "1:53", "Values stand in each other more than 12 deep", null);
            assertError("x".repeat(500_001), "1:1", "The text has 500001 characters; allowed are 500000.", null);
            assertError("name: " + "x".repeat(2_001), "1:7", "This text has 2001 characters; allowed are 2000.", null);
            String stages = IntStream.rangeClosed(1, 101)
                    .mapToObj(i -> "  S" + i + ": {}\n")
                    .collect(Collectors.joining());
            assertError(
                    "name: x\nstages:\n" + stages, "2:1", "The lifecycle has 101 stages; allowed are 1 to 100.", null);
        }
    }

    private static void assertRefused(String sound, String wrong, String place, String problem, String meant) {
        String from = sound.replace("\\n", "\n");
        String to = wrong == null ? "" : wrong.replace("\\n", "\n");
        assertThat(SOUND).contains(from);
        assertError(SOUND.replace(from, to), place, problem, meant);
    }

    private static void assertError(String text, String place, String problem, String meant) {
        DefinitionException e =
                error(text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(e).hasMessageStartingWith("lifecycle.yaml:" + place + ": " + problem);
        assertThat(e.getMessage()).endsWith(meant == null ? "" : meant);
    }

    private static DefinitionException error(String text) {
        return catchThrowableOfType(DefinitionException.class, () -> LifecycleYaml.read("lifecycle.yaml", text));
    }
}
