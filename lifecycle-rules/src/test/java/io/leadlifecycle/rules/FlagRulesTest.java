package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule may say of flags that fall by themselves, of timers that repeat and of the expected time. */
class FlagRulesTest {
    private static final String ENTERED = "StageEntered( stage == \"MQL\" )";

    @Test
    void a_flag_may_say_one_end_or_two_or_none() {
        try (DroolsRuleBook book = Books.book(
                Books.rule("F-1", ENTERED, "lead.raiseFlag(\"dark\").until(\"activity\");"),
                Books.rule("F-2", ENTERED, "lead.raiseFlag(\"stuck\").whileInStage();"),
                Books.rule("F-3", ENTERED, "lead.raiseFlag(\"leakage\").until(\"activity\").whileInStage();"),
                Books.rule("F-4", ENTERED, "lead.raiseFlag(\"hot\");"))) {
            assertThat(book.rules()).hasSize(4);
        }
    }

    @Test
    void a_timer_may_repeat_and_take_the_expected_time() {
        try (DroolsRuleBook book = Books.book(
                Books.rule(
                        "T-1", "StageEntered( lead.timeExpected )", "lead.startTimer(\"x\", lead.expectedTimes(2));"),
                Books.rule("T-2", ENTERED, "lead.startTimer(\"y\", days(2)).restartedBy(\"activity\").repeating();"))) {
            assertThat(book.rules()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.raiseFlag(\"x\").until(\"activty\"); | The event group \"activty\" is unknown; allowed are [activity]. Maybe \"activity\"?",
                "lead.raiseFlag(\"x\").untill(\"activity\"); | has no \"untill\"",
                "lead.startTimer(\"x\", lead.expectedTimes(0)); | \"expectedTimes\" takes 1 to 1000 times, not 0.",
                "lead.startTimer(\"x\", lead.expectedTimes(1001)); | \"expectedTimes\" takes 1 to 1000 times, not 1001.",
                "lead.startTimer(\"x\", lead.timeExpected); | \"startTimer\" takes an amount of time such as businessHours(4) here"
            })
    void what_makes_no_sense_is_refused_when_loaded(String then, String message) {
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> Books.book(Books.rule("F-1", ENTERED, then)))
                .withMessageContaining(message);
    }
}
