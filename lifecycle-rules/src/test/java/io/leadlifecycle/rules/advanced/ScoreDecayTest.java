package io.leadlifecycle.rules.advanced;

import static io.leadlifecycle.rules.presets.Preset.ADVANCED;
import static io.leadlifecycle.rules.presets.Story.MISFIT;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.rules.presets.Story;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of score-decay.drl: when points fade. */
class ScoreDecayTest {
    private static final String SUNDAY = "2026-03-08T10:00:00Z";
    private static final String A_WEEK_LATER = "2026-03-09T10:00:00Z";

    /** A lead of unknown fit with the 15 points of a download on Monday at ten. */
    private static Story downloaded() {
        return ADVANCED.at(MONDAY_10).created(NOTHING).touched("content download");
    }

    private static boolean fading(Story story) {
        return story.lead().timer("score decay").isPresent();
    }

    private static String explained(Story story) {
        return ScoreReport.of(story.journal()).toString();
    }

    @Nested
    class DEC_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-09T09:59:59.999Z, 15, a millisecond before a week",
            "2026-03-09T10:00:00Z,     10, a week to the second",
            "2026-03-16T09:59:59.999Z, 10, a millisecond before the second week",
            "2026-03-16T10:00:00Z,     5,  two weeks"
        })
        void a_lead_with_points_has_a_week(String instant, long score, String why) {
            Story story = downloaded().waited(instant);

            assertThat(story.score()).as(why).isEqualTo(score);
        }

        static Stream<Arguments> activities() {
            return Stream.of(
                    Arguments.of("a touch", (UnaryOperator<Story>) story -> story.touched("page visit"), true),
                    Arguments.of("a reply", (UnaryOperator<Story>) Story::replied, true),
                    Arguments.of("a call", (UnaryOperator<Story>) story -> story.called("no answer"), true),
                    Arguments.of(
                            "a mail program", (UnaryOperator<Story>) story -> story.touched("email opened"), false),
                    Arguments.of("an automatic reply", (UnaryOperator<Story>) Story::autoReplied, false),
                    Arguments.of(
                            "a mail of a machine",
                            (UnaryOperator<Story>) story -> story.mailedByMachine("no answer"),
                            false),
                    Arguments.of(
                            "an enrichment",
                            (UnaryOperator<Story>) story -> story.profile(Map.of("country", "DE")),
                            false));
        }

        @ParameterizedTest
        @MethodSource("activities")
        void activity_begins_the_week_anew_and_a_machine_does_not(
                String what, UnaryOperator<Story> activity, boolean anew) {
            Story story = activity.apply(downloaded().then(SUNDAY));
            long before = story.score();

            story.waited(A_WEEK_LATER);
            assertThat(story.score()).as(what).isEqualTo(anew ? before : before - 5);
            story.waited("2026-03-15T10:00:00Z");
            assertThat(story.score()).as(what).isEqualTo(before - 5);
        }

        @Test
        void activity_at_the_very_end_of_the_week_is_in_time() {
            Story story = downloaded().then(A_WEEK_LATER).touched("page visit").waited(A_WEEK_LATER);

            assertThat(story.score()).isEqualTo(16);
        }

        @Test
        void a_lead_without_points_waits_for_nothing() {
            Story story = ADVANCED.at(MONDAY_10).created(NOTHING).touched("email opened");
            assertThat(fading(story)).isFalse();

            assertThat(story.touched("page visit").allRules()).contains("DEC-1");
            assertThat(fading(story)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"NEW", "NURTURE", "MQL", "RECYCLED"})
        void one_that_gets_its_first_points_has_a_week_wherever_it_is_judged_by_them(String stage) {
            Story story = ADVANCED.at(MONDAY_10).imported(stage).then(MONDAY_10);
            assertThat(fading(story)).isFalse();

            story.touched("page visit");
            assertThat(story.stage()).isEqualTo(stage);
            assertThat(story.allRules()).contains("DEC-1");
            assertThat(fading(story)).isTrue();
        }

        @Test
        void week_by_week_until_nothing_is_left_and_then_no_more() {
            Story story = downloaded().waited("2026-03-23T10:00:00Z");
            assertThat(explained(story)).isEqualTo("0 = 1 download 15 - 3 weeks 15");
            assertThat(fading(story)).isFalse();

            int entries = story.journal().size();
            assertThat(story.waited("2026-05-30T10:00:00Z").journal()).hasSize(entries);
        }

        @Test
        void a_lead_that_comes_back_with_points_has_a_week_too() {
            Story story = ADVANCED.standingIn("DISQUALIFIED");
            assertThat(fading(story)).isFalse();

            assertThat(story.reinstated().allRules()).contains("DEC-1");
            assertThat(fading(story)).isTrue();
        }
    }

    @Nested
    class DEC_2 {
        @Test
        void a_week_without_activity_takes_points_and_the_next_begins() {
            Story story = downloaded().waited(A_WEEK_LATER);

            assertThat(story.allRulesSinceThen()).contains("DEC-2", "DEC-1");
            assertThat(explained(story)).isEqualTo("10 = 1 download 15 - 1 week 5");
        }

        @ParameterizedTest
        @CsvSource({
            "4, 0 = 4 page visits 4 - 1 week 4, fewer than a week takes",
            "5, 0 = 5 page visits 5 - 1 week 5, as many",
            "6, 1 = 6 page visits 6 - 1 week 5, one more"
        })
        void never_more_than_there_are(int pages, String explanation, String why) {
            Story story = ADVANCED.at(MONDAY_10).created(NOTHING);
            for (int page = 0; page < pages; page++) {
                story.touched("page visit").then(MONDAY_10.replace("10:00:00", "10:0" + (page + 1) + ":00"));
            }
            story.waited("2026-03-09T10:30:00Z");

            assertThat(explained(story)).as(why).isEqualTo(explanation);
        }

        @Test
        void a_lead_that_nobody_accepts_loses_them_too() {
            Story story = ADVANCED.standingIn("MQL").waited(A_WEEK_LATER);

            assertThat(story.stage()).isEqualTo("MQL");
            assertThat(explained(story)).isEqualTo("35 = 1 event 25 + vp 15 - 1 week 5");
        }

        @Test
        void of_a_recycled_lead_only_what_it_gained_since() {
            Story story = ADVANCED.standingIn("RECYCLED");
            assertThat(fading(story)).isFalse();
            assertThat(explained(story)).isEqualTo("40 = 1 event 25 + vp 15; since it went back 0");

            story.touched("content download").waited("2026-06-01T10:00:00Z");
            assertThat(explained(story))
                    .isEqualTo("40 = 1 event 25 + 1 download 15 + vp 15 - 3 weeks 15;"
                            + " since it went back 0 = 1 download 15 - 3 weeks 15");
        }

        @Test
        void a_threshold_is_crossed_upwards_only_and_again_after_a_fall() {
            Story story =
                    ADVANCED.at(MONDAY_10).created(NOTHING).touched("demo request", "demo request", "email clicked");
            assertThat(story.score()).isEqualTo(85);
            assertThat(story.allRulesSinceThen()).contains("SCO-10");

            story.waited("2026-03-10T10:00:00Z");
            assertThat(story.score()).isEqualTo(80);
            story.waited("2026-03-17T10:00:00Z");
            assertThat(story.score()).isEqualTo(75);
            assertThat(story.allRulesSinceThen()).doesNotContain("SCO-10");

            assertThat(story.touched("email clicked").allRules()).contains("SCO-10");
            assertThat(story.score()).isEqualTo(80);
            assertThat(story.then("2026-03-17T11:00:00Z").touched("page visit").allRules())
                    .doesNotContain("SCO-10");
        }
    }

    @Nested
    class DEC_3 {
        @Test
        void points_fade_where_the_lead_is_judged_by_them() {
            List<String> stages = ADVANCED.stages().stream()
                    .filter(stage -> fading(ADVANCED.standingIn(stage)))
                    .toList();

            assertThat(stages).containsExactly("NURTURE", "MQL");
        }

        @Test
        void not_those_of_a_lead_that_sales_has_accepted() {
            Story story = ADVANCED.standingIn("MQL").accepted();
            assertThat(story.allRules()).contains("DEC-3");

            assertThat(story.waited("2026-03-20T10:00:00Z").score()).isEqualTo(40);
        }

        @Test
        void nor_those_of_a_misfit_that_is_out() {
            Story story = ADVANCED.at(MONDAY_10).created(MISFIT);

            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
            assertThat(story.score()).isEqualTo(15);
            assertThat(fading(story)).isFalse();
        }
    }

    @Nested
    class DEC_4 {
        @ParameterizedTest
        @CsvSource({"1, true, one is left", "0, false, none is left", "-1, false, fewer than none"})
        void a_lead_whose_points_the_host_takes_waits_for_nothing(long score, boolean fading, String why) {
            Story story = downloaded().scored(score);

            assertThat(story.allRules().contains("DEC-4")).as(why).isNotEqualTo(fading);
            assertThat(fading(story)).as(why).isEqualTo(fading);
        }
    }

    @Nested
    class DEC_5 {
        @ParameterizedTest
        @CsvSource({
            "NURTURE, true, it is judged by them",
            "MQL, true, it is judged by them",
            "SAL, false, sales works it",
            "OPPORTUNITY, false, sales works it",
        })
        void points_of_a_merged_lead_fade_where_the_lead_that_goes_on_is_judged_by_them(
                String stage, boolean fading, String why) {
            Story lead = downloaded();
            Story story = lead.mergedInto(ADVANCED.standingIn(stage, lead));

            assertThat(story.allRulesSinceThen().contains("DEC-5")).as(why).isNotEqualTo(fading);
            assertThat(fading(story)).as(why).isEqualTo(fading);
        }
    }
}
