package io.leadlifecycle.rule;

import java.util.Locale;

/**
 * Whom a rule wants told; a person is found when the message is made.
 *
 * @param sort how to find them
 * @param name the team, role or person; empty for the lead's own owner and manager
 */
public record Recipient(Sort sort, String name) {
    /** How a recipient is found. */
    public enum Sort {
        /** Who owns the lead. */
        OWNER,
        /** The manager of who owns the lead. */
        MANAGER,
        /** Everybody of a team. */
        TEAM,
        /** Everybody with a role. */
        ROLE,
        /** One person by name. */
        PERSON
    }

    @Override
    public String toString() {
        return name.isEmpty() ? sort.name().toLowerCase(Locale.ROOT) : name;
    }
}
