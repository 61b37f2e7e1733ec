package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the file, the answer is a lifecycle or a place and a problem. */
class LifecycleYamlLawsTest {
    private static final String SOUND = """
            name: sound
            rules: [intake.drl]
            stages:
              NEW: {evaluates: true, waits for: [industry], at most: 1 business day, otherwise: MQL, expected: 2 days}
              MQL: {qualifies: true, owner: SDR, api name: Marketing_Qualified, exit: accepted}
              LOST: {kind: LOST, reasons: lost, limit: {after: 5 business days, then: BACK, reason: timing}}
              BACK: {kind: RECYCLED, reasons: recycling}
              OUT: {kind: DISQUALIFIED, reinstate to: NEW}
            paths:
              - {from: [NEW, BACK], to: MQL, by: [AUTOMATIC, TIMED], owner: Marketing Ops}
              - {from: MQL, to: [LOST, OUT], by: MANUAL, reason required: true}
            reasons:
              timing: {disposition: RECYCLE, aliases: [too early]}
              competitor: {disposition: DISQUALIFY, final: true}
            picklists: {lost: [timing, competitor], recycling: [timing]}
            fit: {company size: employees}
            types: [demo, content]
            touchpoints: {demo request: {intent: HIGH, lane: web}, email opened: {intent: LOW, lane: mail, automated: true}}
            groups: {activity: [Touchpoint]}
            checklists: {BANT: [budget]}
            gate: BANT
            seniority: {staff: [], vp: [vp]}
            calendars:
              default:
                zone: Europe/Berlin
                open: {MON-THU: [09:00-12:30, 13:00-17:00], FRI: 22:00-06:00}
                holidays: [2026-05-25]
                special days: {2026-12-24: 09:00-12:00}
                business day: 7 hours 30 minutes
            teams: {inside: {calendar: default}}
            people: {ana: {manager: revops, team: inside, role: SDR, absences: [2026-07-06 to 2026-07-17, 2026-12-24]}}
            pools: {inbound: {manager: revops, members: [ana]}, large: {members: {ana: {weight: 2, cap: 20 per day}}}}
            fallback: revops
            roles: [SDR, Marketing Ops]
            sequences: [business case]
            internal domains: [example.org]
            statuses: {Open - Not Contacted: NEW, Working: MQL}
            territories: {DACH: {country: [DE, AT], team: inside}, rest: {team: inside}}
            """;

    private static final List<String> TOKENS = List.of(
            "",
            " ",
            "\n",
            "  ",
            "\t",
            ":",
            ": ",
            "- ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "? ",
            "<<: ",
            "%YAML 1.1\n",
            "@",
            "~",
            "null",
            "\0",
            "\uD800",
            "\\",
            "NEW",
            "MQL",
            "timing",
            "0",
            "-1",
            "9999999999999999999",
            "0x",
            "1e9",
            ".inf",
            "24:00",
            "default",
            "99 months",
            "2026-02-30",
            " to ",
            "9999-12-31",
            "9 per week",
            "true",
            "no",
            "\r",
            "\u2028",
            "\uFEFF",
            "\u00E9",
            "Z");

    @Property(tries = 1000)
    void any_text(@ForAll String text) {
        assertAnswered(text);
    }

    @Property(tries = 1000)
    void any_sequence_of_signs_that_mean_something(@ForAll("signs") String text) {
        assertAnswered(text);
    }

    @Property(tries = 1500)
    void a_sound_file_with_some_places_changed(@ForAll("mutations") List<Mutation> mutations) {
        String text = SOUND;
        for (Mutation mutation : mutations) {
            text = mutation.applyTo(text);
        }
        assertAnswered(text);
    }

    @Property(tries = 100)
    void a_comment_or_an_empty_line_anywhere_between_lines_changes_no_version(
            @ForAll("lines") int line, @ForAll("comments") String comment) {
        List<String> lines = SOUND.lines().toList();
        String text = String.join("\n", lines.subList(0, line))
                + "\n" + comment + "\n"
                + String.join("\n", lines.subList(line, lines.size()));

        assertThat(LifecycleYaml.read("lifecycle.yaml", text).version())
                .isEqualTo(LifecycleYaml.read("lifecycle.yaml", SOUND).version());
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(30).map(tokens -> String.join("", tokens));
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.oneOf(
                                Arbitraries.of(TOKENS), Arbitraries.strings().ofMaxLength(3)))
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> lines() {
        return Arbitraries.integers().between(1, (int) SOUND.lines().count());
    }

    @Provide
    Arbitrary<String> comments() {
        Arbitrary<String> words =
                Arbitraries.strings().alpha().withChars(" :[]{}'\"#").ofMaxLength(20);
        return Arbitraries.oneOf(Arbitraries.of("", "   "), words.map(comment -> "  # " + comment));
    }

    private static void assertAnswered(String text) {
        try {
            assertThat(LifecycleYaml.read("lifecycle.yaml", text).stages()).isNotEmpty();
        } catch (DefinitionException e) {
            assertThat(e.getMessage()).startsWith("lifecycle.yaml:" + e.line() + ":" + e.column() + ": ");
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
        }
    }

    /**
     * Cuts some characters and puts others there.
     *
     * @param where the share of the text before the place
     * @param cut how many characters go
     * @param put what comes instead
     */
    record Mutation(double where, int cut, String put) {
        String applyTo(String text) {
            int start = (int) (where * text.length());
            int end = Math.min(text.length(), start + cut);
            return text.substring(0, start) + put + text.substring(end);
        }
    }
}
