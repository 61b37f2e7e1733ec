package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.testing.CalendarArbitraries;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeBudgetTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final BusinessCalendar OFFICE =
            BusinessCalendar.in(NEW_YORK).open("MON-FRI", "09:00-17:00").build();
    private static final String NO_BUDGET =
            "The time budget \"%s\" is not an amount and a unit like \"4 business hours\"."
                    + " Allowed units are [business milliseconds, business seconds, business minutes, business hours, business days,"
                    + " milliseconds, seconds, minutes, hours, days, months].";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 business hours   | 2026-05-22T15:00 | 2026-05-25T11:00 | over the weekend
            5 business minutes | 2026-05-22T16:58 | 2026-05-25T09:03 | two minutes before the weekend
            2 business days    | 2026-05-21T11:00 | 2026-05-25T11:00 | from Thursday to Monday
            24 business hours  | 2026-05-21T11:00 | 2026-05-26T11:00 | three days of eight hours
            0 business hours   | 2026-05-23T11:00 | 2026-05-23T11:00 | nothing, outside hours
            30 minutes         | 2026-05-22T23:45 | 2026-05-23T00:15 | wall time counts at night
            1 hour             | 2026-03-08T01:30 | 2026-03-08T03:30 | an hour across the gap
            1 day              | 2026-03-07T12:00 | 2026-03-08T13:00 | 24 hours, though the wall calendar's day had 23
            1 month            | 2026-02-20T12:00 | 2026-03-20T12:00 | a month keeps the wall clock over the change
            1 month            | 2026-01-31T12:00 | 2026-02-28T12:00 | the end of the month is clipped
            6 months           | 2026-08-31T12:00 | 2027-02-28T12:00 | also over the year
            90 days            | 2026-01-01T00:00 | 2026-04-01T01:00 | 2,160 hours
            """)
    void a_budget_is_due_when_it_is_used_up(TimeBudget budget, String start, String due, String reason) {
        assertThat(budget.dueAfter(
                                OFFICE,
                                LocalDateTime.parse(start).atZone(NEW_YORK).toInstant())
                        .atZone(NEW_YORK)
                        .toLocalDateTime())
                .as(reason)
                .isEqualTo(LocalDateTime.parse(due));
    }

    @Test
    void a_budget_prints_as_it_is_said() {
        assertThat(TimeBudget.businessHours(4)).hasToString("4 business hours");
        assertThat(TimeBudget.businessMinutes(5)).hasToString("5 business minutes");
        assertThat(TimeBudget.businessDays(1)).hasToString("1 business day");
        assertThat(TimeBudget.minutes(0)).hasToString("0 minutes");
        assertThat(TimeBudget.hours(1)).hasToString("1 hour");
        assertThat(TimeBudget.days(90)).hasToString("90 days");
        assertThat(TimeBudget.months(6)).hasToString("6 months");
    }

    @Property
    void a_budget_survives_the_way_to_text_and_back(@ForAll("timeBudgets") TimeBudget budget) {
        assertThat(TimeBudget.parse(budget.toString())).isEqualTo(budget);
        assertThat(budget.isBusiness()).isEqualTo(budget.toString().contains("business"));
        assertThat(budget.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .startsWith(budget.toString().replaceFirst("^\\d+ ", ""));
    }

    @Test
    void singular_and_plural_are_both_read() {
        assertThat(TimeBudget.parse("1 business days")).isEqualTo(TimeBudget.businessDays(1));
        assertThat(TimeBudget.parse("90 day")).isEqualTo(TimeBudget.days(90));
    }

    @ParameterizedTest
    @CsvSource({
        "4 business hours, PT4H",
        "5 business minutes, PT5M",
        "3 business days, PT24H",
        "2 days, PT48H",
        "250 milliseconds, PT0.25S",
    })
    void a_budget_has_a_length_in_a_calendar(TimeBudget budget, Duration length) {
        assertThat(budget.in(OFFICE)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "PT4H, 4 hours",
        "PT90M, 90 minutes",
        "PT48H, 48 hours",
        "PT1H0.001S, 3600001 milliseconds",
        "PT61S, 61 seconds",
        "PT0S, 0 hours"
    })
    void a_computed_length_is_stated_exactly(Duration length, TimeBudget wall) {
        assertThat(TimeBudget.exactly(false, length)).isEqualTo(wall);
        TimeBudget business = TimeBudget.exactly(true, length);
        assertThat(business.in(OFFICE)).isEqualTo(length);
        assertThat(business.isBusiness()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 busines hours | 4 business hours | a slip
            4h              | 4 hours          | short
            15min           | 15 minutes       | short
            4hours          | 4 hours          | no space
            4  hours        | 4 hours          | two spaces
            3 Business Days | 3 business days  | capitals
            """)
    void a_text_that_is_almost_a_budget_is_refused_with_the_right_words(String text, String meant, String reason) {
        assertThatIllegalArgumentException()
                .as(reason)
                .isThrownBy(() -> TimeBudget.parse(text))
                .withMessage(NO_BUDGET.formatted(text) + "\nMaybe \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "4 lightyears, no such unit",
        "5 m, minutes or months",
        "hours, no amount",
        "-4 hours, a negative amount",
        "99999999999999999999 days, more digits than a number has",
        "'', nothing",
    })
    void a_text_that_is_no_budget_is_refused(String text, String reason) {
        assertThatIllegalArgumentException()
                .as(reason)
                .isThrownBy(() -> TimeBudget.parse(text))
                .withMessage(NO_BUDGET.formatted(text));
    }

    @Test
    void an_amount_beyond_ten_thousand_years_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBudget.parse("99999999999999 days"))
                .withMessage(
                        "The amount of the time budget \"99999999999999 days\" is too large. Allowed is 0 to 3652500.");
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBudget.businessHours(-1))
                .withMessage(
                        "The amount of the time budget \"-1 business hours\" is negative. Allowed is 0 to 87660000.\n"
                                + "Maybe \"1 business hour\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBudget.exactly(true, Duration.ofMinutes(-5)))
                .withMessage(
                        "The amount of the time budget \"-5 business minutes\" is negative. Allowed is 0 to 5259600000."
                                + "\nMaybe \"5 business minutes\"?");
    }

    @Test
    void months_have_no_fixed_length() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBudget.months(6).in(OFFICE))
                .withMessage(
                        "The time budget \"6 months\" has no fixed length, since months differ. Allowed here are all"
                                + " units but months.\nMaybe \"180 days\"?");
    }

    @Test
    void a_fraction_of_a_millisecond_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeBudget.exactly(false, Duration.ofNanos(1_500_000)))
                .withMessage("The length PT0.0015S has a fraction of a millisecond. Allowed are whole milliseconds.\n"
                        + "Maybe \"PT0.001S\"?");
    }

    @Provide
    Arbitrary<TimeBudget> timeBudgets() {
        return CalendarArbitraries.timeBudgets();
    }
}
