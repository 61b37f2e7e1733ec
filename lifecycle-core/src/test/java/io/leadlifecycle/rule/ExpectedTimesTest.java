package io.leadlifecycle.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a lead is expected to stay where it stands. */
class ExpectedTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static RuleLead standing(Stage stage) {
        Lifecycle lifecycle = Lifecycle.named("two stages")
                .stage(stage)
                .stage(Stage.of("DONE", StageKind.WON))
                .path("OPEN", "DONE", Trigger.MANUAL)
                .build();
        Change moved = new Change.StageMoved(
                "",
                "OPEN",
                StageKind.OPEN,
                Direction.IN,
                NOW,
                Trigger.AUTOMATIC,
                null,
                false,
                false,
                "lifecycle",
                null);
        return new RuleLead(lifecycle, moved.applyTo(Lead.blank("L-1", NOW)), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "5 business days, 1, 5 business days",
        "5 business days, 2, 10 business days",
        "1 month,         3, 3 months",
        "36 hours,        2, 72 hours"
    })
    void are_counted_in_the_unit_of_the_stage(String expected, long factor, String times) {
        RuleLead lead = standing(Stage.of("OPEN", StageKind.OPEN).expecting(TimeBudget.parse(expected)));

        assertThat(lead.isTimeExpected()).isTrue();
        assertThat(lead.expectedTimes(factor)).hasToString(times);
    }

    @Test
    void are_no_time_at_all_where_nobody_says() {
        RuleLead lead = standing(Stage.of("OPEN", StageKind.OPEN));

        assertThat(lead.isTimeExpected()).isFalse();
        assertThat(lead.expectedTimes(2).amount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void less_than_once_makes_no_sense(long factor) {
        RuleLead lead = standing(Stage.of("OPEN", StageKind.OPEN).expecting(TimeBudget.days(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lead.expectedTimes(factor))
                .withMessage("The expected time is asked for " + factor + " times; 1 or more make sense.");
    }
}
