package io.leadlifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.ClockLife.Happening;
import io.leadlifecycle.model.ClockLife.Turn;
import io.leadlifecycle.testing.CalendarArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for a clock between any two teams, whatever happened to it before. */
class ClockLawsTest {
    @Property
    void exactly_the_target_has_been_counted_when_a_clock_is_due(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("lengths") TimeBudget target) {
        ClockLife life = ClockLife.begun(calendar, calendar, target, start);
        Instant due = target.dueAfter(calendar, start);
        assertThat(life.clock().dueAt()).isEqualTo(due);
        assertThat(life.elapsed(due)).isEqualTo(target.in(calendar));
    }

    @Property
    void pauses_move_the_due_instant_by_exactly_the_open_time_they_last(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("lengths") TimeBudget target,
            @ForAll("pauses") List<Pause> pauses) {
        ClockLife life = ClockLife.begun(calendar, calendar, target, start);
        Instant due = target.dueAfter(calendar, start);
        for (Pause pause : pauses) {
            ClockLife paused = life.waited(pause.after()).paused();
            Assume.that(!paused.now().equals(due));
            life = paused.waited(pause.length()).resumed();
            if (paused.now().isBefore(due)) {
                due = later(target, calendar, due, paused.now(), life.now());
            }
        }
        assertThat(life.clock().dueAt()).isEqualTo(due);
    }

    private static Instant later(TimeBudget target, BusinessCalendar calendar, Instant due, Instant from, Instant to) {
        return target.isBusiness()
                ? calendar.dueAfter(due, calendar.elapsed(from, to))
                : due.plus(Duration.between(from, to));
    }

    @Property
    void a_pause_outside_opening_hours_moves_nothing(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("budgets") Duration target,
            @ForAll("waits") Duration wait) {
        ClockLife life = ClockLife.begun(calendar, calendar, TimeBudget.exactly(true, target), start);
        Instant closing = calendar.dueAfter(calendar.nextOpen(start.plus(wait)), calendar.businessDay());
        Instant opening = calendar.nextOpen(closing);
        Assume.that(!closing.equals(life.clock().dueAt()));
        ClockLife paused = life.waited(Duration.between(start, closing)).paused();
        ClockLife resumed = paused.waited(Duration.between(closing, opening)).resumed();
        assertThat(resumed.clock().dueAt()).isEqualTo(life.clock().dueAt());
    }

    @Property
    void milestones_fall_due_in_the_order_of_their_percents_and_at_their_share_of_the_target(
            @ForAll("lives") ClockLife life) {
        Duration counted = life.elapsed(life.now());
        Milestone before = new Milestone(life.clock().reached(), life.now());
        for (Milestone milestone : life.clock().pending()) {
            Duration share = life.share(milestone.percent());
            boolean past = share.compareTo(counted) < 0;
            assertThat(milestone.percent()).isGreaterThan(before.percent());
            assertThat(milestone.dueAt()).isAfterOrEqualTo(before.dueAt());
            assertThat(life.elapsed(milestone.dueAt())).isEqualTo(past ? counted : share);
            before = milestone;
        }
    }

    @Property
    void a_clock_that_does_not_run_waits_for_nothing_and_counts_nothing(
            @ForAll("lives") ClockLife life, @ForAll("waits") Duration wait) {
        Clock stopped = life.clock().ended(life.now(), life.versions());
        Clock answered = life.clock().answered(life.now(), life.now(), life.versions());
        Clock paused = life.clock().paused(life.now(), life.versions());
        Instant then = life.now().plus(wait);
        for (Clock still : List.of(stopped, answered, paused)) {
            assertThat(still.pending()).isEmpty();
            assertThat(still.countingFrom()).isNull();
            assertThat(still.elapsed(then, life.versions()))
                    .isEqualTo(still.counted())
                    .isEqualTo(life.elapsed(life.now()));
        }
    }

    @Property
    void elapsed_time_grows_and_never_exceeds_wall_time(
            @ForAll("lives") ClockLife life, @ForAll("waits") Duration wait, @ForAll("waits") Duration more) {
        Instant start = life.clock().startedAt();
        Duration elapsed = life.elapsed(start.plus(wait));
        assertThat(elapsed).isBetween(Duration.ZERO, wait);
        assertThat(life.elapsed(start.plus(wait).plus(more))).isBetween(elapsed, elapsed.plus(more));
        assertThat(life.elapsed(start.minus(wait))).isZero();
    }

    @Property
    void moving_a_clock_to_the_calendar_it_counts_in_changes_nothing(@ForAll("lives") ClockLife life) {
        BusinessCalendar same = life.versions().calendar(life.clock().calendar());
        BusinessCalendar equal = BusinessCalendar.parse(same.text());
        assertThat(life.clock().movedTo(equal, life.now(), life.versions(), ClockLife.PERCENTS))
                .isSameAs(life.clock());
    }

