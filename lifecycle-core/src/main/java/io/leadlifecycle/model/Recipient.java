package io.leadlifecycle.model;

import java.util.Locale;
import java.util.Objects;

/**
 * Whom a rule means: to be told something or to own a lead. Persons are found at the instant of the step, by the lead and
 * the directory; a pool's turn and a colleague are drawn, so they can own a lead and are told nothing.
 *
 * @param sort how to find them
 * @param name the team, role, person or pool; empty where the lead itself says it
 */
public record Recipient(Sort sort, String name) {
    /** How a person is found. */
    public enum Sort {
        /** Who owns the lead. */
        OWNER,
        /** The manager of who owns the lead; of a lead that waits in a pool's queue, the pool's manager. */
        MANAGER,
        /** Everybody of a team. */
        TEAM,
        /** Everybody with a role. */
        ROLE,
        /** One person by name. */
        PERSON,
        /** Who owned the lead before. */
        PREVIOUS_OWNER,
        /** Who owns the deal, else who owns the lead. */
        DEAL_OWNER,
        /** Who owns the account: as the directory says, else the lead's deal, else another lead of the account. */
        ACCOUNT_OWNER,
        /** Whose turn it is in a pool. */
        POOL,
        /** Whose turn it is in the team of the lead's territory. */
        TERRITORY,
        /** Whose turn it is among the others of the owner's pool. */
        COLLEAGUE
    }

    /** A name that an event or a profile does not say is none. */
    public Recipient {
        name = Objects.requireNonNullElse(name, "");
    }

    /**
     * Whether a name is missing that is needed to find anybody.
     *
     * @return false where the lead itself says who is meant
     */
    public boolean isUnnamed() {
        boolean named = sort == Sort.TEAM || sort == Sort.ROLE || sort == Sort.PERSON || sort == Sort.POOL;
        return named && name.isBlank();
    }

    /**
     * Whether the engine has to draw the person: it depends on other leads.
     *
     * @return true for a pool's turn, that of a territory and a colleague
     */
    public boolean isDrawn() {
        return sort == Sort.POOL || sort == Sort.TERRITORY || sort == Sort.COLLEAGUE;
    }

    @Override
    public String toString() {
        String words = sort.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name.isEmpty() ? words : sort == Sort.POOL ? "pool " + name : name;
    }
}
