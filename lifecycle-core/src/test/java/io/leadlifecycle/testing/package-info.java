/**
 * What a user needs to test a rule book, a store or a host. The door is {@link io.leadlifecycle.testing.LifecycleLaws}:
 * extend it with a rule book, and every invariant of the core is tried against it. {@link
 * io.leadlifecycle.testing.LeadStoreContract} is the same for a store.
 */
@NullMarked
package io.leadlifecycle.testing;

import org.jspecify.annotations.NullMarked;
