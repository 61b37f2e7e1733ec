package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessHours;

import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.testing.EvaluationLaws;

/** A book whose rules about a state match the evaluation, as they should. */
class EvaluationLawsTest extends EvaluationLaws {
    private static final RuleBook BOOK = LambdaRuleBook.of(EvaluationLawsTest::decide);

    private static void decide(LeadEvent event, RuleLead lead) {
        Long employees = lead.getEmployees();
        if (event instanceof ProfileChanged && "software".equals(lead.getIndustry())) {
            lead.underRule("FIT-1 Industry", () -> lead.meets("target industry"));
        }
        if (event instanceof ProfileChanged && employees != null && employees >= 50) {
            lead.underRule("FIT-2 Size", () -> lead.meets("company size"));
        }
        if (event instanceof LeadEvaluated && lead.getFit().equals("ICP") && lead.hasDone("demo request")) {
            lead.underRule("MQL-1 Demo", () -> lead.qualifyAs("demo").because("ICP and demo requested"));
        }
        if (event instanceof StageEntered entered && entered.stage().equals("MQL")) {
            lead.underRule(
                    "ACC-1 Start",
                    () -> lead.startClock("acceptance", businessHours(4)).since(lead.getSignal()));
        }
    }

    @Override
    protected RuleBook book() {
        return BOOK;
    }

    @Override
    protected Directory directory() {
        return SampleLifecycle.PEOPLE;
    }
}
