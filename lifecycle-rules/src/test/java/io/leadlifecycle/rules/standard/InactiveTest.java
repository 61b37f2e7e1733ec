package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.presets.EditedPreset;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of inactive.drl: leads that fell silent before they qualified. Each was created on 2 March at nine. */
class InactiveTest {
    private static final String DUE = "2026-05-31T09:00:00Z";

    private static Instant due(Story story) {
        return story.lead().timer("inactive").orElseThrow().dueAt();
    }

    private static Story onTheLastDay(UnaryOperator<Story> happening) {
        return happening.apply(STANDARD.standingIn("NURTURE").then("2026-05-30T09:00:00Z"));
    }

    @Nested
    class INA_1 {
        @Test
        void a_lead_waits_ninety_days_of_the_calendar() {
            assertThat(due(STANDARD.standingIn("NURTURE"))).isEqualTo(DUE);
            assertThat(due(STANDARD.standingIn("NEW"))).isEqualTo(DUE);
        }

        @Test
        void in_nurture_anew() {
            Story story = STANDARD.standingIn("NEW").waited("2026-03-02T17:00:00Z");
            assertThat(story.stage()).isEqualTo("NURTURE");
            assertThat(due(story)).isEqualTo("2026-05-31T17:00:00Z");
        }

        @Test
        void every_sign_of_life_starts_the_wait_anew() {
            String then = "2026-08-28T09:00:00Z";
            assertThat(due(onTheLastDay(story -> story.touched("page visit")))).isEqualTo(then);
            assertThat(due(onTheLastDay(Story::replied))).isEqualTo(then);
            assertThat(due(onTheLastDay(story -> story.called("no answer")))).isEqualTo(then);
        }

        @Test
        void what_machines_do_does_not() {
            assertThat(due(onTheLastDay(story -> story.touched("email opened"))))
                    .isEqualTo(DUE);
            assertThat(due(onTheLastDay(Story::autoReplied))).isEqualTo(DUE);
            assertThat(due(onTheLastDay(story -> story.mailedByMachine("no answer"))))
                    .isEqualTo(DUE);
        }

        @Test
        void nor_what_is_learnt_of_it_nor_a_new_owner() {
            assertThat(due(onTheLastDay(
                            story -> story.profile(Map.of("country", "DE")).assigned("ben"))))
                    .isEqualTo(DUE);
        }

        @Test
        void only_where_it_is_not_qualified_yet() {
            assertThat(STANDARD.stages().stream()
                            .filter(stage -> STANDARD.standingIn(stage)
                                    .lead()
                                    .timer("inactive")
                                    .isPresent()))
                    .containsExactly("NEW", "NURTURE");
        }
    }

    @Nested
    class INA_2 {
        @Test
        void just_before_the_limit_it_stays() {
            assertThat(STANDARD.standingIn("NURTURE")
                            .waited("2026-05-31T08:59:59.999Z")
                            .stage())
                    .isEqualTo("NURTURE");
        }

        @ParameterizedTest
        @EnumSource
        void exactly_at_the_limit_it_is_disqualified_and_not_for_ever(Preset preset) {
            Story story = preset.standingIn("NURTURE").waited(DUE);
            assertThat(story.allRulesSinceThen()).contains("INA-2");
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
            assertThat(story.reason()).isEqualTo("inactive");
            assertThat(story.lead().journey().finallyDisqualified()).isFalse();
        }

        @Test
        void strong_new_interest_brings_it_back_and_it_waits_anew() {
            Story story = STANDARD.standingIn("NURTURE")
                    .waited(DUE)
                    .then("2026-07-01T09:00:00Z")
                    .touched("pricing page visit");
            assertThat(story.stage()).isEqualTo("NURTURE");
            assertThat(due(story)).isEqualTo("2026-09-29T09:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({"MQL", "RECYCLED", "OPPORTUNITY"})
        void nobody_else_is(String stage) {
            assertThat(STANDARD.standingIn(stage).waited("2027-03-01T00:00:00Z").firedSinceThen())
                    .doesNotContain("INA-2");
        }
    }

    @Nested
    class Imported_leads {
        private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

        private static Lead imported(DroolsRuleBook book, Instant until) {
            LifecycleEngine engine =
                    LifecycleEngine.builder(book).directory(Preset.PEOPLE).build();
            engine.fire(new LeadImported("i-1", "L-1", AT, "NURTURE", Map.of()));
            engine.advanceTo(until);
            return engine.lead("L-1").orElseThrow();
        }

        @Test
        void wait_from_their_import_on() {
            Instant due = Instant.parse(DUE);
            assertThat(imported(STANDARD.book(), due.minusMillis(1)).stage()).isEqualTo("NURTURE");
            assertThat(imported(STANDARD.book(), due).journey().reason()).isEqualTo("inactive");
        }

        @Test
        void stay_for_ever_in_a_book_that_leaves_the_file_out() {
            try (DroolsRuleBook book = EditedPreset.by(new EditedPreset.Edit("  - ../common/inactive.drl", "  #"))) {
                assertThat(imported(book, Instant.parse("2029-01-01T00:00:00Z")).stage())
                        .isEqualTo("NURTURE");
            }
        }
    }
}
