package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person can bring back whom any rule or person disqualified. */
class ReinstatementTest {
    static List<String> reasons() {
        return STANDARD.book().lifecycle().picklist("disqualification");
    }

    private static Story outFor(String reason) {
        return STANDARD.standingIn("NURTURE").moved("DISQUALIFIED", reason);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void it_works_whatever_the_reason(String reason) {
        Story story = outFor(reason).reinstated();

        assertThat(story.rules()).containsExactly("Reinstated");
        assertThat(story.stage()).isEqualTo("NURTURE");
    }

    @Test
    void who_is_not_disqualified_cannot_be_reinstated() {
        Story story = STANDARD.standingIn("MQL").reinstated();

        assertThat(story.refusal()).contains("stands in MQL", "only a disqualified lead is reinstated");
    }

    @Test
    void what_a_lead_did_while_it_was_out_counts_when_it_is_back() {
        Story story = outFor("competitor").touched("demo request").reinstated();

        assertThat(story.rules()).containsExactly("Reinstated", "MQL-1", "SLA-1", "SLA-4", "SPD-1");
        assertThat(story.stage()).isEqualTo("MQL");
    }
}
