package io.leadlifecycle.rules.presets;

import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.RuleInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shortest story in which each rule fires, in every preset that has the rule; no rule is without one. */
class EveryRuleFiresTest {
    private static final String SUMMER = "2026-06-30T10:00:00Z";
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};
    private static final String PRICES = "pricing page visit";
    private static final Map<String, Object> UNKNOWN_LEVEL = Map.of("title", "Accountant");
    private static final String MONTH_END = "2026-03-31T10:00:00Z";

    private static final Map<String, Function<Preset, Story>> STORIES = Map.<String, Function<Preset, Story>>ofEntries(
            entry("INT-1", preset -> born(preset, Map.of("email", "eve@test.example"))),
            entry("INT-2", preset -> born(preset, "event list")),
            entry("INT-3", preset -> born(preset, "import")),
            entry("INT-4", preset -> born(preset, "partner deal")),
            entry("INT-5", preset -> born(preset, "partner").dealOpened()),
            entry("INT-6", preset -> born(preset, "web").touched("demo request").profile(MISFIT)),
            entry("FIT-1", preset -> born(preset, Map.of("industry", "healthcare"))),
            entry("FIT-2", preset -> born(preset, Map.of("employees", 50))),
            entry("FIT-3", preset -> born(preset, Map.of("title", "Director"))),
            entry(
                    "FIT-4",
                    preset ->
                            born(preset, NOTHING).waited("2026-03-03T10:00:00Z").profile(ICP)),
            entry("MQL-1", preset -> born(preset, ICP).touched("demo request")),
            entry("MQL-2", preset -> born(preset, ICP).touched("event attended")),
            entry("MQL-3", preset -> born(preset, ICP).touched("content download", "return visit", "return visit")),
            entry("MQL-4", preset -> born(preset, ICP).touched("content download", PRICES)),
            entry("MQL-5", preset -> born(preset, ICP).touched(PRICES, PRICES, PRICES)),
            entry("MQL-6", preset -> born(preset, ICP).scored(100)),
            entry("MQL-7", preset -> born(preset, NOTHING).touched("demo request")),
            entry("ACC-1", preset -> preset.standingIn("MQL").accepted()),
            entry("ACC-2", preset -> preset.standingIn("MQL").rejected("timing")),
            entry("ACC-3", preset -> preset.standingIn("MQL").rejected("wrong ICP")),
            entry("ACC-4", preset -> preset.standingIn("MQL").called("no answer")),
            entry("ACC-5", preset -> preset.standingIn("MQL").rejected("timing")),
            entry("RTE-1", preset -> born(preset, ICP).scored(100)),
            entry("RTE-2", preset -> born(preset, ICP).scored(100)),
            entry("RTE-3", preset -> mqlOf(preset, "maria").waited(MONTH_END)),
            entry("SAL-1", preset -> preset.standingIn("MQL").accepted()),
            entry("SAL-2", preset -> preset.standingIn("MQL").called("no answer")),
            entry("SLA-1", preset -> born(preset, ICP).touched("demo request")),
            entry("SLA-2", preset -> born(preset, ICP).touched("webinar attended")),
            entry("SLA-3", preset -> born(preset, ICP).scored(100)),
            entry("SLA-4", preset -> mqlOf(preset, "ana")),
            entry("SLA-5", preset -> preset.standingIn("MQL").assigned("ben")),
            entry("SPD-1", preset -> mqlOf(preset, "ana")),
            entry("SPD-2", preset -> mqlOf(preset, "ana").called("no answer")),
            entry("SPD-3", preset -> mqlOf(preset, "ana").rejected("timing")),
            entry("SPD-4", preset -> mqlOf(preset, "ana").discovered(BANT)),
            entry("SPD-5", preset -> mqlOf(preset, "ana").dealOpened()),
            entry("FST-1", preset -> preset.standingIn("MQL").accepted()),
            entry("FST-2", preset -> preset.standingIn("SAL").called("no answer")),
            entry("OPP-1", preset -> preset.standingIn("MQL").discovered(BANT)),
            entry("OPP-2", preset -> preset.standingIn("SQL").dealOpened()),
            entry("DSP-1", preset -> preset.at(MONDAY_10).imported("CLOSED_LOST")),
            entry(
                    "DSP-2",
                    preset -> preset.at(MONDAY_10).imported("CLOSED_LOST").moved("RECYCLED", "timing")),
            entry("NTC-1", preset -> mqlOf(preset, "ana").waited("2026-03-02T12:00:00Z")),
            entry("NTC-2", preset -> mqlOf(preset, "ana").waited("2026-03-02T13:12:00Z")),
            entry("NTC-3", preset -> mqlOf(preset, "ana").waited("2026-03-02T14:00:00Z")),
            entry("LAD-1", preset -> mqlOf(preset, "ana").waited(MONTH_END)),
            entry("LAD-2", preset -> preset.standingIn("MQL").waited(MONTH_END)),
            entry("LAD-3", preset -> mqlOf(preset, "ana").waited(MONTH_END)),
            entry("LAD-4", preset -> preset.standingIn("MQL").waited(MONTH_END)),
            entry("LAD-5", preset -> mqlOf(preset, "ana").waited(MONTH_END)),
            entry("PAU-1", preset -> preset.standingIn("MQL").replied()),
            entry("PAU-2", preset -> preset.standingIn("MQL").replied()),
            entry("PAU-3", preset -> preset.standingIn("MQL").replied().waited("2026-03-02T11:00:00Z")),
            entry("PAU-4", preset -> preset.standingIn("MQL").replied().called("no answer")),
            entry("HND-1", preset -> preset.standingIn("SQL").touched(PRICES)),
            entry("HND-2", preset -> preset.standingIn("CLOSED_WON").touched(PRICES)),
            entry("WRK-1", preset -> preset.standingIn("SAL").called("connected")),
            entry("WRK-2", preset -> preset.standingIn("SAL").replied()),
            entry("DIS-1", preset -> preset.standingIn("MQL").discovered(BANT)),
            entry("DIS-2", preset -> preset.standingIn("MQL").accepted().discoveryCancelled()),
            entry("DIS-3", preset -> preset.standingIn("MQL").discovered("budget")),
            entry("DIS-4", preset -> preset.standingIn("SQL").discovered("need").waited(MONTH_END)),
            entry(
                    "DIS-5",
                    preset -> preset.standingIn("SQL").discovered("budget").waited(MONTH_END)),
            entry(
                    "DIS-6",
                    preset -> preset.standingIn("SQL").discovered("budget").discovered(BANT)),
            entry("REB-1", preset -> preset.standingIn("SQL").meetingCancelled()),
            entry("REB-2", preset -> preset.standingIn("SQL").meetingCancelled().meetingSet()),
            entry("REB-3", preset -> preset.standingIn("SQL").meetingCancelled().waited(MONTH_END)),
            entry("NOR-1", EveryRuleFiresTest::neverReached),
            entry("NOR-2", preset -> neverReached(preset).replied()),
            entry("NOR-3", preset -> neverReached(preset).called("connected")),
            entry("NOR-4", preset -> neverReached(preset).waited(MONTH_END)),
            entry("NOR-5", preset -> neverReached(preset).meetingSet()),
            entry("NOR-6", preset -> neverReached(preset).discovered("need")),
            entry("NOR-7", preset -> neverReached(preset).touched(PRICES)),
            entry("REC-1", preset -> preset.standingIn("MQL").rejected("timing")),
            entry("REC-2", preset -> preset.standingIn("MQL").rejected("no budget")),
            entry("REC-3", preset -> preset.standingIn("MQL").rejected("stakeholder change")),
            entry("REC-4", preset -> preset.standingIn("MQL").accepted().discoveryCancelled()),
            entry("REC-5", preset -> preset.standingIn("MQL").rejected("timing")),
            entry("REC-6", preset -> preset.standingIn("RECYCLED").touched(PRICES)),
            entry(
                    "REC-7",
                    preset -> preset.standingIn("RECYCLED")
                            .then("2026-09-02T10:00:00Z")
                            .touched("page visit")),
            entry(
                    "REC-8",
                    preset -> preset.standingIn("MQL")
                            .noContact("ALL")
                            .reinstated()
                            .rejected("timing")),
            entry(
                    "REC-9",
                    preset -> preset.standingIn("MQL")
                            .profile(Map.of("emailValid", false))
                            .reinstated()
                            .rejected("timing")),
            entry("REC-10", preset -> recycled(preset, 4)),
            entry("REC-11", preset -> preset.standingIn("MQL").profile(MISFIT).rejected("timing")),
            entry(
                    "REC-12",
                    preset ->
                            preset.standingIn("MQL").leftCompany().reinstated().rejected("timing")),
            entry("REE-1", preset -> preset.standingIn("MQL").rejected("timing")),
            entry("REE-2", preset -> preset.standingIn("RECYCLED").waited("2026-09-03T10:00:00Z")),
            entry("REE-3", preset -> preset.standingIn("RECYCLED").waited("2027-03-03T10:00:00Z")),
            entry("REE-4", preset -> preset.standingIn("RECYCLED").replied()),
            entry("REE-5", preset -> preset.standingIn("RECYCLED").meetingSet()),
            entry(
                    "REE-6",
                    preset ->
                            preset.standingIn("RECYCLED").profile(UNKNOWN_LEVEL).replied()),
            entry("DSQ-1", preset -> born(preset, MISFIT)),
            entry("DSQ-2", preset -> born(preset, MISFIT).touched("demo request")),
            entry(
                    "DSQ-3",
                    preset -> born(preset, MISFIT).touched("demo request").profile(ICP)),
            entry("DSQ-4", preset -> born(preset, ICP).noContact("ALL")),
            entry("DSQ-5", preset -> born(preset, ICP).leftCompany()),
            entry("DSQ-6", preset -> born(preset, ICP).called("bounced")),
            entry("DSQ-7", preset -> born(preset, Map.of("emailValid", false))),
            entry("OPD-1", preset -> preset.standingIn("OPPORTUNITY").noContact("ALL")),
            entry("OPD-2", preset -> preset.standingIn("OPPORTUNITY").leftCompany()),
            entry("OPD-3", preset -> preset.standingIn("OPPORTUNITY").called("bounced")),
            entry("OPD-4", preset -> preset.standingIn("OPPORTUNITY").profile(Map.of("emailValid", false))),
            entry(
                    "OPD-5",
                    preset -> preset.standingIn("OPPORTUNITY").noContact("ALL").moved("SQL")),
            entry(
                    "OPD-6",
                    preset -> preset.standingIn("OPPORTUNITY").leftCompany().moved("SQL")),
            entry(
                    "OPD-8",
                    preset ->
                            born(preset, ICP).moved("DISQUALIFIED", "inactive").dealOpened()),
            entry(
                    "OPD-7",
                    preset -> preset.standingIn("OPPORTUNITY").called("bounced").moved("SQL")),
            entry(
                    "DSQ-8",
                    preset ->
                            born(preset, ICP).moved("DISQUALIFIED", "inactive").touched(PRICES)),
            entry("DSQ-9", preset -> born(preset, MISFIT).touched("demo request")),
            entry("DSQ-10", preset -> born(preset, MISFIT).profile(ICP)),
            entry("DSQ-11", preset -> preset.standingIn("DISQUALIFIED").touched("demo request")),
            entry("DSQ-12", preset -> born(preset, MISFIT).reinstated()),
            entry(
                    "DSQ-13",
                    preset -> born(preset, ICP)
                            .moved("DISQUALIFIED", "inactive")
                            .noContact("ALL")
                            .touched(PRICES)),
            entry("MRG-1", preset -> merged(preset, preset.standingIn("DISQUALIFIED"), "MQL")),
            entry("MRG-2", preset -> mergedAway(preset, "MQL")),
            entry("MRG-3", preset -> mergedAway(preset, "OPPORTUNITY")),
            entry("MRG-4", preset -> merged(preset, silent(preset).noContact("ALL"), "MQL")),
            entry("MRG-5", preset -> merged(preset, silent(preset).leftCompany(), "MQL")),
            entry("MRG-6", preset -> merged(preset, silent(preset).noContact("ALL"), "OPPORTUNITY")),
            entry("MRG-7", preset -> merged(preset, silent(preset).leftCompany(), "OPPORTUNITY")),
            entry("MRG-8", preset -> merged(preset, recycled(preset, 3), "RECYCLED")),
            entry("CLS-1", preset -> preset.standingIn("SQL").dealOpened()),
            entry("CLS-2", preset -> preset.standingIn("OPPORTUNITY").dealWon()),
            entry("CLS-3", preset -> preset.standingIn("OPPORTUNITY").dealLost("timing")),
            entry("CLS-4", preset -> preset.standingIn("OPPORTUNITY").dealLost("timing")),
            entry("CLS-5", preset -> preset.standingIn("OPPORTUNITY").dealLost("competitor")),
            entry(
                    "CLS-6",
                    preset ->
                            preset.standingIn("OPPORTUNITY").dealLost("timing").dealReopened()),
            entry("DEC-1", preset -> born(preset, NOTHING).touched("page visit")),
            entry("DEC-2", preset -> born(preset, NOTHING).touched("page visit").waited("2026-03-09T10:00:00Z")),
            entry("DEC-3", preset -> preset.standingIn("MQL").accepted()),
            entry("DEC-4", preset -> born(preset, NOTHING).touched("page visit").scored(0)),
            entry("DEC-5", preset -> merged(preset, born(preset, NOTHING).touched("page visit"), "OPPORTUNITY")),
            entry("STL-1", preset -> mqlOf(preset, "ana")),
            entry("STL-2", preset -> mqlOf(preset, "ana").waited(SUMMER)),
            entry("STL-3", preset -> preset.standingIn("MQL").discovered(BANT)),
            entry("STL-4", preset -> preset.standingIn("SQL").waited(SUMMER)),
            entry("STA-1", preset -> preset.standingIn("MQL").accepted()),
            entry("STA-2", preset -> preset.standingIn("SAL").waited(SUMMER)),
            entry("STA-3", preset -> preset.standingIn("SAL").waited(SUMMER)),
            entry("FLG-1", preset -> preset.standingIn("MQL").discovered(BANT)),
            entry("FLG-2", preset -> preset.standingIn("OPPORTUNITY").waited(SUMMER)),
            entry("FLG-3", preset -> mqlOf(preset, "ana")),
            entry("FLG-4", preset -> mqlOf(preset, "ana").waited(SUMMER)),
            entry("FLG-5", preset -> mqlOf(preset, "ana")),
            entry("FLG-6", preset -> mqlOf(preset, "ana").waited(SUMMER)),
            entry("FLG-7", preset -> mqlOf(preset, "ana").waited(SUMMER)),
            entry("FLG-8", preset -> born(preset, ICP).scored(100).waited(SUMMER)),
            entry("INA-1", preset -> born(preset, NOTHING)),
            entry("INA-2", preset -> born(preset, NOTHING).waited(SUMMER)),
            entry("MTG-1", preset -> preset.standingIn("WORKING").meetingSet()),
            entry("MTG-2", preset -> preset.standingIn("MEETING_SET").meetingCancelled()),
            entry("MTG-3", preset -> preset.standingIn("MEETING_SET").meetingCancelled()),
            entry("SCO-1", preset -> born(preset, ICP).touched("demo request")),
            entry("SCO-2", preset -> born(preset, ICP).touched("event attended")),
            entry("SCO-3", preset -> born(preset, ICP).touched(PRICES)),
            entry("SCO-4", preset -> born(preset, ICP).touched("content download")),
            entry("SCO-5", preset -> born(preset, ICP).touched("return visit")),
            entry("SCO-6", preset -> born(preset, ICP).touched("email clicked")),
            entry("SCO-7", preset -> born(preset, ICP).touched("page visit")),
            entry("SCO-8", preset -> born(preset, ICP)),
            entry("SCO-9", preset -> born(preset, Map.of("emailValid", true))),
            entry("SCO-10", preset -> born(preset, NOTHING).scored(80)),
            entry(
                    "SEG-1",
                    preset ->
                            born(preset, ICP).profile(Map.of("employees", 1000)).scored(100)),
            entry(
                    "SEG-2",
                    preset -> born(preset, ICP).profile(Map.of("employees", 50)).scored(100)),
            entry("SEG-3", preset -> mqlOf(preset, "ana").profile(Map.of("employees", 1000))));

    /** Four hours from Monday 10:00 on. */
    private static Story mqlOf(Preset preset, String owner) {
        return born(preset, ICP).assigned(owner).scored(100);
    }

    /** A try on each of three days. */
    private static Story neverReached(Preset preset) {
        Story story = preset.standingIn("SQL").called("no answer").after(Duration.ofDays(1));
        return story.called("no answer").after(Duration.ofDays(1)).called("no answer");
    }

    private static Story recycled(Preset preset, int times) {
        Story story = preset.standingIn("RECYCLED");
        for (int time = 2; time <= times; time++) {
            story.after(Duration.ofHours(1)).touched("demo request").rejected("timing");
        }
        return story;
    }

    /** Out for now, whatever comes later. */
    private static Story silent(Preset preset) {
        return born(preset, ICP).moved("DISQUALIFIED", "inactive");
    }

    private static Story merged(Preset preset, Story lead, String into) {
        return lead.mergedInto(preset.standingIn(into, lead));
    }

    private static Story mergedAway(Preset preset, String stage) {
        Story lead = preset.standingIn(stage);
        merged(preset, lead, "NURTURE");
        return lead;
    }

    private static Story born(Preset preset, Map<String, Object> profile) {
        return preset.at(MONDAY_10).created(profile);
    }

    private static Story born(Preset preset, String source) {
        return preset.at(MONDAY_10).created(source, NOTHING);
    }

    static Stream<Arguments> rules() {
        return Arrays.stream(Preset.values()).flatMap(preset -> ids(preset).map(id -> Arguments.of(preset, id)));
    }

    private static Stream<String> ids(Preset preset) {
        return preset.book().rules().stream().map(RuleInfo::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void it_fires(Preset preset, String rule) {
        Story story = Objects.requireNonNull(STORIES.get(rule), "no story").apply(preset);

        assertThat(story.allRulesSinceThen()).contains(rule);
    }

    @Test
    void no_story_is_about_a_rule_that_is_gone() {
        assertThat(Arrays.stream(Preset.values()).flatMap(EveryRuleFiresTest::ids))
                .containsAll(STORIES.keySet());
    }
}
