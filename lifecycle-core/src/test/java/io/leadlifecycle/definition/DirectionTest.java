package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.model.Direction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a move takes a lead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectionTest {
    private static final Lifecycle LIFECYCLE = SampleLifecycle.lifecycle();

    @ParameterizedTest
    @CsvSource({
        "'',           NEW,          IN,      it begins",
        "RECYCLED,     MQL,          IN,      qualified again",
        "DISQUALIFIED, NURTURE,      IN,      reinstated",
        "LOST,         OPPORTUNITY,  IN,      reopened",
        "NEW,          NURTURE,      FORWARD, judged and not yet qualified",
        "NEW,          OPPORTUNITY,  FORWARD, past the stages between",
        "OPPORTUNITY,  WON,          FORWARD, won",
        "SAL,          MQL,          BACK,    a mistake mended",
        "SQL,          NURTURE,      BACK,    back to the first steps",
        "WON,          OPPORTUNITY,  BACK,    not won after all",
        "SQL,          RECYCLED,     OUT,     not ready now",
        "NEW,          DISQUALIFIED, OUT,     not a fit",
        "OPPORTUNITY,  LOST,         OUT,     lost",
        "LOST,         RECYCLED,     OUT,     out once more",
        "RECYCLED,     DISQUALIFIED, OUT,     out once more"
    })
    void a_move_has_one_direction(String from, String to, Direction direction, String why) {
        assertThat(LIFECYCLE.direction(from, to)).as(why).isEqualTo(direction);
    }
}
