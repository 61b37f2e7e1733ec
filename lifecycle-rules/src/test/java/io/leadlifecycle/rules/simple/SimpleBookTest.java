package io.leadlifecycle.rules.simple;

import static io.leadlifecycle.rules.presets.Preset.SIMPLE;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.Outcome;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rules.presets.Story;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the common rules come to where an MQL is accepted and worked without leaving its stage. */
class SimpleBookTest {
    private static final String[] BANT = {"budget", "authority", "need", "timeline"};

    /** Ana's MQL whose four hours, from Monday 10:00 on, end at 14:00. */
    private static Story fourHours() {
        return SIMPLE.at(MONDAY_10).created(ICP).assigned("ana").scored(100).then(MONDAY_10);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T13:59:59.999Z, MET,      just before it is due",
        "2026-03-02T14:00:00Z,     MET,      exactly when it is due",
        "2026-03-02T14:00:00.001Z, BREACHED, a millisecond too late"
    })
    void an_acceptance_stops_its_clock_and_moves_nothing(String at, Verdict verdict, String why) {
        Story story = fourHours().then(at).accepted();

        assertThat(story.outcome().status()).as(why).isEqualTo(Outcome.Status.APPLIED);
        assertThat(story.rules()).as(why).containsExactly("ACC-1");
        assertThat(story.movesSinceThen()).as(why).isEmpty();
        assertThat(story.clock().verdict()).as(why).isEqualTo(verdict);
    }

    @Test
    void a_call_stops_the_clock_and_moves_nothing() {
        Story story = fourHours().called("connected");

        assertThat(story.rules()).containsExactly("ACC-4", "SPD-2");
        assertThat(story.stage()).isEqualTo("MQL");
        assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_meeting_is_journalled_and_moves_nothing() {
        Story story = fourHours().meetingSet().meetingCancelled();

        assertThat(story.rulesSinceThen()).isEmpty();
        assertThat(story.journal()).extracting(entry -> entry.event()).endsWith("MeetingSet", "MeetingCancelled");
        assertThat(story.stage()).isEqualTo("MQL");
    }

    @Test
    void a_discovery_makes_an_mql_sales_qualified_and_answers_the_clock() {
        Story story = fourHours().discovered(BANT);

        assertThat(story.rules()).containsExactly("DIS-1", "SPD-4", "OPP-1");
        assertThat(story.movesSinceThen()).containsExactly("SQL");
        assertThat(story.clock().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_cancelled_discovery_recycles_an_mql_that_was_answered() {
        assertThat(fourHours().accepted().discoveryCancelled().reason()).isEqualTo("discovery cancelled");
        assertThat(fourHours().accepted().discoveryCancelled().stage()).isEqualTo("RECYCLED");
    }

    @ParameterizedTest
    @CsvSource({"false, RUNNING, nobody answered", "true, PAUSED, the lead did, sales did not"})
    void a_cancelled_discovery_leaves_an_mql_that_still_waits_for_its_answer(
            boolean replied, ClockState state, String why) {
        Story story = replied ? fourHours().replied() : fourHours();

        assertThat(story.discoveryCancelled().rules()).as(why).isEmpty();
        assertThat(story.clock().state()).as(why).isEqualTo(state);
    }

    @Test
    void an_accepted_mql_that_asks_for_a_demo_waits_for_an_answer_anew() {
        Story story = fourHours().accepted().touched("demo request");

        assertThat(story.rules()).containsExactly("MQL-1", "MQL-6", "SLA-1", "SLA-4", "SPD-1");
        assertThat(story.clock().number()).isEqualTo(2);
        assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T10:05:00Z");
    }

    @Test
    void a_common_rule_reaches_as_far_as_the_paths_of_the_lifecycle() {
        assertThat(SIMPLE.stagesWhere("INT-1", story -> story.profile(Map.of("email", "eve@test.example"))))
                .containsExactly("NEW", "NURTURE", "MQL", "SQL", "RECYCLED");
        assertThat(SIMPLE.stagesWhere("DSQ-4", story -> story.noContact("ALL")))
                .containsExactly("NEW", "NURTURE", "MQL", "SQL", "RECYCLED");
        assertThat(SIMPLE.stagesWhere("ACC-2", story -> story.rejected("timing")))
                .containsExactly("MQL", "SQL");
        assertThat(SIMPLE.stagesWhere("DIS-1", story -> story.discovered(BANT))).containsExactly("MQL");
        assertThat(SIMPLE.stagesWhere("CLS-1", Story::dealOpened)).containsExactly("MQL", "SQL", "RECYCLED");
    }
}
