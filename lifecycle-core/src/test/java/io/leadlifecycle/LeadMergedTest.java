package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.LeadLine;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.LeadIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a merge is: two entries, one lead that ends and one that hears of all that comes later. */
class LeadMergedTest extends MergeScene {
    @Nested
    class the_lead_that_ends {
        @Test
        void keeps_its_stage_and_nothing_runs_or_falls_due_for_it() {
            stands("L-1", "MQL", 0);
            stands("L-2", "SAL", 0);
            merge(60);
            Lead merged = lead("L-1");
            assertThat(merged.stage()).isEqualTo("MQL");
            assertThat(merged.mergedInto()).contains("L-2");
            assertThat(merged.clock("acceptance")).map(Clock::verdict).contains(Verdict.CANCELLED);
            assertThat(merged.nextDue()).isEmpty();
            assertThat(merged.timers()).isEmpty();
            assertThat(engine.advanceTo(at(100_000)).fired()).isPositive();
            assertThat(engine.journal("L-1")).hasSize(2);
        }

        @Test
        void stands_under_no_key_any_more() {
            stands("L-1", "SAL", 0);
            engine.fire(new LeadAssigned("o-1", "L-1", at(1), "ana"));
            engine.fire(created("L-2"));
            merge(60);
            assertThat(scene.store.leads(LeadIndex.OWNER, "ana")).containsExactly("L-2");
        }

        @Test
        void of_rules_that_hear_of_its_end_only_messages_are_carried_out() {
            stands("L-1", "SAL", 0);
            stands("L-2", "SQL", 0);
            JournalEntry own = merge(60).entry();
            assertThat(own).isNotNull();
            assertThat(own.effects()).singleElement().isInstanceOf(Effect.Tell.class);
            assertThat(own.toString())
                    .contains(
                            "M-3 Move what is merged: REFUSED, the lead was merged into L-2: of it only people are told");
        }

        @Test
        void says_where_it_went_in_its_story_and_its_line() {
            stands("L-1", "SAL", 0);
            stands("L-2", "SQL", 0);
            merge(60);
            assertThat(engine.story("L-1"))
                    .startsWith("Lead L-1: SAL")
                    .contains(", merged into L-2", "10:00:00Z  merged into L-2");
            assertThat(engine.story("L-2")).contains("10:00:00Z  absorbs L-1");
            assertThat(LeadLine.write(lead("L-1"), at(60), version -> SampleLifecycle.KOLKATA))
                    .contains("\"stage\":\"SAL\",\"mergedInto\":\"L-2\"");
        }
    }

    @Nested
    class what_comes_later_for_the_merged_lead {
        @Test
        void reaches_the_lead_that_goes_on_and_says_so() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            merge(60);
            Outcome outcome = engine.fire(demo("t-1", "L-1", 70));
            assertThat(outcome.leadId()).isEqualTo("L-2");
            assertThat(outcome.eventId()).isEqualTo("t-1");
            assertThat(outcome.entry()).isNotNull();
            assertThat(outcome.entry().via()).isEqualTo("L-1");
            assertThat(outcome.entry().eventId()).isEqualTo("L-1/t-1");
            assertThat(outcome.entry().toString()).contains("came for L-1");
            assertThat(lead("L-2").touches().of("demo request")).isPresent();
            assertThat(lead("L-1").touches().of("demo request")).isEmpty();
            assertThat(engine.story("L-2")).contains("Touchpoint came for L-1");
        }

