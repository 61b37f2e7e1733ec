package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of working.drl: when the work on an accepted lead has begun. */
class WorkingTest {
    @Nested
    class WRK_1 {
        @ParameterizedTest
        @CsvSource({
            "connected, WORKING, somebody picked up",
            "no answer, SAL,     nobody did",
            "voicemail, SAL,     a machine did"
        })
        void the_work_begins_when_somebody_picks_up(String outcome, String stage, String why) {
            Story story = STANDARD.standingIn("SAL").called(outcome);

            assertThat(story.rules().contains("WRK-1")).as(why).isEqualTo(stage.equals("WORKING"));
            assertThat(story.stage()).as(why).isEqualTo(stage);
        }

        @Test
        void a_machine_that_gets_through_is_no_conversation() {
            assertThat(STANDARD.standingIn("SAL").mailedByMachine("connected").rules())
                    .isEmpty();
        }

        @Test
        void the_call_that_accepts_does_not_skip_the_acceptance() {
            Story story = STANDARD.standingIn("MQL").called("connected");

            assertThat(story.rules()).containsExactly("ACC-4", "SAL-2", "SPD-2");
            assertThat(story.movesSinceThen()).containsExactly("SAL");
        }

        @Test
        void only_an_accepted_lead() {
            assertThat(STANDARD.stagesWhere("WRK-1", story -> story.called("connected")))
                    .containsExactly("SAL");
        }
    }

    @Nested
    class WRK_2 {
        @Test
        void the_work_begins_when_the_lead_replies() {
            Story story = STANDARD.standingIn("SAL").replied();

            assertThat(story.rules()).containsExactly("PAU-1", "PAU-2", "WRK-2");
            assertThat(story.stage()).isEqualTo("WORKING");
        }

        @Test
        void an_out_of_office_note_is_no_reply() {
            assertThat(STANDARD.standingIn("SAL").autoReplied().rules()).isEmpty();
        }

        @Test
        void only_an_accepted_lead() {
            assertThat(STANDARD.stagesWhere("WRK-2", Story::replied)).containsExactly("SAL");
        }
    }
}
