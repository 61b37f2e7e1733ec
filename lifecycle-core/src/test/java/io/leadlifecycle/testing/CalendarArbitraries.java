package io.leadlifecycle.testing;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Calendars, instants and budgets for jqwik properties.
 *
 * <pre>{@code
 * @Property
 * void a_reply_within_the_target_is_met(@ForAll("calendars") BusinessCalendar calendar) { ... }
 *
 * @Provide
 * Arbitrary<BusinessCalendar> calendars() { return CalendarArbitraries.calendars(); }
 * }</pre>
 *
 * <p>Instants, holidays and special days crowd around the same dates, those on which clocks change in one of the zones,
 * so that a few hundred tries meet the hard cases. All window edges are whole minutes.
 */
public final class CalendarArbitraries {

    private static final int MINUTES_A_DAY = 24 * 60;

    /** The days before clock changes: Sao Paulo (at midnight), St. John's, Apia (skips a date), the others in 2026. */
    private static final List<LocalDate> EVENTFUL_DATES = List.of(
            LocalDate.of(2010, 11, 6),
            LocalDate.of(2011, 12, 29),
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2019, 2, 16),
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 3, 28),
            LocalDate.of(2026, 4, 4),
            LocalDate.of(2026, 5, 23),
            LocalDate.of(2026, 10, 3),
            LocalDate.of(2026, 10, 24),
            LocalDate.of(2026, 10, 31));

    private static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Kolkata",
            "America/New_York",
            "Europe/London",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Pacific/Apia");

    private CalendarArbitraries() {}

    /** Calendars of any shape: offices, lunch breaks, night shifts, around the clock, and irregular ones. */
    public static Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.oneOf(List.of(usualCalendars(), irregularCalendars()));
    }

    /** Zones with and without clock changes, by an hour, half an hour and a day, at night and at midnight. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    /** Instants, to the millisecond, within two weeks of a clock change or holiday. */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Instant> dates = Arbitraries.of(EVENTFUL_DATES)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
        Arbitrary<Long> offsets = Arbitraries.longs()
                .between(-Duration.ofDays(14).toMillis(), Duration.ofDays(14).toMillis());
        return Combinators.combine(dates, offsets).as(Instant::plusMillis);
    }

    /** Amounts of open time from nothing to three weeks, often round. */
    public static Arbitrary<Duration> budgets() {
        Arbitrary<Duration> round = Arbitraries.longs().between(0, 200).map(Duration::ofHours);
        Arbitrary<Duration> any =
                Arbitraries.longs().between(0, Duration.ofDays(21).toMillis()).map(Duration::ofMillis);
        return Arbitraries.oneOf(List.of(round, any));
    }

    /** Time budgets in every unit, up to 100 of it. */
    public static Arbitrary<TimeBudget> timeBudgets() {
        return Combinators.combine(
                        Arbitraries.of(TimeBudget.Unit.class),
                        Arbitraries.longs().between(0, 100))
                .as(TimeBudget::new);
    }

    private static Arbitrary<BusinessCalendar> usualCalendars() {
        Arbitrary<List<String>> week = Arbitraries.of(
                List.of("MON-FRI", "09:00-17:00"),
                List.of("MON-FRI", "09:00-12:30", "13:00-17:00"),
                List.of("MON-SUN", "00:00-24:00"),
                List.of("MON-SUN", "22:00-06:00"),
                List.of("SUN-THU", "20:30-02:15"),
                List.of("MON,WED,SAT", "00:00-02:30", "06:00-24:00"),
                List.of("SAT,SUN", "01:30-02:15", "02:45-03:10"));
        return Combinators.combine(zones(), week, dates(4), dates(2)).as((zone, windows, holidays, specialDays) -> {
            String[] hours = windows.subList(1, windows.size()).toArray(String[]::new);
            BusinessCalendar.Builder builder = BusinessCalendar.in(zone).open(windows.get(0), hours);
            holidays.forEach(builder::holiday);
            specialDays.forEach(date -> builder.specialDay(date, "10:00-12:00", "14:00-20:00"));
            return builder.build();
        });
    }

    /** The week is cut at random minutes and each piece is open or not; pieces of a day or more are cut short. */
    private static Arbitrary<BusinessCalendar> irregularCalendars() {
        Arbitrary<Set<Integer>> cuts = Arbitraries.integers()
                .between(0, 7 * MINUTES_A_DAY / 5 - 1)
                .map(fiveMinutes -> 5 * fiveMinutes)
                .set()
                .ofMinSize(2)
                .ofMaxSize(24);
        Arbitrary<List<Boolean>> isOpen =
                Arbitraries.of(true, true, false).list().ofSize(24);
        return Combinators.combine(zones(), cuts, isOpen, dates(4)).as((zone, minutes, open, holidays) -> {
            BusinessCalendar.Builder builder = irregularWeek(zone, minutes, open);
            holidays.forEach(builder::holiday);
            return builder.build();
        });
    }

    private static BusinessCalendar.Builder irregularWeek(ZoneId zone, Set<Integer> cuts, List<Boolean> open) {
        BusinessCalendar.Builder builder = BusinessCalendar.in(zone).businessDay(Duration.ofHours(8));
        List<Integer> sorted = cuts.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            boolean isLast = i == sorted.size() - 1;
            int from = sorted.get(i);
            int to = isLast ? sorted.get(0) + 7 * MINUTES_A_DAY : sorted.get(i + 1);
            // The first piece is always open: a calendar has to have a window.
            if (i == 0 || open.get(i)) {
                int length = Math.min(to - from, MINUTES_A_DAY - 1);
                builder.open(DayOfWeek.of(from / MINUTES_A_DAY + 1), timeOf(from), timeOf(from + length));
            }
        }
        return builder;
    }

    private static LocalTime timeOf(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private static Arbitrary<Set<LocalDate>> dates(int most) {
        return Combinators.combine(
                        Arbitraries.of(EVENTFUL_DATES), Arbitraries.integers().between(-4, 4))
                .as((date, days) -> date.plusDays(days))
                .set()
                .ofMaxSize(most);
    }
}
