package io.leadlifecycle.rules.scenes;

import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to one lead between a signal and an answer, told as a whole; 2026-03-03 is a Tuesday. */
class OneLeadScenesTest {
    private static final String SPEED = "speed to lead";

    private static final PeopleDirectory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").as("SDR").reportingTo("maria"))
            .person(Person.named("ben").as("SDR").reportingTo("maria"))
            .person(Person.named("cleo").as("SDR").reportingTo("maria"))
            .person(Person.named("lia").as("SDR").reportingTo("maria").inTeam("los angeles"))
            .person(Person.named("tom").as("SDR").reportingTo("maria").inTeam("london"))
            .person(Person.named("nia").as("SDR").reportingTo("maria").inTeam("night"))
            .person(Person.named("maria").as("SDR Manager"))
            .person(Person.named("victor").as("VP Sales"))
            .teamCalendar("los angeles", "los angeles")
            .teamCalendar("london", "london")
            .teamCalendar("night", "night")
            .pool(Pool.of("inbound", "ana", "ben", "cleo").ledBy("maria"))
            .build();

    private static DroolsRuleBook offices;

    @BeforeAll
    static void three_offices_more() {
        offices = EditedPreset.by(new EditedPreset.Edit("""

                calendars:
                """, """

                calendars:
                  los angeles: {zone: America/Los_Angeles, open: {MON-FRI: 09:00-17:00}}
                  london: {zone: Europe/London, open: {MON-FRI: 09:00-17:00}}
                  night: {zone: Europe/Berlin, open: {MON-SUN: 22:00-06:00}}
                """));
    }

    @AfterAll
    static void close() {
        offices.close();
    }

    private static Story told(String at) {
        return Story.in(offices, PEOPLE, at);
    }

    private static void assertDue(Story story, String instant) {
        assertThat(List.of(story.clock(), story.clock(SPEED)))
                .extracting(Clock::dueAt)
                .containsOnly(Instant.parse(instant));
    }

    @Test
    void a_rep_phones_within_three_minutes_and_never_clicks_on_accept() {
        Story story = told("2026-03-03T09:59:00Z").created(ICP).then("2026-03-03T10:00:00Z");
        story.touched("demo request");
        assertThat(story.lead().ownership().owner()).isEqualTo("ana");

        story.then("2026-03-03T10:03:00Z").called("no answer");
        assertThat(story.rules()).containsSubsequence("ACC-4", "SAL-2", "SPD-2");
        assertThat(story.stage()).isEqualTo("SAL");
        assertThat(story.stamps("SAL").first()).isEqualTo("2026-03-03T10:03:00Z");
        assertThat(story.lead().clocks()).extracting(Clock::name).containsExactly("acceptance", SPEED);
        assertThat(story.lead().clocks()).extracting(Clock::verdict).containsOnly(Verdict.MET);
        assertThat(Notices.of(story.waited("2026-03-13T17:00:00Z").journal()))
                .containsExactly(
                        "2026-03-03T10:00:00Z ana: acceptance", "2026-03-03T10:02:30Z ana: acceptance, speed to lead");
    }

