package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.OpenLoss;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-disposition.drl: how long a lost lead may stay without a decision. */
class SlaDispositionTest {
    private static final String DISPOSITION = "disposition";

    private static Story openDeal() {
        return Story.in(OpenLoss.in(STANDARD), "2026-03-02T09:00:00Z")
                .created(ICP)
                .assigned("ana")
                .touched("event attended")
                .dealOpened();
    }

    /** Whoever moves a lead there by hand says why, and not yet what is to become of it. */
    private static Story lostAt(String at) {
        return openDeal().then(at).moved("CLOSED_LOST", "other");
    }

    @Nested
    class DSP_1 {
        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:00:00Z, 2026-03-09T10:00:00Z, five days of eight hours are a week",
            "2026-03-02T17:00:00Z, 2026-03-09T17:00:00Z, from closing time on it is the five days after",
            "2026-03-07T12:00:00Z, 2026-03-13T17:00:00Z, from Saturday on it is the week after"
        })
        void a_lost_lead_has_five_business_days(String at, String due, String why) {
            Story story = lostAt(at);

            assertThat(story.rules()).as(why).containsSubsequence("StageChangeRequested", "DSP-1");
            assertThat(story.clock(DISPOSITION).startedAt()).as(why).isEqualTo(at);
            assertThat(story.clock(DISPOSITION).dueAt()).as(why).isEqualTo(due);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-04T13:59:59.999Z, '',                just before the half",
            "2026-03-04T14:00:00Z,     NTC-1,             two and a half days",
            "2026-03-06T10:00:00Z,     NTC-1 NTC-2,       80 % are four days",
            "2026-03-09T09:59:59.999Z, NTC-1 NTC-2,       just before the end"
        })
        void its_time_is_told_like_that_of_every_clock(String at, String rules, String why) {
            Story story = lostAt(MONDAY_10).then(MONDAY_10).waited(at);

            assertThat(String.join(" ", story.rulesSinceThen())).as(why).isEqualTo(rules);
        }

        @Test
        void nobody_decides_so_the_manager_hears_of_it_and_the_lifecycle_decides() {
            Story story = lostAt(MONDAY_10).waited("2026-03-09T09:59:59.999Z").waited("2026-03-09T10:00:00Z");

            assertThat(story.rulesSinceThen()).startsWith("NTC-3", "lifecycle");
            assertThat(story.toldSinceThen()).containsExactly("maria (cc ana) urgently");
            assertThat(story.stage()).isEqualTo("RECYCLED");
            assertThat(story.clock(DISPOSITION).verdict()).isEqualTo(Verdict.BREACHED);
        }

        @ParameterizedTest
        @CsvSource({"timing, RECYCLED", "competitor, DISQUALIFIED"})
        void where_the_reason_decides_it_starts_nothing(String reason, String stage) {
            Story story = STANDARD.standingIn("OPPORTUNITY").dealLost(reason);

            assertThat(story.firedSinceThen()).contains("DSP-1");
            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", stage);
            assertThat(story.lead().clock(DISPOSITION)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"RECYCLE, RECYCLED, CLS-4", "DISQUALIFY, DISQUALIFIED, CLS-5"})
        void where_the_reason_leaves_it_open_who_gives_it_decides(String chosen, String stage, String rule) {
            Story story = openDeal().then(MONDAY_10).dealLost("other", "they were bought by a rival", chosen);

            assertThat(story.rules()).contains(rule);
            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", stage);
            assertThat(story.reason()).isEqualTo("other");
            assertThat(story.lead().clock(DISPOSITION)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({", RECYCLE", "'  ', RECYCLE", "a reason, "})
        void and_has_to_say_why_and_what_is_to_become_of_it(String note, String chosen) {
            Story story = openDeal().dealLost("other", note, chosen);

            assertThat(story.refusal())
                    .contains("the reason \"other\" needs a note and a disposition of [RECYCLE, DISQUALIFY]");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }
    }

    @Nested
    class DSP_2 {
        @ParameterizedTest
        @CsvSource({
            "RECYCLED,     timing,     2026-03-02T10:00:00Z,     for now and at once",
            "RECYCLED,     timing,     2026-03-09T09:59:59.999Z, just before it is due",
            "RECYCLED,     timing,     2026-03-09T10:00:00Z,     exactly when it is due",
            "DISQUALIFIED, competitor, 2026-03-09T10:00:00Z,     for good and exactly when it is due"
        })
        void a_decision_answers_it(String stage, String reason, String at, String why) {
            Story story = lostAt(MONDAY_10).then(at).moved(stage, reason);

            assertThat(story.rules()).as(why).startsWith("DSP-2");
            assertThat(story.stage()).as(why).isEqualTo(stage);
            assertThat(story.clock(DISPOSITION).verdict()).as(why).isEqualTo(Verdict.MET);
            assertThat(story.clock(DISPOSITION).endedAt()).as(why).isEqualTo(at);
        }

        @Test
        void a_millisecond_later_the_lifecycle_has_decided() {
            Story story = lostAt(MONDAY_10).then("2026-03-09T10:00:00.001Z").moved("DISQUALIFIED", "competitor");

            assertThat(story.rules()).doesNotContain("DSP-2");
            assertThat(story.clock(DISPOSITION).verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(story.movesSinceThen()).containsExactly("RECYCLED", "DISQUALIFIED");
        }

        @Test
        void a_deal_that_is_reopened_is_no_decision() {
            Story story = lostAt(MONDAY_10).then("2026-03-04T10:00:00Z").dealReopened();

            assertThat(story.rules()).containsSubsequence("CLS-6");
            assertThat(story.clock(DISPOSITION).verdict()).isEqualTo(Verdict.CANCELLED);
        }

        @Test
        void nor_is_a_move_back_to_the_deal_by_hand() {
            Story story = lostAt(MONDAY_10).then("2026-03-04T10:00:00Z").moved("OPPORTUNITY");

            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
            assertThat(story.rules()).doesNotContain("DSP-2");
            assertThat(story.clock(DISPOSITION).verdict()).isEqualTo(Verdict.CANCELLED);
        }

        @Test
        void a_lead_that_is_not_lost_has_nothing_to_decide() {
            assertThat(STANDARD.stagesWhere("DSP-2", story -> story.moved("RECYCLED", "timing")))
                    .isEmpty();
        }
    }
}
