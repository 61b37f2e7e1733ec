package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-opportunity.drl: how long a sales qualified lead may stay without a deal. */
class SlaOpportunityTest {
    private static final String OPPORTUNITY = "opportunity";

    private static Story sqlAt(String at) {
        return STANDARD.at("2026-03-02T09:00:00Z")
                .created(ICP)
                .assigned("ana")
                .touched("event attended")
                .called("connected")
                .then(at)
                .discovered("budget", "authority", "need", "timeline");
    }

    @Nested
    class OPP_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-04T10:00:00Z, two days of eight hours",
            "2026-03-02T17:00:00Z, 2026-03-04T17:00:00Z, from closing time on it is the two days after",
            "2026-03-05T11:00:00Z, 2026-03-09T11:00:00Z, over the weekend",
            "2026-03-07T12:00:00Z, 2026-03-10T17:00:00Z, from Saturday on it is Monday and Tuesday"
        })
        void a_sales_qualified_lead_has_two_business_days(String at, String due, String why) {
            Story story = sqlAt(at);

            assertThat(story.rules()).as(why).containsSubsequence("DIS-1", "OPP-1");
            assertThat(story.clock(OPPORTUNITY).startedAt()).as(why).isEqualTo(at);
            assertThat(story.clock(OPPORTUNITY).dueAt()).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-03T09:59:59.999Z, '',                just before the half",
            "2026-03-03T10:00:00Z,     NTC-1,             one day",
            "2026-03-03T14:48:00Z,     NTC-1 NTC-2,       80 % are twelve hours and 48 minutes",
            "2026-03-04T10:00:00Z,     NTC-1 NTC-2 NTC-3, the end",
            "2026-03-27T10:00:00Z,     NTC-1 NTC-2 NTC-3, and no ladder after it"
        })
        void its_time_is_told_like_that_of_every_clock(String at, String rules, String why) {
            Story story = sqlAt(MONDAY_10).then(MONDAY_10).waited(at);

            assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
        }

        @Test
        void a_deal_that_goes_back_has_two_days_again() {
            Story story =
                    sqlAt(MONDAY_10).dealOpened().then("2026-03-03T10:00:00Z").moved("SQL");

            assertThat(story.rules()).contains("OPP-1");
            assertThat(story.clock(OPPORTUNITY).number()).isEqualTo(2);
            assertThat(story.clock(OPPORTUNITY).dueAt()).isEqualTo("2026-03-05T10:00:00Z");
        }

        @Test
        void only_an_sql_has_one() {
            assertThat(STANDARD.stagesWhere(
                            "OPP-1", story -> story.discovered("budget", "authority", "need", "timeline")))
                    .containsExactly("MQL", "SAL", "WORKING");
        }
    }

    @Nested
    class OPP_2 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-04T09:59:59.999Z, MET,      just before it is due",
            "2026-03-04T10:00:00Z,     MET,      exactly when it is due",
            "2026-03-04T10:00:00.001Z, BREACHED, a millisecond too late"
        })
        void a_deal_answers_it(String at, Verdict verdict, String why) {
            Story story = sqlAt(MONDAY_10).then(at).dealOpened();

            assertThat(story.rules()).as(why).containsSubsequence("CLS-1", "OPP-2");
            assertThat(story.clock(OPPORTUNITY).verdict()).as(why).isEqualTo(verdict);
            assertThat(story.waited("2026-03-31T10:00:00Z").firedSinceThen())
                    .as(why)
                    .doesNotContain("NTC-1", "NTC-2");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-03T12:00:00Z, CANCELLED, nobody can open a deal for it any more",
            "2026-03-04T10:00:00Z, BREACHED,  it was due by then",
            "2026-03-04T12:00:00Z, BREACHED,  a breach stays one"
        })
        void a_lead_that_is_given_back_answers_nothing(String at, Verdict verdict, String why) {
            Story story = sqlAt(MONDAY_10).then(at).rejected("timing");

            assertThat(story.rules()).as(why).startsWith("ACC-2").doesNotContain("OPP-2");
            assertThat(story.clock(OPPORTUNITY).verdict()).as(why).isEqualTo(verdict);
        }

        @Test
        void only_in_sql() {
            assertThat(STANDARD.stagesWhere("OPP-2", Story::dealOpened)).containsExactly("SQL");
        }
    }
}
