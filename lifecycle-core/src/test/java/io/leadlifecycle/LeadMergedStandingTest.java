package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.RuleLead;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a lead stands, and who owns it, after another one was merged into it. */
class LeadMergedStandingTest extends MergeScene {
    @ParameterizedTest
    @CsvSource({
        "NEW, MQL, MQL, further along",
        "SQL, MQL, SQL, it was further along itself",
        "MQL, MQL, MQL, the same",
        "WON, OPPORTUNITY, WON, won is further along",
        "RECYCLED, NEW, RECYCLED, it was qualified before",
        "RECYCLED, NURTURE, RECYCLED, it was qualified before",
        "RECYCLED, MQL, MQL, it is qualified now",
        "RECYCLED, DISQUALIFIED, RECYCLED, entered later or not",
        "LOST, NURTURE, LOST, it was qualified before",
        "LOST, MQL, MQL, it is qualified now",
        "LOST, RECYCLED, RECYCLED, entered later",
        "DISQUALIFIED, NEW, NEW, not final",
        "DISQUALIFIED, MQL, MQL, not final",
    })
    void is_the_stage_that_counts_whoever_brings_it(String one, String other, String then, String why) {
        boolean straight = standsThen(one, other, "L-1", "L-2").equals(then);
        boolean crossed = standsThen(other, one, "L-3", "L-4").equals(then);
        assertThat(straight && crossed).as(why).isTrue();
    }

    private String standsThen(String one, String other, String source, String target) {
        place(source, one);
        place(target, other);
        engine.fire(new LeadMerged("m-1", source, at(60), target));
        return lead(target).stage();
    }

