package io.leadlifecycle.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns leads or is told of them. Immutable and thread-safe; only what is marked so may be null.
 *
 * @param name unique in the directory; what owners and actors are called by
 * @param manager the person told when something escalates, null for none
 * @param team the team, null for none
 * @param role the role, such as {@code VP Sales}; null for none
 * @param calendar the working calendar by name, null for the team's or the default
 * @param active whether the person is there to get leads; false keeps the name known without
 * @param absences when the person is away for a time, in order; those that overlap or touch are made one
 */
public record Person(
        String name,
        @Nullable String manager,
        @Nullable String team,
        @Nullable String role,
        @Nullable String calendar,
        boolean active,
        List<Absence> absences) {
    /** Puts the absences in order; refuses a blank name. */
    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A person of the directory needs a name.");
        }
        absences = Absence.merged(absences);
    }

    /**
     * A person of whom only the name is known, active.
     *
     * @param name the name
     * @return the person
     */
    public static Person named(String name) {
        return new Person(name, null, null, null, null, true, List.of());
    }

    /**
     * The same person with a manager.
     *
     * @param person the manager
     * @return the person
     */
    public Person reportingTo(String person) {
        return new Person(name, person, team, role, calendar, active, absences);
    }

    /**
     * The same person in a team.
     *
     * @param team the team
     * @return the person
     */
    public Person inTeam(String team) {
        return new Person(name, manager, team, role, calendar, active, absences);
    }

    /**
     * The same person with a role.
     *
     * @param role the role
     * @return the person
     */
    public Person as(String role) {
        return new Person(name, manager, team, role, calendar, active, absences);
    }

    /**
     * The same person with a working calendar.
     *
     * @param calendar the calendar's name in the lifecycle
     * @return the person
     */
    public Person working(String calendar) {
        return new Person(name, manager, team, role, calendar, active, absences);
    }

    /**
     * The same person who gets no leads.
     *
     * @return the person
     */
    public Person inactive() {
        return new Person(name, manager, team, role, calendar, false, absences);
    }

    /**
     * The same person who is away for a time more.
     *
     * @param absence the time
     * @return the person
     */
    public Person absent(Absence absence) {
        List<Absence> more =
                Stream.concat(absences.stream(), Stream.of(absence)).toList();
        return new Person(name, manager, team, role, calendar, active, more);
    }

    /**
     * The same person who is away for a time more.
     *
     * @param from the first instant away
     * @param until the first instant there again
     * @return the person
     */
    public Person awayFrom(Instant from, Instant until) {
        return absent(new Absence(from, until));
    }

    /**
     * The absence that an instant lies in.
     *
     * @param at the instant
     * @return the absence, empty when there is none
     */
    public Optional<Absence> absenceAt(Instant at) {
        return absences.stream().filter(absence -> absence.covers(at)).findFirst();
    }

    /**
     * Whether the person is there to get leads, whatever the hour of the day.
     *
     * @param at the instant
     * @return true when active and not absent
     */
    public boolean isThere(Instant at) {
        return active && absenceAt(at).isEmpty();
    }
}
