package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleAdviceTest {
    @ParameterizedTest
    @CsvSource({"2,", "7,", "8, NOTE", "9, NOTE", "10, WARNING", "11, WARNING"})
    void many_stages_on_the_way_are_noted_and_very_many_warned_of(int stages, Advice.Level level) {
        assertThat(way(stages).build().advice())
                .extracting(Advice::level)
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @Test
    void an_advice_names_the_stages_and_what_is_usual() {
        assertThat(way(8).build().advice())
                .containsExactly(new Advice(
                        Advice.Level.NOTE,
                        "The lifecycle \"way\" has 8 stages on the way: [S1, S2, S3, S4, S5, S6, S7, S8]; usual are up"
                                + " to 7."));
    }

    @Test
    void stages_where_a_lead_rests_or_ends_are_not_on_the_way() {
        LifecycleBuilder builder = way(7).stage(
                        Stage.of("NURTURE", StageKind.OPEN).evaluating())
                .stage(Stage.of("RECYCLED", StageKind.RECYCLED))
                .stage(Stage.of("OUT", StageKind.DISQUALIFIED))
                .reinstateTo("NURTURE")
                .path("S1", "NURTURE", Trigger.MANUAL)
                .path("NURTURE", "S2", Trigger.MANUAL)
                .path("S2", "RECYCLED", Trigger.MANUAL)
                .path("S2", "OUT", Trigger.MANUAL);

        assertThat(builder.build().advice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rejection   | 3 | The picklist "rejection" has 3 reasons: [R1, R2, R3]; with fewer than 4 they say little about what to do next.
                    rejection   | 4 |
                    rejection   | 7 |
                    closed lost | 8 | The picklist "closed lost" has 8 reasons: [R1, R2, R3, R4, R5, R6, R7, R8]; people pick with care among up to 7.
                    recycling   | 9 |
                    """)
    void a_list_that_a_person_picks_from_is_neither_long_nor_short(String list, int reasons, String warning) {
        LifecycleBuilder builder = way(2);
        List<String> names =
                IntStream.rangeClosed(1, reasons).mapToObj(i -> "R" + i).toList();
        names.forEach(name -> builder.reason(new Reason(name, Disposition.RECYCLE, false, List.of())));

        assertThat(builder.picklist(list, names).build().advice())
                .isEqualTo(warning == null ? List.of() : List.of(new Advice(Advice.Level.WARNING, warning)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    R1 R2 R3 R4 | D1 other |
                    R1 R2 R3    | D1 other | The picklist "rejection" has [R4], which lead to the stage BACK; its picklist "back" does not have them and the lead stays where it is.
                    R1 R2 R3 R4 | other    | The picklist "rejection" has [D1], which lead to the stage OUT; its picklist "out" does not have them and the lead stays where it is.
                    R1 R2 R3 R4 | D1       | The picklist "rejection" has [other], which lead to the stage OUT; its picklist "out" does not have them and the lead stays where it is.
                    """)
    void a_reason_that_a_person_gives_is_taken_where_it_leads_to(String back, String out, String warning) {
        LifecycleBuilder builder = way(2).reason(new Reason("D1", Disposition.DISQUALIFY, false, List.of()))
                .reason(new Reason("other", Disposition.CHOSEN, false, List.of()));
        for (int i = 1; i <= 4; i++) {
            builder.reason(new Reason("R" + i, Disposition.RECYCLE, false, List.of()));
        }
        builder.picklist("rejection", List.of("R1", "R2", "R3", "R4", "D1", "other"))
                .picklist("back", List.of((back + " other").split(" ")))
                .picklist("out", List.of(out.split(" ")))
                .stage(Stage.of("BACK", StageKind.RECYCLED).withReasonsFrom("back"))
                .stage(Stage.of("OUT", StageKind.DISQUALIFIED).withReasonsFrom("out"))
                .reinstateTo("S1")
                .path("S1", "BACK", Trigger.MANUAL)
                .path("S1", "OUT", Trigger.MANUAL);

        assertThat(builder.build().advice())
                .isEqualTo(warning == null ? List.of() : List.of(new Advice(Advice.Level.WARNING, warning)));
    }

    /** A straight way of stages. */
    private static LifecycleBuilder way(int stages) {
        LifecycleBuilder builder = Lifecycle.named("way");
        for (int i = 1; i <= stages; i++) {
            builder.stage(Stage.of("S" + i, i < stages ? StageKind.OPEN : StageKind.WON));
        }
        for (int i = 1; i < stages; i++) {
            builder.path("S" + i, "S" + (i + 1), Trigger.MANUAL);
        }
        return builder;
    }
}
