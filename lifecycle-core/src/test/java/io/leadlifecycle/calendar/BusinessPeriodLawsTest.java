package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.testing.CalendarArbitraries;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class BusinessPeriodLawsTest {

    @Property(tries = 500)
    void every_instant_of_a_period_counts_to_it(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant instant,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double part) {
        BusinessPeriod day = calendar.businessDayOf(instant);
        BusinessPeriod week = calendar.businessWeekOf(instant);

        assertThat(instant).isBetween(day.startInclusive(), day.endExclusive().minusNanos(1));
        assertThat(instant).isBetween(week.startInclusive(), week.endExclusive().minusNanos(1));
        for (Instant inDay : samples(day, part)) {
            assertThat(calendar.businessDayOf(inDay)).isEqualTo(day);
        }
        for (Instant inWeek : samples(week, part)) {
            assertThat(calendar.businessWeekOf(inWeek)).isEqualTo(week);
        }
    }

    @Property(tries = 500)
    void a_period_begins_open_and_the_next_begins_on_another_date(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant instant) {
        BusinessPeriod day = calendar.businessDayOf(instant);

        assertThat(calendar.isOpen(day.startInclusive())).isTrue();
        assertThat(calendar.isOpen(day.endExclusive())).isTrue();
        assertThat(calendar.businessDayOf(day.endExclusive()).startInclusive()).isEqualTo(day.endExclusive());
        assertThat(date(calendar, day.endExclusive())).isNotEqualTo(date(calendar, day.startInclusive()));
    }

    @Property(tries = 500)
    void whenever_a_closed_calendar_opens_it_is_the_business_day_of_that_date(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant instant) {
        Assume.that(!calendar.isOpen(instant));
        Instant opening = calendar.nextOpen(instant);

        assertThat(date(calendar, calendar.businessDayOf(opening).startInclusive()))
                .isEqualTo(date(calendar, opening));
    }

    @Property(tries = 500)
    void days_lie_whole_in_the_week_of_their_date(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant instant) {
        BusinessPeriod day = calendar.businessDayOf(instant);
        BusinessPeriod next = calendar.businessDayOf(day.endExclusive());
        BusinessPeriod week = calendar.businessWeekOf(instant);
        boolean sameWeek = monday(calendar, day).equals(monday(calendar, next));

        assertThat(day.startInclusive()).isAfterOrEqualTo(week.startInclusive());
        assertThat(day.endExclusive()).isBeforeOrEqualTo(week.endExclusive());
        assertThat(calendar.businessWeekOf(day.endExclusive()).equals(week)).isEqualTo(sameWeek);
    }

    private static List<Instant> samples(BusinessPeriod period, double part) {
        Duration length = Duration.between(period.startInclusive(), period.endExclusive());
        return List.of(
                period.startInclusive(),
                period.startInclusive().plusMillis((long) (part * length.toMillis())),
                period.endExclusive().minusNanos(1));
    }

    private static LocalDate monday(BusinessCalendar calendar, BusinessPeriod day) {
        return date(calendar, day.startInclusive()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate date(BusinessCalendar calendar, Instant instant) {
        return LocalDate.ofInstant(instant, calendar.zone());
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return CalendarArbitraries.calendars();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return CalendarArbitraries.instants();
    }
}
