package io.leadlifecycle.routing;

import io.leadlifecycle.model.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is there: the people, their managers, teams, roles, absences, pools, territories and working calendars.
 * Thread-safe; one version never changes its answers.
 *
 * <pre>{@code
 * Directory directory = PeopleDirectory.fallback("revops")
 *         .person(Person.named("ana").reportingTo("maria").inTeam("inside sales"))
 *         .person(Person.named("maria").as("SDR Manager"))
 *         .pool(Pool.of("inbound", "ana").ledBy("maria"))
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
     * The calendar of a person.
     *
     * @param person the name
     * @return the name of the person's own calendar, else of the team's; empty when neither has one or the person is
     *     unknown
     */
    default Optional<String> calendarNameOf(String person) {
        return person(person)
                .flatMap(known -> known.calendar() != null
                        ? Optional.of(known.calendar())
                        : Optional.ofNullable(known.team()).flatMap(this::calendarOf));
    }

    /**
     * Whether a person is there to get leads, whatever the hour of the day.
     *
     * @param person the name
     * @param at the instant
     * @return unless the directory says otherwise, true for somebody who is active and not absent
     */
    default boolean isThere(String person, Instant at) {
        return person(person).filter(known -> known.isThere(at)).isPresent();
    }

    /**
     * The pools that were described, teams left out.
     *
     * @return none unless the directory says otherwise
     */
    default List<Pool> pools() {
        return List.of();
    }

    /**
     * A pool. A team is a pool of all its people with equal shares, no caps and no manager, unless a pool of its name was
     * described.
     *
     * @param name the pool or team
     * @return the pool, empty when there is neither
     */
    default Optional<Pool> pool(String name) {
        return pools().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .or(() -> teams().contains(name) ? Optional.of(poolOf(name)) : Optional.empty());
    }

    private Pool poolOf(String team) {
        return Pool.of(team, team(team).stream().map(Person::name).toArray(String[]::new));
    }

    /**
     * Every name that {@link #pool} knows.
     *
     * @return the names of pools and teams, sorted
     */
    default List<String> poolNames() {
        return Stream.concat(pools().stream().map(Pool::name), teams().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Who owns an account, for leads of a company that is a customer already.
     *
     * @param accountId the account in the host's system
     * @return the person's name, empty unless the directory knows
     */
    default Optional<String> accountOwner(String accountId) {
        return Optional.empty();
    }

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
