package io.leadlifecycle.routing;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns leads or is told of them.
 *
 * @param name unique in the directory; what owners and actors are called by
 * @param manager the person told when something escalates, null for none
 * @param team the team, null for none
 * @param role the role, such as {@code VP Sales}; null for none
 * @param calendar the working calendar by name, null for the team's or the default
 * @param active whether the person is there to get leads; false keeps the name known without
 */
public record Person(
        String name,
        @Nullable String manager,
        @Nullable String team,
        @Nullable String role,
        @Nullable String calendar,
        boolean active) {
    /** Refuses a blank name. */
    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A person of the directory needs a name.");
        }
    }

    /**
     * A person of whom only the name is known, active.
     *
     * @param name the name
     * @return the person
     */
    public static Person named(String name) {
        return new Person(name, null, null, null, null, true);
    }

    /**
     * The same person with a manager.
     *
     * @param person the manager
     * @return the person
     */
    public Person reportingTo(String person) {
        return new Person(name, person, team, role, calendar, active);
    }

    /**
     * The same person in a team.
     *
     * @param team the team
     * @return the person
     */
    public Person inTeam(String team) {
        return new Person(name, manager, team, role, calendar, active);
    }

    /**
     * The same person with a role.
     *
     * @param role the role
     * @return the person
     */
    public Person as(String role) {
        return new Person(name, manager, team, role, calendar, active);
    }

    /**
     * The same person with a working calendar.
     *
     * @param calendar the calendar's name in the lifecycle
     * @return the person
     */
    public Person working(String calendar) {
        return new Person(name, manager, team, role, calendar, active);
    }

    /**
     * The same person who gets no leads.
     *
     * @return the person
     */
    public Person inactive() {
        return new Person(name, manager, team, role, calendar, false);
    }
}
