package io.leadlifecycle.testing;

import io.leadlifecycle.event.LeadEvent;
import java.time.Instant;

/** An event that has not been given its id, lead and instant yet. */
@FunctionalInterface
public interface Happening {
    /**
     * The event.
     *
     * @param id its id
     * @param leadId the lead it is about
     * @param at when it happens
     * @return the event
     */
    LeadEvent on(String id, String leadId, Instant at);
}