    @Test
    void an_enrichment_of_forty_seconds_is_not_given_to_the_lead_as_waiting_time() {
        Story story = told("2026-03-03T10:00:00Z").created(NOTHING).touched("demo request");
        assertThat(story.stage()).isEqualTo("NEW");

        story.then("2026-03-03T10:00:40Z").profile(ICP);
        assertThat(story.stamps("MQL").first()).isEqualTo("2026-03-03T10:00:40Z");
        assertThat(story.clock().startedAt()).isEqualTo("2026-03-03T10:00:40Z");
        assertThat(story.clock().dueAt()).isEqualTo("2026-03-03T10:05:40Z");
        assertThat(story.clock(SPEED).startedAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(story.clock(SPEED).dueAt()).isEqualTo("2026-03-03T10:05:00Z");
    }

    @Test
    void an_acceptance_that_is_learnt_after_the_breach_is_met_and_the_vp_never_hears_of_it() {
        Story story = told("2026-03-03T12:59:00Z").created(ICP).then("2026-03-03T13:00:00Z");
        story.scored(100).waited("2026-03-03T17:12:00Z");
        assertThat(story.clock().breachedAt()).isEqualTo("2026-03-03T17:00:00Z");

        story.then("2026-03-03T16:55:00Z").accepted();
        assertThat(story.rules()).containsSubsequence("ACC-1", "SAL-1", "FST-1");
        assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
        assertThat(story.clock().learntLate()).isTrue();
        assertThat(story.clock().endedAt()).isEqualTo("2026-03-03T16:55:00Z");
        assertThat(story.stage()).isEqualTo("SAL");

        story.then("2026-03-04T09:20:00Z").called("connected").waited("2026-03-31T10:00:00Z");
        assertThat(story.clock(SPEED).verdict()).as("nobody called in time").isEqualTo(Verdict.BREACHED);
        assertThat(story.clock("first contact").verdict()).isEqualTo(Verdict.MET);
        assertThat(Notices.of(story.journal()))
                .containsExactly(
                        "2026-03-03T13:00:00Z ana: acceptance",
                        "2026-03-03T15:00:00Z ana: acceptance, speed to lead",
                        "2026-03-03T16:12:00Z ana (cc maria) urgently: acceptance, speed to lead",
                        "2026-03-03T17:00:00Z maria (cc ana) urgently: acceptance, speed to lead");
    }

    @Test
    void two_offices_share_one_lead_and_the_elapsed_time_stays() {
        Story story = told("2026-03-02T15:00:00Z").created(ICP).assigned("tom");
        story.then("2026-03-02T15:30:17Z").scored(100);
        // An hour, 29 minutes and 43 seconds until London closes; the rest from Tuesday 09:00 on.
        assertDue(story, "2026-03-03T11:30:17Z");

        // 40:23 are used; Los Angeles opens at 17:00 UTC, three hours, 19 minutes and 37 seconds are left.
        story.then("2026-03-02T16:10:40Z").assigned("lia");
        assertDue(story, "2026-03-02T20:19:37Z");
        assertThat(story.clock().counted()).isEqualTo(Duration.ofSeconds(40 * 60 + 23));

        // Another hour and five seconds; two hours, 19 minutes and 32 seconds are left for London on Tuesday.
        story.then("2026-03-02T18:00:05Z").assigned("tom");
        assertDue(story, "2026-03-03T11:19:32Z");
        assertThat(story.clock().counted()).isEqualTo(Duration.ofSeconds(3600 + 40 * 60 + 28));
        assertThat(story.clock().startedAt()).isEqualTo("2026-03-02T15:30:17Z");
        assertThat(story.clock().number()).isOne();

        assertThat(Notices.of(story.waited("2026-03-03T11:19:32Z").journal()))
                .containsExactly(
                        "2026-03-02T15:30:17Z tom: acceptance",
                        "2026-03-02T17:00:00Z lia: acceptance",
                        "2026-03-03T09:00:00Z tom: acceptance",
                        "2026-03-03T09:19:32Z tom: acceptance, speed to lead",
                        "2026-03-03T10:31:32Z tom (cc maria) urgently: acceptance, speed to lead",
                        "2026-03-03T11:19:32Z maria (cc tom) urgently: acceptance, speed to lead");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T23:30:00Z, 2026-03-29T03:30:00Z, from 00:30 winter time to 05:30 summer time",
        "2026-03-29T00:00:00Z, 2026-03-29T04:00:00Z, from 01:00 on it is used up exactly at closing time",
        "2026-03-29T00:30:00Z, 2026-03-29T20:30:00Z, half an hour is left for the next night",
        "2026-10-24T22:30:00Z, 2026-10-25T02:30:00Z, from 00:30 summer time to 03:30 winter time",
        "2026-10-25T01:00:00Z, 2026-10-25T05:00:00Z, from the second 02:00 to closing time",
        "2026-10-25T01:30:00Z, 2026-10-25T21:30:00Z, half an hour is left for the next night"
    })
    void four_hours_of_a_night_in_which_clocks_change_are_four_hours(String at, String due, String why) {
        Story story = told(at).created(ICP).assigned("nia").scored(100);

        assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        assertThat(story.clock(SPEED).dueAt()).as(why).isEqualTo(due);
    }

