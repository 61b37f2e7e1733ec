package io.leadlifecycle.event;

import io.leadlifecycle.model.Field;
import java.time.Instant;
import java.util.List;

/**
 * What is known of the lead changed, whatever told it. Raised by the engine.
 *
 * @param id derived from what raised it
 * @param leadId the lead
 * @param at the instant of the step
 * @param fields the names of the fields that have another value now, sorted; empty for a lead that begins with none
 */
public record ProfileChanged(String id, String leadId, Instant at, List<String> fields) implements RaisedEvent {
    /** Copies the list. */
    public ProfileChanged {
        fields = List.copyOf(fields);
    }

    /**
     * For the fields that changed.
     *
     * @param fields the fields
     * @param id derived from what raised it
     * @param leadId the lead
     * @param at the instant of the step
     * @return the event
     */
    public static ProfileChanged of(List<Field> fields, String id, String leadId, Instant at) {
        return new ProfileChanged(
                id, leadId, at, fields.stream().map(Field::name).sorted().toList());
    }

    /**
     * Whether a field has another value now.
     *
     * @param field the field
     * @return false when it stayed as it was
     */
    public boolean changed(String field) {
        return fields.contains(field);
    }
}
