/**
 * The text of rules: from characters to words to a tree that holds nothing but what a rule may say. The door is
 * {@link io.leadlifecycle.rules.text.RuleReader}.
 */
@NullMarked
package io.leadlifecycle.rules.text;

import org.jspecify.annotations.NullMarked;
