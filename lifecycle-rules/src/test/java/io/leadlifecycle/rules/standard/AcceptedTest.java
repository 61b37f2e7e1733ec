package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of accepted.drl: when an MQL becomes sales accepted. */
class AcceptedTest {
    @Nested
    class SAL_1 {
        @Test
        void sales_accepts_an_mql() {
            Story story = STANDARD.standingIn("MQL").accepted();

            assertThat(story.rules()).containsExactly("ACC-1", "SAL-1", "FST-1");
            assertThat(story.stage()).isEqualTo("SAL");
        }

        @Test
        void only_an_mql_can_be_accepted() {
            assertThat(STANDARD.stagesWhere("SAL-1", Story::accepted)).containsExactly("MQL");
        }
    }

    @Nested
    class SAL_2 {
        @ParameterizedTest
        @CsvSource({"connected", "no answer", "voicemail"})
        void who_calls_has_accepted_whether_or_not_somebody_picked_up(String outcome) {
            Story story = STANDARD.standingIn("MQL").called(outcome);

            assertThat(story.rules()).containsExactly("ACC-4", "SAL-2", "SPD-2");
            assertThat(story.stage()).isEqualTo("SAL");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void a_machine_accepts_nothing() {
            Story story = STANDARD.standingIn("MQL").mailedByMachine("no answer");

            assertThat(story.rules()).isEmpty();
            assertThat(story.clock().isOpen()).isTrue();
        }

        @Test
        void only_an_mql_can_be_accepted() {
            assertThat(STANDARD.stagesWhere("SAL-2", story -> story.called("no answer")))
                    .containsExactly("MQL");
        }
    }
}
