package io.leadlifecycle.rule;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import java.util.Set;
import java.util.SortedSet;

/**
 * What decides: rules that see one event and the lead, and propose. {@code DroolsRuleBook} reads them from DRL; a test
 * writes them in Java:
 *
 * <pre>{@code
 * public void decide(LeadEvent event, RuleLead lead) {
 *     if (event instanceof SalesAccepted && lead.getStage().equals("MQL")) {
 *         lead.underRule("ACC-1 Accepted", () -> lead.moveTo("SAL").because("sales accepted"));
 *     }
 * }
 * }</pre>
 *
 * <p>Implementations are thread-safe, and their answer depends on the event and what {@code lead} shows only.
 */
public interface RuleBook {
    /**
     * What the rules are judged against.
     *
     * @return the lifecycle
     */
    Lifecycle lifecycle();

    /**
     * The content hash of rules and lifecycle; the journal names it.
     *
     * @return the version
     */
    String version();

    /**
     * The shares of a clock's target that some rule listens for.
     *
     * @param clock the clock
     * @return percents, ascending; 100 need not be among them
     */
    SortedSet<Integer> milestones(String clock);

    /**
     * The timers that some rule listens for.
     *
     * @return their names
     */
    Set<String> timers();

    /**
     * Lets the rules see one event; what they propose is recorded on the lead.
     *
     * @param event the event, with aliases and dispositions filled in
     * @param lead the lead with the event's own facts on it
     * @throws RuleFailedException naming the rule, if one fails
     */
    void decide(LeadEvent event, RuleLead lead);
}
