/**
 * What happens to a lead. The door is {@link io.leadlifecycle.event.LeadEvent}: hosts fire its implementations of this
 * package or their own records; those that are a {@link io.leadlifecycle.event.RaisedEvent} come from the engine.
 */
@NullMarked
package io.leadlifecycle.event;

import org.jspecify.annotations.NullMarked;