    /** In the order of the lifecycle, so that the recycled one is entered after the lost one. */
    private void place(String lead, String stage) {
        switch (stage) {
            case "LOST" -> stands(lead, stage, "timing", 1);
            case "RECYCLED" -> stands(lead, stage, "timing", 2);
            case "DISQUALIFIED" -> stands(lead, stage, "inactive", 4);
            default -> stands(lead, stage, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"L-1, the source brings it", "L-2, the target stays so"})
    void a_final_disqualification_wins_over_an_open_deal(String lost, String why) {
        stands(lost, "DISQUALIFIED", "competitor", 0);
        stands(lost.equals("L-1") ? "L-2" : "L-1", "OPPORTUNITY", 5);
        merge(60);
        assertThat(lead("L-2").journey().finallyDisqualified()).as(why).isTrue();
        assertThat(lead("L-2").journey().reason()).isEqualTo("competitor");
    }

    @ParameterizedTest
    @CsvSource({"L-1", "L-2"})
    void a_do_not_contact_of_either_counts(String quiet) {
        engine.fire(created("L-1"));
        engine.fire(created("L-2"));
        engine.fire(new DoNotContactRequested("d-1", quiet, at(1), "ALL"));
        merge(60);
        assertThat(lead("L-2").contact().allowed()).isEqualTo(Contactable.NO_CONTACT);
    }

    @Test
    void a_stage_taken_over_is_no_move_and_its_limit_counts_from_the_merge() {
        stands("L-1", "SAL", 0);
        engine.fire(created("L-2"));
        JournalEntry absorbed = merge(60).drawn().get(0);
        assertThat(absorbed.moves()).isEmpty();
        assertThat(lead("L-2").timers())
                .filteredOn(timer -> timer.purpose() == Timer.Purpose.LIMIT)
                .singleElement()
                .satisfies(timer -> assertThat(timer.startedAt()).isEqualTo(at(60)));
        assertThat(lead("L-2").timers()).noneMatch(timer -> timer.purpose() == Timer.Purpose.WAIT);
        assertThat(lead("L-2").journey().enteredAt()).isEqualTo(at(0));
        assertThat(JournalJson.write(absorbed))
                .contains("\"event\":\"LeadAbsorbed\"", "\"from\":\"NEW\",\"to\":\"SAL\",\"source\"")
                .contains("\"via\":\"L-1\"", "\"came\":{\"event\":\"LeadMerged\"")
                .doesNotContain("\"moves\"");
    }

    @Test
    void its_owner_comes_with_the_stage_and_the_host_hears_of_it() {
        stands("L-1", "SQL", 0);
        engine.fire(new LeadAssigned("o-1", "L-1", at(1), "bo"));
        stands("L-2", "SAL", 0);
        engine.fire(new LeadAssigned("o-1", "L-2", at(1), "ana"));
        Outcome outcome = merge(60);
        assertThat(lead("L-2").ownership().owner()).isEqualTo("bo");
        assertThat(lead("L-2").ownership().previousOwner()).isEqualTo("ana");
        assertThat(outcome.effects())
                .filteredOn(Effect.Assign.class::isInstance)
                .singleElement()
                .hasToString("assign to bo");
    }

    @Test
    void a_recycled_lead_stays_recycled_and_what_its_duplicate_did_since_is_evaluated_at_once() {
        stands("L-2", "RECYCLED", "timing", 0);
        engine.fire(new LeadCreated("created", "L-1", at(10), "web", Map.of()));
        engine.fire(demo("t-1", "L-1", 20));
        Outcome outcome = merge(60);
        assertThat(lead("L-2").stage()).isEqualTo("RECYCLED");
        assertThat(outcome.drawn().get(0).steps()).map(step -> step.event()).endsWith("LeadEvaluated");
        assertThat(new RuleLead(SampleLifecycle.lifecycle(), lead("L-2"), at(60)).hasDone("demo request"))
                .isTrue();
    }

    @Test
    void a_recycled_lead_is_not_given_to_the_owner_of_its_duplicate_who_is_known_as_the_one_before() {
        stands("L-2", "RECYCLED", "timing", 0);
        engine.fire(new LeadCreated("created", "L-1", at(10), "web", Map.of()));
        engine.fire(new LeadAssigned("o-1", "L-1", at(20), "ana"));
        merge(60);
        assertThat(lead("L-2").ownership().owner()).isNull();
        assertThat(lead("L-2").ownership().previousOwner()).isEqualTo("ana");
    }

    @Test
    void who_is_out_for_good_is_given_to_nobody_and_its_owner_is_told() {
        stands("L-1", "DISQUALIFIED", "competitor", 0);
        engine.fire(new LeadAssigned("o-1", "L-1", at(1), "ana"));
        stands("L-2", "OPPORTUNITY", 0);
        engine.fire(new LeadAssigned("o-1", "L-2", at(1), "bo"));
        Outcome outcome = merge(60);
        assertThat(lead("L-2").journey().finallyDisqualified()).isTrue();
        assertThat(lead("L-2").ownership().owner()).isEqualTo("bo");
        assertThat(outcome.effects())
                .filteredOn(effect -> effect.leadId().equals("L-2"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Tell.class, tell -> assertThat(tell.to()).containsExactly("bo"));
    }

    @Test
    void who_is_out_for_good_already_gets_no_owner_either() {
        stands("L-1", "MQL", 0);
        engine.fire(new LeadAssigned("o-1", "L-1", at(1), "ana"));
        stands("L-2", "DISQUALIFIED", "competitor", 0);
        Outcome outcome = merge(60);
        assertThat(lead("L-2").ownership().owner()).isNull();
        assertThat(outcome.effects())
                .filteredOn(effect -> effect.leadId().equals("L-2"))
                .isEmpty();
    }

    @Test
    void an_owner_that_is_not_known_is_taken_from_the_other_lead() {
        stands("L-1", "SAL", 0);
        engine.fire(new LeadAssigned("o-1", "L-1", at(1), "bo"));
        stands("L-2", "SQL", 0);
        merge(60);
        assertThat(lead("L-2").ownership().owner()).isEqualTo("bo");
    }
}
