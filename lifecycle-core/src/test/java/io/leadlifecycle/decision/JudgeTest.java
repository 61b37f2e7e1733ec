package io.leadlifecycle.decision;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Fit;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.Because;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariant 7, letter by letter. */
class JudgeTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static LifecycleEngine engine(Lifecycle lifecycle, BiConsumer<LeadEvent, RuleLead> rules) {
        return LifecycleEngine.builder(new LambdaRuleBook(lifecycle, "1", rules))
                .directory(SampleLifecycle.PEOPLE)
                .build();
    }

    /** A lead in NURTURE that is touched; the rules see the touch. */
    private static Outcome touched(BiConsumer<Touchpoint, RuleLead> rules) {
        return inNurture(rules).fire(new Touchpoint("e-1", "L-1", AT.plusSeconds(60), "demo request"));
    }

    private static LifecycleEngine inNurture(BiConsumer<Touchpoint, RuleLead> rules) {
        LifecycleEngine engine = engine(SampleLifecycle.lifecycle(), (event, lead) -> {
            if (event instanceof Touchpoint touch) {
                rules.accept(touch, lead);
            }
        });
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of("industry", "farming", "employees", 1)));
        assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo("NURTURE");
        return engine;
    }

    private static List<RuleRecord> rules(Outcome outcome) {
        JournalEntry entry = outcome.entry();
        return entry.steps().get(0).rules();
    }

    private static Ruling ruling(Outcome outcome, String rule) {
        return rules(outcome).stream()
                .filter(record -> record.rule().equals(rule))
                .map(RuleRecord::ruling)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_illegal_move_is_refused_and_does_not_compete() {
        Outcome outcome = touched((touch, lead) -> {
            lead.underRule("A-1 Too far", () -> lead.moveTo("WON").because("wishful"));
            lead.underRule("B-1 Fits", () -> lead.qualifyAs("demo").because("demo"));
        });
        assertThat(outcome.movedTo()).contains("MQL");
        assertThat(ruling(outcome, "A-1 Too far")).isEqualTo(Ruling.REFUSED);
        assertThat(rules(outcome).get(0).why())
                .startsWith("no AUTOMATIC path leads from NURTURE to WON; allowed from NURTURE are");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIMBO   |          | because | the stage "LIMBO" is not one of
            ''      |          | because | the stage "" is not one of
                    |          | because | the stage is missing
            MQL     |          |         | a move needs its "because"
            MQL     |          | ' '     | a move needs its "because"
            NURTURE |          | because | the lead stands in NURTURE already
            DISQUALIFIED |     | because | needs a reason of its picklist, none is given
            DISQUALIFIED | timing | because | "timing" is not one
            """)
    void a_move_that_cannot_be_is_refused_with_its_reason(String stage, String reason, String because, String why) {
        Outcome outcome = touched((touch, lead) -> lead.underRule("A-1 Odd", () -> {
            Because move = lead.moveTo(stage, reason);
            if (because != null) {
                move.because(because);
            }
        }));
        assertThat(outcome.movedTo()).isEmpty();
        assertThat(rules(outcome))
                .singleElement()
                .satisfies(record -> assertThat(record.why()).contains(why));
    }

    @Test
    void a_person_beats_the_rules_but_not_a_disqualification() {
        BiConsumer<LeadEvent, RuleLead> recycles = (event, lead) -> {
            if (event instanceof StageChangeRequested) {
                lead.underRule("R-1 Recycle", () -> lead.recycle("timing").because("not now"));
            }
        };
        BiConsumer<LeadEvent, RuleLead> disqualifies = (event, lead) -> {
            if (event instanceof StageChangeRequested) {
                lead.underRule("D-1 Out", () -> lead.disqualify("competitor").because("one of them"));
            }
        };
        LeadEvent wish = new StageChangeRequested("e-1", "L-1", AT.plusSeconds(60), "MQL");
        LifecycleEngine mild = engine(SampleLifecycle.lifecycle(), recycles);
        mild.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
        assertThat(mild.fire(wish).movedTo()).contains("MQL");
        LifecycleEngine strict = engine(SampleLifecycle.lifecycle(), disqualifies);
        strict.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
        Outcome outcome = strict.fire(wish);
        assertThat(outcome.movedTo()).contains("DISQUALIFIED");
        assertThat(ruling(outcome, "StageChangeRequested")).isEqualTo(Ruling.OVERRULED);
    }

    @Test
    void disqualify_beats_recycle_beats_the_stage_furthest_along() {
        LifecycleEngine engine = engine(SampleLifecycle.lifecycle(), (event, lead) -> {
            if (event instanceof Touchpoint touch) {
                lead.underRule("A-1 On", () -> lead.moveTo("SAL").because("on"));
                if (touch.content() != null) {
                    lead.underRule("B-1 Back", () -> lead.recycle("timing").because("back"));
                }
                if (touch.detail() != null) {
                    lead.underRule("C-1 Out", () -> lead.disqualify("inactive").because("out"));
                }
            }
        });
        for (String id : List.of("L-1", "L-2", "L-3")) {
            engine.fire(new LeadCreated("created", id, AT, "web", Map.of()));
            engine.fire(new StageChangeRequested("e-1", id, AT, "MQL"));
        }
        Instant later = AT.plusSeconds(60);
        assertThat(engine.fire(new Touchpoint("t", "L-1", later, "demo request"))
                        .movedTo())
                .contains("SAL");
        assertThat(engine.fire(new Touchpoint("t", "L-2", later, "demo request", null, null, "c", null, null))
                        .movedTo())
                .contains("RECYCLED");
        assertThat(engine.fire(new Touchpoint("t", "L-3", later, "demo request", null, null, "c", "d", null))
                        .movedTo())
                .contains("DISQUALIFIED");
    }

    @Test
    void of_several_types_the_most_urgent_counts_and_the_rules_agree() {
        Outcome outcome = touched((touch, lead) -> {
            lead.underRule("A-1 Content", () -> lead.qualifyAs("content").because("content"));
            lead.underRule("B-1 Demo", () -> lead.qualifyAs("demo").because("demo"));
        });
        assertThat(outcome.entry().applyTo(null).qualification().type()).isEqualTo("demo");
        assertThat(rules(outcome)).extracting(RuleRecord::ruling).containsOnly(Ruling.APPLIED);
    }

    @Test
    void of_several_reasons_the_first_in_the_picklist_counts() {
        Outcome outcome = touched((touch, lead) -> {
            lead.underRule("A-1 Inactive", () -> lead.disqualify("inactive").because("silent"));
            lead.underRule("B-1 Competitor", () -> lead.disqualify("competitor").because("a competitor"));
        });
        assertThat(outcome.entry().moves()).singleElement().satisfies(move -> {
            assertThat(move.reason()).isEqualTo("competitor");
            assertThat(move.rule()).isEqualTo("B-1 Competitor");
            assertThat(move.because()).isEqualTo("a competitor");
        });
    }

    @Test
    void a_rule_is_whole_and_what_was_overruled_does_nothing() {
        Outcome outcome = touched((touch, lead) -> {
            lead.underRule("A-1 Qualify", () -> {
                lead.qualifyAs("demo").because("demo");
                lead.raiseFlag("hot");
            });
            lead.underRule("B-1 Out", () -> {
                lead.disqualify("inactive").because("silent");
                lead.raiseFlag("cold");
            });
            lead.underRule("C-1 Odd", () -> {
                lead.assignTo(RuleWords.person("nobody"));
                lead.raiseFlag("odd");
            });
        });
        assertThat(outcome.entry().applyTo(null).flags()).containsExactly("cold");
        assertThat(ruling(outcome, "A-1 Qualify")).isEqualTo(Ruling.OVERRULED);
        assertThat(ruling(outcome, "C-1 Odd")).isEqualTo(Ruling.REFUSED);
    }

    @Test
    void an_overruled_rule_meets_no_requirement() {
        LifecycleEngine engine = engine(SampleLifecycle.lifecycle(), (event, lead) -> {
            if (event instanceof ProfileChanged) {
                lead.underRule("A-1 Fits", () -> {
                    lead.meets("target industry");
                    lead.qualifyAs("demo").because("demo");
                });
                lead.underRule("B-1 Out", () -> lead.disqualify("inactive").because("silent"));
            }
        });
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of("industry", "software")));
        Lead lead = engine.lead("L-1").orElseThrow();
        assertThat(lead.qualification().met()).isEmpty();
        assertThat(lead.qualification().fit()).isEqualTo(Fit.NOT_ICP);
    }

    @Test
    void rules_act_in_the_order_of_their_numbers_whoever_fired_first() {
        Outcome outcome = touched((touch, lead) -> {
            lead.underRule("MQL-10 Ten", () -> lead.addPoints(10));
            lead.underRule("MQL-2 Two", () -> lead.addPoints(2));
            lead.underRule("ACC-3 First", () -> lead.addPoints(1));
        });
        assertThat(rules(outcome))
                .extracting(RuleRecord::rule)
                .containsExactly("ACC-3 First", "MQL-2 Two", "MQL-10 Ten");
    }

    @Test
    void a_clock_is_answered_before_its_stage_ends() {
        LifecycleEngine engine = engine(SampleLifecycle.lifecycle(), (event, lead) -> {
            if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
                lead.underRule("A-1 Start", () -> lead.startClock("answer", businessHours(4)));
            }
            if (event instanceof Touchpoint) {
                lead.underRule("B-1 On", () -> {
                    lead.moveTo("SAL").because("on");
                    lead.stopClock("answer");
                });
            }
        });
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
        engine.fire(new StageChangeRequested("e-1", "L-1", AT, "MQL"));
        engine.fire(new Touchpoint("e-2", "L-1", AT.plusSeconds(60), "demo request"));
        assertThat(engine.lead("L-1").orElseThrow().clock("answer"))
                .hasValueSatisfying(clock -> assertThat(clock.verdict()).isEqualTo(Verdict.MET));
    }

    @Test
    void what_is_started_on_entering_a_stage_that_the_same_evaluation_leaves_is_passed_through() {
        LifecycleEngine engine = engine(SampleLifecycle.lifecycle(), (event, lead) -> {
            if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
                lead.underRule("A-1 Start", () -> lead.startClock("answer", businessHours(4)));
                lead.underRule("B-1 On", () -> lead.moveTo("SAL").because("on"));
            }
        });
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
        Outcome outcome = engine.fire(new StageChangeRequested("e-1", "L-1", AT, "MQL"));
        assertThat(engine.lead("L-1").orElseThrow().clocks()).isEmpty();
        assertThat(outcome.entry().steps().stream()
                        .flatMap(step -> step.rules().stream())
                        .map(RuleRecord::ruling))
                .contains(Ruling.PASSED_THROUGH);
    }

    @Test
    void a_rule_that_wants_to_stay_does_not_keep_a_lead_in_limbo() {
        Lifecycle lifecycle = Lifecycle.named("limbo")
                .stage(Stage.of("NEW", StageKind.OPEN)
                        .qualifying()
                        .evaluating()
                        .waitingFor(List.of("industry"), TimeBudget.hours(1))
                        .otherwise("NURTURE", null))
                .stage(Stage.of("NURTURE", StageKind.OPEN).limitedTo(new Stage.Limit(TimeBudget.hours(1), "NEW", null)))
                .path("NURTURE", "NEW", Trigger.values())
                .types(List.of("demo"))
                .calendar("kolkata", SampleLifecycle.KOLKATA)
                .build();
        LifecycleEngine engine = engine(lifecycle, (event, lead) -> {
            if (event instanceof LeadEvaluated) {
                lead.underRule("A-1 Stay", () -> lead.qualifyAs("demo").because("it may stay"));
            }
        });
        engine.fire(new LeadCreated("created", "L-1", AT, "web", Map.of()));
        engine.advanceTo(AT.plusSeconds(3_600));
        assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo("NURTURE");
    }
}
