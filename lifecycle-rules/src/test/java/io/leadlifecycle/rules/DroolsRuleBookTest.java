package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleProposals;
import io.leadlifecycle.rules.words.EventTypes;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DroolsRuleBookTest {
    private static final Touchpoint DEMO = new Touchpoint("e-1", "L-1", Books.MONDAY, "demo request");

    @Test
    void a_rule_sees_one_event_and_the_lead_and_proposes() {
        try (DroolsRuleBook book = Books.book(Books.rule(
                "A-1",
                "Touchpoint( kind == \"demo request\", lead.country == \"DE\" )",
                "lead.qualifyAs(\"demo\").because(\"asked\");"
                        + "lead.startClock(\"acceptance\", businessHours(4)).since(lead.signal);"
                        + "lead.tell(owner()).cc(manager()).urgently();"))) {
            List<RuleProposals> proposals = Books.decide(book, DEMO, Books.lead("country", "DE"));
            assertThat(proposals).hasSize(1);
            assertThat(proposals.get(0).rule()).isEqualTo("A-1 Says something");
            assertThat(proposals.get(0).proposals())
                    .hasSize(3)
                    .first()
                    .isEqualTo(new Proposal.QualifyAs("demo", "asked"));
            assertThat(Books.decide(book, DEMO, Books.lead("country", "US"))).isEmpty();
        }
    }

    @Test
    void a_bound_property_is_used_on_the_right() {
        try (DroolsRuleBook book = Books.book(Books.rule(
                "A-1",
                "SalesRejected( disposition == \"RECYCLE\", $r : reason )",
                "lead.recycle($r).because(\"Sales said \" + $r);"))) {
            SalesRejected event = new SalesRejected("e", "L-1", Books.MONDAY, "timing", null, "RECYCLE", null);
            assertThat(Books.decide(book, event, Books.UNKNOWN).get(0).proposals())
                    .containsExactly(new Proposal.Recycle("timing", "Sales said timing"));
        }
    }

    @Test
    void an_event_that_no_rule_matches_leaves_no_proposal() {
        try (DroolsRuleBook book = Books.book(Books.rule("A-1", "SalesAccepted( )"))) {
            assertThat(Books.decide(book, new LeadEvaluated("e", "L-1", Books.MONDAY), Books.UNKNOWN))
                    .isEmpty();
        }
    }

    @Test
    void every_property_of_every_event_of_the_core_can_be_read() {
        List<String> rules = new ArrayList<>();
        for (Class<? extends LeadEvent> type : EventTypes.ofCore().types()) {
            for (RecordComponent property : type.getRecordComponents()) {
                String heard = Map.of("SlaReached", ", percent == 80", "TimerFired", ", timer == \"stage wait\"")
                        .getOrDefault(type.getSimpleName(), "");
                rules.add(Books.rule(
                        "A-" + rules.size(),
                        type.getSimpleName() + "( $x : " + property.getName() + ", actor == null, manual == false"
                                + heard + " )"));
            }
        }
        try (DroolsRuleBook book = Books.book(rules.toArray(String[]::new))) {
            SlaReached event = new SlaReached("e", "L-1", Books.MONDAY, "acceptance", 80);
            assertThat(Books.fired(book, event, Books.UNKNOWN)).hasSize(5);
            StageEntered entered = new StageEntered("e", "L-1", Books.MONDAY, "NEW", "", "");
            assertThat(Books.fired(book, entered, Books.UNKNOWN)).hasSize(6);
        }
    }

    @Test
    void a_property_called_from_can_be_compared() {
        try (DroolsRuleBook book = Books.book(
                Books.rule("A-1", "StageEntered( from == \"NEW\", stage == \"MQL\" )"),
                Books.rule("A-2", "ScoreChanged( reaches(80) )"))) {
            assertThat(Books.fired(book, new StageEntered("e", "L-1", Books.MONDAY, "MQL", "NEW", ""), Books.UNKNOWN))
                    .containsExactly("A-1");
            assertThat(Books.fired(book, new ScoreChanged("e", "L-1", Books.MONDAY, 80, 79, null), Books.UNKNOWN))
                    .containsExactly("A-2");
            assertThat(Books.fired(book, new ScoreChanged("e", "L-1", Books.MONDAY, 90, 80, null), Books.UNKNOWN))
                    .isEmpty();
        }
    }

    @Test
    void rules_say_who_answers_for_them_and_where_they_stand() {
        try (DroolsRuleBook book = Books.book("\n// why\nrule \"MQL-01 An ICP lead qualifies\" @owner(\"VP Marketing\")"
                + " @status(\"CONFIRMED 2026-03-01\") @source(\"S3 1a\")\nwhen SalesAccepted( lead.stage == \"NEW\","
                + " lead.score >= 10 ) then lead.qualifyAs(\"demo\").because(\"it fits\"); lead.addPoints(1); end")) {
            assertThat(book.rules())
                    .containsExactly(new RuleInfo(
                            "MQL-01",
                            "MQL-01 An ICP lead qualifies",
                            "test.drl",
                            3,
                            "VP Marketing",
                            "CONFIRMED 2026-03-01",
                            "S3 1a",
                            "SalesAccepted",
                            List.of("lead.stage == \"NEW\"", "lead.score >= 10"),
                            List.of("lead.qualifyAs(\"demo\").because(\"it fits\")", "lead.addPoints(1)")));
        }
    }

    @Test
    void an_event_of_the_host_is_matched_by_its_simple_name() {
        try (DroolsRuleBook book = DroolsRuleBook.builder()
                .event(TrialStarted.class)
                .of(
                        Books.LIFECYCLE,
                        Map.of("a.drl", Books.rule("A-1", "TrialStarted( plan == \"gold\", seats >= 10 )")))) {
            assertThat(Books.fired(book, new TrialStarted("e", "L-1", Books.MONDAY, "gold", 10), Books.UNKNOWN))
                    .containsExactly("A-1");
            assertThat(Books.fired(book, new TrialStarted("e", "L-1", Books.MONDAY, "gold", 9), Books.UNKNOWN))
                    .isEmpty();
        }
    }
}
