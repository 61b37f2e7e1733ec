package io.leadlifecycle.json;

import io.leadlifecycle.event.LeadEvent;
import tools.jackson.databind.ObjectWriter;

/**
 * Events as JSON, the engine's own and a host's: one object whose {@code event} is the simple name of the type, then
 * the components of the record; absent ones are left out. Thread-safe.
 */
public final class EventJson {
    private static final ObjectWriter WRITER = Mapper.JSON.writer();

    private EventJson() {}

    /**
     * An event as the journal keeps it.
     *
     * @param event any event, a record
     * @return one line of JSON; equal events give equal text
     */
    public static String write(LeadEvent event) {
        String components = WRITER.writeValueAsString(event);
        String name = "{\"event\":\"" + event.getClass().getSimpleName() + "\"";
        return components.length() == 2 ? name + "}" : name + "," + components.substring(1);
    }
}
