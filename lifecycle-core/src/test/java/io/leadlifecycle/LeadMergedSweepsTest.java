package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.rule.RuleWords.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.RuleLead;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign of life of either of two leads that become one counts for both. Days are counted from Monday 09:00. */
class LeadMergedSweepsTest extends MergeScene {
    /** A lead is quiet after 30 days without activity, and odd when somebody scores it. */
    @Override
    void rules(LeadEvent event, RuleLead lead) {
        if (event instanceof StageEntered) {
            lead.underRule(
                    "Q-1 Wait for activity",
                    () -> lead.startTimer("quiet", days(30))
                            .restartedBy("activity")
                            .repeating());
        }
        if (event instanceof TimerFired fired && fired.timer().equals("quiet")) {
            lead.underRule("Q-2 Note silence", () -> lead.raiseFlag("quiet").until("activity"));
        }
        if (event instanceof ScoreChanged) {
            lead.underRule("Q-3 Note a score", () -> lead.raiseFlag("odd").until("activity"));
        }
    }

    private static int day(int days) {
        return days * 24 * 60;
    }

    private void touched(String lead, int minutes) {
        touched(lead, minutes, "demo request");
    }

    private void touched(String lead, int minutes, String kind) {
        engine.fire(new Touchpoint("t-" + minutes, lead, at(minutes), kind));
    }

    private void merged(int minutes) {
        engine.advanceTo(at(minutes));
        merge(minutes);
    }

    private int quietSince() {
        Timer timer = lead("L-2").timer("quiet").orElseThrow();
        assertThat(timer.dueAt()).isEqualTo(timer.startedAt().plusSeconds(60L * day(30)));
        return (int) (timer.startedAt().getEpochSecond() - Scene.MONDAY_9.getEpochSecond()) / 60;
    }

    @Nested
    class a_timer_that_activity_starts_anew {
        @Test
        void counts_from_the_activity_of_the_merged_lead() {
            stands("L-1", "NURTURE", 0);
            stands("L-2", "NURTURE", 0);
            touched("L-1", day(28));
            merged(day(29));
            assertThat(quietSince()).isEqualTo(day(28));
        }

        @Test
        void counts_from_its_own_activity_where_the_stage_is_taken_over() {
            stands("L-1", "NURTURE", 0);
            engine.fire(new LeadCreated("created", "L-2", at(day(27)), "web", Map.of()));
            touched("L-2", day(28));
            merge(day(28) + 1);
            assertThat(lead("L-2").stage()).isEqualTo("NURTURE");
            assertThat(quietSince()).isEqualTo(day(28));
        }

        @Test
        void counts_from_the_activity_of_a_lead_whose_stage_does_not_count() {
            stands("L-2", "OPPORTUNITY", 0);
            engine.fire(new LeadCreated("created", "L-1", at(day(27)), "web", Map.of()));
            engine.fire(new LeadResponded("r-1", "L-1", at(day(28)), "email"));
            merge(day(28) + 1);
            assertThat(quietSince()).isEqualTo(day(28));
        }

        @Test
        void counts_from_the_later_start_where_nothing_was_done() {
            stands("L-1", "NURTURE", day(20));
            stands("L-2", "NURTURE", 0);
            merged(day(29));
            assertThat(quietSince()).isEqualTo(day(20));
        }

        @Test
        void does_not_count_from_what_a_machine_did() {
            stands("L-1", "NURTURE", 0);
            stands("L-2", "NURTURE", 0);
            touched("L-1", day(28), "email opened");
            merged(day(29));
            assertThat(quietSince()).isZero();
        }
    }

    @Nested
    class a_flag_that_activity_clears {
        @ParameterizedTest
        @CsvSource({
            "L-1, 34, 35, it was active after the flag was raised",
            "L-1, 58, 61, silence would not have been long enough for it",
            "L-2, 34, 35, the source was flagged",
            "L-2, 58, 61, the source was flagged",
        })
        void falls_when_the_other_lead_was_active(String active, int activeOn, int mergedOn, String why) {
            String silent = active.equals("L-1") ? "L-2" : "L-1";
            stands(silent, "NURTURE", 0);
            stands(active, "NURTURE", day(10));
            touched(active, day(activeOn - 20));
            engine.advanceTo(at(day(activeOn) - 1));
            touched(active, day(activeOn));
            engine.advanceTo(at(day(mergedOn)));
            assertThat(lead(silent).flags()).containsExactly("quiet");
            assertThat(lead(active).flags()).isEmpty();
            merge(day(mergedOn));
            assertThat(lead("L-2").flags()).as(why).isEmpty();
        }

        @Test
        void stays_when_both_leads_have_it() {
            stands("L-1", "NURTURE", 0);
            stands("L-2", "NURTURE", 0);
            merged(day(35));
            assertThat(lead("L-2").flags()).containsExactly("quiet");
        }

        @Test
        void stays_when_nothing_tells_that_it_was_raised_before() {
            stands("L-1", "NURTURE", 0);
            stands("L-2", "NURTURE", 0);
            engine.fire(new ScoreChanged("s-1", "L-2", at(day(2)), 10));
            touched("L-1", day(1));
            merged(day(3));
            assertThat(lead("L-2").flags()).containsExactly("odd");
        }

        @Test
        void falls_when_nothing_happened_to_its_lead_since_the_other_was_active() {
            stands("L-1", "NURTURE", 0);
            stands("L-2", "NURTURE", 0);
            engine.fire(new ScoreChanged("s-1", "L-2", at(day(1)), 10));
            engine.fire(new ContactAttempted("c-1", "L-1", at(day(2)), "phone", "no answer"));
            merged(day(3));
            assertThat(lead("L-2").flags()).isEmpty();
        }
    }
}
