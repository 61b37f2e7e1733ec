package io.leadlifecycle.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A qualifying conversation took place. What of the checklist was not confirmed is missing, named or not: the engine fills
 * {@code missing} up before any rule sees the event.
 *
 * @param id unique per lead; a repeat changes nothing
 * @param leadId the lead
 * @param at when it happened
 * @param method a checklist of the lifecycle, such as {@code BANT}
 * @param confirmed the items that were confirmed
 * @param missing the items that are open; none of them is confirmed
 * @param actor who did it, null when unknown
 */
public record DiscoveryCompleted(
        String id,
        String leadId,
        Instant at,
        String method,
        List<String> confirmed,
        List<String> missing,
        @Nullable String actor)
        implements LeadEvent {
    /** Copies the lists. */
    public DiscoveryCompleted {
        confirmed = List.copyOf(confirmed);
        missing = List.copyOf(missing);
    }

    /**
     * The short form: everything not named here is unknown.
     *
     * @param id unique per lead
     * @param leadId the lead
     * @param at when it happened
     * @param method a checklist of the lifecycle, such as {@code BANT}
     * @param confirmed the items that were confirmed
     */
    public DiscoveryCompleted(String id, String leadId, Instant at, String method, List<String> confirmed) {
        this(id, leadId, at, method, confirmed, List.of(), null);
    }

    /**
     * The same event, done by somebody.
     *
     * @param person who did it
     * @return the event with its actor
     */
    public DiscoveryCompleted by(String person) {
        return new DiscoveryCompleted(id, leadId, at, method, confirmed, missing, person);
    }

    @Override
    public boolean manual() {
        return true;
    }
}
