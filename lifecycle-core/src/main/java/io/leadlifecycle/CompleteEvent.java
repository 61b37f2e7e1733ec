package io.leadlifecycle;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.RaisedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event of the host must bring: an id, a lead and an instant, and a type that the engine does not raise. */
final class CompleteEvent {
    private CompleteEvent() {}

    static void require(LeadEvent event) {
        if (event instanceof RaisedEvent) {
            throw new IllegalArgumentException(
                    "A " + event.getClass().getSimpleName() + " is raised by the engine and cannot be fired.");
        }
        requireText(event.id(), "id", event);
        requireText(event.leadId(), "leadId", event);
        if (isMissing(event.at())) {
            throw missing("at", event);
        }
    }

    private static void requireText(@Nullable String value, String field, LeadEvent event) {
        if (value == null || value.isBlank()) {
            throw missing(field, event);
        }
    }

    private static IllegalArgumentException missing(String field, LeadEvent event) {
        return new IllegalArgumentException(
                "The " + field + " of the " + event.getClass().getSimpleName() + " is missing: " + event);
    }

    private static boolean isMissing(@Nullable Instant at) {
        return at == null;
    }
}
