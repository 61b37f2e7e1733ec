package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.days;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.RuleLead;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules make of clocks; each score the host fires is one rule. */
class ClockRulesTest {
    private final Scene scene = new Scene();

    /** The rule C-1 for the score 1, C-2 for the score 2, and so on. */
    private LifecycleEngine rules(List<Consumer<RuleLead>> rules) {
        LifecycleEngine engine = scene.engine((event, lead) -> {
            if (event instanceof ScoreChanged score && score.score() >= 1) {
                int number = (int) score.score();
                lead.underRule(
                        "C-" + number + " Rule", () -> rules.get(number - 1).accept(lead));
            }
        });
        engine.fire(created("L-1"));
        return engine;
    }

    private static LeadEvent score(int rule, int minutes) {
        return new ScoreChanged("score " + rule + " " + minutes, "L-1", at(minutes), rule);
    }

    private Clock clock(String name) {
        return scene.store.lead("L-1").orElseThrow().clock(name).orElseThrow();
    }

    private static void start(RuleLead lead, String clock, TimeBudget target) {
        lead.startClock(clock, target).acrossStages();
    }

    @Nested
    class The_time_of_a_clock {
        @Test
        void is_that_of_another_one_also_after_that_one_ended() {
            LifecycleEngine engine = rules(List.of(
                    lead -> start(lead, "answer", businessHours(4)),
                    lead -> lead.stopClock("answer"),
                    lead -> lead.startClock("contact").like("answer").acrossStages()));
            for (int rule = 1; rule <= 3; rule++) {
                engine.fire(score(rule, 10 * rule));
            }
            assertThat(clock("contact").target()).isEqualTo(businessHours(4));
            assertThat(clock("contact").startedAt()).isEqualTo(at(30));
            assertThat(clock("contact").rule()).isEqualTo("C-3 Rule");
        }

        @Test
        void is_refused_when_the_other_one_was_never_started() {
            LifecycleEngine engine = rules(
                    List.of(lead -> lead.startClock("contact").like("answer"), lead -> lead.restartClock("contact")));
            engine.fire(score(1, 1));
            engine.fire(score(2, 2));
            List<String> whys = engine.journal("L-1").stream()
                    .map(JournalEntry::steps)
                    .flatMap(List::stream)
                    .flatMap(step -> step.rules().stream())
                    .filter(rule -> rule.ruling() == RuleRecord.Ruling.REFUSED)
                    .map(rule -> String.valueOf(rule.why()))
                    .toList();
            assertThat(whys)
                    .containsExactly(
                            "the clock \"contact\" takes the time of \"answer\", which was never started",
                            "the clock \"contact\" takes the time of \"contact\", which was never started");
        }

        @Test
        void is_what_the_rule_said_when_it_starts_again_not_what_was_left() {
            LifecycleEngine engine = rules(List.of(
                    lead -> start(lead, "answer", hours(4)),
                    lead -> lead.startClock("answer", hours(1)).noLater(),
                    lead -> lead.restartClock("answer")));
            engine.fire(score(1, 0));
            engine.fire(score(2, 30));
            assertThat(clock("answer").dueAt()).isEqualTo(at(90));
            assertThat(clock("answer").target()).isEqualTo(TimeBudget.minutes(90));
            assertThat(clock("answer").asked()).isEqualTo(hours(1));
            assertThat(clock("answer").rule()).isEqualTo("C-2 Rule");
            engine.fire(score(3, 60));
            assertThat(clock("answer").number()).isEqualTo(2);
            assertThat(clock("answer").dueAt()).isEqualTo(at(120));
            assertThat(clock("answer").acrossStages()).isTrue();
            assertThat(clock("answer").rule()).isEqualTo("C-3 Rule");
        }

        @Test
        void belongs_to_the_rule_that_set_it_not_to_one_that_changed_nothing() {
            LifecycleEngine engine = rules(List.of(
                    lead -> start(lead, "answer", hours(4)),
                    lead -> lead.startClock("answer", hours(9)).noLater(),
                    lead -> lead.startClock("answer", hours(6))));
            engine.fire(score(1, 0));
            engine.fire(score(2, 1));
            assertThat(clock("answer").rule()).isEqualTo("C-1 Rule");
            engine.fire(score(3, 2));
            assertThat(clock("answer").rule()).isEqualTo("C-3 Rule");
        }
    }

    @Nested
    class The_owners_of_a_clock {
        @Test
        void are_noted_from_the_instant_they_had_the_lead_until_it_ended() {
            LifecycleEngine engine = rules(List.of(
                    lead -> start(lead, "answer", hours(40)),
                    lead -> lead.assignTo(person("bo")),
                    RuleLead::releaseOwner,
                    lead -> lead.stopClock("answer")));
            engine.fire(score(1, 0));
            engine.fire(new LeadAssigned("given", "L-1", at(10), "ana"));
            engine.fire(score(2, 20));
            engine.fire(score(3, 30));
            engine.fire(score(4, 40));
            engine.fire(new LeadAssigned("late", "L-1", at(50), "maria"));
            assertThat(clock("answer").owners())
                    .containsExactly(
                            new ClockOwner(null, MONDAY_9),
                            new ClockOwner("ana", at(10)),
                            new ClockOwner("bo", at(20)),
                            new ClockOwner(null, at(30)));
        }
    }

    @Nested
    class A_clock_and_a_timer_that_outlive_their_stage {
        @ParameterizedTest
        @CsvSource({
            "OPPORTUNITY, WON, ",
            "OPPORTUNITY, LOST, timing",
            "MQL, RECYCLED, timing",
            "MQL, DISQUALIFIED, inactive"
        })
        void end_when_the_lead_is_no_longer_open(String from, String stage, String reason) {
            LifecycleEngine engine = rules(List.of(lead -> {
                start(lead, "answer", days(9));
                lead.startTimer("stale", days(9)).acrossStages();
            }));
            engine.fire(score(1, 1));
            move(engine, from, null);
            assertThat(clock("answer").isOpen()).isTrue();
            move(engine, stage, reason);
            assertThat(scene.store.lead("L-1").orElseThrow().stage()).isEqualTo(stage);
            assertThat(clock("answer").verdict()).isEqualTo(Verdict.CANCELLED);
            assertThat(scene.store.lead("L-1").orElseThrow().timer("stale")).isEmpty();
        }

        private void move(LifecycleEngine engine, String stage, String reason) {
            engine.fire(new StageChangeRequested(stage, "L-1", at(5), stage, reason, null, null));
        }
    }
}
