package io.leadlifecycle.routing;

import java.util.List;
import java.util.Optional;

/**
 * Who is there: the people, their managers, teams, roles and working calendars. Thread-safe; one version never changes
 * its answers.
 *
 * <pre>{@code
 * Directory directory = PeopleDirectory.fallback("revops")
 *         .person(Person.named("ana").reportingTo("maria").inTeam("inside sales"))
 *         .person(Person.named("maria").as("SDR Manager"))
 *         .build();
 * }</pre>
 */
public interface Directory {
    /**
     * The version of its content; the journal names it.
     *
     * @return a content hash
     */
    String version();

    /**
     * A person.
     *
     * @param name the name
     * @return the person, empty when unknown
     */
    Optional<Person> person(String name);

    /**
     * The people of a team, sorted by name.
     *
     * @param team the team
     * @return empty for an unknown team
     */
    List<Person> team(String team);

    /**
     * The people with a role, sorted by name.
     *
     * @param role the role
     * @return empty for an unknown role
     */
    List<Person> role(String role);

    /**
     * The calendar of a team.
     *
     * @param team the team
     * @return the calendar's name, empty when the team has none of its own
     */
    Optional<String> calendarOf(String team);

    /**
     * Who gets a message that resolves to nobody.
     *
     * @return a person of the directory
     */
    Person fallback();

    /**
     * All names, sorted; for messages that say what is allowed.
     *
     * @return the names
     */
    List<String> names();
}