    @Test
    void at_night_the_night_shift_is_told_at_once() {
        Story story = told("2026-03-29T00:57:00Z").created(ICP).assigned("nia").touched("demo request");
        // From 01:57 winter time to 03:02 summer time: five minutes.
        assertDue(story, "2026-03-29T01:02:00Z");

        assertThat(Notices.of(story.waited("2026-03-29T01:02:00Z").journal()))
                .containsExactly(
                        "2026-03-29T00:57:00Z nia: acceptance",
                        "2026-03-29T00:59:30Z nia: acceptance, speed to lead",
                        "2026-03-29T01:01:00Z nia (cc maria) urgently: acceptance, speed to lead",
                        "2026-03-29T01:02:00Z maria (cc nia) urgently: acceptance, speed to lead");
    }

    @Test
    void an_ignored_demo_request_climbs_the_ladder_to_the_manager() {
        Story story = told("2026-03-03T09:59:00Z").created(ICP).then("2026-03-03T10:00:00Z");
        story.touched("demo request").waited("2026-03-10T10:00:00Z");

        assertThat(Notices.of(story.journal()))
                .containsExactly(
                        "2026-03-03T10:00:00Z ana: acceptance",
                        "2026-03-03T10:02:30Z ana: acceptance, speed to lead",
                        "2026-03-03T10:04:00Z ana (cc maria) urgently: acceptance, speed to lead",
                        "2026-03-03T10:05:00Z maria (cc ana) urgently: acceptance, speed to lead",
                        "2026-03-03T10:10:00Z victor (cc maria) urgently: acceptance",
                        "2026-03-03T10:30:00Z ben: acceptance",
                        "2026-03-03T10:32:30Z ben: acceptance",
                        "2026-03-03T10:34:00Z ben (cc maria) urgently: acceptance",
                        "2026-03-03T10:35:00Z maria (cc ben) urgently: acceptance",
                        "2026-03-03T10:40:00Z victor (cc maria) urgently: acceptance",
                        "2026-03-03T11:00:00Z cleo: acceptance",
                        "2026-03-03T11:02:30Z cleo: acceptance",
                        "2026-03-03T11:04:00Z cleo (cc maria) urgently: acceptance",
                        "2026-03-03T11:05:00Z maria (cc cleo) urgently: acceptance",
                        "2026-03-03T11:10:00Z victor (cc maria) urgently: acceptance",
                        "2026-03-03T11:30:00Z maria: acceptance",
                        "2026-03-03T11:32:30Z maria: acceptance",
                        "2026-03-03T11:34:00Z maria urgently: acceptance",
                        "2026-03-03T11:35:00Z revops (cc maria) urgently as nobody else is there: acceptance",
                        "2026-03-03T11:40:00Z victor urgently: acceptance",
                        "2026-03-03T12:00:00Z victor urgently: acceptance",
                        "2026-03-10T10:00:00Z revops (cc victor) urgently as nobody else is there: acceptance");
        assertThat(story.lead().ownership().owner()).isEqualTo("maria");
        assertThat(story.clock().number()).isEqualTo(4);
        assertThat(story.clock(SPEED).breachedAt()).isEqualTo("2026-03-03T10:05:00Z");
        assertThat(story.stage()).isEqualTo("MQL");
    }

    @Test
    void the_book_of_the_three_offices_has_the_rules_of_the_standard_one() {
        assertThat(offices.rules()).hasSameSizeAs(Preset.STANDARD.book().rules());
    }
}
