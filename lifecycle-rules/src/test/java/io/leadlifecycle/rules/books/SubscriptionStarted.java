package io.leadlifecycle.rules.books;

import io.leadlifecycle.event.LeadEvent;
import java.time.Instant;

/** An event of a host: somebody pays from now on. */
public record SubscriptionStarted(String id, String leadId, Instant at, String plan, long paidMonths)
        implements LeadEvent {}
