package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedConditionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec(\"true\") != null",
                "java.lang.Runtime.getRuntime() != null",
                "System.exit(1) == null",
                "new java.io.File(\"x\").delete()",
                "(new String(\"x\")) == kind",
                "kind.getClass() == null",
                "kind.class == null",
                "this != null",
                "this.kind == \"demo request\"",
                "lead.getClass() != null",
                "lead.class != null",
                "lead.stage.bytes != null",
                "lead.stage.length() > 2",
                "lead.now() != null",
                "lead.lead() != null",
                "lead.profile(\"x\").getClass() != null",
                "lead.touches(\"demo request\").view != null",
                "lead.touches(\"demo request\").getClass() != null",
                "Class.forName(\"x\") != null",
                "T(java.lang.Runtime) != null",
                "kind = \"demo request\"",
                "lead.stage = \"MQL\"",
                "x = 1",
                "kind == (x = \"y\")",
                "kind == \"a\"; System.exit(1)",
                "{ kind == \"x\" }",
                "[kind] == null",
                "kind[0] == \"d\"",
                "lead.profile[\"x\"] == 1",
                "kind == \"a\" ? true : false",
                "kind #String.length > 1",
                "kind!.length > 1",
                "kind instanceof String",
                "kind soundslike \"demo\"",
                "kind str[startsWith] \"demo\"",
                "kind memberOf lead.flags",
                "kind ~= \"demo.*\"",
                "kind is \"x\"",
                "eval( true )",
                "exec(\"true\")",
                "drools.halt()",
                "kcontext != null",
                "lead.moveTo(\"MQL\") != null",
                "lead.addPoints(1)",
                "lead.tell(owner()) != null",
                "lead.underRule(\"x\", null)",
                "lead.has(System.getProperty(\"x\"))",
                "lead.hasDone(new String(\"x\"))",
                "import(\"x\") == 1",
                "with(lead) == null",
                "kind == null.x",
                "true",
                "\"a\" == \"a\"",
                "kind == 'd'",
                "lead.score + 1 > 2",
                "lead.score > lead.score * 2",
                "kind == \"a\" + \"b\"",
                "kind in lead.flags",
                "kind == \"demo request\" || == \"x\"",
                "from != null",
                "id == \"\\u0022\"",
            })
    void a_condition_reads_the_event_and_lead_and_calls_nothing_else(String attempt) {
        assertThat(RefusedRulesTest.refused(Books.rule("A-1", "Touchpoint( " + attempt + " )")))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("a.drl, line 3, column "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Touchpoint( knd == \"demo request\" )| Touchpoint has no \"knd\"; there are [actor, at, campaign, content, detail, id, kind, leadId, manual, source",
                "Touchpoint( knd == \"demo request\" )| Maybe \"kind\"?",
                "Touchpoint( lead.stge == \"NEW\" )| Maybe \"stage\"?",
                "SalesAccepted( stage == \"NEW\" )| SalesAccepted has no \"stage\"",
                "SalesAccepted( lead )| lead is something that conditions do not compare, not true or false",
                "SalesAccepted( owner() == \"x\" )| owner() is something that conditions do not compare",
                "SalesAccepted( lead.moveTo(\"MQL\") )| A condition does not propose; lead.moveTo(...) belongs after",
                "SalesAccepted( lead.stage )| lead.stage is a text, not true or false. Maybe a comparison is missing?",
                "SalesAccepted( lead.hasDone )| \"hasDone\" of lead takes 1 argument in parentheses",
                "SalesAccepted( lead.stage() == \"NEW\" )| \"stage\" of lead is a property and stands without parentheses",
                "SalesAccepted( lead.touches(\"demo request\") >= 2 )| could never be right",
                "SalesAccepted( lead.stage == 5 )| lead.stage is a text and 5 is a number: \"lead.stage == 5\" could never be right",
                "SalesAccepted( lead.score > \"abc\" )| lead.score is a number and \"abc\" is a text",
                "SalesAccepted( lead.score == true )| lead.score is a number and true is true or false",
                "SalesAccepted( lead.stage > \"A\" )| could never be right",
                "SalesAccepted( lead.stage in (\"NEW\", 5) )| 5 is a number",
                "SalesAccepted( lead.stage == null )| lead.stage is never null",
                "SalesAccepted( manual == null )| manual is never null",
                "SalesAccepted( lead.stage is \"NEW\" )| The comparison \"is\" is unknown; allowed are [==, !=,",
                "SalesAccepted( lead.title matches \"(\" )| The regular expression \"(\" is wrong: Unclosed group",
                "SalesAccepted( lead.title matches lead.stage )| compares a text with a regular expression in quotes",
                "SalesAccepted( lead.profile(\"seats\") > 5 )| a profile value may be a text, so \">\" has no answer",
                "SalesAccepted( at == lead.signal )| could never be right",
                "SalesAccepted( lead.clock(\"x\" + \"y\").running )| stands in quotes",
                "SalesAccepted( lead.inStageFor(5) )| takes an amount of time such as businessHours(4) here, not 5",
                "SalesAccepted( r : actor )| is bound to a name that begins with \"$\". Maybe \"$r\"?",
                "SalesAccepted( $s : lead.stage )| is bound to a property of the event only",
                "SalesAccepted( $a : actor, $a : id )| The name \"$a\" is bound twice",
                "SalesAccepted( id == $b )| \"$b\" is bound nowhere before",
                "SalesAccepted( lead.stage == \"NEW\" lead.score > 1 )| After the conditions \")\" is expected, not \"lead\"",
                "SalesAccepted( 5 < lead.score )| A comparison begins with what is read; 5 is a fixed value",
            })
    void a_wrong_condition_is_explained(String pattern, String says) {
        assertThat(RefusedRulesTest.refused(Books.rule("A-1", pattern)))
                .first()
                .asString()
                .startsWith("a.drl, line 3, column ")
                .contains(says.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead.country != \"DE\"",
                "lead.country not in (\"DE\", \"AT\")",
                "!(lead.country == \"DE\")",
                "!(lead.country in (\"DE\"))",
                "lead.title not matches \".*VP.*\"",
                "lead.title not contains \"VP\"",
                "!(lead.employees >= 50)",
                "lead.profile(\"seats\") != 5",
                "!lead.seniorityAtLeast(\"VP\")",
                "lead.country != \"DE\" || lead.has(\"country\")",
                "lead.has(\"industry\"), lead.country != \"DE\"",
                "!lead.has(\"country\"), lead.country != \"DE\"",
                "!(lead.has(\"country\") && lead.country == \"DE\")",
            })
    void a_negative_test_of_a_profile_value_needs_has_beside_it(String conditions) {
        assertThat(RefusedRulesTest.refused(Books.rule("A-1", "ProfileChanged( " + conditions + " )")))
                .singleElement()
                .asString()
                .contains("is also true for a lead whose ")
                .contains(" is unknown. Maybe lead.has(\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead.has(\"country\"), lead.country != \"DE\"",
                "lead.has(\"country\") && lead.country not in (\"DE\")",
                "lead.stage == \"NEW\" || (lead.has(\"country\") && lead.country != \"DE\")",
                "lead.country != null",
                "!(lead.country != \"DE\")",
                "lead.stage != \"NEW\"",
                "!lead.hasDone(\"demo request\")",
                "lead.has(\"seats\"), lead.profile(\"seats\") != 5",
                "lead.has(\"seniority\"), !lead.seniorityAtLeast(\"VP\")",
            })
    void a_negative_test_with_has_beside_it_is_fine(String conditions) {
        try (DroolsRuleBook book = Books.book(Books.rule("A-1", "ProfileChanged( " + conditions + " )"))) {
            assertThat(book.rules()).hasSize(1);
        }
    }

    @Test
    void an_identifier_that_the_event_lacks_is_never_taken_for_a_global() {
        assertThat(RefusedRulesTest.refused(Books.rule("A-1", "LeadEvaluated( kind == \"demo request\" )")))
                .containsExactly(
                        "a.drl, line 3, column 16: LeadEvaluated has no \"kind\"; there are [actor, at, id, leadId,"
                                + " manual]. Maybe \"id\"?");
    }
}
