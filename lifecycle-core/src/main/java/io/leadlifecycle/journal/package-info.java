/**
 * What happened and why. The door is {@link io.leadlifecycle.journal.JournalEntry}; a lead changes by a
 * {@link io.leadlifecycle.journal.Change} and by nothing else.
 */
@NullMarked
package io.leadlifecycle.journal;

import org.jspecify.annotations.NullMarked;
