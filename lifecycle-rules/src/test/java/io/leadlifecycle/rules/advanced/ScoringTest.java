package io.leadlifecycle.rules.advanced;

import static io.leadlifecycle.rules.presets.Preset.ADVANCED;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of scoring.drl: how many points is what a lead does and is. */
class ScoringTest {
    private static Story unknown() {
        return ADVANCED.at(MONDAY_10).created(NOTHING);
    }

    private static Story times(Story story, int times, String kind) {
        return story.touched(Collections.nCopies(times, kind).toArray(String[]::new));
    }

    @Test
    void points_add_up() {
        assertThat(unknown()
                        .touched("page visit", "page visit", "email clicked")
                        .score())
                .isEqualTo(1 + 1 + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "demo request,       80 = 2 demo requests 80",
        "webinar attended,   50 = 2 events 50",
        "pricing page visit, 40 = 2 pricing visits 40",
        "content download,   30 = 2 downloads 30",
        "return visit,       20 = 2 x return visit 20",
        "form submitted,     20 = 2 x form submitted 20",
        "email clicked,      10 = 2 mail clicks 10",
        "page visit,         2 = 2 page visits 2",
    })
    void the_score_explains_itself(String kind, String explanation) {
        assertThat(ScoreReport.of(times(unknown(), 2, kind).journal())).hasToString(explanation);
    }

    @Test
    void every_kind_of_touch_that_no_machine_makes_gives_points() {
        assertThat(ADVANCED.book().lifecycle().touchpointKinds()).allSatisfy(kind -> {
            boolean automated = ADVANCED.book()
                    .lifecycle()
                    .touchpointKind(kind)
                    .orElseThrow()
                    .automated();
            assertThat(unknown().touched(kind).score() > 0).as(kind).isNotEqualTo(automated);
        });
    }

    @Test
    void a_mail_scanner_that_opens_three_links_in_a_second_scores_once() {
        Story story = unknown().touched("pricing page visit");
        story.after(Duration.ofMillis(400)).touched("pricing page visit");
        story.after(Duration.ofMillis(400)).touched("pricing page visit");

        assertThat(story.score()).isEqualTo(20);
        assertThat(story.refused()).containsExactly("SCO-3");
    }

    /** 15 points for the VP and 80 for eight return visits; MQL-6 of mql.drl has the threshold. */
    @ParameterizedTest
    @CsvSource({
        "4, 99,  NURTURE, one below",
        "5, 100, MQL,     the threshold",
    })
    void the_sum_qualifies_a_lead_that_fits(int pages, long score, String stage, String why) {
        Story story = times(ADVANCED.at(MONDAY_10).created(ICP), 8, "return visit");
        times(story, pages, "page visit");

        assertThat(story.score()).as(why).isEqualTo(score);
        assertThat(story.allRules().contains("MQL-6")).as(why).isEqualTo(stage.equals("MQL"));
        assertThat(story.stage()).as(why).isEqualTo(stage);
    }

    @Test
    void no_sum_qualifies_a_misfit() {
        Story story = times(ADVANCED.at(MONDAY_10).created(MISFIT).reinstated(), 12, "return visit");

        assertThat(story.score()).isEqualTo(15 + 120);
        assertThat(story.stage()).isEqualTo("NURTURE");
    }

    @Test
    void a_finally_disqualified_lead_gains_nothing() {
        Story story = ADVANCED.standingIn("DISQUALIFIED");
        long before = story.score();

        assertThat(story.touched("page visit").score()).isEqualTo(before);
        assertThat(story.refused()).containsExactly("SCO-7");
    }

    @Test
    void neither_does_one_that_may_come_back() {
        Story story = unknown().moved("DISQUALIFIED", "inactive");
        long before = story.score();

        assertThat(story.touched("page visit").score()).isEqualTo(before);
        assertThat(story.refused()).containsExactly("SCO-7");
        story.profile(Map.of("title", "VP Sales", "emailValid", true));
        assertThat(story.score()).isEqualTo(before);
        story.touched("demo request");
        assertThat(story.score()).as("what brings it back counts").isEqualTo(before + 40);
    }

    @Nested
    class SCO_1 {
        @ParameterizedTest
        @CsvSource({"demo request, 40"})
        void a_demo_request_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-1");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_2 {
        @ParameterizedTest
        @CsvSource({"event attended, 25", "webinar attended, 25"})
        void an_attended_event_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-2");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_3 {
        @ParameterizedTest
        @CsvSource({"pricing page visit, 20"})
        void a_look_at_prices_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-3");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_4 {
        @ParameterizedTest
        @CsvSource({"content download, 15"})
        void a_download_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-4");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_5 {
        @ParameterizedTest
        @CsvSource({"return visit, 10", "form submitted, 10"})
        void a_return_visit_or_a_form_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-5");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_6 {
        @ParameterizedTest
        @CsvSource({"email clicked, 5"})
        void a_click_gives_points(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-6");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_7 {
        @ParameterizedTest
        @CsvSource({"page visit, 1"})
        void a_page_gives_a_point(String kind, long points) {
            Story story = unknown().touched(kind);

            assertThat(story.allRules()).contains("SCO-7");
            assertThat(story.score()).isEqualTo(points);
        }
    }

