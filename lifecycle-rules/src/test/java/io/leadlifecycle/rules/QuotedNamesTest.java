package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNamesTest {
    private static final String STARTS = Books.rule(
            "Z-1",
            "MeetingSet( )",
            "lead.startClock(\"acceptance\", businessHours(4)); lead.startTimer(\"stale\", businessDays(5));"
                    + "lead.raiseFlag(\"at risk\");");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SalesAccepted( lead.stage == \"MLQ\" )| The stage \"MLQ\" is unknown",
                "SalesAccepted( lead.stage != \"MLQ\" )| Maybe \"MQL\"?",
                "SalesAccepted( lead.stage in (\"NEW\", \"MLQ\") )| The stage \"MLQ\" is unknown",
                "SalesAccepted( lead.entries(\"MLQ\") > 0 )| The stage \"MLQ\" is unknown",
                "StageEntered( stage == \"MLQ\" )| The stage \"MLQ\" is unknown",
                "StageEntered( from == \"MLQ\" )| The stage \"MLQ\" is unknown",
                "StageChangeRequested( to == \"MLQ\" )| The stage \"MLQ\" is unknown",
                "SalesAccepted( lead.fit == \"IPC\" )| The fit \"IPC\" is unknown; allowed are [ICP, NOT_ICP, UNKNOWN]. Maybe \"ICP\"?",
                "FitChanged( from == \"IPC\" )| The fit \"IPC\" is unknown",
                "SalesAccepted( lead.type == \"dmo\" )| The lead type \"dmo\" is unknown; allowed are [demo, event]. Maybe \"demo\"?",
                "Touchpoint( kind == \"demo requst\" )| The touchpoint kind \"demo requst\" is unknown",
                "Touchpoint( kind in (\"demo requst\") )| Maybe \"demo request\"?",
                "SalesAccepted( lead.hasDone(\"demo requst\") )| The touchpoint kind \"demo requst\" is unknown",
                "SalesAccepted( lead.touches(\"demo requst\").count > 1 )| The touchpoint kind \"demo requst\" is unknown",
                "SalesAccepted( lead.touches(\"return visit\").sinceFirst(\"x\").count > 1 )| The touchpoint kind \"x\" is unknown",
                "SalesAccepted( lead.intent(\"x\") == \"HIGH\" )| The touchpoint kind \"x\" is unknown",
                "Touchpoint( lead.intent(kind) == \"HI\" )| The intent \"HI\" is unknown; allowed are [LOW, MEDIUM, HIGH]. Maybe \"HIGH\"?",
                "SalesRejected( reason == \"tming\" )| The reason \"tming\" is unknown; allowed are [timing, competitor]. Maybe \"timing\"?",
                "OpportunityLost( reason == \"tming\" )| The reason \"tming\" is unknown",
                "StageChangeRequested( reason == \"tming\" )| The reason \"tming\" is unknown",
                "SalesAccepted( lead.reason == \"tming\" )| The reason \"tming\" is unknown",
                "SalesRejected( reason == \"bad timing\" )| The reason \"bad timing\" is an alias; rules see the reason itself. Maybe \"timing\"?",
                "SalesRejected( disposition == \"RECYLE\" )| The disposition \"RECYLE\" is unknown; allowed are [RECYCLE, DISQUALIFY]. Maybe \"RECYCLE\"?",
                "OpportunityLost( disposition == \"CHOSEN\" )| The disposition \"CHOSEN\" is unknown",
                "ContactAttempted( outcome == \"conected\" )| The outcome \"conected\" is unknown",
                "DoNotContactRequested( scope == \"all\" )| The scope \"all\" is unknown; allowed are [MARKETING, ALL]. Maybe \"ALL\"?",
                "SlaStopped( verdict == \"MISSED\" )| The verdict \"MISSED\" is unknown; allowed are [MET, BREACHED, CANCELLED]",
                "SlaStopped( sla == \"aceptance\" )| No rule of the book starts the clock \"aceptance\"; there are [acceptance]. Maybe \"acceptance\"?",
                "SlaReached( sla == \"aceptance\", percent == 80 )| No rule of the book starts the clock \"aceptance\"",
                "SalesAccepted( lead.clock(\"aceptance\").running )| No rule of the book starts the clock \"aceptance\"",
                "TimerFired( timer == \"stael\" )| No rule of the book starts the timer \"stael\"; there are [stage limit, stage review, stage wait, stale]. Maybe \"stale\"?",
                "SalesAccepted( lead.waiting(\"stael\") )| No rule of the book starts the timer \"stael\"",
                "SalesAccepted( lead.flagged(\"at rsk\") )| No rule of the book raises the flag \"at rsk\"; there are [at risk, incomplete data]. Maybe \"at risk\"?",
                "DiscoveryCompleted( method == \"BNAT\" )| The checklist \"BNAT\" is unknown; allowed are [BANT]. Maybe \"BANT\"?",
                "DiscoveryCompleted( confirmed contains \"bugdet\" )| The checklist item \"bugdet\" is unknown; allowed are [budget, authority]. Maybe \"budget\"?",
                "SalesAccepted( lead.seniorityAtLeast(\"CEO\") )| The level of seniority \"CEO\" is unknown; allowed are [STAFF, VP]",
                "LeadQualified( type == \"dmo\" )| The lead type \"dmo\" is unknown",
                "SalesAccepted( lead.clock(\"acceptance\").verdict == \"LATE\" )| The verdict \"LATE\" is unknown; allowed are [OPEN, MET, BREACHED, CANCELLED]",
            })
    void an_unknown_name_in_a_condition_is_refused_with_a_suggestion(String pattern, String says) {
        assertThat(RefusedRulesTest.refused(STARTS + Books.rule("A-1", pattern)))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.moveTo(\"MLQ\").because(\"x\");| The stage \"MLQ\" is unknown",
                "lead.moveTo(\"RECYCLED\", \"tming\").because(\"x\");| The reason \"tming\" is unknown",
                "lead.qualifyAs(\"dmo\").because(\"x\");| The lead type \"dmo\" is unknown",
                "lead.recycle(\"competitor\").because(\"x\");| The reason to recycle \"competitor\" is unknown; allowed are [timing].",
                "lead.disqualify(\"timing\").because(\"x\");| The reason to disqualify \"timing\" is unknown; allowed are [competitor].",
                "lead.meets(\"company sise\");| The requirement \"company sise\" is unknown; allowed are [company size]. Maybe \"company size\"?",
                "lead.stopClock(\"x\");| No rule of the book starts the clock \"x\"",
                "lead.pauseClock(\"x\");| No rule of the book starts the clock \"x\"",
                "lead.resumeClock(\"x\");| No rule of the book starts the clock \"x\"",
                "lead.cancelTimer(\"x\");| No rule of the book starts the timer \"x\"",
                "lead.clearFlag(\"x\");| No rule of the book raises the flag \"x\"",
                "lead.startTimer(\"x\", days(1)).restartedBy(\"activty\");| The event group \"activty\" is unknown; allowed are [activity]. Maybe \"activity\"?",
                "lead.enrollIn(\"wake\");| The sequence \"wake\" is unknown; allowed are [wake up].",
                "lead.tell(role(\"sales ops\"));| The role \"sales ops\" is unknown; allowed are [sales operations].",
                "lead.startClock(\"\", hours(1));| The name of a clock is empty",
                "lead.startClock($i, hours(1));| The name of a clock stands in quotes, not as $i",
            })
    void an_unknown_name_in_a_proposal_is_refused_with_a_suggestion(String then, String says) {
        assertThat(RefusedRulesTest.refused(STARTS + Books.rule("A-1", "SalesAccepted( $i : id )", then)))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @Test
    void an_alias_of_a_reason_may_be_proposed_and_names_of_the_core_may_be_heard() {
        try (DroolsRuleBook book = Books.book(
                STARTS,
                Books.rule("A-1", "SalesAccepted( )", "lead.recycle(\"bad timing\").because(\"x\");"),
                Books.rule("A-2", "TimerFired( timer in (\"stage wait\", \"stage limit\", \"stale\") )"),
                Books.rule("A-3", "SalesAccepted( lead.flagged(\"incomplete data\") )"),
                Books.rule("A-4", "StageEntered( from == \"\", lead.reason == \"\", lead.type == \"\" )"),
                Books.rule(
                        "A-5",
                        "SalesAccepted( lead.country == \"anything\" )",
                        "lead.assignTo(person(\"anybody\"));"))) {
            assertThat(book.timers()).containsExactly("stage limit", "stage wait", "stale");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SlaReached( sla == \"acceptance\" )| says which percent it hears",
                "SlaReached( sla == \"acceptance\", percent >= 100 )| compared by \"==\" or \"in\"",
                "SlaReached( sla == \"acceptance\", percent != 100 )| compared by \"==\" or \"in\"",
                "`SlaReached( sla == \"acceptance\", percent == 50 || percent == 80 )`| stands alone",
                "SlaReached( sla == \"acceptance\", !(percent == 80) )| stands alone",
                "SlaReached( sla == \"acceptance\", percent == lead.score )| with the values themselves",
                "SlaReached( sla != \"acceptance\", percent == 80 )| compared by \"==\" or \"in\"",
                "SlaReached( sla == \"acceptance\", percent == 0 )| The percent 0 is not a whole number from 1 on",
                "TimerFired( )| says which timer it hears",
                "TimerFired( timer != \"stale\" )| compared by \"==\" or \"in\"",
            })
    void a_rule_that_listens_says_the_very_values(String pattern, String says) {
        assertThat(RefusedRulesTest.refused(STARTS + Books.rule("A-1", pattern)))
                .singleElement()
                .asString()
                .contains(says.strip());
    }

    @Test
    void milestones_are_collected_from_the_rules_that_listen() {
        try (DroolsRuleBook book = Books.book(
                STARTS,
                Books.rule("Z-2", "MeetingSet( )", "lead.startClock(\"answer\", hours(1));"),
                Books.rule("A-1", "SlaReached( sla == \"acceptance\", percent in (80, 200) )"),
                Books.rule("A-2", "SlaReached( sla == \"acceptance\" && percent == 50 )"),
                Books.rule("A-3", "SlaReached( percent == 100 )"))) {
            assertThat(book.milestones("acceptance")).containsExactly(50, 80, 100, 200);
            assertThat(book.milestones("answer")).containsExactly(100);
            assertThat(book.milestones("unheard")).isEmpty();
            assertThat(book.timers()).isEmpty();
        }
    }
}
