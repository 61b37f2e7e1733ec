package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.RuleLead;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs and waits for a lead after another one was merged into it. */
class LeadMergedAgendaTest extends MergeScene {
    @Override
    void rules(LeadEvent event, RuleLead lead) {
        super.rules(event, lead);
        if (event instanceof LeadResponded) {
            lead.underRule("A-3 Pause", () -> lead.pauseClock("acceptance"));
        }
        if (event instanceof ContactAttempted) {
            lead.underRule("A-4 Resume", () -> lead.resumeClock("acceptance"));
        }
    }

    @Nested
    class of_two_clocks_of_a_name {
        @ParameterizedTest
        @CsvSource({"0, 30, 0", "30, 0, 0"})
        void the_earlier_due_stays(int source, int target, int startedAt) {
            stands("L-1", "MQL", source);
            stands("L-2", "MQL", target);
            merge(60);
            assertThat(lead("L-2").clock("acceptance")).hasValueSatisfying(clock -> {
                assertThat(clock.startedAt()).isEqualTo(at(startedAt));
                assertThat(clock.dueAt()).isEqualTo(at(startedAt + 240));
                assertThat(clock.isOpen()).isTrue();
            });
            assertThat(after("L-2", 2)).isEmpty();
            engine.advanceTo(at(300));
            assertThat(after("L-2", 2)).map(JournalEntry::event).containsOnly("SlaReached");
            assertThat(lead("L-2").clock("acceptance")).map(Clock::verdict).contains(Verdict.BREACHED);
        }

        @Test
        void a_clock_that_only_the_merged_lead_had_goes_on_with_its_stage() {
            stands("L-1", "MQL", 0);
            engine.fire(created("L-2"));
            merge(60);
            assertThat(lead("L-2").clock("acceptance")).map(Clock::dueAt).contains(at(240));
            assertThat(lead("L-2").timer("stale")).map(Timer::dueAt).contains(at(540));
        }

        @Test
        void a_clock_of_a_stage_that_does_not_count_ends_with_the_merged_lead() {
            stands("L-1", "MQL", 0);
            stands("L-2", "SQL", 0);
            merge(60);
            assertThat(lead("L-2").clocks()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "60, 120, 120, the target has less time left",
            "120, 60, 120, the source has less time left",
            "60, 60, 60, a tie is the target's",
        })
        void of_two_paused_ones_that_with_less_time_left_stays(int source, int target, int counted, String why) {
            stands("L-1", "MQL", 0);
            stands("L-2", "MQL", 0);
            engine.fire(new LeadResponded("p-1", "L-1", at(source), "email"));
            engine.fire(new LeadResponded("p-1", "L-2", at(target), "email"));
            merge(180);
            assertThat(lead("L-2").clock("acceptance")).hasValueSatisfying(clock -> {
                assertThat(clock.state()).isEqualTo(ClockState.PAUSED);
                assertThat(clock.counted()).as(why).isEqualTo(Duration.ofMinutes(counted));
            });
            engine.fire(new ContactAttempted("c-1", "L-2", at(200), "phone", "no answer"));
            assertThat(lead("L-2").clock("acceptance")).map(Clock::dueAt).contains(at(200 + 240 - counted));
        }

        @Test
        void one_that_runs_stays_and_not_one_that_is_paused() {
            stands("L-1", "MQL", 0);
            stands("L-2", "MQL", 0);
            engine.fire(new LeadResponded("p-1", "L-2", at(60), "email"));
            merge(180);
            assertThat(lead("L-2").clock("acceptance")).map(Clock::dueAt).contains(at(240));
        }

        @Test
        void what_is_due_before_the_merge_fires_first_on_both() {
            stands("L-1", "MQL", 0);
            stands("L-2", "MQL", 1);
            Outcome outcome = merge(242);
            assertThat(outcome.dueBefore())
                    .map(JournalEntry::leadId)
                    .startsWith("L-1")
                    .endsWith("L-2")
                    .hasSize(4);
            assertThat(lead("L-1").clock("acceptance")).map(Clock::verdict).contains(Verdict.BREACHED);
            assertThat(lead("L-2").clock("acceptance")).map(Clock::breachedAt).contains(at(240));
        }
    }
}
