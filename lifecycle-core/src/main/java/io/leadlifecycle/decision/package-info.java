/**
 * The pure step: a lead and an event in, a journal entry and the lead after it out. The door is
 * {@link io.leadlifecycle.decision.Decider}; the engine, a replay and a stream job run the same step.
 */
@NullMarked
package io.leadlifecycle.decision;

import org.jspecify.annotations.NullMarked;
