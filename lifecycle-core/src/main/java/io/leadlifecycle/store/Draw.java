package io.leadlifecycle.store;

import org.jspecify.annotations.Nullable;

/**
 * The state of a pool's turns changes.
 *
 * @param pool the pool
 * @param before the state it was drawn from, null for none
 * @param after the state from now on
 */
public record Draw(String pool, @Nullable String before, String after) {}
