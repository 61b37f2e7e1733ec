package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A lead is never enrolled in a sequence that it was in before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrollmentTest {
    private final Scene scene = new Scene();

    private static BiConsumer<LeadEvent, RuleLead> onEveryTouch(Consumer<RuleLead> rule) {
        return (event, lead) -> {
            if (event instanceof Touchpoint) {
                lead.underRule("E-1 Enrol", () -> rule.accept(lead));
            }
        };
    }

    private LifecycleEngine touched(int times, BiConsumer<LeadEvent, RuleLead> rules) {
        LifecycleEngine engine = scene.engine(rules);
        engine.fire(created("L-1"));
        for (int i = 1; i <= times; i++) {
            engine.fire(demo("e-" + i, "L-1", i));
        }
        return engine;
    }

    private List<String> enrolled() {
        return scene.effects("L-1", Effect.Enroll.class).stream()
                .map(Effect.Enroll::sequence)
                .toList();
    }

    private Stream<RuleRecord> records(Ruling ruling) {
        return scene.store.journal("L-1").stream()
                .flatMap(stored -> stored.entry().steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(record -> record.ruling() == ruling);
    }

    @Test
    void of_several_the_first_it_was_not_in_is_taken_and_at_last_none() {
        touched(3, onEveryTouch(lead -> lead.enrollIn("check-in").or("newsletter")));

        assertThat(enrolled()).containsExactly("check-in", "newsletter");
        assertThat(scene.store.lead("L-1").orElseThrow().sequences()).containsExactly("check-in", "newsletter");
        assertThat(records(Ruling.REFUSED))
                .extracting(RuleRecord::why)
                .containsExactly("the lead was in every one of [check-in, newsletter] before");
    }

    @Test
    void without_another_one_it_is_refused_the_second_time() {
        touched(2, onEveryTouch(lead -> lead.enrollIn("check-in")));

        assertThat(enrolled()).containsExactly("check-in");
        assertThat(records(Ruling.REFUSED)).hasSize(1);
    }

    @Test
    void two_rules_of_one_event_take_two_sequences() {
        touched(1, (event, lead) -> {
            if (event instanceof Touchpoint) {
                lead.underRule("E-1 Enrol", () -> lead.enrollIn("check-in").or("newsletter"));
                lead.underRule("E-2 Enrol too", () -> lead.enrollIn("check-in").or("newsletter"));
            }
        });

        assertThat(enrolled()).containsExactly("check-in", "newsletter");
    }

    @Test
    void an_unknown_one_is_refused_wherever_it_stands_though_another_would_do() {
        touched(1, onEveryTouch(lead -> lead.enrollIn("check-in").or("news")));

        assertThat(enrolled()).isEmpty();
        assertThat(records(Ruling.REFUSED))
                .singleElement()
                .extracting(RuleRecord::why)
                .asString()
                .contains("\"news\"", "[check-in, newsletter]");
    }

    @Test
    void who_wants_no_marketing_is_in_none_and_keeps_them_all() {
        LifecycleEngine engine = touched(0, onEveryTouch(lead -> lead.enrollIn("check-in")));
        engine.fire(new DoNotContactRequested("d-1", "L-1", at(1), "MARKETING"));
        engine.fire(demo("e-1", "L-1", 2));

        assertThat(enrolled()).isEmpty();
        assertThat(scene.store.lead("L-1").orElseThrow().sequences()).isEmpty();
    }

    @Test
    void a_lead_that_leaves_the_stage_as_it_enters_it_is_not_enrolled_there() {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            if (event instanceof StageEntered entered && entered.stage().equals("RECYCLED")) {
                lead.underRule("E-1 Enrol", () -> lead.enrollIn("check-in"));
                lead.underRule("E-2 Out", () -> lead.disqualify("inactive").because("it was recycled too often"));
            }
        });
        engine.fire(created("L-1"));
        engine.fire(new StageChangeRequested("e-1", "L-1", at(1), "MQL"));
        engine.fire(new StageChangeRequested("e-2", "L-1", at(2), "RECYCLED", "timing", null, "ana"));

        assertThat(scene.store.lead("L-1").orElseThrow().stage()).isEqualTo("DISQUALIFIED");
        assertThat(enrolled()).isEmpty();
        assertThat(records(Ruling.PASSED_THROUGH))
                .singleElement()
                .extracting(RuleRecord::proposals)
                .isEqualTo(List.of(new Proposal.EnrollIn(List.of("check-in"))));
    }
}
