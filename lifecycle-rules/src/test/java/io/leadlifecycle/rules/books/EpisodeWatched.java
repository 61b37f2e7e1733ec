package io.leadlifecycle.rules.books;

import io.leadlifecycle.event.LeadEvent;
import java.time.Instant;

/** An event of a host that no rule matches and a group of the lifecycle names. */
public record EpisodeWatched(String id, String leadId, Instant at, String series) implements LeadEvent {}
