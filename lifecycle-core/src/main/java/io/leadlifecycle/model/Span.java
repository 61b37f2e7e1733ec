package io.leadlifecycle.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch a clock counted in one calendar; the gap between two spans is a pause.
 *
 * @param from when counting began
 * @param to when it ended
 * @param calendar the version of the calendar it counted in
 * @param elapsed the time counted
 */
public record Span(Instant from, Instant to, String calendar, Duration elapsed) {}
