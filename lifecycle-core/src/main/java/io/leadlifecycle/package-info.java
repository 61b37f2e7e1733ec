/**
 * The lead lifecycle. The door is {@link io.leadlifecycle.LifecycleEngine}: a host fires events at it and carries out
 * the effects of the {@link io.leadlifecycle.Outcome}.
 */
@NullMarked
package io.leadlifecycle;

import org.jspecify.annotations.NullMarked;
