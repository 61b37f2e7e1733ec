package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.rule.RuleFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingRulesTest {
    private static final TrialStarted BROKEN = new TrialStarted("e-1", "L-1", Books.MONDAY, "gold", -1);
    private static final TrialStarted FINE = new TrialStarted("e-2", "L-1", Books.MONDAY, "gold", 1);

    private static DroolsRuleBook book(String... rules) {
        return DroolsRuleBook.builder()
                .event(TrialStarted.class)
                .of(Books.LIFECYCLE, Map.of("trial.drl", String.join("\n", rules)));
    }

    @Test
    void a_failing_proposal_names_rule_file_line_event_lead_and_cause() {
        try (DroolsRuleBook book =
                book(Books.rule("A-1", "TrialStarted( $s : seats )", "lead.startTimer(\"trial\", days($s));"))) {
            assertThatExceptionOfType(RuleFailedException.class)
                    .isThrownBy(() -> Books.decide(book, BROKEN, Books.UNKNOWN))
                    .withMessageStartingWith(
                            "The rule \"A-1 Says something\" (trial.drl, line 1) fails after \"then\" of"
                                    + " TrialStarted for lead L-1: ")
                    .withMessageContaining("negative")
                    .satisfies(failure -> assertThat(failure.rule()).isEqualTo("A-1 Says something"));
        }
    }

    @Test
    void a_failing_condition_names_rule_file_line_condition_and_cause() {
        try (DroolsRuleBook book = book(Books.rule("A-1", "TrialStarted( plan == \"gold\", costs(\"EUR\") )"))) {
            assertThatExceptionOfType(RuleFailedException.class)
                    .isThrownBy(() -> Books.decide(book, BROKEN, Books.UNKNOWN))
                    .withMessage("The rule \"A-1 Says something\" (trial.drl, line 1) fails in its condition"
                            + " \"costs(\"EUR\")\" of TrialStarted for lead L-1: no price in EUR for -1 seats")
                    .satisfies(failure -> assertThat(failure.rule()).isEqualTo("A-1 Says something"));
        }
    }

    @Test
    void a_condition_that_several_rules_share_names_them_all() {
        try (DroolsRuleBook book = book(
                Books.rule("A-1", "TrialStarted( costs(\"EUR\") )"),
                Books.rule("A-2", "TrialStarted( costs(\"EUR\") )"))) {
            assertThatExceptionOfType(RuleFailedException.class)
                    .isThrownBy(() -> Books.decide(book, BROKEN, Books.UNKNOWN))
                    .withMessageStartingWith("Each of the rules \"A-1 Says something\" (trial.drl, line 1), \"A-2 Says"
                            + " something\" (trial.drl, line 8) fails in its condition");
        }
    }

    @Test
    void the_other_matches_of_a_failed_event_never_fire_for_the_next_lead() {
        try (DroolsRuleBook book = book(
                Books.rule("A-1", "TrialStarted( $s : seats )", "lead.startTimer(\"trial\", days($s));"),
                Books.rule("A-2", "TrialStarted( )"),
                Books.rule("A-3", "TrialStarted( seats < 0 )"),
                Books.rule("A-0", "TrialStarted( seats < 0 )"))) {
            for (int i = 0; i < 50; i++) {
                assertThatExceptionOfType(RuleFailedException.class)
                        .isThrownBy(() -> Books.decide(book, BROKEN, Books.UNKNOWN));
                assertThat(Books.fired(book, FINE, Books.UNKNOWN)).containsExactly("A-1", "A-2");
            }
        }
    }

    @Test
    void a_condition_that_goes_too_deep_fails_its_event_and_poisons_nothing() {
        try (DroolsRuleBook book = book(
                Books.rule("A-1", "ProfileChanged( lead.title matches \"(a|b)*\" )"),
                Books.rule("A-2", "ProfileChanged( lead.has(\"title\") )"))) {
            ProfileChanged event = new ProfileChanged("e", "L-1", Books.MONDAY, List.of());
            assertThatExceptionOfType(RuleFailedException.class)
                    .isThrownBy(() -> Books.decide(book, event, Books.lead("title", "ab".repeat(100_000))))
                    .withMessageContaining("it goes too deep");
            assertThat(Books.fired(book, event, Books.lead("title", "abab"))).containsExactly("A-1", "A-2");
        }
    }

    @Test
    void a_missing_profile_value_fails_no_condition_and_matches_none() {
        try (DroolsRuleBook book = book(
                Books.rule("A-1", "ProfileChanged( lead.employees >= 50, lead.employees <= 5000 )"),
                Books.rule("A-2", "ProfileChanged( lead.country in (\"DE\") )"),
                Books.rule("A-3", "ProfileChanged( lead.title matches \".*VP.*\" )"),
                Books.rule("A-4", "ProfileChanged( lead.title contains \"VP\" )"),
                Books.rule("A-5", "ProfileChanged( lead.profile(\"seats\") == 6 )"),
                Books.rule("A-6", "ProfileChanged( lead.has(\"country\"), lead.country != \"DE\" )"),
                Books.rule("A-7", "ProfileChanged( lead.employees < 50 )"))) {
            ProfileChanged event = new ProfileChanged("e", "L-1", Books.MONDAY, List.of());
            for (int i = 0; i < 50; i++) {
                assertThat(Books.fired(book, event, Books.UNKNOWN)).isEmpty();
                assertThat(Books.fired(
                                book,
                                event,
                                Books.lead("employees", 50L, "country", "DE", "title", "VP Sales", "seats", 6L)))
                        .containsExactly("A-1", "A-2", "A-3", "A-4", "A-5");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void what_a_profile_value_equals_does_not_depend_on_the_values_seen_before(int first) {
        List<Object> values = new ArrayList<>(List.of("many", 6L, 6.5, true));
        Collections.rotate(values, first);
        try (DroolsRuleBook book = book(
                Books.rule("A-1", "ProfileChanged( lead.profile(\"x\") == 6 )"),
                Books.rule("A-2", "ProfileChanged( lead.profile(\"x\") == \"many\" )"),
                Books.rule("A-3", "ProfileChanged( lead.profile(\"x\") in (6.5, 7) )"),
                Books.rule("A-4", "ProfileChanged( lead.profile(\"x\") == true )"))) {
            Map<Object, String> expected = Map.of("many", "A-2", 6L, "A-1", 6.5, "A-3", true, "A-4");
            ProfileChanged event = new ProfileChanged("e", "L-1", Books.MONDAY, List.of());
            for (int i = 0; i < 40; i++) {
                for (Object value : values) {
                    assertThat(Books.fired(book, event, Books.lead("x", value))).containsExactly(expected.get(value));
                }
            }
        }
    }

    @Test
    void a_closed_book_decides_no_more() {
        DroolsRuleBook book = book(Books.rule("A-1", "TrialStarted( )"));
        Books.decide(book, FINE, Books.UNKNOWN);
        book.close();
        book.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> Books.decide(book, FINE, Books.UNKNOWN))
                .withMessage("The rule book is closed and decides no more.");
    }
}
