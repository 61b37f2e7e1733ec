package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRulesTest {
    static List<String> refused(String... files) {
        Map<String, String> drl =
                files.length == 1 ? Map.of("a.drl", files[0]) : Map.of("a.drl", files[0], "b.drl", files[1]);
        RuleBookException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                RuleBookException.class, () -> DroolsRuleBook.of(Books.LIFECYCLE, drl));
        assertThat(refused).as("the book is refused").isNotNull();
        return Books.problems(refused);
    }

    @Test
    void every_problem_of_every_file_comes_in_one_exception_sorted_by_place() {
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.of(
                        Books.LIFECYCLE,
                        Map.of(
                                "b.drl", Books.rule("B-1", "SalesAcepted( )"),
                                "a.drl", Books.rule("A-1", "SalesAccepted( lead.stage == \"MLQ\" )"))))
                .withMessage("""
                        The rule book is refused, 2 problems:
                          a.drl, line 3, column 30: The stage "MLQ" is unknown; allowed are [NEW, MQL, SQL, RECYCLED, DISQUALIFIED]. Maybe "MQL"?
                          b.drl, line 3, column 1: The event "SalesAcepted" is unknown; allowed are [ClockRecomputed, ContactAttempted, DiscoveryCancelled, DiscoveryCompleted, DoNotContactRequested, FitChanged, LeadAbsorbed, LeadAssigned, LeadCreated, LeadEvaluated, LeadImported, LeadMerged, LeadQualified, LeadResponded, LeftCompany, MeetingCancelled, MeetingSet, NobodyAvailable, NoticeDue, OpportunityCreated, OpportunityLost, OpportunityReopened, OpportunityUpdated, OpportunityWon, OwnerLeft, ProfileChanged, ProfileUpdated, RecyclingProposed, ReevaluationPlanned, Reinstated, SalesAccepted, SalesRejected, ScoreChanged, SlaReached, SlaStopped, StageChangeRequested, StageEntered, TimerFired, Touchpoint]. Maybe "SalesAccepted"?""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package x;| \"package\" is supplied",
                "import java.util.List;| \"import\" is supplied",
                "global String x;| \"global\" is supplied",
                "function void f() {}| \"function\" is not allowed",
                "declare X end| \"declare\" is not allowed",
                "query \"x\" end| \"query\" is not allowed",
                "rul \"A-1 x\"| Maybe \"rule\"?",
            })
    void a_file_holds_rules_and_comments_only(String line, String says) {
        assertThat(refused(line + "\n" + Books.rule("A-1", "SalesAccepted( )")))
                .singleElement()
                .asString()
                .startsWith("a.drl, line 1, column 1: ")
                .contains(says.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "salience 10",
                "no-loop true",
                "agenda-group \"x\"",
                "lock-on-active true",
                "ruleflow-group \"x\"",
                "activation-group \"x\"",
                "duration 10",
                "timer ( 10 )",
                "enabled false",
                "dialect \"mvel\"",
            })
    void a_rule_has_no_attributes(String attribute) {
        String word = attribute.substring(0, attribute.indexOf(' '));
        assertThat(refused("rule \"A-1 Says\" " + attribute + " when SalesAccepted( ) then lead.addPoints(1); end"))
                .singleElement()
                .asString()
                .contains("The rule \"A-1 Says\" has the attribute \"" + word + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SalesAccepted( ) MeetingSet( )| \"MeetingSet\" has no place between",
                "SalesAccepted( ) and MeetingSet( )| \"and\" has no place between",
                "SalesAccepted( ) or MeetingSet( )| \"or\" has no place between",
                "eval( true )| \"eval\" has no place between",
                "not SalesAccepted( )| \"not\" has no place between",
                "exists SalesAccepted( )| \"exists\" has no place between",
                "forall( SalesAccepted( ) )| \"forall\" has no place between",
                "accumulate( SalesAccepted( ); count(1) )| \"accumulate\" has no place between",
                "SalesAccepted( ) from entry-point x| \"from\" has no place between",
                "SalesAccepted( ) over window:time( 1 )| \"over\" has no place between",
                "( SalesAccepted( ) )| \"(\" has no place between",
                "$e : SalesAccepted( )| An event gets no name",
                "| has no event between",
            })
    void a_rule_matches_exactly_one_event(String when, String says) {
        assertThat(refused(Books.rule("A-1", when == null ? "" : when)))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modify( lead ) { };| begins with \"lead.\", not with \"modify\"",
                "insert( lead );| begins with \"lead.\", not with \"insert\"",
                "update( lead );| not with \"update\"",
                "retract( lead );| not with \"retract\"",
                "delete( lead );| not with \"delete\"",
                "drools.halt();| not with \"drools\"",
                "kcontext.getKnowledgeRuntime();| not with \"kcontext\"",
                "System.exit(1);| not with \"System\"",
                "int i = 1;| not with \"int\"",
                "if (true) lead.addPoints(1);| A rule has no \"if\"",
                "for (;;) lead.addPoints(1);| A rule has no \"for\"",
                "while (true) lead.addPoints(1);| A rule has no \"while\"",
                "{ lead.addPoints(1); }| not with \"{\"",
                "lead.addPoints(1)| After a statement \";\" is expected",
                "lead.addPoints(1);lead.addPoints(1);lead.addPoints(1);lead.addPoints(1);| has 4 statements; allowed are 3",
                "| proposes nothing",
                "lead.stage;| only reads and proposes nothing",
                "lead = null;| \"=\" assigns",
                "lead.see(null, null);| lead has no \"see\"",
                "lead.firing(\"x\");| lead has no \"firing\"",
                "lead.proposed();| lead has no \"proposed\"",
                "lead.getClass();| lead has no \"getClass\"",
                "lead.notify();| lead has no \"notify\"",
                "lead.moveTo(\"MQL\");| does not say why. Maybe \"lead.moveTo(\"MQL\").because(\"...\")\"?",
                "lead.qualifyAs(\"demo\");| does not say why",
                "lead.recycle(\"timing\");| does not say why",
                "lead.disqualify(\"competitor\").because(\" \");| does not say why",
                "lead.moveTo(\"MQL\").because(\"a\"); lead.qualifyAs(\"demo\").because(\"b\");| moves the lead twice",
                "lead.addPoints(\"1\");| \"addPoints\" takes a number here, not \"1\"",
                "lead.addPoints(1.5);| \"addPoints\" takes a number here, not 1.5",
                "lead.addPoints();| \"addPoints\" of lead takes 1 argument in parentheses",
                "lead.startTimer(\"x\", 5);| takes an amount of time such as businessHours(4) here, not 5",
                "lead.startTimer(\"x\", businesDays(5));| A rule has no \"businesDays\"",
                "lead.startTimer(\"x\", businessDays(-5));| negative",
                "lead.tell(\"owner\");| takes whom you mean, such as owner() here, not",
                "lead.tell(owner).because(\"x\");| \"owner\" is unknown after \"then\"",
                "lead.tell(owner()).urgent();| Maybe \"urgently\"?",
                "lead.tell(owner()).urgently;| takes 0 arguments in parentheses",
                "lead.recycle($r).because(\"x\");| \"$r\" is bound nowhere before",
                "lead.recycle(id).because(\"x\");| a property of the event is bound first",
                "lead.assignTo(new String(\"x\"));| \"new\" has no place in a rule",
                "lead.assignTo(Runtime.getRuntime().exec(\"x\"));| \"Runtime\" is unknown after",
                "lead.assignTo(\"a\".concat(\"b\"));| After the arguments \")\" is expected",
                "lead.assignTo(lead.owner.trim());| nothing is read on it, not even \"trim\"",
            })
    void after_then_a_rule_proposes_and_does_nothing_else(String then, String says) {
        assertThat(refused(Books.rule("A-1", "SalesAccepted( )", then == null ? "" : then)))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Says something| is not an id and a sentence",
                "MQL Says something| is not an id and a sentence",
                "MQL-1| is not an id and a sentence",
                "mql-1 Says something| is not an id and a sentence",
            })
    void a_rule_name_is_an_id_and_a_sentence(String name, String says) {
        assertThat(refused("rule \"" + name + "\" when SalesAccepted( ) then lead.addPoints(1); end"))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @Test
    void the_same_id_in_two_files_is_refused() {
        assertThat(refused(Books.rule("A-1", "SalesAccepted( )"), Books.rule("A-1", "MeetingSet( )")))
                .containsExactly(
                        "b.drl, line 1, column 6: The rule name \"A-1 Says something\" is taken by a.drl, line 1.");
        assertThat(refused(
                        Books.rule("A-1", "SalesAccepted( )"),
                        Books.rule("A-1", "MeetingSet( )").replace("Says", "Tells")))
                .containsExactly("b.drl, line 1, column 6: The rule id \"A-1\" is taken by a.drl, line 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@ownr(\"x\")| The annotation @ownr is unknown; allowed are [owner, status, source]. Maybe \"owner\"?",
                "@owner(\"x\") @owner(\"y\")| The annotation @owner is given twice.",
                "@owner(x)| takes a text in double quotes",
                "@status(\"done\")| is neither \"ASSUMED\" nor \"CONFIRMED\" with a date",
                "@status(\"CONFIRMED\")| is neither \"ASSUMED\" nor \"CONFIRMED\" with a date",
            })
    void annotations_say_owner_status_and_source(String annotations, String says) {
        assertThat(refused("rule \"A-1 Says\" " + annotations + " when SalesAccepted( ) then lead.addPoints(1); end"))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @Test
    void a_missing_end_is_reported_at_its_rule_and_the_next_rule_is_checked_all_the_same() {
        String open = Books.rule("A-1", "SalesAccepted( )").replace("end\n", "");
        assertThat(refused(open + Books.rule("A-2", "SalesAccepted( lead.stage == \"X\" )")))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("a.drl, line 1, column 6: The rule \"A-1 Says something\" has no \"end\"."),
                        second -> assertThat(second).contains("line 8, column 30: The stage \"X\" is unknown"));
    }

    @Test
    void a_missing_end_of_the_last_rule_is_reported_at_its_rule() {
        assertThat(refused("\n" + Books.rule("A-1", "SalesAccepted( )").replace("end\n", "")))
                .containsExactly("a.drl, line 2, column 6: The rule \"A-1 Says something\" has no \"end\".");
    }

    @Test
    void what_a_broken_rule_starts_is_not_missed_elsewhere() {
        String broken = Books.rule("A-1", "SalesAccepted( )", "lead.startClock(\"answer\", hours(1)) oops");
        assertThat(refused(broken + Books.rule("A-2", "SlaStopped( sla == \"answer\" )")))
                .singleElement()
                .asString()
                .contains("After a statement \";\" is expected, not \"oops\"");
    }

    @Test
    void curly_quotes_are_named_as_such() {
        assertThat(refused(Books.rule("A-1", "Touchpoint( kind == \u201cdemo request\u201d )")))
                .anySatisfy(problem -> assertThat(problem).contains("straight double quotes, not in \u201c"));
    }

    @Test
    void a_text_that_does_not_end_is_reported_where_it_begins() {
        assertThat(refused("rule \"A-1 Says something\nwhen SalesAccepted( ) then lead.addPoints(1); end"))
                .first()
                .isEqualTo("a.drl, line 1, column 6: A text begins with a quote and does not end on its line.");
    }
}
