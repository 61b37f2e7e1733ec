package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.testing.CalendarArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BusinessCalendarLawsTest {

    @Property
    void splitting_a_budget_never_changes_when_it_is_due(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration first,
            @ForAll("budgets") Duration second) {
        assertThat(calendar.dueAfter(calendar.dueAfter(start, first), second))
                .isEqualTo(calendar.dueAfter(start, first.plus(second)));
    }

    @Property
    void exactly_the_budget_has_elapsed_when_it_is_due(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration budget) {
        assertThat(calendar.elapsed(start, calendar.dueAfter(start, budget))).isEqualTo(budget);
    }

    @Property
    void a_millisecond_before_it_is_due_a_budget_is_not_used_up(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration budget) {
        Instant due = calendar.dueAfter(start, budget.plusMillis(1));
        assertThat(calendar.elapsed(start, due.minusMillis(1))).isEqualTo(budget);
    }

    @Property
    void a_larger_budget_is_never_due_earlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration budget,
            @ForAll("budgets") Duration more) {
        assertThat(calendar.dueAfter(start, budget.plus(more))).isAfterOrEqualTo(calendar.dueAfter(start, budget));
    }

    @Property
    void a_later_start_is_never_due_earlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration later,
            @ForAll("budgets") Duration budget) {
        assertThat(calendar.dueAfter(start.plus(later), budget)).isAfterOrEqualTo(calendar.dueAfter(start, budget));
    }

    @Property
    void elapsed_time_adds_up(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration first,
            @ForAll("budgets") Duration second) {
        Instant middle = start.plus(first);
        Instant end = middle.plus(second);
        assertThat(calendar.elapsed(start, middle).plus(calendar.elapsed(middle, end)))
                .isEqualTo(calendar.elapsed(start, end));
    }

    @Property
    void elapsed_time_never_exceeds_wall_time(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration wall) {
        assertThat(calendar.elapsed(start, start.plus(wall))).isBetween(Duration.ZERO, wall);
        assertThat(calendar.elapsed(start.plus(wall), start)).isZero();
    }

    @Property
    void around_the_clock_business_time_is_wall_time(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant start, @ForAll("budgets") Duration budget) {
        BusinessCalendar always =
                BusinessCalendar.in(zone).open("MON-SUN", "00:00-24:00").build();
        assertThat(always.dueAfter(start, budget)).isEqualTo(start.plus(budget));
    }

    @Property
    void next_open_is_the_first_open_instant(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant instant) {
        Instant next = calendar.nextOpen(instant);
        assertThat(calendar.isOpen(next)).isTrue();
        assertThat(calendar.nextOpen(next)).isEqualTo(next);
        assertThat(calendar.elapsed(instant, next)).isZero();
        assertThat(next.equals(instant)).isEqualTo(calendar.isOpen(instant));
    }

    @Property(tries = 400)
    void a_calendar_agrees_with_counting_minute_by_minute(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant anyStart,
            @ForAll @IntRange(max = 50_000) int from,
            @ForAll @IntRange(max = 30_000) int length) {
        Instant start = anyStart.truncatedTo(ChronoUnit.MINUTES);
        MinuteByMinute counted = new MinuteByMinute(calendar, start);
        Instant instant = start.plus(Duration.ofMinutes(from));
        Instant end = instant.plus(Duration.ofMinutes(length));
        assertThat(calendar.isOpen(instant)).isEqualTo(counted.isOpen(from));
        assertThat(calendar.elapsed(instant, end)).isEqualTo(counted.elapsed(from, from + length));
        List<Instant> due = counted.dueInstants();
        int budget = length % due.size();
        assertThat(calendar.dueAfter(start, Duration.ofMinutes(budget))).isEqualTo(due.get(budget));
    }

    @Property(tries = 400)
    void a_ledger_follows_without_a_hole_and_sums_up_to_the_elapsed_time(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 100 * 24 * 60) int minutes) {
        Instant end = start.plus(Duration.ofMinutes(minutes));
        Ledger ledger = calendar.ledger(start, end);
        assertThat(ledger.open()).isEqualTo(calendar.elapsed(start, end));
        Instant at = start;
        for (Ledger.Line line : ledger.lines()) {
            assertThat(line.startInclusive()).isEqualTo(at);
            assertThat(line.endExclusive()).isAfter(at);
            assertThat(line.open()).isEqualTo(calendar.elapsed(at, line.endExclusive()));
            at = line.endExclusive();
        }
        assertThat(at).isEqualTo(end);
        assertThat(ledger.toString()).isNotBlank();
    }

    @Property
    void a_calendar_survives_the_way_to_text_and_back(@ForAll("calendars") BusinessCalendar calendar) {
        BusinessCalendar again = BusinessCalendar.parse(calendar.text());
        assertThat(again).isEqualTo(calendar).hasSameHashCodeAs(calendar);
        assertThat(again.text()).isEqualTo(calendar.text());
        assertThat(again.version()).isEqualTo(calendar.version());
        assertThat(again.businessDay()).isEqualTo(calendar.businessDay());
    }

    @Property
    void the_wall_clock_reads_like_zoned_date_time(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant instant, @ForAll @IntRange(max = 86_400) int s) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        long first = instant.minus(Duration.ofDays(20)).getEpochSecond();
        long last = instant.plus(Duration.ofDays(20)).getEpochSecond();
        WallClock clock = WallClock.between(zone.getRules(), first, last);
        for (LocalDateTime time : List.of(local, local.plusMinutes(30), local.plusSeconds(s))) {
            assertThat(clock.epochSecondOf(time.toEpochSecond(ZoneOffset.UTC)))
                    .isEqualTo(ZonedDateTime.of(time, zone).toEpochSecond());
        }
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return CalendarArbitraries.calendars();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return CalendarArbitraries.zones();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return CalendarArbitraries.instants();
    }

    @Provide
    Arbitrary<Duration> budgets() {
        return CalendarArbitraries.budgets();
    }
}
