package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody that comes from another system is forgotten: in every preset its sweeps begin with its import. */
class ImportedSweepsTest {
    private static final Map<String, List<String>> SWEEPS = Map.of(
            "NEW", List.of("inactive", "stage wait", "stuck"),
            "NURTURE", List.of("inactive"),
            "MQL", List.of("leakage", "stale MQL", "stuck"),
            "SAL", List.of("dark", "stale SAL", "stuck"),
            "WORKING", List.of("dark"),
            "MEETING_SET", List.of("dark", "stuck"),
            "SQL", List.of("dark", "stale SQL", "stuck"),
            "OPPORTUNITY", List.of("dark"),
            "RECYCLED", List.of("re-evaluation"));

    private static List<String> timers(Story story) {
        return story.lead().timers().stream().map(Timer::name).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void an_imported_lead_starts_the_sweeps_of_its_stage(Preset preset) {
        List<String> swept = new ArrayList<>(preset.stages());
        swept.retainAll(SWEEPS.keySet());

        assertThat(preset.stages()).containsAll(swept).hasSize(swept.size() + 2);
        assertThat(swept)
                .allSatisfy(
                        stage -> assertThat(timers(preset.at(Story.MONDAY_10).imported(stage)))
                                .as(stage)
                                .isEqualTo(Objects.requireNonNull(SWEEPS.get(stage))));
    }
}
