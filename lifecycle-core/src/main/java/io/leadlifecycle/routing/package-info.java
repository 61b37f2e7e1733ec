/** The people and their territories. The door is {@link io.leadlifecycle.routing.Directory}. */
@NullMarked
package io.leadlifecycle.routing;

import org.jspecify.annotations.NullMarked;
