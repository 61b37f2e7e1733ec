package io.leadlifecycle.event;

import java.time.Instant;

/**
 * Another lead was merged into this one. Raised by the engine for the lead that goes on.
 *
 * @param id derived from the merged lead and the {@link LeadMerged} of it
 * @param leadId the lead that goes on
 * @param at the instant of the step
 * @param from the lead that was merged
 * @param noContact whether only that lead had asked for no contact at all
 * @param leftCompany whether only that lead was known to have left its company
 */
public record LeadAbsorbed(String id, String leadId, Instant at, String from, boolean noContact, boolean leftCompany)
        implements RaisedEvent {}
