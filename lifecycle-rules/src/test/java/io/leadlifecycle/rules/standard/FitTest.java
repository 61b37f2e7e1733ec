package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of fit.drl: when a lead matches the ideal customer profile. */
class FitTest {
    private static Story with(String field, Object value) {
        Map<String, Object> profile = new HashMap<>(ICP);
        profile.put(field, value);
        return STANDARD.at(MONDAY_10).created(profile);
    }

    private static Story without(String field) {
        return STANDARD.at(MONDAY_10).created(less(field));
    }

    private static Map<String, Object> less(String field) {
        Map<String, Object> profile = new HashMap<>(ICP);
        profile.remove(field);
        return profile;
    }

    @Test
    void a_lead_that_meets_all_three_is_icp() {
        Story story = STANDARD.at(MONDAY_10).created(ICP);

        assertThat(story.rules()).containsExactly("FIT-1", "FIT-2", "FIT-3", "lifecycle");
        assertThat(story.fit()).isEqualTo("ICP");
    }

    @ParameterizedTest
    @CsvSource({"industry,  target industry", "employees, company size", "title,     seniority"})
    void a_missing_value_makes_the_fit_unknown_and_no_misfit(String field, String requirement) {
        Story story = without(field);

        assertThat(story.fit()).isEqualTo("UNKNOWN");
        assertThat(story.lead().qualification().met()).hasSize(2).doesNotContain(requirement);
        assertThat(story.stage()).isEqualTo("NEW");
    }

    @Test
    void one_known_misfit_is_enough_whatever_else_is_missing() {
        Story story = STANDARD.at(MONDAY_10).created(Map.of("employees", 49));

        assertThat(story.fit()).isEqualTo("NOT_ICP");
        assertThat(story.lead().qualification().missing()).containsExactly("industry", "seniority");
    }

    @Test
    void an_untouched_lead_is_told_from_a_misfit() {
        assertThat(STANDARD.at(MONDAY_10).created(NOTHING).fit()).isEqualTo("UNKNOWN");
    }

    @Nested
    class FIT_1 {
        @ParameterizedTest
        @CsvSource({
            "software,              ICP,     a target",
            "financial services,    ICP,     a target",
            "healthcare,            ICP,     a target",
            "manufacturing,         ICP,     a target",
            "professional services, ICP,     a target",
            "retail,                NOT_ICP, no target",
            "soft,                  NOT_ICP, a part of the word is not the word"
        })
        void the_industry_is_one_of_the_targets(String industry, String fit, String why) {
            Story story = with("industry", industry);

            assertThat(story.fit()).as(why).isEqualTo(fit);
            assertThat(story.rules().contains("FIT-1")).as(why).isEqualTo(fit.equals("ICP"));
        }
    }

    @Nested
    class FIT_2 {
        @ParameterizedTest
        @CsvSource({
            "0,    NOT_ICP, a company of nobody",
            "49,   NOT_ICP, one below",
            "50,   ICP,     the smallest",
            "51,   ICP,     one above",
            "4999, ICP,     one below the largest",
            "5000, ICP,     the largest",
            "5001, NOT_ICP, one above"
        })
        void both_ends_of_50_to_5000_employees_belong_to_it(int employees, String fit, String why) {
            Story story = with("employees", employees);

            assertThat(story.fit()).as(why).isEqualTo(fit);
            assertThat(story.rules().contains("FIT-2")).as(why).isEqualTo(fit.equals("ICP"));
        }
    }

    @Nested
    class FIT_3 {
        @ParameterizedTest
        @CsvSource({
            "Marketing Manager,     NOT_ICP, a manager is below",
            "Director of Sales,     ICP,     a director is just enough",
            "Head of Growth,        ICP,     as good as a director",
            "VP Sales,              ICP,     above",
            "Chief Revenue Officer, ICP,     the top",
            "Founder,               ICP,     the top",
            "Accountant,            UNKNOWN, the title does not say"
        })
        void the_title_says_a_director_or_above(String title, String fit, String why) {
            Story story = with("title", title);

            assertThat(story.fit()).as(why).isEqualTo(fit);
            assertThat(story.rules().contains("FIT-3")).as(why).isEqualTo(fit.equals("ICP"));
        }

        @ParameterizedTest
        @CsvSource({
            "staff,    NOT_ICP, the lowest",
            "manager,  NOT_ICP, one below",
            "director, ICP,     the limit",
            "vp,       ICP,     one above",
            "c-level,  ICP,     the highest"
        })
        void a_seniority_that_is_given_beats_the_title(String seniority, String fit, String why) {
            assertThat(with("seniority", seniority).fit()).as(why).isEqualTo(fit);
        }
    }

    @Nested
    class FIT_4 {
        private final Story incomplete =
                STANDARD.at(MONDAY_10).created(less("employees")).waited("2026-03-03T10:00:00Z");

        @Test
        void after_a_business_day_a_lead_without_a_size_is_incomplete() {
            assertThat(incomplete.stage()).isEqualTo("NURTURE");
            assertThat(incomplete.flagged("incomplete data")).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"50, FIT-1 FIT-2 FIT-3 FIT-4, it fits", "49, FIT-1 FIT-3 FIT-4 DSQ-1, it does not fit"})
        void a_known_fit_ends_the_search(int employees, String rules, String why) {
            incomplete.profile(Map.of("employees", employees));

            assertThat(incomplete.rules()).as(why).containsExactly(rules.split(" "));
            assertThat(incomplete.flagged("incomplete data")).as(why).isFalse();
        }

        @Test
        void other_news_does_not() {
            incomplete.profile(Map.of("country", "DE")).touched("demo request");

            assertThat(incomplete.rulesSinceThen()).doesNotContain("FIT-4");
            assertThat(incomplete.flagged("incomplete data")).isTrue();
        }
    }
}
