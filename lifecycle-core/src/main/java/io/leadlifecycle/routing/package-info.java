/**
 * The people, their territories, and whose turn it is. The door is {@link io.leadlifecycle.routing.Directory}; a
 * {@link io.leadlifecycle.routing.Pool} says who takes turns and a {@link io.leadlifecycle.routing.Rotation} whose turn it
 * is. Everything in here is a value and reads neither a clock nor a store.
 */
@NullMarked
package io.leadlifecycle.routing;

import org.jspecify.annotations.NullMarked;
