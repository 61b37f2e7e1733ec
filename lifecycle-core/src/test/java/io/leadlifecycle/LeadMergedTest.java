package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAbsorbed;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.json.LeadLine;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L-1 is merged into L-2, unless a test says otherwise. */
class LeadMergedTest {
    private final Scene scene = new Scene();
    private final LifecycleEngine engine = scene.engine(LeadMergedTest::rules);

    private static void rules(LeadEvent event, RuleLead lead) {
        if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
            lead.underRule("A-1 Accept within four hours", () -> lead.startClock("acceptance", hours(4)));
            lead.underRule("A-2 Remind", () -> lead.startTimer("stale", hours(9)));
        }
        if (event instanceof LeadAbsorbed) {
            lead.underRule("M-1 Tell the owner of a merge", () -> lead.tell(owner()));
        }
        if (event instanceof LeadAbsorbed absorbed && absorbed.from().equals("L-BAD")) {
            lead.underRule("M-2 Fail", () -> {
                throw new IllegalStateException("out of order");
            });
        }
        if (event instanceof LeadMerged) {
            lead.underRule("M-3 Move what is merged", () -> lead.moveTo("SQL"));
            lead.underRule("M-4 Tell whose lead ends", () -> lead.tell(owner()));
        }
    }

    private Lead lead(String id) {
        return engine.lead(id).orElseThrow();
    }

    private void stands(String lead, String stage, int minutes) {
        engine.fire(new LeadImported("i-" + lead, lead, at(minutes), stage, Map.of(stage, Stamp.at(at(minutes)))));
    }

    private void stands(String lead, String stage, String reason, int minutes) {
        engine.fire(new LeadImported("i-" + lead, lead, at(minutes), stage, Map.of(stage, Stamp.at(at(minutes))))
                .because(reason));
    }

    private Outcome merge(int minutes) {
        return engine.fire(new LeadMerged("m-1", "L-1", at(minutes), "L-2").by("maria"));
    }

    private List<JournalEntry> after(String lead, int entries) {
        return engine.journal(lead).subList(entries, engine.journal(lead).size());
    }

    @AfterEach
    void every_journal_keeps_the_invariants() {
        scene.store.leads().forEach(lead -> {
            LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal(lead.id()), lead);
            assertThat(LeadJson.read(LeadJson.write(lead))).isEqualTo(lead);
            assertThat(engine.journal(lead.id()))
                    .allSatisfy(entry -> assertThat(JournalJson.read(JournalJson.write(entry)))
                            .isEqualTo(entry));
        });
    }

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
    class where_the_other_lead_stands {
        @ParameterizedTest
        @CsvSource({
            "NEW, MQL, MQL, further along",
            "SQL, MQL, SQL, it was further along itself",
            "MQL, MQL, MQL, the same",
            "WON, OPPORTUNITY, WON, won is further along",
            "RECYCLED, NEW, NEW, on its way beats recycled",
            "LOST, MQL, MQL, on its way beats lost",
            "DISQUALIFIED, MQL, MQL, not final",
            "LOST, RECYCLED, RECYCLED, entered later",
        })
        void is_the_stage_that_counts_whoever_brings_it(String one, String other, String then, String why) {
            boolean straight = standsThen(one, other, "L-1", "L-2").equals(then);
            boolean crossed = standsThen(other, one, "L-3", "L-4").equals(then);
            assertThat(straight && crossed).as(why).isTrue();
        }

        private String standsThen(String one, String other, String source, String target) {
            place(source, one);
            place(target, other);
            engine.fire(new LeadMerged("m-1", source, at(60), target));
            return lead(target).stage();
        }

        /** In the order of the lifecycle, so that the recycled one is entered after the lost one. */
        private void place(String lead, String stage) {
            switch (stage) {
                case "LOST" -> stands(lead, stage, "timing", 1);
                case "RECYCLED" -> stands(lead, stage, "timing", 2);
                case "DISQUALIFIED" -> stands(lead, stage, "inactive", 2);
                default -> stands(lead, stage, 3);
            }
        }

        @ParameterizedTest
        @CsvSource({"L-1, the source brings it", "L-2, the target stays so"})
        void a_final_disqualification_wins_over_an_open_deal(String lost, String why) {
            stands(lost, "DISQUALIFIED", "competitor", 0);
            stands(lost.equals("L-1") ? "L-2" : "L-1", "OPPORTUNITY", 5);
            merge(60);
            assertThat(lead("L-2").journey().finallyDisqualified()).as(why).isTrue();
            assertThat(lead("L-2").journey().reason()).isEqualTo("competitor");
        }

        @ParameterizedTest
        @CsvSource({"L-1", "L-2"})
        void a_do_not_contact_of_either_counts(String quiet) {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            engine.fire(new DoNotContactRequested("d-1", quiet, at(1), "ALL"));
            merge(60);
            assertThat(lead("L-2").contact().allowed()).isEqualTo(Contactable.NO_CONTACT);
        }

        @Test
        void a_stage_taken_over_is_no_move_and_its_limit_counts_from_the_merge() {
            stands("L-1", "SAL", 0);
            engine.fire(created("L-2"));
            JournalEntry absorbed = merge(60).drawn().get(0);
            assertThat(absorbed.moves()).isEmpty();
            assertThat(lead("L-2").timers())
                    .filteredOn(timer -> timer.purpose() == Timer.Purpose.LIMIT)
                    .singleElement()
                    .satisfies(timer -> assertThat(timer.startedAt()).isEqualTo(at(60)));
            assertThat(lead("L-2").timers()).noneMatch(timer -> timer.purpose() == Timer.Purpose.WAIT);
            assertThat(lead("L-2").journey().enteredAt()).isEqualTo(at(0));
            assertThat(JournalJson.write(absorbed))
                    .contains("\"event\":\"LeadAbsorbed\"", "\"from\":\"NEW\",\"to\":\"SAL\",\"source\"")
                    .contains("\"via\":\"L-1\"", "\"came\":{\"event\":\"LeadMerged\"")
                    .doesNotContain("\"moves\"");
        }

        @Test
        void its_owner_comes_with_the_stage_and_the_host_hears_of_it() {
            stands("L-1", "SQL", 0);
            engine.fire(new LeadAssigned("o-1", "L-1", at(1), "bo"));
            stands("L-2", "SAL", 0);
            engine.fire(new LeadAssigned("o-1", "L-2", at(1), "ana"));
            Outcome outcome = merge(60);
            assertThat(lead("L-2").ownership().owner()).isEqualTo("bo");
            assertThat(lead("L-2").ownership().previousOwner()).isEqualTo("ana");
            assertThat(outcome.effects())
                    .filteredOn(Effect.Assign.class::isInstance)
                    .singleElement()
                    .hasToString("assign to bo");
        }

        @Test
        void an_owner_that_is_not_known_is_taken_from_the_other_lead() {
            stands("L-1", "SAL", 0);
            engine.fire(new LeadAssigned("o-1", "L-1", at(1), "bo"));
            stands("L-2", "SQL", 0);
            merge(60);
            assertThat(lead("L-2").ownership().owner()).isEqualTo("bo");
        }
    }

    @Nested
    class what_is_known {
        @Test
        void values_of_the_lead_that_goes_on_count_and_unknown_ones_are_filled() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            engine.fire(new ProfileUpdated(
                    "p-1", "L-1", at(1), Map.of("industry", "software", "employees", 20, "title", "VP Sales")));
            engine.fire(new ProfileUpdated("p-1", "L-2", at(1), Map.of("employees", 200, "title", "Intern")));
            Outcome outcome = merge(60);
            assertThat(lead("L-2").profile().value("industry")).isEqualTo("software");
            assertThat(lead("L-2").profile().value("employees")).isEqualTo(200L);
            assertThat(lead("L-2").profile().has("seniority"))
                    .as("it followed from the other title")
                    .isFalse();
            assertThat(outcome.drawn().get(0).steps()).map(step -> step.event()).contains("ProfileChanged");
        }

        @Test
        void touches_attempts_and_scores_add_and_the_score_is_told() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            for (String lead : List.of("L-1", "L-2")) {
                engine.fire(demo("t-1", lead, 5));
                engine.fire(new ContactAttempted("c-1", lead, at(6), "phone", "no answer"));
                engine.fire(new ScoreChanged("s-1", lead, at(7), 45));
            }
            Outcome outcome = merge(60);
            Lead then = lead("L-2");
            assertThat(then.touches().of("demo request")).hasValueSatisfying(history -> {
                assertThat(history.count()).isEqualTo(2);
                assertThat(history.instants()).containsExactly(at(5), at(5));
            });
            assertThat(then.contact().attempts()).isEqualTo(2);
            assertThat(then.contact().unansweredAttempts()).isEqualTo(2);
            assertThat(then.qualification().score()).isEqualTo(90);
            assertThat(outcome.drawn().get(0).steps()).map(step -> step.event()).contains("ScoreChanged");
        }

        @Test
        void the_earlier_lead_says_where_it_came_from_and_the_earliest_stamps_count() {
            engine.fire(new LeadCreated("created", "L-1", at(0), "fair", "spring", at(-600), Map.of(), null));
            engine.fire(new LeadCreated("created", "L-2", at(10), "web", null, null, Map.of(), null));
            merge(60);
            assertThat(lead("L-2").origin().source()).isEqualTo("fair");
            assertThat(lead("L-2").origin().campaign()).isEqualTo("spring");
            assertThat(lead("L-2").origin().createdAt()).isEqualTo(at(0));
            assertThat(lead("L-2").origin().firstTouchAt()).isEqualTo(at(-600));
            assertThat(lead("L-2").journey().stampsOf("NEW")).hasValueSatisfying(stamps -> {
                assertThat(stamps.first()).isEqualTo(at(0));
                assertThat(stamps.latest()).isEqualTo(at(10));
                assertThat(stamps.entries()).isEqualTo(2);
            });
        }

        @Test
        void rules_of_the_lead_that_goes_on_hear_of_it_first() {
            engine.fire(created("L-1"));
            engine.fire(created("L-2"));
            Outcome outcome = merge(60);
            assertThat(outcome.drawn().get(0).steps())
                    .map(step -> step.event())
                    .startsWith(LeadAbsorbed.class.getSimpleName(), ProfileChanged.class.getSimpleName());
            assertThat(outcome.effects()).map(Effect::leadId).containsExactly("L-1", "L-2");
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
    class what_cannot_be_merged {
        private void refused(LeadMerged event, String why) {
            Map<String, Integer> before = sizes();
            Outcome outcome = engine.fire(event);
            assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
            assertThat(outcome.why())
                    .isEqualTo("LeadMerged \"" + event.id() + "\" for lead " + event.leadId() + ": " + why);
            before.merge(event.leadId(), 1, Integer::sum);
            assertThat(sizes()).isEqualTo(before);
            assertThat(engine.fire(event).status()).isEqualTo(Outcome.Status.REPEATED);
        }

        private Map<String, Integer> sizes() {
            Map<String, Integer> sizes = new TreeMap<>();
            scene.store
                    .leads()
                    .forEach(lead ->
                            sizes.put(lead.id(), engine.journal(lead.id()).size()));
            return sizes;
        }

        @Test
        void a_lead_into_itself_or_one_that_nobody_created() {
            engine.fire(created("L-1"));
            refused(new LeadMerged("m-1", "L-1", at(1), "L-1"), "it cannot be merged into itself, L-1");
            refused(new LeadMerged("m-2", "L-1", at(1), "L-9"), "nobody created the lead L-9 to merge it into");
            refused(new LeadMerged("m-3", "L-1", at(1), " "), "the lead to merge it into is missing");
        }

        @Test
        void an_unknown_lead_goes_to_the_strays() {
            engine.fire(created("L-2"));
            assertThat(merge(1).status()).isEqualTo(Outcome.Status.UNKNOWN_LEAD);
            assertThat(engine.strays()).hasSize(1);
        }

        @Test
        void a_circle_and_a_second_merge() {
            for (String lead : List.of("L-1", "L-2", "L-3")) {
                engine.fire(created(lead));
            }
            merge(1);
            refused(
                    new LeadMerged("m-2", "L-2", at(2), "L-1"),
                    "it cannot be merged into L-1, which was itself merged into L-2");
            refused(
                    new LeadMerged("m-2", "L-1", at(2), "L-3"),
                    "it was merged into L-2 already and cannot be merged into L-3. Maybe merge L-2?");
        }

        @Test
        void a_lead_that_was_merged_passes_it_on() {
            for (String lead : List.of("L-1", "L-2", "L-3")) {
                engine.fire(created(lead));
            }
            merge(1);
            engine.fire(new LeadMerged("m-1", "L-3", at(2), "L-1"));
            assertThat(lead("L-3").mergedInto()).contains("L-2");
            assertThat(after("L-2", 2))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.via()).isEqualTo("L-3"));
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
