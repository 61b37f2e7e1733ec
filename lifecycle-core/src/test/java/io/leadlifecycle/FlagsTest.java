package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleLead;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When a flag falls by itself. The group "activity" holds touches, replies and contact attempts. */
class FlagsTest {
    private static final String RULE = "F-1 A score of one raises a flag";

    private LifecycleEngine engine;

    private void when(Consumer<RuleLead> raised) {
        engine = new Scene().engine((event, lead) -> {
            if (event instanceof ScoreChanged) {
                lead.underRule(RULE, () -> raised.accept(lead));
            } else if (event instanceof Touchpoint touch && touch.kind().equals("demo request")) {
                lead.underRule(
                        "Q-1 A demo qualifies", () -> lead.qualifyAs("demo").because("asked"));
            }
        });
        engine.fire(created("L-1"));
        engine.fire(new ScoreChanged("s-1", "L-1", at(1), 1));
    }

    private void fire(LeadEvent event) {
        assertThat(engine.fire(event).status()).isEqualTo(Outcome.Status.APPLIED);
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    private static Touchpoint touch(String kind) {
        return new Touchpoint("t-1", "L-1", at(2), kind);
    }

    @Nested
    class until_a_group_of_events {
        @Test
        void it_stands_and_falls_with_the_next_of_them() {
            when(lead -> lead.raiseFlag("dark").until("activity"));
            assertThat(lead().flags()).containsExactly("dark");
            fire(touch("content download"));
            assertThat(lead().flags()).isEmpty();
        }

        @Test
        void what_a_machine_does_leaves_it() {
            when(lead -> lead.raiseFlag("dark").until("activity"));
            fire(touch("email opened"));
            fire(new LeadResponded("r-1", "L-1", at(3), "email", true, null));
            assertThat(lead().flags()).containsExactly("dark");
        }

        @Test
        void an_event_of_no_such_group_leaves_it() {
            when(lead -> lead.raiseFlag("dark").until("activity"));
            fire(new ScoreChanged("s-2", "L-1", at(2), 2));
            assertThat(lead().flags()).containsExactly("dark");
        }

        @Test
        void it_outlives_the_stage_unless_it_says_otherwise() {
            when(lead -> lead.raiseFlag("dark").until("activity"));
            fire(new StageChangeRequested("m-1", "L-1", at(2), "MQL"));
            assertThat(lead().stage()).isEqualTo("MQL");
            assertThat(lead().flags()).containsExactly("dark");
        }

        @Test
        void a_rule_on_the_event_that_clears_it_may_raise_it_again() {
            engine = new Scene().engine((event, lead) -> {
                if (event instanceof Touchpoint) {
                    lead.underRule(RULE, () -> lead.raiseFlag("hot").until("activity"));
                }
            });
            fire(created("L-1"));
            fire(touch("content download"));
            assertThat(lead().flags()).containsExactly("hot");
        }

        @Test
        void a_group_that_is_unknown_refuses_the_rule() {
            when(lead -> lead.raiseFlag("dark").until("activty"));
            assertThat(lead().flags()).isEmpty();
            assertThat(engine.journal("L-1").get(1).toString())
                    .contains("REFUSED", "event group \"activty\"", "Maybe \"activity\"?");
        }
    }

    @Nested
    class while_in_the_stage {
        @Test
        void it_falls_when_the_stage_is_left() {
            when(lead -> lead.raiseFlag("stuck").whileInStage());
            assertThat(lead().marks().flags()).containsExactly(new Flag("stuck", null, "NEW"));
            fire(touch("demo request"));
            assertThat(lead().stage()).isEqualTo("MQL");
            assertThat(lead().flags()).isEmpty();
        }

        @Test
        void it_stands_as_long_as_the_lead_stays() {
            when(lead -> lead.raiseFlag("stuck").whileInStage());
            fire(touch("content download"));
            assertThat(lead().flags()).containsExactly("stuck");
        }

        @Test
        void of_two_ends_the_earlier_counts() {
            when(lead -> lead.raiseFlag("leakage").until("activity").whileInStage());
            fire(touch("content download"));
            assertThat(lead().flags()).isEmpty();
        }

        @Test
        void a_move_of_the_same_rule_comes_first() {
            when(lead -> {
                lead.raiseFlag("new here").whileInStage();
                lead.qualifyAs("demo").because("scored");
            });
            assertThat(lead().marks().flags()).containsExactly(new Flag("new here", null, "MQL"));
        }

        @Test
        void a_stage_that_the_same_evaluation_leaves_gets_no_flag() {
            engine = new Scene().engine((event, lead) -> {
                if (event instanceof StageEntered entered && entered.stage().equals("NEW")) {
                    lead.underRule(RULE, () -> lead.raiseFlag("stuck").whileInStage());
                    lead.underRule("Q-1 Goes on", () -> lead.qualifyAs("demo").because("goes on"));
                }
            });
            fire(created("L-1"));
            assertThat(lead().stage()).isEqualTo("MQL");
            assertThat(lead().flags()).isEmpty();
            assertThat(engine.journal("L-1").get(0).toString()).contains("PASSED_THROUGH");
        }
    }

    @Nested
    class without_an_end {
        @Test
        void it_stands_whatever_happens() {
            when(lead -> lead.raiseFlag("review"));
            fire(touch("demo request"));
            assertThat(lead().flags()).containsExactly("review");
        }

        @Test
        void raised_again_it_falls_as_the_latest_says() {
            when(lead -> {
                lead.raiseFlag("dark");
                lead.raiseFlag("dark").until("activity");
            });
            fire(touch("content download"));
            assertThat(lead().flags()).isEmpty();
        }

        @Test
        void a_rule_clears_any_flag() {
            when(lead -> {
                lead.raiseFlag("dark").until("activity");
                lead.clearFlag("dark");
            });
            assertThat(lead().flags()).isEmpty();
        }
    }

    @Test
    void the_journal_and_the_story_say_when_it_falls() {
        when(lead -> lead.raiseFlag("dark").until("activity").whileInStage());
        assertThat(engine.journal("L-1").get(1).toString())
                .contains("flag \"dark\" raised, until the next activity, while in NEW");
        assertThat(engine.story("L-1"))
                .contains("  flag dark, until the next activity (Touchpoint, LeadResponded, ContactAttempted),"
                        + " while in NEW");
    }

    @Test
    void an_entry_that_knew_no_ends_is_read_as_a_flag_that_stands() {
        when(lead -> lead.raiseFlag("dark"));
        String line = JournalJson.write(engine.journal("L-1").get(1));
        assertThat(line).contains("\"change\":\"Flagged\",\"flag\":\"dark\",\"raised\":true}");
        assertThat(JournalJson.read(line)).isEqualTo(engine.journal("L-1").get(1));
    }
}
