package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A threshold of 100 is lowered to 80 on a Wednesday; what of the leads that wait? */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReevaluationTest {
    private static final Instant WEDNESDAY_10 = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant THURSDAY_9 = Instant.parse("2026-03-05T09:00:00Z");
    private static final Instant FRIDAY_9 = Instant.parse("2026-03-06T09:00:00Z");

    private Scene scene = new Scene();

    private static BiConsumer<LeadEvent, RuleLead> threshold(long points) {
        return (event, lead) -> {
            boolean waits = lead.getStage().equals("NURTURE") || lead.getStage().equals("RECYCLED");
            if (event instanceof LeadEvaluated && waits && lead.getScore() >= points) {
                lead.underRule("MQL-6 Points", () -> lead.qualifyAs("content").because("the points are there"));
            }
        };
    }

    private LifecycleEngine withLeads(List<Integer> scores) {
        LifecycleEngine before = scene.engine(threshold(100));
        for (int i = 0; i < scores.size(); i++) {
            String id = "L-" + i;
            before.fire(new LeadCreated("1", id, Scene.at(i), "web", Map.of("industry", "x", "employees", 1)));
            before.fire(new ScoreChanged("2", id, Scene.at(i + 1), scores.get(i)));
        }
        return scene.engine(threshold(80));
    }

    private String stage(String lead) {
        return scene.store.lead(lead).orElseThrow().stage();
    }

    private Map<String, Long> entries() {
        Map<String, Long> entries = new TreeMap<>();
        scene.store.leads().forEach(lead -> entries.put(lead.id(), lead.entries()));
        return entries;
    }

    @Test
    void the_preview_says_who_would_qualify_by_which_rule_and_changes_nothing() {
        LifecycleEngine engine = withLeads(List.of(80, 79, 99, 100, 0));
        Map<String, Long> before = entries();

        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);

        assertThat(preview.rows()).extracting(Reevaluation.Row::leadId).containsExactly("L-0", "L-2");
        assertThat(preview.evaluated()).as("the one with 100 points is an MQL").isEqualTo(4);
        assertThat(preview.byRule()).containsExactly(Map.entry("MQL-6 Points", 2L));
        assertThat(preview.byOwner()).containsExactly(Map.entry("", 2L));
        assertThat(preview)
                .hasToString("2 of 4 leads would qualify at 2026-03-04T10:00:00Z\n  2 by MQL-6 Points"
                        + "\n  2 to nobody yet");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void only_the_leads_asked_for_are_looked_at() {
        LifecycleEngine engine = withLeads(List.of(80, 90));

        Reevaluation preview = engine.reevaluate(lead -> lead.id().equals("L-1"), WEDNESDAY_10);

        assertThat(preview.evaluated()).isEqualTo(1);
        assertThat(preview.rows()).extracting(Reevaluation.Row::leadId).containsExactly("L-1");
    }

    @Test
    void so_many_are_released_at_once_and_so_many_on_each_business_day_that_follows() {
        LifecycleEngine engine = withLeads(List.of(80, 81, 82, 83, 84));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);

        Release release = engine.release(preview, 2, WEDNESDAY_10);

        assertThat(release.planned())
                .containsExactly(
                        Map.entry(WEDNESDAY_10, List.of("L-0", "L-1")),
                        Map.entry(THURSDAY_9, List.of("L-2", "L-3")),
                        Map.entry(FRIDAY_9, List.of("L-4")));
        assertThat(List.of(stage("L-0"), stage("L-1"), stage("L-2"))).containsExactly("MQL", "MQL", "NURTURE");
        engine.advanceTo(THURSDAY_9.minusMillis(1));
        assertThat(stage("L-2")).isEqualTo("NURTURE");
        engine.advanceTo(THURSDAY_9);
        assertThat(List.of(stage("L-2"), stage("L-3"), stage("L-4"))).containsExactly("MQL", "MQL", "NURTURE");
        engine.advanceTo(FRIDAY_9);
        assertThat(stage("L-4")).isEqualTo("MQL");
        assertThat(scene.store.lead("L-4").orElseThrow().journey().stampsOf("MQL"))
                .map(StageStamps::first)
                .contains(FRIDAY_9);
    }

    @Test
    void a_lead_that_left_its_stage_since_the_preview_is_left_alone() {
        LifecycleEngine engine = withLeads(List.of(80, 81));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        engine.fire(new StageChangeRequested("3", "L-0", WEDNESDAY_10, "DISQUALIFIED", "inactive", null, null));

        Release release = engine.release(preview, 10, WEDNESDAY_10);

        assertThat(release.stale()).containsExactly("L-0");
        assertThat(release.planned()).containsExactly(Map.entry(WEDNESDAY_10, List.of("L-1")));
        assertThat(stage("L-0")).isEqualTo("DISQUALIFIED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T07:00:00Z, 2026-03-05T09:00:00Z, in the morning it is for the day that begins",
        "2026-03-04T16:59:59Z, 2026-03-05T09:00:00Z, as long as somebody is there it is for today",
        "2026-03-04T20:00:00Z, 2026-03-06T09:00:00Z, in the evening it is for tomorrow",
        "2026-03-08T12:00:00Z, 2026-03-10T09:00:00Z, on Sunday it is for Monday"
    })
    void what_is_released_out_of_hours_counts_to_the_day_that_opens_next(Instant at, Instant next, String why) {
        LifecycleEngine engine = withLeads(List.of(80, 81));

        Release release = engine.release(engine.reevaluate(lead -> true, at), 1, at);

        assertThat(release.planned())
                .as(why)
                .containsExactly(Map.entry(at, List.of("L-0")), Map.entry(next, List.of("L-1")));
    }

    @Test
    void what_an_earlier_release_brings_on_a_day_counts() {
        LifecycleEngine engine = withLeads(List.of(80, 81, 82));
        engine.release(engine.reevaluate(lead -> true, WEDNESDAY_10), 2, WEDNESDAY_10);
        Instant later = WEDNESDAY_10.plusSeconds(3_600);
        engine.fire(new LeadCreated("1", "L-9", later, "web", Map.of("industry", "x", "employees", 1)));
        engine.fire(new ScoreChanged("2", "L-9", later, 80));
        scene.engine(threshold(100))
                .fire(new LeadCreated("1", "L-8", later, "web", Map.of("industry", "x", "employees", 1)));
        scene.engine(threshold(100)).fire(new ScoreChanged("2", "L-8", later, 95));

        Reevaluation again = engine.reevaluate(lead -> true, later);
        assertThat(again.rows()).extracting(Reevaluation.Row::leadId).containsExactly("L-8");
        assertThat(again.evaluated()).as("L-2 has its day").isEqualTo(1);
        assertThat(engine.release(again, 2, later).planned())
                .as("on Wednesday came two, on Thursday comes L-2")
                .containsExactly(Map.entry(THURSDAY_9, List.of("L-8")));
    }

    @Test
    void a_lead_that_has_its_day_already_is_left_alone() {
        LifecycleEngine engine = withLeads(List.of(80, 81));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        engine.release(preview, 1, WEDNESDAY_10);

        Release twice = engine.release(preview, 1, WEDNESDAY_10);

        assertThat(twice.stale()).containsExactly("L-0", "L-1");
        assertThat(twice.planned()).isEmpty();
    }

    @Test
    void a_lead_that_was_merged_since_the_preview_is_left_alone() {
        LifecycleEngine engine = withLeads(List.of(80, 81));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        engine.fire(new LeadMerged("3", "L-0", WEDNESDAY_10, "L-1"));

        assertThat(engine.release(preview, 10, WEDNESDAY_10).stale()).contains("L-0");
    }

    @Test
    void a_lead_that_something_happened_to_later_is_evaluated_then() {
        LifecycleEngine engine = withLeads(List.of(80));
        Instant later = WEDNESDAY_10.plusSeconds(60);
        scene.engine(threshold(100)).fire(new ScoreChanged("3", "L-0", later, 81));

        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        Release release = engine.release(preview, 1, WEDNESDAY_10);

        assertThat(preview.rows()).extracting(Reevaluation.Row::leadId).containsExactly("L-0");
        assertThat(release.failed()).isEmpty();
        assertThat(scene.store.lead("L-0").orElseThrow().journey().stampsOf("MQL"))
                .map(StageStamps::first)
                .contains(later);
    }

    @Test
    void a_lead_that_qualifies_no_more_when_its_day_comes_stays() {
        LifecycleEngine engine = withLeads(List.of(80, 81));
        engine.release(engine.reevaluate(lead -> true, WEDNESDAY_10), 1, WEDNESDAY_10);
        engine.fire(new ScoreChanged("3", "L-1", WEDNESDAY_10, 10));

        engine.advanceTo(THURSDAY_9);

        assertThat(stage("L-1")).isEqualTo("NURTURE");
        assertThat(scene.store.lead("L-1").orElseThrow().timer("stage review")).isEmpty();
    }

    @Test
    void recycled_leads_are_looked_at_as_well() {
        LifecycleEngine engine = withLeads(List.of(100));
        scene.engine(Scene::noRule)
                .fire(new StageChangeRequested("3", "L-0", Scene.at(5), "RECYCLED", "timing", null, null));
        scene.engine(Scene::noRule).fire(new ScoreChanged("4", "L-0", Scene.at(6), 180));

        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);

        assertThat(preview.rows()).extracting(Reevaluation.Row::stage).containsExactly("RECYCLED");
        engine.release(preview, 1, WEDNESDAY_10);
        assertThat(stage("L-0")).isEqualTo("MQL");
    }

    @Test
    void owners_are_drawn_as_if_all_came_at_once_and_nobody_loses_a_turn_by_it() {
        withLeads(List.of(80, 81, 82, 83, 50));
        LifecycleEngine engine = scene.engine(
                PeopleDirectory.fallback("revops")
                        .person(Person.named("ana"))
                        .person(Person.named("ben"))
                        .pool(Pool.of("inbound", "ana", "ben"))
                        .build(),
                threshold(80).andThen((event, lead) -> {
                    if (event instanceof LeadQualified) {
                        lead.underRule("RTE-1 Turns", () -> lead.assignTo(RuleWords.roundRobin("inbound")));
                    }
                }));

        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        assertThat(preview.byOwner()).containsExactly(Map.entry("ana", 2L), Map.entry("ben", 2L));
        assertThat(engine.reevaluate(lead -> true, WEDNESDAY_10)).isEqualTo(preview);
        assertThat(scene.store.rotation("inbound")).isEmpty();

        engine.release(preview, 9, WEDNESDAY_10);
        for (Reevaluation.Row row : preview.rows()) {
            assertThat(scene.owner(row.leadId())).isEqualTo(row.owner());
        }
    }

    @Test
    void a_lead_that_cannot_be_saved_is_named() {
        LifecycleEngine engine = withLeads(List.of(80));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);
        LifecycleEngine breaking = Scene.engine(
                Fakes.breaking(scene.store, new AtomicBoolean(true)), SampleLifecycle.PEOPLE, threshold(80));

        assertThat(breaking.release(preview, 1, WEDNESDAY_10).failed()).containsExactly("L-0");
    }

    @Test
    void releasing_nobody_a_day_is_refused() {
        LifecycleEngine engine = withLeads(List.of(80));
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);

        assertThatThrownBy(() -> engine.release(preview, 0, WEDNESDAY_10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least 1 lead a day is released, not 0.");
    }

    @Property(tries = 50)
    void what_the_preview_says_is_what_the_release_does(
            @ForAll @Size(max = 12) List<@IntRange(min = 60, max = 110) Integer> scores,
            @ForAll @IntRange(min = 1, max = 5) int perDay) {
        scene = new Scene();
        LifecycleEngine engine = withLeads(scores);
        Reevaluation preview = engine.reevaluate(lead -> true, WEDNESDAY_10);

        Release release = engine.release(preview, perDay, WEDNESDAY_10);
        engine.advanceTo(WEDNESDAY_10.plusSeconds(30L * 24 * 60 * 60));

        assertThat(release.planned().values()).allSatisfy(day -> assertThat(day).hasSizeLessThanOrEqualTo(perDay));
        for (int i = 0; i < scores.size(); i++) {
            String id = "L-" + i;
            boolean told = preview.rows().stream().anyMatch(row -> row.leadId().equals(id));
            boolean was = scores.get(i) >= 100;
            assertThat(stage(id)).isEqualTo(told || was ? "MQL" : "NURTURE");
            Lead lead = scene.store.lead(id).orElseThrow();
            List<JournalEntry> journal = engine.journal(id);
            LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), journal, lead);
        }
    }
}