    @Nested
    class SCO_8 {
        @ParameterizedTest
        @CsvSource({
            "Accountant, 0,  no level at all",
            "Team Lead,  0,  one below",
            "Director,   15, the level",
            "VP Sales,   15, above"
        })
        void who_decides_gives_points(String title, long points, String why) {
            Story story = ADVANCED.at(MONDAY_10).created(Map.of("title", title));

            assertThat(story.allRules().contains("SCO-8")).as(why).isEqualTo(points > 0);
            assertThat(story.score()).as(why).isEqualTo(points);
        }

        @Test
        void once_whatever_the_profile_says_later() {
            Story story = ADVANCED.at(MONDAY_10)
                    .created(Map.of("title", "Director"))
                    .profile(Map.of("title", "CEO"))
                    .profile(Map.of("title", "Accountant"))
                    .profile(Collections.singletonMap("title", null))
                    .profile(Map.of("title", "Director"));

            assertThat(story.score()).isEqualTo(15);
            assertThat(ScoreReport.of(story.journal())).hasToString("15 = director 15");
        }

        @Test
        void a_lead_that_is_out_for_good_keeps_them_for_when_it_is_back() {
            Story story = unknown().leftCompany().profile(Map.of("title", "Director"));
            assertThat(story.score()).isZero();
            assertThat(story.allRules()).doesNotContain("SCO-8");

            story.reinstated().profile(Map.of("title", "CEO"));
            assertThat(ScoreReport.of(story.journal())).hasToString("15 = c-level 15");
        }
    }

    @Nested
    class SCO_9 {
        @ParameterizedTest
        @CsvSource({"true, 5, it was checked", "false, 0, it was checked and is wrong", ", 0, nobody checked it"})
        void an_address_that_was_checked_gives_points(Boolean valid, long points, String why) {
            Story story = unknown().profile(Collections.singletonMap("emailValid", valid));

            assertThat(story.allRules().contains("SCO-9")).as(why).isEqualTo(points > 0);
            assertThat(story.score()).as(why).isEqualTo(points);
        }

        @Test
        void once() {
            Story story = unknown().profile(Map.of("emailValid", true)).profile(Map.of("email", "eve@acme.example"));

            assertThat(story.score()).isEqualTo(5);
            story.profile(Collections.singletonMap("emailValid", null)).profile(Map.of("emailValid", true));
            assertThat(ScoreReport.of(story.journal())).hasToString("5 = valid address 5");
        }

        @Test
        void a_lead_that_is_out_for_good_keeps_them_for_when_it_is_back() {
            Story story = unknown().leftCompany().profile(Map.of("emailValid", true));
            assertThat(story.allRules()).doesNotContain("SCO-9");

            story.reinstated().profile(Map.of("country", "DE"));
            assertThat(ScoreReport.of(story.journal())).hasToString("5 = valid address 5");
        }
    }

    @Nested
    class SCO_10 {
        @Test
        void not_one_that_a_person_qualified() {
            Story story = ADVANCED.at(MONDAY_10)
                    .created("import", NOTHING)
                    .assigned("ana")
                    .moved("MQL");

            assertThat(story.scored(80).fit()).isEqualTo("UNKNOWN");
            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(story.allRules()).doesNotContain("SCO-10");
        }

        @ParameterizedTest
        @CsvSource({"79, false, one below", "80, true, the limit", "81, true, across it"})
        void marketing_ops_looks_a_lead_up_that_is_nearly_there(long score, boolean told, String why) {
            Story story = unknown().then(MONDAY_10).scored(score);

            assertThat(story.allRules().contains("SCO-10")).as(why).isEqualTo(told);
            assertThat(story.toldSinceThen().contains("oli")).as(why).isEqualTo(told);
        }

        @Test
        void once_it_is_there() {
            assertThat(unknown().scored(80).scored(90).allRules()).isEmpty();
        }

        @Test
        void by_its_own_points_as_well() {
            Story story = unknown()
                    .touched("demo request")
                    .then("2026-03-02T11:00:00Z")
                    .touched("demo request");

            assertThat(story.score()).isEqualTo(80);
            assertThat(story.allRules()).containsExactly("MQL-7", "SCO-1", "SCO-10");
        }

        @Test
        void in_nurture_too_and_never_when_the_fit_is_known() {
            assertThat(ADVANCED.at(MONDAY_10)
                            .created("import", NOTHING)
                            .scored(80)
                            .allRules())
                    .containsExactly("SCO-10", "DEC-1");
            assertThat(ADVANCED.stagesWhere("SCO-10", story -> story.scored(80)))
                    .containsExactly("NEW");
        }
    }
}