        @Test
        void is_known_by_its_id_before_and_after_the_merge_and_collides_with_no_other() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            engine.fire(demo("t-1", "L-1", 5));
            engine.fire(demo("t-2", "L-2", 5));
            merge(60);
            assertThat(engine.fire(demo("t-1", "L-1", 5)).status()).isEqualTo(Outcome.Status.REPEATED);
            assertThat(engine.fire(demo("t-2", "L-1", 70)).status()).isEqualTo(Outcome.Status.APPLIED);
            Outcome again = engine.fire(demo("t-2", "L-1", 70));
            assertThat(again.status()).isEqualTo(Outcome.Status.REPEATED);
            assertThat(again.leadId()).isEqualTo("L-2");
            assertThat(engine.fire(demo("t-2", "L-1", 71)).status()).isEqualTo(Outcome.Status.CONFLICTING);
            assertThat(engine.fire(demo("t-2", "L-2", 5)).status()).isEqualTo(Outcome.Status.REPEATED);
        }

        @Test
        void goes_down_the_whole_chain_and_is_known_where_it_was_left() {
            for (String lead : List.of("L-1", "L-2", "L-3")) {
                engine.fire(created(lead));
            }
            merge(60);
            engine.fire(demo("t-1", "L-1", 70));
            engine.fire(new LeadMerged("m-2", "L-2", at(80), "L-3"));
            assertThat(engine.fire(demo("t-1", "L-1", 70)).status()).isEqualTo(Outcome.Status.REPEATED);
            Outcome outcome = engine.fire(demo("t-3", "L-1", 90));
            assertThat(outcome.leadId()).isEqualTo("L-3");
            assertThat(outcome.entry()).isNotNull();
            assertThat(outcome.entry().via()).isEqualTo("L-1");
        }

        @Test
        void is_refused_with_both_names() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            merge(60);
            Outcome outcome = engine.fire(new StageChangeRequested("r-1", "L-1", at(70), "LIMBO", null, null, "ana"));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
            assertThat(outcome.why())
                    .contains("for lead L-1: the stage \"LIMBO\" is not one of ")
                    .endsWith("; it came to lead L-2, which L-1 is now; allowed from NEW are [MQL, OPPORTUNITY,"
                            + " DISQUALIFIED, NURTURE]");
        }

        @Test
        void ids_of_leads_and_events_with_a_slash_do_not_meet() {
            assertThat(JournalEntry.idVia("a/b", "c")).isNotEqualTo(JournalEntry.idVia("a", "b/c"));
            assertThat(JournalEntry.idVia("a%2Fb", "c")).isNotEqualTo(JournalEntry.idVia("a/b", "c"));
        }
    }

    @Nested
    class as_a_whole {
        @Test
        void a_repeat_changes_nothing_and_answers_with_both_entries() {
            stands("L-1", "MQL", 0);
            stands("L-2", "MQL", 1);
            Outcome first = merge(300);
            Lead source = lead("L-1");
            Lead target = lead("L-2");
            Outcome again = merge(300);
            assertThat(again.status()).isEqualTo(Outcome.Status.REPEATED);
            assertThat(again.entries()).isEqualTo(first.entries());
            assertThat(again.effects()).isEqualTo(first.effects()).isNotEmpty();
            assertThat(lead("L-1")).isEqualTo(source);
            assertThat(lead("L-2")).isEqualTo(target);
        }

        @Test
        void a_rule_that_fails_on_either_side_saves_nothing() {
            engine.fire(created("L-BAD"));
            engine.fire(created("L-2"));
            Lead source = lead("L-BAD");
            Lead target = lead("L-2");
            assertThatThrownBy(() -> engine.fire(new LeadMerged("m-1", "L-BAD", at(60), "L-2")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("M-2 Fail");
            assertThat(lead("L-BAD")).isEqualTo(source);
            assertThat(lead("L-2")).isEqualTo(target);
        }

        @Test
        void of_a_late_merge_both_entries_are_of_the_latest_entry_of_the_two() {
            stands("L-1", "MQL", 0);
            engine.fire(created("L-2"));
            engine.fire(demo("t-1", "L-1", 90));
            merge(60);
            assertThat(lead("L-1").lastEntryAt()).isEqualTo(at(90));
            assertThat(lead("L-2").lastEntryAt()).isEqualTo(at(90));
            assertThat(after("L-2", 1)).map(JournalEntry::eventAt).containsExactly(at(60));
        }

        @Test
        void a_lead_is_found_among_the_unknown_when_unknown_leads_are_created() {
            LifecycleEngine creating = scene.builder(LambdaRuleBook.of(Scene::noRule))
                    .unknownLeads(UnknownLeads.CREATE)
                    .build();
            creating.fire(created("L-2"));
            assertThat(creating.fire(new LeadMerged("m-1", "L-1", at(1), "L-2")).status())
                    .isEqualTo(Outcome.Status.APPLIED);
            assertThat(lead("L-1").mergedInto()).contains("L-2");
            assertThat(lead("L-1").entries()).isEqualTo(2);
        }

        @Test
        void listeners_hear_of_both_leads() {
            List<String> heard = new ArrayList<>();
            LifecycleEngine listening = scene.builder(LambdaRuleBook.of(Scene::noRule))
                    .listener((outcome, lead) -> heard.add(outcome.eventId() + " " + lead.id()))
                    .build();
            listening.fire(created("L-1"));
            listening.fire(created("L-2"));
            heard.clear();
            listening.fire(new LeadMerged("m-1", "L-1", at(1), "L-2"));
            assertThat(heard).containsExactlyInAnyOrder("m-1 L-1", "L-1/m-1 L-2");
        }
    }
}
