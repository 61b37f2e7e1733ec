/**
 * What clocks tell. The door is {@link io.leadlifecycle.clock.ClockReport} for one clock, and
 * {@link io.leadlifecycle.clock.ClockQuery} for the open clocks of all leads. All types are immutable and safe to share
 * between threads.
 */
@NullMarked
package io.leadlifecycle.clock;

import org.jspecify.annotations.NullMarked;
