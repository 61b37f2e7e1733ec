package io.leadlifecycle.definition;

import java.util.List;

/**
 * The names of the picklists that people pick from: a reason that only rules give stands in neither. Every other picklist is
 * named by the stage that uses it.
 */
public final class Picklists {
    /** The reasons of {@code SalesRejected}. */
    public static final String REJECTION = "rejection";
    /** The reasons of {@code OpportunityLost}. */
    public static final String CLOSED_LOST = "closed lost";

    /** All of them. */
    static final List<String> OF_PEOPLE = List.of(REJECTION, CLOSED_LOST);

    private Picklists() {}
}
