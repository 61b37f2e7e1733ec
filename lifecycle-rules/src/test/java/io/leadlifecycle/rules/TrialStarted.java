package io.leadlifecycle.rules;

import io.leadlifecycle.event.LeadEvent;
import java.time.Instant;

/** An event of a host: what it shows may fail, as code of a host may. */
public record TrialStarted(String id, String leadId, Instant at, String plan, long seats) implements LeadEvent {
    public boolean costs(String currency) {
        if (seats < 0) {
            throw new IllegalStateException("no price in " + currency + " for " + seats + " seats");
        }
        return seats > 0;
    }
}
