package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rule.RuleLead;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lifecycle in which leads never go back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForwardOnlyTest {
    private static final Lifecycle BOTH_WAYS = SampleLifecycle.lifecycle();
    private static final Lifecycle FORWARD =
            SampleLifecycle.builder().forwardOnly().build();
    private static final String YAML = """
            name: forward
            stages:
              NEW: {}
              MQL: {}
              WON: {kind: WON}
            paths:
              - {from: NEW, to: MQL, by: MANUAL}
              - {from: MQL, to: NEW, by: MANUAL}
              - {from: MQL, to: WON, by: MANUAL}
            """;

    @ParameterizedTest
    @CsvSource({
        "MQL,          SAL,          MANUAL,    true,  forward",
        "SAL,          SQL,          MANUAL,    true,  forward past a stage",
        "SAL,          MQL,          MANUAL,    false, back by one",
        "SQL,          SAL,          MANUAL,    false, back by one with a reason",
        "SAL,          RECYCLED,     TIMED,     true,  recycled",
        "SQL,          DISQUALIFIED, AUTOMATIC, true,  disqualified",
        "RECYCLED,     MQL,          AUTOMATIC, true,  qualified again",
        "DISQUALIFIED, NURTURE,      MANUAL,    true,  reinstated",
        "LOST,         OPPORTUNITY,  MANUAL,    true,  reopened"
    })
    void of_the_paths_only_those_back_between_open_stages_are_dropped(
            String from, String to, Trigger trigger, boolean stays, String why) {
        assertThat(BOTH_WAYS.path(from, to, trigger)).as(why).isPresent();
        assertThat(BOTH_WAYS.goesBack(from, to)).as(why).isFalse();
        assertThat(FORWARD.path(from, to, trigger).isPresent()).as(why).isEqualTo(stays);
        assertThat(FORWARD.goesBack(from, to)).as(why).isEqualTo(!stays);
    }

    @Test
    void the_ways_out_that_are_named_are_those_that_are_left() {
        assertThat(FORWARD.pathsFrom("SQL")).extracting(path -> path.to()).doesNotContain("SAL");
        assertThat(BOTH_WAYS.pathsFrom("SQL")).extracting(path -> path.to()).contains("SAL");
    }

    @Test
    void it_is_another_version_though_no_path_leads_back() {
        String straight = YAML.replace("  - {from: MQL, to: NEW, by: MANUAL}\n", "");

        assertThat(FORWARD.version()).isNotEqualTo(BOTH_WAYS.version());
        assertThat(read("forward only: true\n" + straight).version())
                .isNotEqualTo(read(straight).version());
    }

    @Test
    void the_file_says_it_in_a_line() {
        assertThat(read(YAML).path("MQL", "NEW", Trigger.MANUAL)).isPresent();
        assertThat(read("forward only: false\n" + YAML).path("MQL", "NEW", Trigger.MANUAL))
                .isPresent();
        assertThat(read("forward only: true\n" + YAML).path("MQL", "NEW", Trigger.MANUAL))
                .isEmpty();
        assertThat(read("forward only: true\n" + YAML).path("NEW", "MQL", Trigger.MANUAL))
                .isPresent();
    }

    private static Lifecycle read(String text) {
        return LifecycleYaml.read("lifecycle.yaml", text);
    }

    private static LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return new Scene().builder(new LambdaRuleBook(FORWARD, "1", rules)).build();
    }

    @Test
    void a_person_who_asks_for_a_way_back_is_told_why_not() {
        LifecycleEngine engine = engine(Scene::noRule);
        engine.fire(created("L-1"));
        engine.fire(new StageChangeRequested("e-1", "L-1", at(1), "MQL"));
        engine.fire(new StageChangeRequested("e-2", "L-1", at(2), "SAL"));

        Outcome back = engine.fire(new StageChangeRequested("e-3", "L-1", at(3), "MQL"));

        assertThat(back.toString())
                .contains("leads of this lifecycle go forward only, and MQL comes before SAL;"
                        + " allowed from SAL are ");
        assertThat(engine.lead("L-1").orElseThrow().stage()).isEqualTo("SAL");
    }

    @Test
    void a_rule_that_wants_a_way_back_is_refused_whole() {
        LifecycleEngine engine = engine((event, lead) -> {
            if (event instanceof Touchpoint && lead.getStage().equals("SAL")) {
                lead.underRule("B-1 Back", () -> {
                    lead.moveTo("MQL").because("it looks around again");
                    lead.raiseFlag("back");
                });
            }
        });
        engine.fire(created("L-1"));
        engine.fire(new StageChangeRequested("e-1", "L-1", at(1), "MQL"));
        engine.fire(new StageChangeRequested("e-2", "L-1", at(2), "SAL"));

        Outcome touched = engine.fire(Scene.demo("e-3", "L-1", 3));

        assertThat(touched.entry().steps().stream().flatMap(step -> step.rules().stream()))
                .filteredOn(record -> record.ruling() == Ruling.REFUSED)
                .singleElement()
                .extracting(RuleRecord::why)
                .asString()
                .contains("go forward only, and MQL comes before SAL");
        assertThat(engine.lead("L-1").orElseThrow().flags()).isEmpty();
    }
}
