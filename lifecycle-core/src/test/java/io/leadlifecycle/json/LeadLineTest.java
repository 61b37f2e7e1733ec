package io.leadlifecycle.json;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rule.RuleLead;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadLineTest {
    private static final Instant MONDAY_10 = Instant.parse("2026-03-02T10:00:00Z");

    private final LifecycleEngine engine = LifecycleEngine.builder(LambdaRuleBook.of(LeadLineTest::decide))
            .directory(SampleLifecycle.PEOPLE)
            .build();

    private static void decide(LeadEvent event, RuleLead lead) {
        if (event instanceof LeadResponded) {
            lead.underRule("T-2 A reply is waited for", () -> lead.pauseClock("answer"));
        }
        if (event instanceof SalesAccepted) {
            lead.underRule("T-3 Answered", () -> lead.stopClock("answer"));
        }
        if (event instanceof Touchpoint) {
            lead.underRule("T-1 A touch waits for an answer", () -> {
                lead.startClock("answer", businessHours(4));
                lead.startTimer("stale", days(3));
                lead.raiseFlag("hot");
            });
        }
    }

    private String line(Instant asOf) {
        return LeadLine.write(engine.lead("L-1").orElseThrow(), asOf, version -> BusinessCalendar.STANDARD);
    }

    @Test
    void a_clock_that_runs_is_read_at_the_instant_asked_for_and_in_open_time() {
        engine.fire(new LeadCreated("e-1", "L-1", MONDAY_10, "web", Map.of()));
        engine.fire(new Touchpoint("e-2", "L-1", MONDAY_10.plusSeconds(60), "demo request"));
        assertThat(line(MONDAY_10.plusSeconds(3_660)))
                .startsWith("{\"id\":\"L-1\",\"stage\":\"")
                .contains("\"slas\":[{\"name\":\"answer\",\"number\":1,\"state\":\"RUNNING\",\"verdict\":\"OPEN\","
                        + "\"target\":\"4 business hours\",\"startedAt\":\"2026-03-02T10:01:00Z\","
                        + "\"dueAt\":\"2026-03-02T14:01:00Z\",\"elapsed\":\"PT1H\","
                        + "\"rule\":\"T-1 A touch waits for an answer\"}]")
                .contains("\"dueAt\":\"2026-03-05T10:01:00Z\"}")
                .contains("\"recycles\":{\"count\":0}", "\"originalSource\":\"web\"", "\"flags\":[\"hot\"]}")
                .doesNotContain("null", "owner", "breachedAt", "overrun", "paused", "learntLate");
        assertThat(line(Instant.parse("2026-03-03T08:00:00Z")))
                .as("10:01 to closing time at 17:00, and nothing in the night")
                .contains("\"elapsed\":\"PT6H59M\"");
    }

    @Test
    void a_breached_clock_says_since_when() {
        engine.fire(new LeadCreated("e-1", "L-1", MONDAY_10, "web", Map.of()));
        engine.fire(new Touchpoint("e-2", "L-1", MONDAY_10, "demo request"));
        engine.advanceTo(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(line(Instant.parse("2026-03-02T15:00:00Z")))
                .contains("\"verdict\":\"BREACHED\"", "\"breachedAt\":\"2026-03-02T14:00:00Z\"");
    }

    private void touched() {
        engine.fire(new LeadCreated("e-1", "L-1", MONDAY_10, "web", Map.of()));
        engine.fire(new LeadAssigned("e-2", "L-1", MONDAY_10, "ana"));
        engine.fire(new Touchpoint("e-3", "L-1", MONDAY_10, "demo request"));
    }

    @Test
    void a_clock_that_overran_says_by_how_much_and_whose_breach_it_is() {
        touched();
        engine.advanceTo(Instant.parse("2026-03-02T15:00:00Z"));
        engine.fire(new LeadAssigned("e-4", "L-1", Instant.parse("2026-03-02T15:00:00Z"), "maria"));
        assertThat(line(Instant.parse("2026-03-02T16:30:00Z")))
                .contains("\"elapsed\":\"PT6H30M\",\"overrun\":\"PT2H30M\",\"ownerAtBreach\":\"ana\",\"rule\":");
    }

    @Test
    void a_clock_past_its_due_instant_is_breached_before_the_engine_is_advanced() {
        touched();
        assertThat(line(Instant.parse("2026-03-02T15:00:00Z")))
                .contains(
                        "\"verdict\":\"BREACHED\"", "\"breachedAt\":\"2026-03-02T14:00:00Z\"", "\"overrun\":\"PT1H\"");
    }

    @Test
    void a_paused_clock_says_since_when_and_one_that_has_ended_until_when() {
        touched();
        engine.fire(new LeadResponded("e-4", "L-1", Instant.parse("2026-03-02T11:00:00Z"), "email"));
        assertThat(line(Instant.parse("2026-03-02T12:00:00Z")))
                .contains("\"elapsed\":\"PT1H\",\"paused\":[{\"from\":\"2026-03-02T11:00:00Z\"}],\"rule\":");
        engine.fire(new SalesAccepted("e-5", "L-1", Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(line(Instant.parse("2026-03-02T13:00:00Z")))
                .contains("\"paused\":[{\"from\":\"2026-03-02T11:00:00Z\",\"until\":\"2026-03-02T12:00:00Z\"}]")
                .doesNotContain("overrun", "ownerAtBreach");
    }

    @Test
    void an_answer_in_time_that_was_learnt_after_the_breach_is_marked() {
        touched();
        engine.advanceTo(Instant.parse("2026-03-02T15:00:00Z"));
        engine.fire(new SalesAccepted("e-4", "L-1", Instant.parse("2026-03-02T13:00:00Z")));
        assertThat(line(Instant.parse("2026-03-02T15:00:00Z")))
                .contains("\"verdict\":\"MET\"", "\"learntLate\":true")
                .doesNotContain("breachedAt", "overrun", "ownerAtBreach");
    }
}
