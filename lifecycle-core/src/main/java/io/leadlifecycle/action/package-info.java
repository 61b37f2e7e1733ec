/** What the host carries out. The door is {@link io.leadlifecycle.action.Effect}. */
@NullMarked
package io.leadlifecycle.action;

import org.jspecify.annotations.NullMarked;
