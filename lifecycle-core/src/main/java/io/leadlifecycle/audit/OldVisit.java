package io.leadlifecycle.audit;

/**
 * One row of an old system's history: a lead entered a stage. Every value is the text it was written as. Immutable.
 *
 * @param place where the row stands, for people
 * @param eventId the id of the row; one that came before is counted once, a blank one is its own
 * @param leadId the lead
 * @param stage the stage or the old status value
 * @param at when
 */
public record OldVisit(String place, String eventId, String leadId, String stage, String at) {}
