package io.leadlifecycle.event;

import java.time.Instant;

/**
 * The lead is to be evaluated again after a changed criterion. Raised by the engine.
 *
 * @param id derived from the lead and the number of the entry
 * @param leadId the lead
 * @param at when that was planned
 * @param dueAt when it is evaluated, at or after {@code at}
 */
public record ReevaluationPlanned(String id, String leadId, Instant at, Instant dueAt) implements RaisedEvent {
    /** The name of the timer that waits for it on the lead. */
    public static final String TIMER = "stage review";
}
