package io.leadlifecycle.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that a clock did not count.
 *
 * @param from when it was paused
 * @param until when it counted on or ended, null while it is paused
 */
public record Pause(Instant from, @Nullable Instant until) {}
