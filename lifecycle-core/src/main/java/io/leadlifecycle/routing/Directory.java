package io.leadlifecycle.routing;

import io.leadlifecycle.model.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Who is there: the people, their managers, teams, roles, territories and working calendars. Thread-safe;
 * one version never changes its answers.
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
     * The people of a team, sorted by name, those who are not active too.
     *
     * @param team the team
     * @return empty for an unknown team
     */
    List<Person> team(String team);

    /**
     * The names of the teams, sorted.
     *
     * @return unless the directory says otherwise, the teams of its people
     */
    default List<String> teams() {
        return names().stream()
                .flatMap(name -> person(name).map(Person::team).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The people with a role, sorted by name, those who are not active too.
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
     * The territories, in the order that decides between two.
     *
     * @return none unless the directory says otherwise
     */
    default List<Territory> territories() {
        return List.of();
    }

    /**
     * The territory of a lead.
     *
     * @param profile what is known of the lead
     * @return the first that covers it, empty when none does
     */
    default Optional<Territory> territoryOf(Profile profile) {
        return territories().stream()
                .filter(territory -> territory.covers(profile))
                .findFirst();
    }

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
