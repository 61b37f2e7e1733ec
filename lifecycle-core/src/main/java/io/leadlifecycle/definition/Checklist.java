package io.leadlifecycle.definition;

import java.util.List;

/**
 * What a qualifying conversation has to confirm, such as BANT.
 *
 * @param name the method
 * @param items its items, all of which must be confirmed
 */
public record Checklist(String name, List<String> items) {
    /** Copies the list. */
    public Checklist {
        items = List.copyOf(items);
    }
}
