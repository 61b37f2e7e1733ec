package io.leadlifecycle.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.ClockTarget;
import io.leadlifecycle.model.Pause;
import io.leadlifecycle.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples in the standard calendar, Monday to Friday 09:00-17:00 UTC; 2026-03-02 is a Monday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockReportTest {
    private static final BusinessCalendar STANDARD = BusinessCalendar.STANDARD;
    private static final BusinessCalendar NIGHTS =
            BusinessCalendar.in(ZoneId.of("UTC")).open("MON-FRI", "18:00-22:00").build();
    private static final CalendarVersions CALENDARS = version -> version.equals(NIGHTS.version()) ? NIGHTS : STANDARD;
    private static final List<Integer> PERCENTS = List.of(50, 100);

    private static Instant at(String text) {
        return Instant.parse("2026-03-" + text.replace(' ', 'T') + ":00Z");
    }

    /** Of four business hours from Monday 09:00 on, due at 13:00, owned by ana. */
    private static Clock started() {
        return started(TimeBudget.businessHours(4), "02 09:00");
    }

    private static Clock started(TimeBudget target, String since) {
        Instant start = at(since);
        ClockTarget terms = new ClockTarget("answer", target, false, "A-1 Answer");
        return Clock.start(terms, 2, "MQL", start, STANDARD, PERCENTS, start).ownedBy("ana", start);
    }

    private static Clock resumed(Clock clock, String now) {
        return clock.resumed(at(now), STANDARD, CALENDARS, PERCENTS);
    }

    private static ClockReport read(Clock clock, String asOf) {
        return ClockReport.of("L-1", clock, at(asOf), CALENDARS);
    }

    @Test
    void it_tells_what_the_clock_was_asked_and_by_which_rule() {
        ClockReport report = read(started(), "02 10:00");
        assertThat(report.name()).isEqualTo("answer");
        assertThat(report.number()).isEqualTo(2);
        assertThat(report.stage()).isEqualTo("MQL");
        assertThat(report.target()).isEqualTo(TimeBudget.businessHours(4));
        assertThat(report.rule()).isEqualTo("A-1 Answer");
        assertThat(report.calendar()).isEqualTo(STANDARD.version());
        assertThat(report.startedAt()).isEqualTo(at("02 09:00"));
        assertThat(report.dueAt()).isEqualTo(at("02 13:00"));
        assertThat(report.state()).isEqualTo(ClockState.RUNNING);
        assertThat(report.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(report.paused()).isEmpty();
        assertThat(report.owners()).containsExactly(new ClockOwner("ana", at("02 09:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "02 12:59, OPEN, PT0S, before it is due",
        "02 13:00, OPEN, PT0S, at the due instant an answer is in time",
        "02 13:01, BREACHED, PT1M, a minute after it",
        "02 17:00, BREACHED, PT4H, until closing time",
        "03 08:00, BREACHED, PT4H, the night is no business time",
        "03 10:30, BREACHED, PT5H30M, the next morning counts"
    })
    void a_running_clock_is_read_at_the_instant_whether_or_not_the_engine_was_advanced(
            String asOf, Verdict verdict, Duration overrun, String why) {
        ClockReport report = read(started(), asOf);
        assertThat(report.verdict()).as(why).isEqualTo(verdict);
        assertThat(report.overrun()).as(why).isEqualTo(overrun);
        assertThat(report.breachedAt()).as(why).isEqualTo(verdict == Verdict.OPEN ? null : at("02 13:00"));
        assertThat(report.endedAt()).isNull();
    }

    @Test
    void the_engine_s_word_counts_at_the_due_instant_itself() {
        ClockReport report = read(started().reached(100), "02 13:00");
        assertThat(report.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(report.overrun()).isZero();
    }

    @Test
    void an_answer_at_the_due_instant_is_met_then_and_overruns_by_nothing() {
        Clock clock = started().answered(at("02 13:00"), at("02 13:00"), CALENDARS);
        ClockReport report = read(clock, "05 09:00");
        assertThat(report.verdict()).isEqualTo(Verdict.MET);
        assertThat(report.metAt()).isEqualTo(at("02 13:00"));
        assertThat(report.breachedAt()).isNull();
        assertThat(report.overrun()).isZero();
        assertThat(report.elapsed()).isEqualTo(Duration.ofHours(4));
        assertThat(report.ownerAtBreach()).isEmpty();
    }

    @Test
    void the_overrun_of_an_answered_clock_stands_still() {
        Clock clock = started().reached(100).answered(at("02 15:00"), at("02 15:00"), CALENDARS);
        ClockReport report = read(clock, "05 09:00");
        assertThat(report.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(report.metAt()).isNull();
        assertThat(report.endedAt()).isEqualTo(at("02 15:00"));
        assertThat(report.overrun()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_pause_after_the_breach_is_no_overrun() {
        Clock clock = resumed(started().reached(100).paused(at("02 14:00"), CALENDARS), "02 16:00");
        assertThat(read(clock, "02 16:30").overrun()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_longer_target_after_the_breach_forgives_nothing() {
        Clock clock = started()
                .reached(100)
                .retargeted(TimeBudget.businessHours(8), CALENDARS, PERCENTS, at("02 14:00"), false);
        ClockReport report = read(clock, "02 15:00");
        assertThat(report.breachedAt()).isEqualTo(at("02 13:00"));
        assertThat(report.overrun()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_target_in_wall_time_overruns_in_wall_time() {
        ClockReport report = read(started(TimeBudget.hours(24), "06 16:00"), "08 10:00");
        assertThat(report.overrun()).as("a Saturday and a Sunday").isEqualTo(Duration.ofHours(18));
        assertThat(report.counted())
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.ledger().open()).isEqualTo(Duration.ofHours(42)));
    }

    @Test
    void an_answer_in_time_that_is_learnt_late_takes_the_breach_back() {
        Clock clock = started().reached(100).answered(at("02 12:00"), at("02 15:00"), CALENDARS);
        ClockReport report = read(clock, "02 15:00");
        assertThat(report.verdict()).isEqualTo(Verdict.MET);
        assertThat(report.learntLate()).isTrue();
        assertThat(report.metAt()).isEqualTo(at("02 12:00"));
        assertThat(report.overrun()).isZero();
        assertThat(report.ownerAtBreach()).isEmpty();
    }

    @Test
    void the_stretches_that_did_not_count_are_its_pauses() {
        Clock clock = resumed(started().paused(at("02 10:00"), CALENDARS), "02 11:30");
        assertThat(read(clock, "02 12:00").paused()).containsExactly(new Pause(at("02 10:00"), at("02 11:30")));
        clock = clock.paused(at("02 12:00"), CALENDARS);
        assertThat(read(clock, "02 16:00").paused())
                .containsExactly(new Pause(at("02 10:00"), at("02 11:30")), new Pause(at("02 12:00"), null));
        assertThat(read(clock, "02 16:00").dueAt()).isNull();
        clock = clock.ended(at("02 14:00"), CALENDARS);
        assertThat(read(clock, "02 16:00").paused())
                .as("a clock that ends while it is paused does not stay so")
                .containsExactly(new Pause(at("02 10:00"), at("02 11:30")), new Pause(at("02 12:00"), at("02 14:00")));
        assertThat(read(clock, "02 16:00").verdict()).isEqualTo(Verdict.CANCELLED);
    }

    @Test
    void a_handover_to_another_calendar_is_no_pause_and_a_stretch_of_its_own() {
        Clock clock = started().movedTo(NIGHTS, at("02 11:00"), CALENDARS, PERCENTS);
        ClockReport report = read(clock, "02 18:30");
        assertThat(report.paused()).isEmpty();
        assertThat(report.calendar()).isEqualTo(NIGHTS.version());
        assertThat(report.counted())
                .extracting(stretch -> stretch.ledger().toString())
                .containsExactly("Mon 09:00-11:00 2 h", "Mon 18:00-18:30 30 min");
        assertThat(report.elapsed()).isEqualTo(Duration.ofMinutes(150));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "02 12:59, bo,  who had it when it fell due",
                "02 13:00, ana, who took it over exactly then let nothing lapse",
                "02 13:30, ana, the first breach stays with the first owner"
            })
    void a_breach_is_of_who_owned_the_lead_up_to_the_due_instant(String takenOver, String owner, String why) {
        Clock clock = takenOver.compareTo("02 13:00") < 0
                ? started().ownedBy("bo", at(takenOver)).reached(100)
                : started().reached(100).ownedBy("bo", at(takenOver));
        ClockReport report = read(clock, "02 16:00");
        assertThat(report.ownerAtBreach()).as(why).contains(owner);
        assertThat(report.ownerAt(at(takenOver))).contains("bo");
        assertThat(report.ownerAt(at(takenOver).minusMillis(1))).contains("ana");
        assertThat(report.ownerAt(at("02 08:59"))).as("before its start").isEmpty();
    }

    @Test
    void a_breach_while_nobody_owned_the_lead_is_nobody_s() {
        Clock clock = started().ownedBy(null, at("02 10:00")).reached(100).ownedBy("bo", at("02 14:00"));
        assertThat(read(clock, "02 16:00").ownerAtBreach()).isEmpty();
        assertThat(read(clock, "02 16:00").ownerAt(at("02 12:00"))).isEmpty();
    }

    @Test
    void a_clock_due_at_its_start_is_breached_by_who_owned_the_lead_then() {
        Clock clock = started(TimeBudget.businessHours(0), "02 09:00").reached(100);
        assertThat(read(clock, "02 09:00").ownerAtBreach()).contains("ana");
    }

    @Test
    void a_clock_of_a_time_when_owners_were_not_noted_names_none() {
        ClockTarget terms = new ClockTarget("answer", TimeBudget.businessHours(4), false, "A-1 Answer");
        Clock clock = Clock.start(terms, 1, "MQL", at("02 09:00"), STANDARD, PERCENTS, at("02 09:00"));
        assertThat(read(clock, "02 16:00").ownerAtBreach()).isEmpty();
        assertThat(read(clock, "02 16:00").ownerAt(at("02 12:00"))).isEmpty();
    }

    @Test
    void a_person_reads_it_in_one_line() {
        assertThat(read(started(), "02 10:00"))
                .hasToString("L-1/answer#2: open, target 4 business hours, from 2026-03-02T09:00:00Z, due"
                        + " 2026-03-02T13:00:00Z; counted Mon 09:00-10:00 1 h");
        Clock paused = started().paused(at("02 10:00"), CALENDARS);
        assertThat(read(paused, "02 16:00").text())
                .isEqualTo("answer#2: open, target 4 business hours, from 2026-03-02T09:00:00Z, paused since"
                        + " 2026-03-02T10:00:00Z; counted Mon 09:00-10:00 1 h");
        Clock moved = resumed(paused, "02 11:00")
                .movedTo(NIGHTS, at("02 12:00"), CALENDARS, PERCENTS)
                .ownedBy("bo", at("02 12:00"));
        assertThat(read(moved, "02 20:30").text())
                .isEqualTo("answer#2: breached, target 4 business hours, from 2026-03-02T09:00:00Z, due"
                        + " 2026-03-02T20:00:00Z, 30 business minutes over, breached by bo; counted Mon 09:00-10:00"
                        + " 1 h, paused, Mon 11:00-12:00 1 h, handed over, Mon 18:00-20:30 2 h 30 min; owned by ana from"
                        + " 2026-03-02T09:00:00Z, bo from 2026-03-02T12:00:00Z");
        Clock late = started().reached(100).answered(at("02 12:00"), at("02 15:00"), CALENDARS);
        assertThat(read(late, "02 15:00").text())
                .startsWith("answer#2: met (learnt late), ")
                .contains(", ended 2026-03-02T12:00:00Z;");
    }
}
