package io.leadlifecycle;

import java.util.List;

/**
 * What needs a look.
 *
 * @param parkedLeads the leads on which a failed timer or milestone waits for another rule book or a retry, sorted
 * @param strays how many events came that belong to no journal, in all
 */
public record Health(List<String> parkedLeads, long strays) {
    /** Copies the list. */
    public Health {
        parkedLeads = List.copyOf(parkedLeads);
    }
}
