package io.leadlifecycle.audit;

/**
 * One thing that is wrong with old data. Immutable.
 *
 * @param kind what sort of thing
 * @param place the row, as the caller named it; empty when it is about the data as a whole
 * @param leadId the lead, empty when it is about none
 * @param value the value that is wrong, as it was written
 * @param sentence what is wrong, naming the value and what is allowed
 */
public record Finding(FindingKind kind, String place, String leadId, String value, String sentence) {
    @Override
    public String toString() {
        return kind + (place.isEmpty() ? "" : " " + place) + ": " + sentence;
    }
}
