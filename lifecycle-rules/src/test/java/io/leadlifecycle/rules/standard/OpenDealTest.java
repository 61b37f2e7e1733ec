package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of disqualification.drl about open deals: none of them ends one, its people hear of it. */
class OpenDealTest {
    static Stream<Arguments> news() {
        return Stream.of(
                news("DSQ-8", story -> story.noContact("ALL")),
                news("DSQ-9", Story::leftCompany),
                news("DSQ-10", story -> story.called("wrong number")));
    }

    private static Arguments news(String rule, UnaryOperator<Story> happening) {
        return Arguments.of(rule, happening);
    }

    private static Story dealOfAccount(String account) {
        return STANDARD.at(MONDAY_10)
                .created(ICP)
                .profile(Map.of("accountId", account))
                .assigned("ana")
                .touched("demo request")
                .dealOpened()
                .then(MONDAY_10);
    }

    @ParameterizedTest
    @MethodSource("news")
    void the_owner_of_the_account_gets_a_copy(String rule, UnaryOperator<Story> happening) {
        Story story = happening.apply(dealOfAccount("A-1"));

        assertThat(story.rules()).contains(rule);
        assertThat(story.toldSinceThen()).containsExactly("ana (cc emil) urgently");
    }

    @ParameterizedTest
    @MethodSource("news")
    void of_an_account_that_nobody_owns_the_owner_of_the_deal_hears_alone(String rule, UnaryOperator<Story> happening) {
        Story story = happening.apply(dealOfAccount("A-2"));

        assertThat(story.rules()).contains(rule);
        assertThat(story.toldSinceThen()).containsExactly("ana urgently");
    }

    @ParameterizedTest
    @MethodSource("news")
    void who_owns_the_deal_and_the_account_hears_of_it_once(String rule, UnaryOperator<Story> happening) {
        Story story = happening.apply(dealOfAccount("A-1").assigned("emil").then(MONDAY_10));

        assertThat(story.rules()).contains(rule);
        assertThat(story.toldSinceThen()).containsExactly("emil urgently");
    }

    @ParameterizedTest
    @MethodSource("news")
    void of_a_deal_that_nobody_owns_the_fallback_hears(String rule, UnaryOperator<Story> happening) {
        Story story =
                happening.apply(STANDARD.at(MONDAY_10).imported("OPPORTUNITY").then(MONDAY_10));

        assertThat(story.owner()).isNull();
        assertThat(story.rules()).contains(rule);
        assertThat(story.toldSinceThen()).containsExactly("revops urgently as nobody else is there");
    }

    @Nested
    class DSQ_8 {
        @Test
        void the_owner_of_an_open_deal_hears_of_the_wish_for_no_contact() {
            Story story = STANDARD.standingIn("OPPORTUNITY").noContact("ALL");

            assertThat(story.rules()).containsExactly("DSQ-8");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void not_of_one_for_no_marketing() {
            assertThat(STANDARD.standingIn("OPPORTUNITY").noContact("MARKETING").rules())
                    .isEmpty();
        }

        @Test
        void only_of_an_open_deal() {
            assertThat(STANDARD.stagesWhere("DSQ-8", story -> story.noContact("ALL")))
                    .containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class DSQ_9 {
        @Test
        void the_owner_of_an_open_deal_hears_that_the_person_left() {
            Story story = STANDARD.standingIn("OPPORTUNITY").leftCompany();

            assertThat(story.rules()).containsExactly("DSQ-9");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(STANDARD.stagesWhere("DSQ-9", Story::leftCompany)).containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class DSQ_10 {
        @ParameterizedTest
        @CsvSource({"bounced", "wrong number"})
        void the_owner_of_an_open_deal_hears_that_nobody_can_be_reached(String outcome) {
            Story story = STANDARD.standingIn("OPPORTUNITY").called(outcome);

            assertThat(story.rules()).containsExactly("DSQ-10", "SPD-2");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void only_of_an_open_deal() {
            assertThat(STANDARD.stagesWhere("DSQ-10", story -> story.called("bounced")))
                    .containsExactly("OPPORTUNITY");
        }
    }
}
