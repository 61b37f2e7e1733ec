package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.Ledger.Kind;
import java.time.Duration;
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
class LedgerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate WHIT_MONDAY = LocalDate.of(2026, 5, 25);

    private static BusinessCalendar calendar(String days, String... windows) {
        return BusinessCalendar.in(BERLIN)
                .open(days, windows)
                .holiday(WHIT_MONDAY)
                .build();
    }

    private static Ledger ledger(BusinessCalendar calendar, String start, String end) {
        return calendar.ledger(berlin(start), berlin(end));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-15T15:00 | 2026-05-18T11:00 | Fri 15:00-17:00 2 h, weekend, Mon 09:00-11:00 2 h | over a weekend
            2026-05-14T15:00 | 2026-05-15T11:00 | Thu 15:00-17:00 2 h, Fri 09:00-11:00 2 h | a night is not worth a word
            2026-05-22T15:00 | 2026-05-26T11:00 | Fri 15:00-17:00 2 h, weekend, holiday Mon 25 May, Tue 09:00-11:00 2 h | a holiday has its name
            2026-05-14T10:00 | 2026-05-14T10:05 | Thu 10:00-10:05 5 min | within a window
            2026-05-16T10:00 | 2026-05-18T10:30 | weekend, Mon 09:00-10:30 1 h 30 min | begun at a weekend
            2026-05-15T16:00 | 2026-05-16T10:00 | Fri 16:00-17:00 1 h, weekend | ends at a weekend
            2026-05-14T18:00 | 2026-05-15T08:00 | outside opening hours | a night only
            2026-05-14T18:00 | 2026-05-14T18:00 | no time | nothing at all
            2026-05-14T16:59:30 | 2026-05-15T09:00:15 | Thu 16:59:30-17:00 30 s, Fri 09:00-09:00:15 15 s | to the second
            2026-05-14T16:00 | 2026-05-21T10:00 | Thu 14 May 16:00-17:00 1 h, Fri 15 May 09:00-17:00 8 h, weekend, Mon 18 May 09:00-17:00 8 h, Tue 19 May 09:00-17:00 8 h, Wed 20 May 09:00-17:00 8 h, Thu 21 May 09:00-10:00 1 h | a week later the day needs its date
            2026-06-04T16:00 | 2026-06-15T10:00 | Thu 4 Jun 16:00-17:00 1 h, Fri 5 Jun 09:00-17:00 8 h, weekend, Mon 8 Jun 09:00-17:00 8 h, Tue 9 Jun 09:00-17:00 8 h, Wed 10 Jun 09:00-17:00 8 h, Thu 11 Jun 09:00-17:00 8 h, Fri 12 Jun 09:00-17:00 8 h, weekend, Mon 15 Jun 09:00-10:00 1 h | ten lines can be read
            2026-05-07T16:00 | 2026-06-01T10:00 | Thu 7 May 16:00-17:00 1 h, Fri 8 May 09:00-17:00 8 h, weekend, 3 weeks 112 h with holiday Mon 25 May, Mon 1 Jun 09:00-10:00 1 h | a long span has whole weeks
            2026-06-03T16:00 | 2026-06-15T10:00 | Wed 3 Jun 16:00-17:00 1 h, Thu 4 Jun 09:00-17:00 8 h, Fri 5 Jun 09:00-17:00 8 h, weekend, 1 week 40 h, Mon 15 Jun 09:00-10:00 1 h | eleven lines are too many
            2026-05-18T00:00 | 2036-05-19T00:00 | 522 weeks 20872 h with holiday Mon 25 May 2026 | ten years
            """)
    void an_office_week_reads_like_a_sentence(String start, String end, String text, String reason) {
        Ledger ledger = ledger(calendar("MON-FRI", "09:00-17:00"), start, end);
        assertThat(ledger).as(reason).hasToString(text);
    }

    @Test
    void many_holidays_in_whole_weeks_are_counted() {
        BusinessCalendar.Builder builder = BusinessCalendar.in(BERLIN).open("MON-FRI", "09:00-17:00");
        for (int day = 18; day <= 22; day++) {
            builder.holiday(LocalDate.of(2026, 5, day));
        }
        assertThat(ledger(builder.build(), "2026-04-27T00:00", "2026-06-15T00:00"))
                .hasToString("7 weeks 240 h with 5 holidays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MON-FRI | 22:00-06:00 | 2026-05-14T23:00 | 2026-05-15T23:00 | Thu 23:00-Fri 06:00 7 h, Fri 22:00-23:00 1 h | overnight
            MON-FRI | 18:00-24:00 | 2026-05-14T12:00 | 2026-05-15T12:00 | Thu 18:00-24:00 6 h | until midnight
            MON-SUN | 00:00-24:00 | 2026-05-14T12:00 | 2026-05-17T12:00 | Thu 12:00-Sun 12:00 72 h | around the clock
            MON,TUE,THU,FRI | 09:00-17:00 | 2026-05-12T16:00 | 2026-05-14T10:00 | Tue 16:00-17:00 1 h, closed, Thu 09:00-10:00 1 h | a closed Wednesday
            MON-THU | 09:00-17:00 | 2026-05-14T16:00 | 2026-05-18T10:00 | Thu 16:00-17:00 1 h, weekend, Mon 09:00-10:00 1 h | a long weekend
            SAT,SUN | 09:00-17:00 | 2026-05-17T16:00 | 2026-05-23T10:00 | Sun 16:00-17:00 1 h, closed, Sat 09:00-10:00 1 h | a week without hours
            MON-FRI | 22:00-06:00 | 2026-05-22T23:00 | 2026-05-26T23:00 | Fri 23:00-Sat 06:00 7 h, weekend, holiday Mon 25 May, Tue 22:00-23:00 1 h | a holiday without its night
            """)
    void every_shape_of_week_has_its_words(
            String days, String window, String start, String end, String text, String reason) {
        assertThat(ledger(calendar(days, window), start, end)).as(reason).hasToString(text);
    }

    @Test
    void a_break_is_a_line_but_no_word() {
        Ledger ledger =
                ledger(calendar("MON-FRI", "09:00-12:30", "13:00-17:00"), "2026-05-14T12:00", "2026-05-14T13:30");
        assertThat(ledger).hasToString("Thu 12:00-12:30 30 min, Thu 13:00-13:30 30 min");
        assertThat(ledger.lines()).extracting(Ledger.Line::kind).containsExactly(Kind.OPEN, Kind.OFF_HOURS, Kind.OPEN);
        assertThat(ledger.open()).isEqualTo(Duration.ofHours(1));
        assertThat(ledger.zone()).isEqualTo(BERLIN);
    }

    @Test
    void a_line_knows_the_holiday_that_shut_it() {
        Ledger ledger = ledger(calendar("MON-FRI", "09:00-17:00"), "2026-05-25T10:00", "2026-05-26T10:00");
        assertThat(ledger.lines()).first().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.HOLIDAY);
            assertThat(line.holidays()).containsExactly(WHIT_MONDAY);
            assertThat(line.endExclusive()).isEqualTo(berlin("2026-05-26T00:00"));
            assertThat(line.open()).isZero();
        });
    }
}
