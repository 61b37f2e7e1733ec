package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.months;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.TimerTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A timer that starts anew each time it fires. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingTimerTest {
    private final Scene scene = new Scene();

    private static BiConsumer<LeadEvent, RuleLead> waiting(TimeBudget delay, Consumer<TimerTerms> how) {
        return (event, lead) -> {
            if (event instanceof StageEntered entered && entered.stage().equals("NEW")) {
                lead.underRule(
                        "T-1 Wait",
                        () -> how.accept(lead.startTimer("stale", delay).repeating()));
            }
        };
    }

    /** Fires at 10:00, 11:00 and so on, also after the lead left NEW. */
    private static BiConsumer<LeadEvent, RuleLead> everyHour() {
        return waiting(hours(1), TimerTerms::acrossStages);
    }

    private List<JournalEntry> firings() {
        return scene.store.journal("L-1").stream()
                .map(stored -> stored.entry())
                .filter(entry -> entry.event().equals("TimerFired"))
                .filter(entry -> entry.eventId().startsWith("L-1/stale"))
                .toList();
    }

    private Timer timer() {
        return scene.store.lead("L-1").orElseThrow().timer("stale").orElseThrow();
    }

    @Test
    void it_fires_again_and_again_each_time_under_a_number_of_its_own() {
        LifecycleEngine engine = scene.engine(everyHour());
        engine.fire(created("L-1"));

        engine.advanceTo(at(180));

        assertThat(firings()).extracting(JournalEntry::at).containsExactly(at(60), at(120), at(180));
        assertThat(firings())
                .extracting(JournalEntry::eventId)
                .containsExactly("L-1/stale#1", "L-1/stale#2", "L-1/stale#3");
        assertThat(timer().number()).isEqualTo(4);
        assertThat(timer().dueAt()).isEqualTo(at(240));
    }

    @Test
    void one_that_does_not_repeat_fires_once() {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            if (event instanceof StageEntered) {
                lead.underRule(
                        "T-1 Wait", () -> lead.startTimer("stale", hours(1)).acrossStages());
            }
        });
        engine.fire(created("L-1"));

        engine.advanceTo(at(180));

        assertThat(firings()).hasSize(1);
    }

    @Test
    void it_ends_with_its_stage() {
        LifecycleEngine engine = scene.engine(waiting(hours(1), terms -> {}));
        engine.fire(created("L-1"));
        engine.fire(new StageChangeRequested("e-1", "L-1", at(90), "MQL"));

        engine.advanceTo(at(300));

        assertThat(firings()).hasSize(1);
    }

    @Test
    void a_rule_that_hears_it_can_end_it() {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            everyHour().accept(event, lead);
            if (event instanceof TimerFired fired && fired.id().endsWith("#2")) {
                lead.underRule("T-2 Enough", () -> lead.cancelTimer("stale"));
            }
        });
        engine.fire(created("L-1"));

        engine.advanceTo(at(300));

        assertThat(firings()).hasSize(2);
        assertThat(scene.store.lead("L-1").orElseThrow().timer("stale")).isEmpty();
    }

    @Test
    void what_restarts_it_moves_all_its_dates() {
        LifecycleEngine engine = scene.engine(
                waiting(hours(1), terms -> terms.restartedBy("activity").acrossStages()));
        engine.fire(created("L-1"));
        engine.fire(demo("e-1", "L-1", 30));

        engine.advanceTo(at(150));

        assertThat(firings()).extracting(JournalEntry::at).containsExactly(at(90), at(150));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:00:00Z, 2026-02-15T10:00:00Z 2026-03-15T10:00:00Z, the same day of each month",
        "2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z 2026-03-28T10:00:00Z, a short month ends earlier and the day stays",
        "2028-01-31T10:00:00Z, 2028-02-29T10:00:00Z 2028-03-29T10:00:00Z, a leap year has one day more"
    })
    void months_are_counted_from_each_firing(String begin, String fired, String why) {
        LifecycleEngine engine = scene.engine(waiting(months(1), TimerTerms::acrossStages));
        engine.fire(new LeadCreated("created", "L-1", Instant.parse(begin), "web", Map.of()));

        engine.advanceTo(Instant.parse(begin).plusSeconds(70L * 24 * 60 * 60));

        assertThat(firings()).as(why).extracting(entry -> entry.at().toString()).containsExactly(fired.split(" "));
    }

    @Test
    void an_event_that_comes_after_several_dates_finds_them_all_fired() {
        LifecycleEngine engine = scene.engine(everyHour());
        engine.fire(created("L-1"));

        Outcome outcome = engine.fire(demo("e-1", "L-1", 150));

        assertThat(outcome.dueBefore())
                .filteredOn(entry -> entry.eventId().startsWith("L-1/stale"))
                .extracting(JournalEntry::at)
                .containsExactly(at(60), at(120));
    }

    @Test
    void it_repeats_after_a_restart_too() {
        LifecycleEngine engine = scene.engine(everyHour());
        engine.fire(created("L-1"));
        engine.advanceTo(at(60));
        Scene read = scene.writtenAndRead(SampleLifecycle.PEOPLE);

        read.engine(everyHour()).advanceTo(at(180));

        Timer timer = read.store.lead("L-1").orElseThrow().timer("stale").orElseThrow();
        assertThat(timer.repeating()).isTrue();
        assertThat(timer.number()).isEqualTo(4);
    }

    @Test
    void one_that_was_parked_repeats_from_when_it_is_fired_again() {
        LifecycleEngine failing = scene.engine((event, lead) -> {
            everyHour().accept(event, lead);
            if (event instanceof TimerFired) {
                lead.underRule("T-2 Fail", () -> {
                    throw new IllegalStateException("out of order");
                });
            }
        });
        failing.fire(created("L-1"));
        failing.advanceTo(at(300));
        assertThat(firings()).singleElement().extracting(JournalEntry::result).isEqualTo(JournalEntry.Result.PARKED);

        LifecycleEngine mended = scene.engine(everyHour());
        mended.fire(new Touchpoint("e-1", "L-1", at(310), "demo request"));
        mended.retry("L-1");

        assertThat(timer().dueAt()).isEqualTo(at(370));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage wait", "stage limit", "stage review"})
    void the_timers_of_the_core_are_not_for_rules(String name) {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            if (event instanceof StageEntered) {
                lead.underRule(
                        "T-1 Start", () -> lead.startTimer(name, hours(1)).repeating());
                lead.underRule("T-2 Cancel", () -> lead.cancelTimer(name));
            }
        });
        Outcome outcome = engine.fire(created("L-1"));

        assertThat(outcome.entry().steps().stream().flatMap(step -> step.rules().stream()))
                .filteredOn(record -> record.ruling() == Ruling.REFUSED)
                .extracting(RuleRecord::why)
                .containsOnly("the timer \"" + name + "\" belongs to the lifecycle")
                .hasSize(2);
    }
}
