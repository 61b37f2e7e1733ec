/**
 * Where leads and journals live. The door is {@link io.leadlifecycle.store.LeadStore};
 * {@link io.leadlifecycle.store.InMemoryLeadStore} is its first implementation, and the conformance suite of the
 * test-jar says what every other one must do.
 */
@NullMarked
package io.leadlifecycle.store;

import org.jspecify.annotations.NullMarked;
