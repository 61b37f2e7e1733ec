package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.rules.RuleInfo;
import io.leadlifecycle.rules.TrialStarted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which presets there are, and what they have in common. */
class PresetsTest {
    private static final int FEWEST_REASONS = 4;
    private static final int MOST_REASONS = 7;

    @ParameterizedTest
    @CsvSource({
        "SIMPLE,   5, NEW NURTURE MQL SQL OPPORTUNITY",
        "STANDARD, 7, NEW NURTURE MQL SAL WORKING SQL OPPORTUNITY",
        "ADVANCED, 8, NEW NURTURE MQL SAL WORKING MEETING_SET SQL OPPORTUNITY"
    })
    void a_preset_is_counted_by_the_stages_on_the_way(Preset preset, int count, String open) {
        List<String> stages = new ArrayList<>(List.of(open.split(" ")));
        stages.addAll(List.of("CLOSED_WON", "CLOSED_LOST", "RECYCLED", "DISQUALIFIED"));

        assertThat(preset.book().lifecycle().name()).isEqualTo(preset.toString());
        assertThat(preset.book().lifecycle().stageNames()).containsExactlyElementsOf(stages);
        stages.removeAll(List.of("NURTURE", "RECYCLED", "CLOSED_LOST", "DISQUALIFIED"));
        assertThat(stages).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE,   timing,     RECYCLED",
        "SIMPLE,   competitor, DISQUALIFIED",
        "STANDARD, timing,     RECYCLED",
        "STANDARD, competitor, DISQUALIFIED",
        "ADVANCED, timing,     RECYCLED",
        "ADVANCED, competitor, DISQUALIFIED"
    })
    void a_lost_lead_of_old_is_dispositioned_at_once_where_its_reason_decides(
            Preset preset, String reason, String stage) {
        Story story = preset.at(Story.MONDAY_10).imported("CLOSED_LOST", reason);

        assertThat(story.stage()).isEqualTo(stage);
        assertThat(story.reason()).isEqualTo(reason);
        assertThat(story.lead().journey().finallyDisqualified()).isEqualTo(reason.equals("competitor"));
    }

    @Test
    void they_have_names() {
        assertThat(DroolsRuleBook.PRESETS)
                .containsExactlyElementsOf(
                        Arrays.stream(Preset.values()).map(Preset::toString).toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRuleBook.preset("standart"))
                .withMessage("The preset \"standart\" is unknown; allowed are [simple, standard, advanced]. Maybe"
                        + " \"standard\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DroolsRuleBook.preset("../standard"))
                .withMessageStartingWith("The preset \"../standard\" is unknown");
    }

    @Test
    void one_may_be_loaded_with_events_of_the_host() {
        try (DroolsRuleBook book =
                DroolsRuleBook.builder().event(TrialStarted.class).preset("simple")) {
            assertThat(book.version()).isEqualTo(Preset.SIMPLE.book().version());
        }
    }

    @Test
    void the_same_book_has_the_same_version_and_another_one_another() {
        try (DroolsRuleBook again = DroolsRuleBook.standard()) {
            assertThat(again.version()).isEqualTo(Preset.STANDARD.book().version());
        }
        assertThat(Arrays.stream(Preset.values()).map(preset -> preset.book().version()))
                .doesNotHaveDuplicates();
    }

    /** Each has to say it in a file of its own, so that it can be edited; shipped they agree. */
    @ParameterizedTest
    @EnumSource
    void they_differ_in_stages_paths_and_rules_only(Preset preset) {
        Lifecycle own = preset.book().lifecycle();
        Lifecycle standard = Preset.STANDARD.book().lifecycle();

        assertThat(own.reasons()).isEqualTo(standard.reasons());
        assertThat(List.of("rejection", "closed lost", "recycling", "disqualification"))
                .allSatisfy(list -> assertThat(own.picklist(list)).isEqualTo(standard.picklist(list)));
        assertThat(own.fitRequirements()).isEqualTo(standard.fitRequirements());
        assertThat(own.types()).isEqualTo(standard.types());
        assertThat(own.touchpointKinds())
                .isEqualTo(standard.touchpointKinds())
                .allSatisfy(kind -> assertThat(own.touchpointKind(kind)).isEqualTo(standard.touchpointKind(kind)));
        assertThat(own.checklistNames()).isEqualTo(standard.checklistNames());
        assertThat(own.seniority()).isEqualTo(standard.seniority());
        assertThat(own.calendars()).isEqualTo(standard.calendars());
        assertThat(own.roles()).isEqualTo(standard.roles());
        assertThat(own.sequences()).isEqualTo(standard.sequences());
        assertThat(own.groupNames()).isEqualTo(standard.groupNames());
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_that_two_presets_have_has_the_same_kind_and_api_name(Preset preset) {
        Lifecycle standard = Preset.STANDARD.book().lifecycle();

        assertThat(preset.book().lifecycle().stages())
                .allSatisfy(stage -> standard.stage(stage.name()).ifPresent(known -> {
                    assertThat(stage.kind()).isEqualTo(known.kind());
                    assertThat(stage.evaluates()).isEqualTo(known.evaluates());
                    assertThat(stage.limit()).isEqualTo(known.limit());
                    assertThat(stage.words().apiName()).isEqualTo(known.words().apiName());
                    assertThat(stage.words().owner()).isEqualTo(known.words().owner());
                }));
    }

    @ParameterizedTest
    @EnumSource
    void somebody_answers_for_every_stage_and_path(Preset preset) {
        Lifecycle lifecycle = preset.book().lifecycle();

        assertThat(lifecycle.stages())
                .allSatisfy(stage ->
                        assertThat(lifecycle.roles()).contains(stage.words().owner()))
                .allSatisfy(stage -> assertThat(lifecycle.pathsFrom(stage.name()))
                        .extracting(Path::owner)
                        .allSatisfy(owner -> assertThat(lifecycle.roles()).contains(owner)));
    }

    @ParameterizedTest
    @EnumSource
    void every_stage_can_be_reached_and_all_but_won_can_be_left(Preset preset) {
        Lifecycle lifecycle = preset.book().lifecycle();
        Set<String> reached = new LinkedHashSet<>(List.of(lifecycle.first().name()));
        while (reached.addAll(reached.stream()
                .flatMap(stage -> lifecycle.pathsFrom(stage).stream())
                .map(Path::to)
                .toList())) {
            assertThat(reached).isSubsetOf(lifecycle.stageNames());
        }

        assertThat(reached).containsExactlyInAnyOrderElementsOf(lifecycle.stageNames());
        assertThat(lifecycle.stages().stream().filter(stage -> stage.kind() != StageKind.WON))
                .extracting(Stage::name)
                .allSatisfy(stage -> assertThat(lifecycle.pathsFrom(stage)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void a_person_picks_from_four_to_seven_reasons(Preset preset) {
        assertThat(List.of("rejection", "closed lost"))
                .allSatisfy(list -> assertThat(preset.book().lifecycle().picklist(list))
                        .hasSizeBetween(FEWEST_REASONS, MOST_REASONS));
    }

    @Test
    void a_file_that_names_a_stage_its_preset_lacks_is_refused() {
        Lifecycle simple = Preset.SIMPLE.book().lifecycle();
        String allowed = "[NEW, NURTURE, MQL, SQL, OPPORTUNITY, CLOSED_WON, CLOSED_LOST, RECYCLED, DISQUALIFIED].";

        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.of(simple, Map.of("accepted.drl", common("accepted.drl"))))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(2).allSatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("accepted.drl");
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.message())
                            .isEqualTo("The stage \"SAL\" is unknown; allowed are " + allowed + " Maybe \"SQL\"?");
                }));
    }

    @Test
    void a_path_to_a_misspelt_stage_is_refused() {
        String drl = common("discovery.drl").replace("hasPathTo(\"SQL\")", "hasPathTo(\"SLQ\")");

        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.of(Preset.SIMPLE.book().lifecycle(), Map.of("discovery.drl", drl)))
                .withMessageContaining("The stage \"SLQ\" is unknown")
                .withMessageContaining("Maybe \"SQL\"?");
    }

    @Test
    void whoever_has_a_rule_has_the_same_one() {
        assertThat(Preset.ADVANCED.book().rules()).extracting(RuleInfo::name).containsAll(names(Preset.STANDARD));
        assertThat(Preset.STANDARD.book().rules()).extracting(RuleInfo::name).containsAll(names(Preset.SIMPLE));
    }

    private static List<String> names(Preset preset) {
        return preset.book().rules().stream().map(RuleInfo::name).toList();
    }

    private static String common(String file) {
        String place = "/io/leadlifecycle/rules/common/" + file;
        try (InputStream in = PresetsTest.class.getResourceAsStream(place)) {
            return new String(Objects.requireNonNull(in, place).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
