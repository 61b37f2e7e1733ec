/**
 * What a rule book may say: every name, property and verb is checked before a rule lives. The door is
 * {@link io.leadlifecycle.rules.checking.BookCheck}.
 */
@NullMarked
package io.leadlifecycle.rules.checking;

import org.jspecify.annotations.NullMarked;
