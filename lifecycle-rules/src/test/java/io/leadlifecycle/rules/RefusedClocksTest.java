package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule cannot say of clocks: no time, a pause without end, a name that nobody starts. */
class RefusedClocksTest {
    private static final String STARTS =
            Books.rule("Z-1", "MeetingSet( )", "lead.startClock(\"acceptance\", businessHours(4));");
    private static final String PAUSES = Books.rule("A-1", "LeadResponded( )", "lead.pauseClock(\"acceptance\");");
    private static final String NEVER_RESUMED =
            "a.drl, line 5, column 1: The clock \"acceptance\" is paused here, and no"
                    + " rule of the book resumes it. Maybe a rule on TimerFired with lead.resumeClock(\"acceptance\")?";

    @Test
    void a_pause_needs_a_rule_that_resumes_the_clock() {
        assertThat(RefusedRulesTest.refused(PAUSES + STARTS)).containsExactly(NEVER_RESUMED);
    }

    @Test
    void the_rule_that_resumes_another_clock_is_none() {
        String other = Books.rule("B-1", "MeetingSet( )", "lead.startClock(\"answer\", hours(1));")
                + Books.rule("B-2", "MeetingCancelled( )", "lead.resumeClock(\"answer\");");

        assertThat(RefusedRulesTest.refused(PAUSES + STARTS, other)).containsExactly(NEVER_RESUMED);
    }

    @ParameterizedTest
    @CsvSource({
        "lead.resumeClock(\"acceptance\");,                    it counts on",
        "lead.restartClock(\"acceptance\");,                   it begins anew",
        "'lead.restartClock(\"acceptance\", businessHours(1));', with another time"
    })
    void it_may_stand_in_any_file(String then, String why) {
        try (DroolsRuleBook book = DroolsRuleBook.of(
                Books.LIFECYCLE,
                Map.of("a.drl", PAUSES + STARTS, "b.drl", Books.rule("B-1", "MeetingCancelled( )", then)))) {
            assertThat(book.rules()).as(why).hasSize(3);
        }
    }

    @Test
    void an_unknown_clock_is_not_also_one_that_nobody_resumes() {
        assertThat(RefusedRulesTest.refused(
                        STARTS + Books.rule("A-1", "LeadResponded( )", "lead.pauseClock(\"aceptance\");")))
                .containsExactly(
                        "a.drl, line 11, column 17: No rule of the book starts the clock \"aceptance\"; there are"
                                + " [acceptance]. Maybe \"acceptance\"?");
    }

    @Test
    void a_rule_that_cannot_be_read_may_be_the_one_that_resumes_it() {
        String broken = Books.rule("B-1", "MeetingCancelled( )", "lead.resumeClock(\"acceptance\") oops");

        assertThat(RefusedRulesTest.refused(PAUSES + STARTS, broken))
                .singleElement()
                .asString()
                .startsWith("b.drl, line 5, column 32: After a statement \";\" is expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.startClock(\"speed\");| The statement \"lead.startClock(\"speed\")\" gives the clock no time. Maybe \"lead.startClock(\"speed\").like(...)\", or a time such as businessHours(4) behind the name?",
                "lead.startClock(\"speed\").noLater();| The statement \"lead.startClock(\"speed\").noLater()\" gives the clock no time. Maybe \"lead.startClock(\"speed\").noLater().like(...)\", or a time such as businessHours(4) behind the name?"
            })
    void a_clock_is_given_a_time_or_the_clock_whose_time_it_takes(String then, String says) {
        assertThat(RefusedRulesTest.refused(STARTS + Books.rule("A-1", "SalesAccepted( )", then)))
                .containsExactly("a.drl, line 11, column 1: " + says.strip());
    }

    @Test
    void like_another_one_is_a_time() {
        try (DroolsRuleBook book = Books.book(
                STARTS,
                Books.rule("A-1", "SalesAccepted( )", "lead.startClock(\"speed\").noLater().like(\"acceptance\");"))) {
            assertThat(book.rules()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.startClock(\"speed\").like(\"aceptance\");| 31| [acceptance, speed]",
                "lead.tell(owner()).about(\"aceptance\");| 26| [acceptance]",
                "lead.restartClock(\"aceptance\");| 19| [acceptance]",
                "lead.restartClock(\"aceptance\", hours(1));| 19| [acceptance]"
            })
    void a_clock_that_a_rule_refers_to_is_started_by_some_rule(String then, int column, String known) {
        assertThat(RefusedRulesTest.refused(STARTS + Books.rule("A-1", "SalesAccepted( )", then)))
                .containsExactly("a.drl, line 11, column " + column + ": No rule of the book starts the clock"
                        + " \"aceptance\"; there are " + known + ". Maybe \"acceptance\"?");
    }
}
