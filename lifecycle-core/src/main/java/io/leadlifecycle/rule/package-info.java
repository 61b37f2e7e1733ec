/**
 * What rules read and propose. The door is {@link io.leadlifecycle.rule.RuleBook}; {@link io.leadlifecycle.rule.RuleLead}
 * is the {@code lead} of every rule.
 */
@NullMarked
package io.leadlifecycle.rule;

import org.jspecify.annotations.NullMarked;
