package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.rule.RuleWords.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.RuleLead;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A timer that repeats, and what is told of one that waits. */
class TimersTest {
    private LifecycleEngine engine;

    private void entering(String stage, Consumer<RuleLead> start) {
        engine = new Scene().engine((event, lead) -> {
            if (event instanceof StageEntered entered && entered.stage().equals(stage)) {
                lead.underRule("T-1 Waits", () -> start.accept(lead));
            }
        });
        engine.fire(created("L-1"));
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    private Timer timer() {
        return lead().timer("stale").orElseThrow();
    }

    private long fired() {
        return engine.journal("L-1").stream()
                .map(JournalEntry::eventId)
                .filter(id -> id.startsWith("L-1/stale#"))
                .count();
    }

    private void fire(LeadEvent event) {
        assertThat(engine.fire(event).status()).isEqualTo(Outcome.Status.APPLIED);
    }

    @Test
    void one_that_repeats_fires_each_time_its_delay_is_over_however_seldom_somebody_looks() {
        entering("NEW", lead -> lead.startTimer("stale", hours(1)).repeating());
        engine.advanceTo(at(59));
        assertThat(fired()).isZero();
        engine.advanceTo(at(60 * 3));
        assertThat(fired()).isEqualTo(3);
        assertThat(timer().number()).isEqualTo(4);
        assertThat(timer().dueAt()).isEqualTo(at(240));
    }

    @Test
    void one_that_does_not_fires_once() {
        entering("NEW", lead -> lead.startTimer("stale", hours(1)));
        engine.advanceTo(at(60 * 24));
        assertThat(fired()).isOne();
        assertThat(lead().timer("stale")).isEmpty();
    }

    @Test
    void one_that_repeats_starts_anew_with_its_group_too_and_ends_with_its_stage() {
        entering(
                "NEW",
                lead -> lead.startTimer("stale", hours(1))
                        .restartedBy("activity")
                        .repeating());
        fire(new Touchpoint("t-1", "L-1", at(30), "content download"));
        assertThat(timer().dueAt()).isEqualTo(at(90));
        fire(new StageChangeRequested("m-1", "L-1", at(91), "MQL"));
        assertThat(fired()).isOne();
        assertThat(lead().timer("stale")).isEmpty();
    }

    @Test
    void a_rule_on_its_firing_may_end_it() {
        engine = new Scene().engine((event, lead) -> {
            if (event instanceof StageEntered) {
                lead.underRule(
                        "T-1 Waits",
                        () -> lead.startTimer("stale", hours(1)).acrossStages().repeating());
            } else if (event instanceof TimerFired) {
                lead.underRule("T-2 Enough", () -> lead.cancelTimer("stale"));
            }
        });
        engine.fire(created("L-1"));
        engine.advanceTo(at(60 * 3));
        assertThat(fired()).isOne();
    }

    @Test
    void the_story_says_for_how_long_it_waits_when_it_is_due_and_what_starts_it_anew() {
        entering(
                "NEW",
                lead -> lead.startTimer("stale", hours(1))
                        .restartedBy("activity")
                        .repeating());
        assertThat(engine.story("L-1"))
                .contains("  timer stale#1: 1 hour from " + at(0) + ", due " + at(60)
                        + ", starts anew with every activity (Touchpoint, LeadResponded, ContactAttempted), and when it"
                        + " has fired, ends with NEW [T-1]");
        assertThat(engine.journal("L-1").get(0).toString())
                .contains("timer \"stale\" started, 1 hour, due " + at(60)
                        + ", starts anew with every activity, repeating");
    }

    @Test
    void the_story_says_what_a_timer_of_the_lifecycle_waits_for() {
        entering("NEW", lead -> lead.startTimer("stale", hours(1)).acrossStages());
        assertThat(engine.story("L-1")).contains("due " + at(60) + ", in any stage [T-1]");
        fire(new StageChangeRequested("m-1", "L-1", at(2), "MQL"));
        fire(new StageChangeRequested("m-2", "L-1", at(3), "SAL"));
        assertThat(engine.story("L-1"))
                .containsPattern(
                        "timer stage limit#1: 10 business days from .* then RECYCLED, ends with SAL \\[lifecycle]");
    }
}
