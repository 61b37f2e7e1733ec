package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessPeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Good Friday and Easter Monday 2026; clocks go forward on 29 March at 02:00. */
    private static final BusinessCalendar OFFICE = BusinessCalendar.in(BERLIN)
            .open("MON-FRI", "09:00-12:30", "13:00-17:00")
            .holiday(LocalDate.of(2026, 4, 3))
            .holiday(LocalDate.of(2026, 4, 6))
            .build();

    private static final BusinessCalendar NIGHTS =
            BusinessCalendar.in(BERLIN).open("MON-SUN", "22:00-06:00").build();

    private static final BusinessCalendar ALWAYS =
            BusinessCalendar.in(BERLIN).open("MON-SUN", "00:00-24:00").build();

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-05T09:00:00,     2026-03-05T09:00:00, 2026-03-06T09:00:00, the first opening begins the day
            2026-03-05T08:59:59.999, 2026-03-04T09:00:00, 2026-03-05T09:00:00, until then it is the day before
            2026-03-05T13:00:00,     2026-03-05T09:00:00, 2026-03-06T09:00:00, a later opening begins nothing
            2026-03-06T17:30:00,     2026-03-06T09:00:00, 2026-03-09T09:00:00, a weekend counts to Friday
            2026-03-09T08:59:00,     2026-03-06T09:00:00, 2026-03-09T09:00:00, and so does early Monday
            2026-04-05T12:00:00,     2026-04-02T09:00:00, 2026-04-07T09:00:00, Easter counts to Thursday
            2026-03-29T12:00:00,     2026-03-27T09:00:00, 2026-03-30T09:00:00, clocks change at the weekend
            """)
    void an_office_day_lasts_until_the_next_one_begins(String at, String start, String end, String why) {
        assertPeriod(OFFICE.businessDayOf(berlin(at)), start, end, why);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-05T23:00:00, 2026-03-05T22:00:00, 2026-03-06T22:00:00, a night is the day's it opens on
            2026-03-06T05:59:00, 2026-03-05T22:00:00, 2026-03-06T22:00:00, also after midnight
            2026-03-06T12:00:00, 2026-03-05T22:00:00, 2026-03-06T22:00:00, and until the next night
            """)
    void a_night_counts_to_the_day_it_opens_on(String at, String start, String end, String why) {
        assertPeriod(NIGHTS.businessDayOf(berlin(at)), start, end, why);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-05T00:00:00, 2026-03-05T00:00:00, 2026-03-06T00:00:00, midnight begins it
            2026-03-29T12:00:00, 2026-03-29T00:00:00, 2026-03-30T00:00:00, a day of 23 hours
            2026-10-25T12:00:00, 2026-10-25T00:00:00, 2026-10-26T00:00:00, a day of 25 hours
            """)
    void around_the_clock_a_day_is_the_local_date(String at, String start, String end, String why) {
        assertPeriod(ALWAYS.businessDayOf(berlin(at)), start, end, why);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-05T12:00:00, 2026-03-02T09:00:00, 2026-03-09T09:00:00, Monday to Monday
            2026-03-09T08:59:00, 2026-03-02T09:00:00, 2026-03-09T09:00:00, early Monday is last week
            2026-04-07T08:00:00, 2026-03-30T09:00:00, 2026-04-07T09:00:00, after Easter it begins on Tuesday
            2026-04-12T12:00:00, 2026-04-07T09:00:00, 2026-04-13T09:00:00, and ends as ever
            """)
    void a_week_begins_with_its_first_opening(String at, String start, String end, String why) {
        assertPeriod(OFFICE.businessWeekOf(berlin(at)), start, end, why);
    }

    @Test
    void the_night_from_Sunday_to_Monday_counts_to_the_week_of_Sunday() {
        assertPeriod(
                NIGHTS.businessWeekOf(berlin("2026-03-09T03:00:00")),
                "2026-03-02T22:00:00",
                "2026-03-09T22:00:00",
                "Sunday night");
    }

    @Test
    void a_date_that_clocks_skip_is_no_day_of_its_own() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessCalendar shop =
                BusinessCalendar.in(apia).open("MON-SUN", "09:00-17:00").build();
        Instant newYearsEve =
                LocalDateTime.parse("2011-12-31T12:00:00").atZone(apia).toInstant();

        assertThat(shop.businessDayOf(newYearsEve))
                .isEqualTo(new BusinessPeriod(
                        Instant.parse("2011-12-30T19:00:00Z"), Instant.parse("2011-12-31T19:00:00Z")));
        assertThat(shop.businessDayOf(newYearsEve.minusSeconds(86_400)).startInclusive())
                .as("Thursday, 29 December")
                .isEqualTo(Instant.parse("2011-12-29T19:00:00Z"));
    }

    @Test
    void a_window_that_a_clock_change_empties_begins_no_day() {
        BusinessCalendar odd =
                BusinessCalendar.in(BERLIN).open("SUN", "02:30-03:10").build();

        assertPeriod(
                odd.businessDayOf(berlin("2026-03-30T12:00:00")),
                "2026-03-22T02:30:00",
                "2026-04-05T02:30:00",
                "a gap");
    }

    @Test
    void a_year_of_holidays_is_one_day() {
        BusinessCalendar.Builder builder = BusinessCalendar.in(BERLIN).open("MON-SUN", "09:00-17:00");
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        newYear.datesUntil(newYear.plusYears(1)).forEach(builder::holiday);

        assertPeriod(
                builder.build().businessDayOf(berlin("2026-07-01T12:00:00")),
                "2025-12-31T09:00:00",
                "2027-01-01T09:00:00",
                "a sabbatical");
    }

    @Test
    void where_the_years_begin_and_end_there_is_an_answer() {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = BusinessCalendar.END.minusMillis(1);

        assertThat(BusinessCalendar.STANDARD.businessDayOf(first))
                .isEqualTo(new BusinessPeriod(first, Instant.parse("0001-01-01T09:00:00Z")));
        assertThat(BusinessCalendar.STANDARD.businessDayOf(last))
                .isEqualTo(new BusinessPeriod(Instant.parse("9999-12-31T09:00:00Z"), BusinessCalendar.END));
        assertThat(BusinessCalendar.STANDARD
                        .businessWeekOf(BusinessCalendar.END)
                        .endExclusive())
                .isEqualTo(BusinessCalendar.END);
        assertThat(BusinessCalendar.ALWAYS_OPEN.businessDayOf(last).endExclusive())
                .isEqualTo(BusinessCalendar.END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.STANDARD.businessDayOf(first.minusMillis(1)))
                .withMessage("The instant 0000-12-31T23:59:59.999Z is outside the years 1 to 9999 that a business"
                        + " calendar covers.");
    }

    @Test
    void a_period_has_a_length() {
        Instant noon = Instant.parse("2026-03-05T12:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessPeriod(noon, noon))
                .withMessage("The business period from 2026-03-05T12:00:00Z ends at 2026-03-05T12:00:00Z. Allowed is an"
                        + " end after the start.");
    }

    private static void assertPeriod(BusinessPeriod period, String start, String end, String why) {
        assertThat(period).as(why).isEqualTo(new BusinessPeriod(berlin(start), berlin(end)));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
