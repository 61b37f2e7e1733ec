package io.leadlifecycle.model;

import java.time.Instant;

/**
 * A timer or milestone whose rules failed. It waits for another rule book or a retry and stops nothing else.
 *
 * @param due what fell due
 * @param parkedAt when it was parked
 * @param ruleBook the version of the rule book that failed
 * @param error what went wrong, naming the rule
 */
public record Parked(Due due, Instant parkedAt, String ruleBook, String error) {}
