package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadMerged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which leads cannot become one, and how that is said. */
class LeadMergedRefusalsTest extends MergeScene {
    private void refused(LeadMerged event, String why) {
        Map<String, Integer> before = sizes();
        Outcome outcome = engine.fire(event);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(outcome.why())
                .isEqualTo("LeadMerged \"" + event.id() + "\" for lead " + event.leadId() + ": " + why);
        before.merge(event.leadId(), 1, Integer::sum);
        assertThat(sizes()).isEqualTo(before);
        assertThat(engine.fire(event).status()).isEqualTo(Outcome.Status.REPEATED);
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        scene.store
                .leads()
                .forEach(lead -> sizes.put(lead.id(), engine.journal(lead.id()).size()));
        return sizes;
    }

    @Test
    void a_lead_into_itself_or_one_that_nobody_created() {
        engine.fire(created("L-1"));
        refused(new LeadMerged("m-1", "L-1", at(1), "L-1"), "it cannot be merged into itself, L-1");
        refused(new LeadMerged("m-2", "L-1", at(1), "L-9"), "nobody created the lead L-9 to merge it into");
        refused(new LeadMerged("m-3", "L-1", at(1), " "), "the lead to merge it into is missing");
    }

    @Test
    void an_unknown_lead_goes_to_the_strays() {
        engine.fire(created("L-2"));
        assertThat(merge(1).status()).isEqualTo(Outcome.Status.UNKNOWN_LEAD);
        assertThat(engine.strays()).hasSize(1);
    }

    @Test
    void a_circle_and_a_second_merge() {
        for (String lead : List.of("L-1", "L-2", "L-3")) {
            engine.fire(created(lead));
        }
        merge(1);
        refused(
                new LeadMerged("m-2", "L-2", at(2), "L-1"),
                "it cannot be merged into L-1, which was itself merged into L-2");
        refused(
                new LeadMerged("m-2", "L-1", at(2), "L-3"),
                "it was merged into L-2 already and cannot be merged into L-3. Maybe merge L-2?");
    }

    @Test
    void a_merge_that_was_told_before() {
        for (String lead : List.of("L-1", "L-2", "L-3", "L-4")) {
            engine.fire(created(lead));
        }
        merge(1);
        refused(new LeadMerged("m-2", "L-1", at(2), "L-2"), "it was merged into L-2 already");
        engine.fire(new LeadMerged("m-1", "L-2", at(3), "L-3"));
        refused(new LeadMerged("m-3", "L-1", at(4), "L-2"), "it was merged into L-2 already, which is L-3 now");
        refused(new LeadMerged("m-4", "L-1", at(4), "L-3"), "it was merged into L-2 already, which is L-3 now");
        refused(
                new LeadMerged("m-5", "L-1", at(4), "L-4"),
                "it was merged into L-2 already, which is L-3 now, and cannot be merged into L-4. Maybe merge L-3?");
        refused(new LeadMerged("m-6", "L-1", at(4), ""), "the lead to merge it into is missing");
    }

    @Test
    void a_lead_that_was_merged_passes_it_on() {
        for (String lead : List.of("L-1", "L-2", "L-3")) {
            engine.fire(created(lead));
        }
        merge(1);
        engine.fire(new LeadMerged("m-1", "L-3", at(2), "L-1"));
        assertThat(lead("L-3").mergedInto()).contains("L-2");
        assertThat(after("L-2", 2))
                .singleElement()
                .satisfies(entry -> assertThat(entry.via()).isEqualTo("L-3"));
    }
}
