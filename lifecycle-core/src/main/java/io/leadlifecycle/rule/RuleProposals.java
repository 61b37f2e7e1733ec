package io.leadlifecycle.rule;

import java.util.List;

/**
 * What one rule proposed in one evaluation, in statement order.
 *
 * @param rule the rule's name; its first word is the stable id
 * @param proposals what it wants
 */
public record RuleProposals(String rule, List<Proposal> proposals) {
    /** Copies the list. */
    public RuleProposals {
        proposals = List.copyOf(proposals);
    }
}
