/**
 * The words of rules and the names in quotes. The door is {@link io.leadlifecycle.rules.words.Vocabulary}: what it does
 * not list cannot be read or called; {@link io.leadlifecycle.rules.words.Names} knows what a name may be.
 */
@NullMarked
package io.leadlifecycle.rules.words;

import org.jspecify.annotations.NullMarked;
