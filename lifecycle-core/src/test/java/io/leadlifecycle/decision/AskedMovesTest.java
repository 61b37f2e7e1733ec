package io.leadlifecycle.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleLead;
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

/** The moves that a person asks for, and what is said when they are refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedMovesTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Lifecycle LIFECYCLE = SampleLifecycle.lifecycle();
    private static final Map<String, Object> MISFIT = Map.of("industry", "farming", "employees", 1);

    private final LifecycleEngine engine = engine((event, lead) -> {});
    private int events;

    private static LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return LifecycleEngine.builder(new LambdaRuleBook(LIFECYCLE, "1", rules))
                .directory(SampleLifecycle.PEOPLE)
                .build();
    }

    private AskedMovesTest standingIn(String stage) {
        return standingIn(stage, null);
    }

    private AskedMovesTest standingIn(String stage, String reason) {
        engine.fire(new LeadImported(
                "import", "L-1", AT, stage, Map.of(), reason, null, null, null, null, Map.of(), null, null));
        return this;
    }

    private Outcome asked(String to, String reason, String note) {
        return engine.fire(new StageChangeRequested(next(), "L-1", AT, to, reason, note, "ana"));
    }

    private Outcome reinstated(String note, String actor) {
        return engine.fire(new Reinstated(next(), "L-1", AT, note, actor));
    }

    private String next() {
        events++;
        return "e-" + events;
    }

    private Lead lead() {
        return engine.lead("L-1").orElseThrow();
    }

    private static String refusal(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        return outcome.why();
    }

    @Nested
    class A_refusal_names_the_rule_and_ends_with_the_moves_allowed_from_here {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                NURTURE | WON | | no MANUAL path leads from NURTURE to WON; allowed from NURTURE are [MQL, DISQUALIFIED]
                NURTURE | NURTURE | | the lead stands in NURTURE already; allowed from NURTURE are [MQL, DISQUALIFIED]
                NURTURE | NURTUR | | the stage "NURTUR" is not one of [NEW, NURTURE, MQL, SAL, SQL, OPPORTUNITY, WON, LOST, RECYCLED, DISQUALIFIED]. Maybe "NURTURE"?; allowed from NURTURE are [MQL, DISQUALIFIED]
                NURTURE | DISQUALIFIED | | the stage DISQUALIFIED needs a reason of its picklist, none is given: [do not contact, competitor, inactive, other]; allowed from NURTURE are [MQL, DISQUALIFIED]
                NURTURE | DISQUALIFIED | ' ' | the stage DISQUALIFIED needs a reason of its picklist, none is given: [do not contact, competitor, inactive, other]; allowed from NURTURE are [MQL, DISQUALIFIED]
                NURTURE | DISQUALIFIED | inactiv | the stage DISQUALIFIED needs a reason of its picklist, "inactiv" is not one: [do not contact, competitor, inactive, other]. Maybe "inactive"?; allowed from NURTURE are [MQL, DISQUALIFIED]
                MQL | RECYCLED | competitor | the stage RECYCLED needs a reason of its picklist, "competitor" is not one: [budget not approved, timing, other]; allowed from MQL are [SAL, SQL, RECYCLED, DISQUALIFIED]
                MQL | RECYCLED | silence | only rules give the reason "silence"; a person gives one of [budget not approved, timing, other]; allowed from MQL are [SAL, SQL, RECYCLED, DISQUALIFIED]
                MQL | RECYCLED | other | the reason "other" needs a note; allowed from MQL are [SAL, SQL, RECYCLED, DISQUALIFIED]
                MQL | SAL | nonsense | the stage SAL takes no reason, "nonsense" is given; words belong in the note; allowed from MQL are [SAL, SQL, RECYCLED, DISQUALIFIED]
                MQL | SAL | timing | the stage SAL takes no reason, "timing" is given; words belong in the note; allowed from MQL are [SAL, SQL, RECYCLED, DISQUALIFIED]
                SQL | SAL | | the path from SQL to SAL needs a reason of the lifecycle, none is given: [budget not approved, timing, do not contact, competitor, inactive, other]; allowed from SQL are [OPPORTUNITY, SAL, RECYCLED, DISQUALIFIED]
                SQL | SAL | timng | the path from SQL to SAL needs a reason of the lifecycle, "timng" is not one: [budget not approved, timing, do not contact, competitor, inactive, other]. Maybe "timing"?; allowed from SQL are [OPPORTUNITY, SAL, RECYCLED, DISQUALIFIED]
                WON | OPPORTUNITY | | no MANUAL path leads from WON to OPPORTUNITY; no move is allowed from WON
                """)
        void in_so_many_words(String from, String to, String reason, String says) {
            String why = refusal(standingIn(from).asked(to, reason, null));

            assertThat(why).isEqualTo("StageChangeRequested \"e-1\" for lead L-1: " + says);
            assertThat(lead().stage()).isEqualTo(from);
        }

        @Test
        void of_a_lead_that_is_out_for_a_final_reason_it_names_the_one_way() {
            String why = refusal(standingIn("DISQUALIFIED", "competitor").asked("NURTURE", null, null));

            assertThat(why)
                    .endsWith("the lead is disqualified for the final reason \"competitor\"; only Reinstated brings it"
                            + " back; allowed from DISQUALIFIED are [NURTURE by Reinstated]");
        }

        @Test
        void of_a_merged_lead_it_names_the_lead_that_it_is_now() {
            standingIn("MQL");
            Lead merged = lead().with(lead().marks().mergedInto("L-2"));
            Decider decider = new Decider(
                    LambdaRuleBook.of((event, lead) -> {}),
                    SampleLifecycle.PEOPLE,
                    version -> BusinessCalendar.STANDARD);

            JournalEntry entry = decider.decide(merged, new StageChangeRequested("e-1", "L-1", AT, "SAL"), "{}")
                    .entry();

            assertThat(entry.result()).isEqualTo(JournalEntry.Result.REFUSED);
            assertThat(entry.why())
                    .endsWith("the lead was merged into L-2 and moves no more; no move is allowed from MQL");
        }

        @Test
        void a_rule_is_told_every_way_with_its_triggers_each_stage_once() {
            LifecycleEngine wishful = engine((event, lead) -> {
                if (event instanceof Touchpoint) {
                    lead.underRule("A-1 Too far", () -> lead.moveTo("WON").because("wishful"));
                }
            });
            wishful.fire(new LeadCreated("created", "L-1", AT, "web", MISFIT));
            wishful.fire(new StageChangeRequested("out", "L-1", AT, "DISQUALIFIED", "inactive", null, null));

            Outcome outcome = wishful.fire(new Touchpoint("touch", "L-1", AT, "demo request"));

            assertThat(outcome.entry().steps().get(0).rules())
                    .extracting(RuleRecord::why)
                    .containsExactly("no AUTOMATIC path leads from DISQUALIFIED to WON; allowed from DISQUALIFIED are"
                            + " [NURTURE [AUTOMATIC, MANUAL]]");
        }
    }

    @Nested
    class What_is_given {
        @ParameterizedTest
        @CsvSource({"''", "'  '", ","})
        void a_blank_note_is_none(String note) {
            Outcome moved = standingIn("MQL").asked("SAL", null, note);

            assertThat(moved.movedTo()).contains("SAL");
            assertThat(moved.entry().moves())
                    .extracting(Change.StageMoved::because)
                    .containsExactly("asked for by ana");
        }

        @Test
        void a_blank_reason_is_none() {
            assertThat(standingIn("MQL").asked("SAL", "", null).movedTo()).contains("SAL");
            assertThat(lead().journey().reason()).isNull();
        }

        @Test
        void the_reason_of_a_path_stands_on_the_lead_by_its_own_name() {
            assertThat(standingIn("SQL").asked("SAL", "no budget", null).movedTo())
                    .contains("SAL");
            assertThat(lead().journey().reason()).isEqualTo("budget not approved");
        }

        @Test
        void a_reason_that_decides_nothing_goes_with_a_note() {
            assertThat(standingIn("MQL")
                            .asked("RECYCLED", "other", "they merge with a rival")
                            .movedTo())
                    .contains("RECYCLED");
            assertThat(lead().journey().reason()).isEqualTo("other");
        }

        @Test
        void a_reopened_deal_has_no_reason() {
            assertThat(standingIn("LOST", "timing")
                            .asked("OPPORTUNITY", "x", null)
                            .status())
                    .isEqualTo(Outcome.Status.REFUSED);
            assertThat(asked("OPPORTUNITY", null, "they called").movedTo()).contains("OPPORTUNITY");
            assertThat(lead().journey().reason()).isNull();
        }
    }

    @Nested
    class What_only_rules_give {
        @Test
        void rules_give_it() {
            LifecycleEngine silent = engine((event, lead) -> {
                if (event instanceof Touchpoint) {
                    lead.underRule("A-1 Silent", () -> lead.recycle("silence").because("nobody answers"));
                }
            });
            silent.fire(new LeadImported("import", "L-1", AT, "MQL", Map.of()));

            assertThat(silent.fire(new Touchpoint("touch", "L-1", AT, "email opened"))
                            .movedTo())
                    .contains("RECYCLED");
        }

        @Test
        void old_data_bring_it() {
            standingIn("RECYCLED", "silence");

            assertThat(lead().journey().reason()).isEqualTo("silence");
        }
    }

    @Nested
    class A_reinstated_lead {
        @ParameterizedTest
        @CsvSource({"''", "'  '", ","})
        void comes_back_without_a_word_too(String note) {
            Outcome back = standingIn("DISQUALIFIED", "competitor").reinstated(note, "oli");

            assertThat(back.movedTo()).contains("NURTURE");
            assertThat(back.entry().moves())
                    .extracting(Change.StageMoved::because)
                    .containsExactly("asked for by oli");
        }

        @Test
        void comes_back_where_nobody_says_who() {
            Outcome back = standingIn("DISQUALIFIED", "inactive").reinstated(null, " ");

            assertThat(back.movedTo()).contains("NURTURE");
            assertThat(back.entry().moves())
                    .extracting(Change.StageMoved::because)
                    .containsExactly("asked for");
        }

        @Test
        void has_who_and_why_in_its_journal() {
            JournalEntry entry = standingIn("DISQUALIFIED", "competitor")
                    .reinstated("they sold that branch", "oli")
                    .entry();

            assertThat(entry.actor()).isEqualTo("oli");
            assertThat(entry.toString())
                    .contains("Reinstated \"e-1\" by oli")
                    .contains("DISQUALIFIED -> NURTURE (manual, in), because they sold that branch");
        }

        @Test
        void was_disqualified() {
            assertThat(refusal(standingIn("MQL").reinstated("why not", "oli")))
                    .endsWith("lead L-1 stands in MQL; only a disqualified lead is reinstated");
        }
    }

    @Test
    void the_ways_that_are_named_are_those_that_are_taken() {
        List<String> reasons = List.of("timing", "competitor", "inactive");
        for (String from : List.of("NEW", "NURTURE", "MQL", "SAL", "SQL", "OPPORTUNITY", "LOST", "RECYCLED")) {
            AskedMovesTest named = new AskedMovesTest();
            String why = refusal(named.standingIn(from).asked(from, null, null));
            for (String to : LIFECYCLE.stageNames()) {
                boolean taken = reasons.stream()
                                .anyMatch(reason -> new AskedMovesTest()
                                        .standingIn(from)
                                        .asked(to, reason, null)
                                        .movedTo()
                                        .isPresent())
                        || new AskedMovesTest()
                                .standingIn(from)
                                .asked(to, null, null)
                                .movedTo()
                                .isPresent();
                assertThat(why.substring(why.indexOf("are [")).matches(".*[\\[ ]" + to + "[,\\]].*"))
                        .as("%s to %s", from, to)
                        .isEqualTo(taken);
            }
        }
    }
}
