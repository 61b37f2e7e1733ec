package io.leadlifecycle.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.ClockTarget;
import io.leadlifecycle.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockQueryTest {
    private static final Instant MONDAY_9 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-02T13:00:00Z");
    private static final Clock RUNNING = Clock.start(
            new ClockTarget("answer", TimeBudget.businessHours(4), false, "A-1 Answer"),
            1,
            "MQL",
            MONDAY_9,
            BusinessCalendar.STANDARD,
            List.of(100),
            MONDAY_9);
    private static final Clock PAUSED = RUNNING.paused(MONDAY_9.plusSeconds(60), version -> BusinessCalendar.STANDARD);
    private static final Clock BREACHED = RUNNING.reached(100);
    private static final Clock BREACHED_AND_PAUSED =
            BREACHED.paused(DUE.plusSeconds(60), version -> BusinessCalendar.STANDARD);

    private static boolean finds(ClockQuery query, Clock clock) {
        return finds(query, clock, "ana");
    }

    private static boolean finds(ClockQuery query, Clock clock, @Nullable String owner) {
        return query.matches(new OpenClock("L-1", "MQL", owner, clock));
    }

    @Test
    void nothing_said_finds_every_open_clock() {
        for (Clock clock : List.of(RUNNING, PAUSED, BREACHED, BREACHED_AND_PAUSED)) {
            assertThat(finds(ClockQuery.open(), clock, null)).isTrue();
        }
        assertThat(ClockQuery.open().limit()).isEqualTo(ClockQuery.NO_LIMIT);
    }

    @Test
    void everything_said_must_hold() {
        ClockQuery query = ClockQuery.open()
                .ownedBy("ana")
                .named("answer")
                .in(ClockState.RUNNING)
                .notBreached()
                .dueBefore(DUE.plusMillis(1));
        assertThat(finds(query, RUNNING)).isTrue();
        assertThat(finds(query, RUNNING, "bo")).isFalse();
        assertThat(finds(query, RUNNING, null)).isFalse();
        assertThat(finds(query.named("call"), RUNNING)).isFalse();
        assertThat(finds(query, PAUSED)).isFalse();
        assertThat(finds(query, BREACHED)).isFalse();
        assertThat(finds(query.breached(), BREACHED)).isTrue();
        assertThat(finds(query.dueBefore(DUE), RUNNING))
                .as("due before, not at")
                .isFalse();
    }

    @Test
    void a_paused_clock_is_due_at_no_instant_unless_it_was_breached_before() {
        ClockQuery query = ClockQuery.open().in(ClockState.PAUSED).dueBefore(Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(finds(query, PAUSED)).isFalse();
        assertThat(finds(query, BREACHED_AND_PAUSED)).isTrue();
    }

    @Test
    void what_is_said_again_takes_the_place_of_what_was_said_before() {
        ClockQuery query =
                ClockQuery.open().ownedBy("bo").ownedBy("ana").breached().notBreached();
        assertThat(finds(query, RUNNING)).isTrue();
    }

    @Test
    void a_team_stands_for_its_people_and_narrows_the_owners_that_were_named() {
        ClockQuery query = ClockQuery.open().inTeam("inside sales");
        assertThat(query.withTeam(List.of("ana", "bo")))
                .isEqualTo(ClockQuery.open().ownedByOneOf(List.of("ana", "bo")));
        assertThat(query.ownedBy("bo").withTeam(List.of("ana", "bo")))
                .isEqualTo(ClockQuery.open().ownedBy("bo"));
        assertThat(finds(query.ownedBy("bo").withTeam(List.of("ana")), RUNNING, "bo"))
                .isFalse();
        assertThat(finds(query.withTeam(List.of()), RUNNING)).isFalse();
    }

    @Test
    void a_team_is_not_known_where_no_directory_is() {
        ClockQuery query = ClockQuery.open().inTeam("inside sales");
        assertThatThrownBy(() -> finds(query, RUNNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The query of clocks names the team \"inside sales\", and who is in it is not known here."
                        + " Allowed are owners.\nMaybe ask the engine?");
    }

    @Test
    void what_no_open_clock_can_be_is_refused() {
        ClockQuery query = ClockQuery.open();
        assertThatThrownBy(() -> query.in(ClockState.STOPPED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A query of open clocks asks for the state STOPPED. Allowed are RUNNING and PAUSED.\n"
                        + "Maybe the history of the lead's clocks?");
        assertThatThrownBy(() -> new ClockQuery(null, null, null, null, Verdict.MET, null, ClockQuery.NO_LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A query of open clocks asks for the verdict MET. Allowed are OPEN and BREACHED.\n"
                        + "Maybe the history of the lead's clocks?");
        assertThatThrownBy(() -> query.atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of a query of clocks is 0. Allowed is 1 or more.\n"
                        + "Maybe no limit, which is the default?");
    }
}
