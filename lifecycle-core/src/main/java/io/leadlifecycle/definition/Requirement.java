package io.leadlifecycle.definition;

import java.util.List;

/**
 * One thing the ideal customer profile needs. A rule says when it is met; the fields say what must be known to tell.
 *
 * @param name the requirement, such as {@code company size}
 * @param fields the profile fields it reads, at least one
 */
public record Requirement(String name, List<String> fields) {
    /** Copies the list. */
    public Requirement {
        fields = List.copyOf(fields);
    }
}
