package io.leadlifecycle.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolTest {

    @Test
    void members_stand_in_their_order_with_weight_one_and_no_cap_unless_stated() {
        Pool pool = Pool.of("inbound", "cem", "ana").with(new Pool.Member("ben", 2, Cap.parse("5 per day")));

        assertThat(pool)
                .isEqualTo(new Pool(
                        "inbound",
                        List.of(
                                new Pool.Member("cem", 1, null),
                                new Pool.Member("ana", 1, null),
                                new Pool.Member("ben", 2, new Cap(5, Cap.Period.DAY))),
                        null));
        assertThat(pool.ledBy("maria").manager()).isEqualTo("maria");
    }

    @Test
    void nobody_is_a_member_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pool.of("inbound", "ana", "ben", "ana"))
                .withMessage("The pool \"inbound\" has the member \"ana\" twice; allowed is once. Maybe a larger"
                        + " weight?");
    }

    @Test
    void a_pool_and_a_member_have_a_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pool.named(" ")).withMessage("A pool needs a name.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pool.Member.of(""))
                .withMessage("A member of a pool needs a name.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void a_weight_is_one_to_a_hundred(int weight) {
        assertThat(new Pool.Member("ana", weight, null).weight()).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "101, 100"})
    void another_weight_is_refused(int weight, int meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool.Member("ana", weight, null))
                .withMessage("The weight " + weight + " of the member \"ana\" of a pool is out of range; allowed are 1"
                        + " to 100. Maybe " + meant + "?");
    }

    @Nested
    class A_cap {
        @ParameterizedTest
        @CsvSource({"1 per day, 1, DAY", "20 per day, 20, DAY", "100 per week, 100, WEEK"})
        void is_written_as_it_is_read(String text, int leads, Cap.Period per) {
            assertThat(Cap.parse(text)).isEqualTo(new Cap(leads, per)).hasToString(text);
        }

        @ParameterizedTest
        @CsvSource({
            "20 a day, 20 per day",
            "20/day, 20 per day",
            "20 leads per week, 20 per week",
            "20 Per Week, 20 per week",
            "20 daily, 20 per day",
            "20 days, 20 per day",
            "007 per week, 7 per week"
        })
        void that_is_near_is_refused_with_what_was_meant(String text, String meant) {
            assertRefused(text, " Maybe \"" + meant + "\"?");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "20", "per day", "20 per month", "-1 per day", "2.5 per day", "9999999999 per day"})
        void that_is_none_is_refused(String text) {
            assertRefused(text, "");
        }

        private static void assertRefused(String text, String meant) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cap.parse(text))
                    .withMessage("The cap \"" + text + "\" is none; allowed are 1 or more leads \"per day\" or \"per"
                            + " week\"." + meant);
        }

        @Test
        void that_lets_nobody_draw_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cap.parse("0 per day"))
                    .withMessage("The cap \"0 per day\" lets nobody draw; allowed are 1 or more leads \"per day\" or"
                            + " \"per week\". Maybe leave the person out of the pool?");
        }
    }
}
