package io.leadlifecycle.model;

import java.time.Instant;

/**
 * A share of a clock's target that some rule listens for.
 *
 * @param percent of the target; 100 is the due instant, more is escalation
 * @param dueAt when it is reached if the clock runs on
 */
public record Milestone(int percent, Instant dueAt) {}
