package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.rules.presets.Story;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of open-deal.drl: none of them ends a deal, its people hear of it. */
class OpenDealTest {
    static Stream<Arguments> news() {
        return Stream.of(
                news("OPD-1", story -> story.noContact("ALL")),
                news("OPD-2", Story::leftCompany),
                news("OPD-3", story -> story.called("wrong number")));
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

    /** The lead is ana's, the account emil's, the deal somebody else's. */
    @ParameterizedTest
    @MethodSource("news")
    void who_owns_the_deal_hears_of_it_first(String rule, UnaryOperator<Story> happening) {
        Story story = happening.apply(STANDARD.at(MONDAY_10)
                .created(ICP)
                .profile(Map.of("accountId", "A-1"))
                .assigned("ana")
                .dealOpenedFor("ben")
                .moved("OPPORTUNITY")
                .then(MONDAY_10));

        assertThat(story.rules()).contains(rule);
        assertThat(story.toldSinceThen()).containsExactly("ben (cc ana, emil) urgently");
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
    class OPD_4 {
        @Test
        void once_and_not_with_every_news() {
            Story story = STANDARD.standingIn("OPPORTUNITY").profile(Map.of("emailValid", false));
            assertThat(story.rules()).contains("OPD-4");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");

            story.profile(Map.of("country", "DE"));

            assertThat(story.rules()).doesNotContain("OPD-4");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void not_when_the_address_is_valid_and_only_of_an_open_deal() {
            assertThat(STANDARD.standingIn("OPPORTUNITY")
                            .profile(Map.of("emailValid", true))
                            .rules())
                    .doesNotContain("OPD-4");
            assertThat(STANDARD.stagesWhere("OPD-4", story -> story.profile(Map.of("emailValid", false))))
                    .containsExactly("OPPORTUNITY");
        }
    }

    /** What happens while a deal is open, the rule that minds when it is over, and its reason. */
    static Stream<Arguments> afterwards() {
        return Stream.of(
                Arguments.of("OPD-5", "do not contact", (UnaryOperator<Story>) story -> story.noContact("ALL")),
                Arguments.of("OPD-6", "left company", (UnaryOperator<Story>) Story::leftCompany),
                Arguments.of("OPD-7", "invalid contact", (UnaryOperator<Story>) story -> story.called("bounced")),
                Arguments.of("OPD-7", "invalid contact", (UnaryOperator<Story>)
                        story -> story.profile(Map.of("emailValid", false))));
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void a_lost_deal_ends_the_lead_whatever_it_was_lost_for(
            String rule, String reason, UnaryOperator<Story> happening) {
        for (String lostFor : List.of("timing", "competitor")) {
            Story story = happening.apply(STANDARD.standingIn("OPPORTUNITY")).dealLost(lostFor);

            assertThat(story.rules()).contains(rule);
            assertThat(story.movesSinceThen()).containsExactly("CLOSED_LOST", "DISQUALIFIED");
            assertThat(story.reason()).isEqualTo(reason);
            assertThat(story.lead().journey().recycles().count()).isZero();
            assertThat(story.enrolledSinceThen()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void so_does_a_deal_that_is_taken_back_by_hand(String rule, String reason, UnaryOperator<Story> happening) {
        Story story = happening.apply(STANDARD.standingIn("OPPORTUNITY")).moved("SQL");

        assertThat(story.rules()).contains(rule);
        assertThat(story.movesSinceThen()).containsExactly("SQL", "DISQUALIFIED");
        assertThat(story.reason()).isEqualTo(reason);
    }

    static Stream<UnaryOperator<Story>> remedies() {
        return Stream.of(
                Story::replied,
                Story::meetingSet,
                story -> story.called("connected"),
                story -> story.profile(Map.of("email", "new@acme.example")),
                story -> story.profile(Map.of("emailValid", true)));
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void who_can_be_reached_again_is_recycled(UnaryOperator<Story> remedy) {
        Story story = STANDARD.standingIn("OPPORTUNITY").called("bounced");

        assertThat(remedy.apply(story).dealLost("timing").stage()).isEqualTo("RECYCLED");
    }

    @Test
    void that_an_address_is_invalid_is_not_known_of_another() {
        Story story = STANDARD.standingIn("OPPORTUNITY")
                .profile(Map.of("email", "old@acme.example", "emailValid", false))
                .profile(Map.of("email", "new@acme.example"));
        assertThat(story.lead().profile().has("emailValid")).isFalse();

        assertThat(story.profile(Map.of("emailValid", false)).rules()).contains("OPD-4");
        assertThat(story.profile(Map.of("email", "newer@acme.example"))
                        .dealLost("timing")
                        .stage())
                .isEqualTo("RECYCLED");
    }

    @Test
    void a_deal_of_a_test_address_ends_with_the_lead() {
        Story story = STANDARD.standingIn("OPPORTUNITY").profile(Map.of("email", "eve@test.example"));

        assertThat(story.dealLost("timing").reason()).isEqualTo("invalid contact");
    }

    @Test
    void who_owned_one_deal_does_not_own_the_next() {
        Story story = STANDARD.standingIn("OPPORTUNITY").dealOpenedFor("ben").dealOpened("O-2");

        assertThat(story.then("2026-03-03T10:00:00Z").leftCompany().toldSinceThen())
                .containsExactly("ana urgently");
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void a_deal_that_is_won_is_won(String rule, String reason, UnaryOperator<Story> happening) {
        Story story = happening.apply(STANDARD.standingIn("OPPORTUNITY")).dealWon();

        assertThat(story.rules()).doesNotContain(rule);
        assertThat(story.stage()).isEqualTo("CLOSED_WON");
    }

    @Test
    void who_was_brought_back_since_is_not_put_out_again_by_another_step() {
        Story story = STANDARD.standingIn("MQL").noContact("ALL").reinstated().accepted();

        assertThat(story.stage()).isEqualTo("SAL");
    }

    @Nested
    class OPD_8 {
        private static Story out(String reason) {
            return STANDARD.standingIn("MQL").moved("DISQUALIFIED", reason).then(MONDAY_10);
        }

        @Test
        void who_opens_a_deal_for_a_lead_that_is_out_hears_of_it() {
            Story story = out("inactive").dealOpenedFor("ben");

            assertThat(story.rules()).containsExactly("OPD-8");
            assertThat(story.toldSinceThen()).containsExactly("ben");
            assertThat(story.stage()).isEqualTo("DISQUALIFIED");
        }

        @Test
        void not_when_it_is_out_for_good_and_of_no_other_lead() {
            assertThat(out("competitor").dealOpenedFor("ben").rules()).isEmpty();
            assertThat(STANDARD.stagesWhere("OPD-8", Story::dealOpened)).isEmpty();
        }
    }

    @Nested
    class OPD_1 {
        @Test
        void the_owner_of_an_open_deal_hears_of_the_wish_for_no_contact() {
            Story story = STANDARD.standingIn("OPPORTUNITY").noContact("ALL");

            assertThat(story.rules()).containsExactly("OPD-1");
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
            assertThat(STANDARD.stagesWhere("OPD-1", story -> story.noContact("ALL")))
                    .containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class OPD_2 {
        @Test
        void the_owner_of_an_open_deal_hears_that_the_person_left() {
            Story story = STANDARD.standingIn("OPPORTUNITY").leftCompany();

            assertThat(story.rules()).containsExactly("OPD-2");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(STANDARD.stagesWhere("OPD-2", Story::leftCompany)).containsExactly("OPPORTUNITY");
        }
    }

    @Nested
    class OPD_3 {
        @ParameterizedTest
        @CsvSource({"bounced", "wrong number"})
        void the_owner_of_an_open_deal_hears_that_nobody_can_be_reached(String outcome) {
            Story story = STANDARD.standingIn("OPPORTUNITY").called(outcome);

            assertThat(story.rules()).containsExactly("OPD-3", "SPD-2");
            assertThat(story.toldSinceThen()).containsExactly("ana urgently");
            assertThat(story.stage()).isEqualTo("OPPORTUNITY");
        }

        @Test
        void only_of_an_open_deal() {
            assertThat(STANDARD.stagesWhere("OPD-3", story -> story.called("bounced")))
                    .containsExactly("OPPORTUNITY");
        }
    }
}
