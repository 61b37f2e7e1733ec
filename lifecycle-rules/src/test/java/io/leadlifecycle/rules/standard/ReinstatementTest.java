package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.rules.presets.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A person can bring back whom any rule or person disqualified. */
class ReinstatementTest {
    static List<String> reasons() {
        return STANDARD.book().lifecycle().picklist("disqualification");
    }

    private static Story outFor(String reason) {
        return STANDARD.standingIn("NURTURE").moved("DISQUALIFIED", reason);
    }

    @Test
    void nobody_is_late_for_what_it_asked_for_while_it_was_out() {
        Story story = STANDARD.standingIn("DISQUALIFIED").touched("demo request");

        story.then("2026-03-05T10:00:00Z").reinstated();

        assertThat(story.stage()).isEqualTo("MQL");
        assertThat(story.clock("speed to lead").startedAt()).isEqualTo("2026-03-05T10:00:00Z");
        assertThat(story.waited("2026-03-05T10:02:00Z").toldSinceThen()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void it_works_whatever_the_reason(String reason) {
        Story story = outFor(reason).reinstated();

        assertThat(story.rules()).containsExactly("Reinstated");
        assertThat(story.stage()).isEqualTo("NURTURE");
    }

    @ParameterizedTest
    @CsvSource({"they sold that branch, they sold that branch", "'', asked for by oli", "'  ', asked for by oli"})
    void who_did_it_and_why_stand_in_the_journal(String note, String because) {
        Story story = outFor("competitor").then("2026-03-02T12:00:00Z").reinstated(note);

        assertThat(story.journal()).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("oli");
            assertThat(entry.moves()).extracting(Change.StageMoved::because).containsExactly(because);
            assertThat(entry.toString())
                    .contains(" by oli", "DISQUALIFIED -> NURTURE (manual, in), because " + because);
        });
    }

    @Test
    void it_works_for_who_wanted_no_contact_at_all() {
        Story story = STANDARD.standingIn("NURTURE").noContact("ALL").reinstated();

        assertThat(story.stage()).isEqualTo("NURTURE");
        assertThat(story.lead().contact().allowed()).isEqualTo(Contactable.NO_CONTACT);
    }

    @Test
    void it_works_as_often_as_somebody_does_it() {
        Story story = outFor("competitor").reinstated().moved("DISQUALIFIED", "wrong ICP");
        assertThat(story.stage()).isEqualTo("DISQUALIFIED");

        assertThat(story.reinstated("a second look").stage()).isEqualTo("NURTURE");
        assertThat(story.stamps("NURTURE").entries()).isEqualTo(3);
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
