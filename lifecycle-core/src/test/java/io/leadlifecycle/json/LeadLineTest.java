package io.leadlifecycle.json;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
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
                        + "\"dueAt\":\"2026-03-02T14:01:00Z\",\"elapsed\":\"PT1H\"}]")
                .contains("\"dueAt\":\"2026-03-05T10:01:00Z\"}")
                .contains("\"recycles\":{\"count\":0}", "\"originalSource\":\"web\"", "\"flags\":[\"hot\"]}")
                .doesNotContain("null", "owner", "breachedAt");
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
}
