package io.leadlifecycle.json;

import io.leadlifecycle.event.CoreEvents;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.text.Excerpt;
import io.leadlifecycle.text.Suggestion;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads events at the door, strictly: an unknown type or field, a value of the wrong type, a field given twice and a
 * missing {@code id}, {@code leadId} or {@code at} are errors that name line and field.
 *
 * <pre>{@code
 * EventReader reader = EventReader.standard().with(TrialStarted.class);
 * LeadEvent event = reader.read("""
 *         {"event":"Touchpoint","id":"e-17","leadId":"L-1","at":"2026-03-02T10:00:00Z","kind":"demo request"}""");
 * }</pre>
 *
 * <ul>
 *   <li>{@code event} is the simple name of a type; the other fields are the components of its record.
 *   <li>A component may be left out when it is {@code @Nullable}, a boolean (then false), a list or map (then empty) or
 *       filled in by the engine. Of a host's record in code that is not {@code @NullMarked}, only {@code id},
 *       {@code leadId}, {@code at} and primitive numbers are required.
 *   <li>An instant is a text with an offset, such as {@code 2026-03-02T10:00:00Z} or {@code 2026-03-02T15:00:00+05:00}.
 *   <li>A value of a profile is a text, a number, true, false, or null for "unknown from now on".
 * </ul>
 *
 * <p>Whether the names in it are those of a lifecycle, the engine tells. Immutable and thread-safe.
 */
public final class EventReader {
    private static final String TYPE = "event";
    private static final EventReader STANDARD = ofCore();

    private final SortedMap<String, EventForm> forms;

    private EventReader(SortedMap<String, EventForm> forms) {
        this.forms = forms;
    }

    private static EventReader ofCore() {
        SortedMap<String, EventForm> forms = new TreeMap<>();
        CoreEvents.FIRED.forEach(type -> forms.put(type.getSimpleName(), EventForm.of(type)));
        return new EventReader(forms);
    }

    /**
     * For the events of the core that hosts fire.
     *
     * @return the reader
     */
    public static EventReader standard() {
        return STANDARD;
    }

    /**
     * For an event of the host, too.
     *
     * @param type a public record with the components {@code id}, {@code leadId} and {@code at}
     * @return a reader that knows one more type
     * @throws IllegalArgumentException if it is no such record or its simple name is taken
     */
    public EventReader with(Class<? extends LeadEvent> type) {
        String name = type.getSimpleName();
        boolean taken =
                CoreEvents.ALL.stream().anyMatch(known -> known.getSimpleName().equals(name));
        if (taken || forms.containsKey(name)) {
            throw new IllegalArgumentException(
                    "The event " + name + " is known already; " + type.getName() + " needs a simple name of its own.");
        }
        SortedMap<String, EventForm> more = new TreeMap<>(forms);
        more.put(name, EventForm.of(type));
        return new EventReader(more);
    }

    /**
     * Reads one event.
     *
     * @param json one JSON object
     * @return the event
     * @throws MalformedJsonException naming line and field
     */
    public LeadEvent read(String json) {
        return read(json, 1);
    }

    /**
     * Reads one event of a file.
     *
     * @param json one JSON object
     * @param firstLine the line of the file that the text begins in, from 1
     * @return the event
     * @throws MalformedJsonException naming line and field
     */
    public LeadEvent read(String json, long firstLine) {
        Complaint complaint = new Complaint(json, firstLine);
        JsonNode node = parse(json, complaint);
        if (!node.isObject()) {
            throw complaint.about("", "an event is an object, not " + Complaint.kind(node) + ".");
        }
        return form(node.get(TYPE), complaint).read(node, complaint);
    }

    private static JsonNode parse(String json, Complaint complaint) {
        try {
            JsonNode node = Mapper.DOOR.readTree(json);
            if (node.isMissingNode()) {
                throw complaint.about("", "the text is empty; an event is one JSON object.");
            }
            return node;
        } catch (JacksonException e) {
            throw complaint.noJson(e);
        }
    }

    private EventForm form(JsonNode type, Complaint complaint) {
        if (type == null || type.isNull()) {
            throw complaint.about(TYPE, "it is missing; allowed are " + forms.keySet() + ".");
        }
        if (!type.isString()) {
            throw complaint.about(TYPE, Complaint.kind(type) + " is no name of an event.");
        }
        String name = type.stringValue();
        EventForm form = forms.get(name);
        if (form != null) {
            return form;
        }
        boolean raised = CoreEvents.RAISED.stream()
                .anyMatch(known -> known.getSimpleName().equals(name));
        throw complaint.about(
                TYPE,
                raised
                        ? "a " + name + " is raised by the engine and cannot be fired."
                        : "\"" + Excerpt.of(name) + "\" is no event; allowed are "
                                + Suggestion.allowed(name, forms.keySet()));
    }
}
