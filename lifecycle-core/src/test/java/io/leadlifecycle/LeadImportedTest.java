package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.days;
import static io.leadlifecycle.rule.RuleWords.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.journal.ScoreReport;
import io.leadlifecycle.model.Journey;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleWords;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadImportedTest {
    private static final Instant MAY = Instant.parse("2025-05-05T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-06T10:00:00Z");

    private final Scene scene = new Scene();
    private LifecycleEngine engine = engine(Scene::noRule);

    private LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return scene.builder(new LambdaRuleBook(
                        SampleLifecycle.builder()
                                .status("In Work", "SAL")
                                .status("Called", "SAL")
                                .build(),
                        "1",
                        rules))
                .build();
    }

    private static LeadImported imported(String id, String stage, Map<String, Stamp> stamps) {
        return new LeadImported(id, "L-1", at(0), stage, stamps);
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    private Journey journey() {
        return lead().journey();
    }

    private static StageStamps stamps(String stage, Instant first, Instant latest, int entries) {
        return new StageStamps(stage, first, latest, entries, Duration.ZERO);
    }

    private void refused(LeadImported event, String why) {
        Outcome outcome = engine.fire(event);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(outcome.why()).contains("for lead L-1: ").contains(why);
    }

    @Nested
    class where_a_lead_begins {
        @Test
        void an_unknown_lead_begins_in_the_stage_without_a_path() {
            Outcome outcome = engine.fire(imported("i-1", "OPPORTUNITY", Map.of()));
            assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
            assertThat(outcome.dueBefore()).isEmpty();
            assertThat(lead().stage()).isEqualTo("OPPORTUNITY");
            assertThat(outcome.entries()).flatExtracting(JournalEntry::moves).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"In Work", "in  work", "' IN WORK'", "SAL"})
        void an_old_status_value_is_the_stage_it_is_mapped_to(String status) {
            engine.fire(imported("i-1", status, Map.of()));
            assertThat(lead().stage()).isEqualTo("SAL");
        }

        @Test
        void an_unknown_status_is_refused_and_names_the_stages() {
            refused(
                    imported("i-1", "QL", Map.of()),
                    "the stage \"QL\" is neither an old status value that the lifecycle maps nor one of [NEW, NURTURE,"
                            + " MQL, SAL, SQL, OPPORTUNITY, WON, LOST, RECYCLED, DISQUALIFIED]. Maybe \"MQL\"?");
            assertThat(engine.lead("L-1")).isEmpty();
            assertThat(engine.strays()).hasSize(1);
        }

        @Test
        void a_missing_status_is_refused() {
            refused(imported("i-1", " ", Map.of()), "the stage is missing; the stages are [NEW, NURTURE,");
        }

        @ParameterizedTest
        @CsvSource({"NURTURE, 120, 120 = imported 120", "RECYCLED, 0, 120 = imported 120; since it went back 0"})
        void its_score_is_on_it_and_that_of_a_recycled_one_is_from_before(String stage, long counts, String report) {
            engine.fire(imported("i-1", stage, Map.of()).scored(120));

            assertThat(lead().qualification().score()).isEqualTo(120);
            assertThat(new RuleLead(SampleLifecycle.lifecycle(), lead(), at(1)).getScore())
                    .isEqualTo(counts);
            assertThat(ScoreReport.of(engine.journal("L-1"))).hasToString(report);
        }

        @Test
        void what_a_recycled_one_did_before_its_import_counts_no_more() {
            engine.fire(imported("i-1", "RECYCLED", Map.of()));

            assertThat(lead().journey().countsSince()).isEqualTo(at(0));
        }

        @Test
        void a_lead_that_is_known_keeps_its_score() {
            engine.fire(imported("i-1", "NURTURE", Map.of()).scored(120));
            engine.fire(imported("i-2", "NURTURE", Map.of()).scored(80));

            assertThat(lead().qualification().score()).isEqualTo(120);
        }

        @Test
        void a_score_out_of_bounds_is_refused() {
            refused(
                    imported("i-1", "NURTURE", Map.of()).scored(Long.MAX_VALUE),
                    "the score 9223372036854775807 is out of bounds");
        }

        @Test
        void its_facts_are_on_it() {
            engine.fire(new LeadImported(
                    "i-1",
                    "L-1",
                    at(0),
                    "SAL",
                    Map.of(),
                    null,
                    "ana",
                    "fair",
                    "spring",
                    MAY,
                    Map.of("email", "a@test.example"),
                    null,
                    null));
            assertThat(lead().ownership().owner()).isEqualTo("ana");
            assertThat(lead().origin().source()).isEqualTo("fair");
            assertThat(lead().origin().lastCampaign()).isEqualTo("spring");
            assertThat(lead().origin().firstTouchAt()).isEqualTo(MAY);
            assertThat(lead().profile().internal()).isTrue();
        }

        @Test
        void a_reason_may_be_unknown() {
            engine.fire(imported("i-1", "LOST", Map.of()));
            assertThat(journey().reason()).isNull();
            assertThat(journey().kind()).isEqualTo(StageKind.LOST);
        }

        @Test
        void an_alias_is_its_reason_and_a_final_one_is_final() {
            engine.fire(imported("i-1", "LOST", Map.of()).because("chose competitor"));
            assertThat(journey().reason()).isEqualTo("competitor");
            engine.fire(new LeadImported("i-1", "L-2", at(0), "DISQUALIFIED", Map.of()).because("competitor"));
            assertThat(engine.lead("L-2").orElseThrow().journey().finallyDisqualified())
                    .isTrue();
        }

        @Test
        void a_reason_of_another_picklist_is_refused_and_so_is_one_where_none_belongs() {
            refused(
                    imported("i-1", "RECYCLED", Map.of()).because("inactiv"),
                    "the reason \"inactiv\" is not in the picklist \"recycling\" of RECYCLED: [budget not approved,"
                            + " timing, silence, other].");
            refused(
                    imported("i-2", "SAL", Map.of()).because("timing"),
                    "the stage SAL takes no reason, \"timing\" is given");
        }
    }

    @Nested
    class stamps {
        @Test
        void are_as_known_and_none_is_invented() {
            engine.fire(imported("i-1", "SAL", Map.of("MQL", Stamp.at(MAY))));
            assertThat(journey().stamps()).containsExactly(stamps("MQL", MAY, MAY, 1));
            assertThat(journey().enteredAt()).isEqualTo(at(0));
        }

        @Test
        void of_the_stage_it_stands_in_say_since_when() {
            engine.fire(imported("i-1", "SAL", Map.of("SAL", new Stamp(MAY, JUNE, 2))));
            assertThat(journey().stampsOf("SAL")).contains(stamps("SAL", MAY, JUNE, 2));
            assertThat(journey().enteredAt()).isEqualTo(JUNE);
        }

        @Test
        void of_two_old_values_for_one_stage_add_up() {
            engine.fire(imported("i-1", "SQL", Map.of("In Work", Stamp.at(JUNE), "Called", new Stamp(MAY, MAY, 2))));
            assertThat(journey().stamps()).containsExactly(stamps("SAL", MAY, JUNE, 3));
        }

        @Test
        void of_recycling_give_its_count_and_its_latest_instant_but_no_reason() {
            engine.fire(imported("i-1", "SAL", Map.of("RECYCLED", new Stamp(MAY, JUNE, 3))));
            assertThat(journey().recycles().count()).isEqualTo(3);
            assertThat(journey().recycles().lastAt()).isEqualTo(JUNE);
            assertThat(journey().recycles().lastReason()).isNull();
        }

        @Test
        void of_a_lead_that_stands_in_recycled_give_the_reason_too() {
            engine.fire(imported("i-1", "RECYCLED", Map.of("RECYCLED", Stamp.at(JUNE)))
                    .because("no budget"));
            assertThat(journey().recycles().count()).isEqualTo(1);
            assertThat(journey().recycles().lastReason()).isEqualTo("budget not approved");
        }

        @Test
        void are_kept_when_the_stage_is_entered_again() {
            engine.fire(imported("i-1", "SQL", Map.of("SAL", Stamp.at(MAY))));
            engine.fire(new StageChangeRequested("e-1", "L-1", at(60), "SAL", "timing", "back", "ana"));
            assertThat(journey().stampsOf("SAL")).contains(stamps("SAL", MAY, at(60), 2));
        }

        @Test
        void of_a_stage_that_was_left_without_a_stamp_stay_unknown() {
            engine.fire(imported("i-1", "SAL", Map.of()));
            engine.fire(new StageChangeRequested("e-1", "L-1", at(60), "SQL"));
            assertThat(journey().stampsOf("SAL")).isEmpty();
            assertThat(journey().stampsOf("SQL")).contains(stamps("SQL", at(60), at(60), 1));
        }

        @Test
        void time_in_stage_counts_from_the_known_entry_else_from_the_import() {
            engine.fire(imported("i-1", "SAL", Map.of()));
            assertThat(journey().totalTimeIn("SAL", at(60))).isEqualTo(Duration.ofHours(1));
            engine.fire(imported("i-2", "SAL", Map.of("SAL", Stamp.at(JUNE))));
            assertThat(journey().totalTimeIn("SAL", at(60))).isEqualTo(Duration.between(JUNE, at(60)));
        }

        @Test
        void that_contradict_themselves_are_refused() {
            refused(
                    imported("i-1", "SAL", Map.of("MQQL", Stamp.at(MAY))),
                    "the stage of a stamp \"MQQL\" is neither an old status value");
            refused(
                    imported("i-2", "SAL", Map.of("MQL", new Stamp(JUNE, MAY, 2))),
                    "the stamp of \"MQL\" has a first entry at " + JUNE + ", after its latest at " + MAY);
            refused(
                    imported("i-3", "SAL", Map.of("MQL", new Stamp(MAY, MAY, 0))),
                    "the stamp of \"MQL\" counts 0 entries, 1 to 1000000 make sense");
            refused(
                    imported("i-4", "SAL", Map.of("MQL", new Stamp(MAY, JUNE, 1))),
                    "the stamp of \"MQL\" counts 1 entry and has two instants, " + MAY + " and " + JUNE);
            refused(
                    imported("i-5", "SAL", Map.of("MQL", Stamp.at(at(0).plusMillis(1)))),
                    "the stamp of \"MQL\" is at " + at(0).plusMillis(1) + ", after the import at " + at(0));
        }

        @Test
        void at_the_instant_of_the_import_are_taken() {
            assertThat(engine.fire(imported("i-1", "SAL", Map.of("SAL", Stamp.at(at(0)))))
                            .status())
                    .isEqualTo(Outcome.Status.APPLIED);
        }
    }

    @Nested
    class what_starts {
        @Test
        void the_limit_of_the_stage_runs_from_the_import_however_old_the_stamp() {
            engine.fire(imported("i-1", "SAL", Map.of("SAL", Stamp.at(MAY))));
            assertThat(lead().timer("stage limit"))
                    .hasValueSatisfying(timer -> assertThat(timer.startedAt()).isEqualTo(at(0)));
            Instant due = Instant.parse("2026-03-13T17:00:00Z");
            engine.advanceTo(due.minusMillis(1));
            assertThat(lead().stage()).isEqualTo("SAL");
            engine.advanceTo(due);
            assertThat(lead().stage()).isEqualTo("RECYCLED");
        }

        @Test
        void rules_start_their_clocks_and_timers_at_the_import() {
            engine = engine((event, lead) -> {
                if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
                    lead.underRule("T-1 Stale", () -> lead.startTimer("stale", days(3)));
                }
                if (event instanceof LeadQualified) {
                    lead.underRule(
                            "T-2 Accept",
                            () -> lead.startClock("acceptance", businessHours(4))
                                    .since(lead.getSignal()));
                }
            });
            engine.fire(imported("i-1", "MQL", Map.of("MQL", Stamp.at(MAY))));
            assertThat(lead().timer("stale").orElseThrow().dueAt()).isEqualTo(at(0).plus(Duration.ofDays(3)));
            assertThat(lead().clock("acceptance").orElseThrow().startedAt()).isEqualTo(at(0));
        }

        @Test
        void the_lead_is_evaluated_as_a_created_one() {
            engine = engine((event, lead) -> {
                if (event instanceof LeadEvaluated && "software".equals(lead.getIndustry())) {
                    lead.underRule(
                            "MQL-1 Software", () -> lead.qualifyAs("demo").because("software"));
                }
            });
            engine.fire(imported("i-1", "NURTURE", Map.of()).knowing(Map.of("industry", "software")));
            assertThat(lead().stage()).isEqualTo("MQL");
        }

        @Test
        void a_lead_imported_where_leads_begin_is_in_no_limbo() {
            engine.fire(imported("i-1", "NEW", Map.of()).knowing(Map.of("industry", "x", "employees", 5)));
            assertThat(lead().stage()).isEqualTo("NURTURE");
        }
    }

    @Nested
    class nobody {
        private void talkative() {
            engine = engine((event, lead) -> {
                if (event instanceof StageEntered) {
                    lead.underRule("TELL-1 Entered", () -> {
                        lead.raiseFlag("seen");
                        lead.tell(owner());
                        lead.enrollIn("check-in");
                        lead.assignTo(RuleWords.person("bo"));
                    });
                }
            });
        }

        @Test
        void is_told_or_enrolled_and_the_journal_says_so() {
            talkative();
            Outcome outcome = engine.fire(imported("i-1", "MQL", Map.of()).ownedBy("ana"));
            assertThat(outcome.effects()).hasOnlyElementsOfType(Effect.Assign.class);
            assertThat(lead().sequences()).isEmpty();
            assertThat(outcome.entries())
                    .flatExtracting(JournalEntry::steps)
                    .flatExtracting(step -> step.rules())
                    .filteredOn(rule -> rule.ruling() == Ruling.REFUSED)
                    .extracting(RuleRecord::why)
                    .containsOnly("an import tells nobody and enrolls in nothing")
                    .hasSize(2);
        }

        @Test
        void is_left_out_of_what_the_same_rule_changes() {
            talkative();
            engine.fire(imported("i-1", "MQL", Map.of()).ownedBy("ana"));
            assertThat(lead().flags()).containsExactly("seen");
            assertThat(lead().ownership().owner()).isEqualTo("bo");
        }

        @Test
        void is_spared_when_the_lead_moves_on_later() {
            talkative();
            engine.fire(imported("i-1", "MQL", Map.of()).ownedBy("ana"));
            assertThat(engine.fire(new StageChangeRequested("e-1", "L-1", at(1), "SAL"))
                            .effects())
                    .hasAtLeastOneElementOfType(Effect.Tell.class)
                    .hasAtLeastOneElementOfType(Effect.Enroll.class);
        }
    }

    @Test
    void a_restart_and_the_fold_of_the_journal_give_the_same_lead() {
        engine.fire(imported("i-1", "RECYCLED", Map.of("MQL", Stamp.at(MAY), "RECYCLED", new Stamp(MAY, JUNE, 2)))
                .because("timing"));
        Lead before = lead();
        engine = engine(Scene::noRule);
        assertThat(lead()).isEqualTo(before).isEqualTo(JournalEntry.fold(engine.journal("L-1")));
        LifecycleInvariants.assertHold(SampleLifecycle.lifecycle(), engine.journal("L-1"), before);
    }

    @Test
    void the_entry_and_the_story_can_be_read_aloud() {
        engine.fire(imported("i-1", "LOST", Map.of("MQL", Stamp.at(MAY))).because("timing"));
        assertThat(engine.journal("L-1").get(0).toString())
                .contains("begins in LOST (imported), reason \"timing\", known MQL " + MAY);
        assertThat(engine.story("L-1")).contains("begins in LOST (timing), imported");
        assertThat(List.of(engine.journal("L-1").get(0).event())).containsExactly("LeadImported");
    }
}
