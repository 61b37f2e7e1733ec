/**
 * Rule books in DRL. The door is {@link io.leadlifecycle.rules.DroolsRuleBook}; what is wrong with a book comes as one
 * {@link io.leadlifecycle.rules.RuleBookException} with every {@link io.leadlifecycle.rules.Problem}.
 */
@NullMarked
package io.leadlifecycle.rules;

import org.jspecify.annotations.NullMarked;