    @Property
    void handing_over_keeps_what_elapsed_and_counts_the_rest_in_the_new_calendar(
            @ForAll("lives") ClockLife life, @ForAll("waits") Duration earlier) {
        ClockLife handedOver = life.handedOver();
        Instant now = life.now();
        assertThat(handedOver.elapsed(now)).isEqualTo(life.elapsed(now));
        assertThat(handedOver.elapsed(now.minus(earlier))).isEqualTo(life.elapsed(now.minus(earlier)));
        assertThat(handedOver.clock().startedAt()).isEqualTo(life.clock().startedAt());
        Duration rest = life.length().minus(life.elapsed(now));
        boolean waits =
                life.clock().state() == ClockState.RUNNING && life.clock().verdict() == Verdict.OPEN;
        if (waits && rest.compareTo(Duration.ZERO) > 0) {
            boolean business = life.clock().target().isBusiness();
            assertThat(handedOver.clock().dueAt())
                    .isEqualTo(business ? life.other().dueAfter(now, rest) : now.plus(rest));
        }
    }

    @Property
    void handing_over_makes_nothing_due_that_was_not(@ForAll("lives") ClockLife life) {
        Clock before = life.clock();
        Clock after = life.handedOver().clock();
        boolean wasDue = before.dueAt() == null || before.dueAt().isBefore(life.now());
        if (wasDue) {
            assertThat(after.dueAt()).isEqualTo(before.dueAt());
        } else {
            assertThat(after.dueAt()).isAfterOrEqualTo(life.now());
        }
        assertThat(after.pending())
                .extracting(Milestone::percent)
                .isEqualTo(before.pending().stream().map(Milestone::percent).toList());
    }

    @Property
    void the_same_target_again_changes_nothing(@ForAll("lives") ClockLife life) {
        Assume.that(life.clock().isOpen());
        assertThat(life.retargeted(life.clock().target(), false).clock()).isEqualTo(life.clock());
    }

    @Property
    void no_later_never_makes_a_clock_due_later(@ForAll("lives") ClockLife life, @ForAll("targets") TimeBudget target) {
        Assume.that(life.clock().isOpen());
        ClockLife then = life.retargeted(target, true);
        assertThat(dueWhenCounting(then)).isBeforeOrEqualTo(dueWhenCounting(life));
    }

    /** A paused clock counts on in the calendar it counted in: that of an owner who came since is not known to it. */
    private static Instant dueWhenCounting(ClockLife life) {
        BusinessCalendar same = life.versions().calendar(life.clock().calendar());
        Instant due = life.clock()
                .resumed(life.now(), same, life.versions(), ClockLife.PERCENTS)
                .dueAt();
        return Objects.requireNonNull(due);
    }

    /**
     * A pause of a clock that runs.
     *
     * @param after how long it runs before
     * @param length how long it is paused
     */
    record Pause(Duration after, Duration length) {}

    @Provide
    Arbitrary<List<Pause>> pauses() {
        return Combinators.combine(waits(), waits()).as(Pause::new).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<ClockLife> lives() {
        Arbitrary<List<Happening>> happenings = Combinators.combine(waits(), Arbitraries.of(Turn.class), targets())
                .as(Happening::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
        return Combinators.combine(calendars(), calendars(), targets(), instants(), happenings, waits())
                .as((owner, other, target, start, turns, wait) -> ClockLife.begun(owner, other, target, start)
                        .lived(turns)
                        .waited(wait))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return CalendarArbitraries.calendars();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return CalendarArbitraries.instants();
    }

    @Provide
    Arbitrary<Duration> budgets() {
        return CalendarArbitraries.budgets();
    }

    /** Budgets of a stated length, in business and in calendar time. */
    @Provide
    Arbitrary<TimeBudget> lengths() {
        return Combinators.combine(Arbitraries.of(true, false), budgets()).as(TimeBudget::exactly);
    }

    /** Targets in all but the smallest units, so that some milestones are met within a life and some are not. */
    @Provide
    Arbitrary<TimeBudget> targets() {
        List<TimeBudget.Unit> units = Arrays.stream(TimeBudget.Unit.values())
                .filter(unit -> !unit.name().endsWith("SECONDS"))
                .toList();
        return Combinators.combine(Arbitraries.of(units), Arbitraries.longs().between(0, 20))
                .as(TimeBudget::new);
    }

    /** From nothing over minutes to weeks. */
    @Provide
    Arbitrary<Duration> waits() {
        Arbitrary<Duration> minutes = Arbitraries.longs().between(0, 600).map(Duration::ofMinutes);
        return Arbitraries.oneOf(List.of(minutes, minutes, minutes, budgets()));
    }
}
