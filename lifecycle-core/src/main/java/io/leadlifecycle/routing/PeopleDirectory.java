package io.leadlifecycle.routing;

import io.leadlifecycle.text.Hash;
import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A directory held in memory; absences and pools are part of its version. Immutable, thread-safe. */
public final class PeopleDirectory implements Directory {
    private final TreeMap<String, Person> people;
    private final TreeMap<String, String> calendars;
    private final List<String> teams;
    private final List<Territory> territories;
    private final TreeMap<String, Pool> pools;
    private final TreeMap<String, String> accountOwners;
    private final Person fallback;
    private final String version;

    private PeopleDirectory(Builder builder) {
        people = new TreeMap<>(builder.people);
        calendars = new TreeMap<>(builder.calendars);
        teams = List.copyOf(builder.teams);
        territories = List.copyOf(builder.territories);
        pools = new TreeMap<>(builder.pools);
        accountOwners = new TreeMap<>(builder.accountOwners);
        fallback = builder.fallback;
        version = Hash.of(people.values() + "|" + calendars + "|" + teams + "|" + territories + "|" + pools.values()
                + "|" + accountOwners + "|" + fallback.name());
    }

    /**
     * A builder of a directory with its fallback person, who is added when not described otherwise.
     *
     * @param name who gets a message that resolves to nobody
     * @return the builder
     */
    public static Builder fallback(String name) {
        return new Builder(Person.named(name));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<Person> person(String name) {
        return Optional.ofNullable(people.get(name));
    }

    @Override
    public List<Person> team(String team) {
        return those(person -> team.equals(person.team()));
    }

    @Override
    public List<String> teams() {
        return teams;
    }

    @Override
    public List<Person> role(String role) {
        return those(person -> role.equals(person.role()));
    }

    private List<Person> those(Predicate<Person> condition) {
        return people.values().stream().filter(condition).toList();
    }

    @Override
    public Optional<String> calendarOf(String team) {
        return Optional.ofNullable(calendars.get(team));
    }

    @Override
    public List<Territory> territories() {
        return territories;
    }

    /** Sorted by name. */
    @Override
    public List<Pool> pools() {
        return List.copyOf(pools.values());
    }

    @Override
    public Optional<String> accountOwner(String accountId) {
        return Optional.ofNullable(accountOwners.get(accountId));
    }

    @Override
    public Person fallback() {
        return fallback;
    }

    @Override
    public List<String> names() {
        return List.copyOf(people.keySet());
    }

    /** Builds a {@link PeopleDirectory}. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Person> people = new TreeMap<>();
        private final Map<String, String> calendars = new TreeMap<>();
        private final TreeSet<String> teams = new TreeSet<>();
        private final List<Territory> territories = new ArrayList<>();
        private final Map<String, Pool> pools = new TreeMap<>();
        private final Map<String, String> accountOwners = new TreeMap<>();
        private Person fallback;

        private Builder(Person fallback) {
            this.fallback = fallback;
        }

        /**
         * Adds a person, and the person's team when it is new.
         *
         * @param person the person
         * @return this builder
         * @throws IllegalArgumentException if the name is taken, or the team's by a pool
         */
        public Builder person(Person person) {
            Person known = people.putIfAbsent(person.name(), person);
            if (known != null) {
                throw new IllegalArgumentException("The directory has two people called \"" + person.name() + "\": "
                        + known + " and " + person + ".");
            }
            return person.team() == null ? this : team(person.team());
        }

        /**
         * Adds a team, also one without people; harmless when it is there.
         *
         * @param team the team
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or that of a pool
         */
        public Builder team(String team) {
            if (team.isBlank()) {
                throw new IllegalArgumentException("A team of the directory needs a name.");
            }
            if (pools.containsKey(team)) {
                throw poolAndTeam(team);
            }
            teams.add(team);
            return this;
        }

        /**
         * Gives a team its own working calendar, and adds the team when it is new.
         *
         * @param team the team
         * @param calendar the calendar's name in the lifecycle
         * @return this builder
         */
        public Builder teamCalendar(String team, String calendar) {
            calendars.put(team, calendar);
            return team(team);
        }

        /**
         * Adds a territory behind those there are.
         *
         * @param territory the territory
         * @return this builder
         * @throws IllegalArgumentException if the name is taken, or an earlier territory takes every lead
         */
        public Builder territory(Territory territory) {
            for (Territory earlier : territories) {
                if (earlier.name().equals(territory.name())) {
                    throw new IllegalArgumentException("The territory \"" + territory.name() + "\" is given twice.");
                }
                if (earlier.requirements().isEmpty()) {
                    throw new IllegalArgumentException("The territory \"" + territory.name() + "\" stands behind \""
                            + earlier.name() + "\", which requires nothing and takes every lead; such a territory"
                            + " stands last.");
                }
            }
            territories.add(territory);
            return this;
        }

        /**
         * Adds a pool.
         *
         * @param pool the pool
         * @return this builder
         * @throws IllegalArgumentException if the name is that of a pool or team
         */
        public Builder pool(Pool pool) {
            if (teams.contains(pool.name())) {
                throw poolAndTeam(pool.name());
            }
            Pool known = pools.putIfAbsent(pool.name(), pool);
            if (known != null) {
                throw new IllegalArgumentException(
                        "The directory has two pools called \"" + pool.name() + "\": " + known + " and " + pool + ".");
            }
            return this;
        }

        /**
         * Says who owns an account. A host with many accounts asks its own system in {@link Directory#accountOwner}.
         *
         * @param accountId the account in the host's system
         * @param person who owns it
         * @return this builder
         * @throws IllegalArgumentException if the account has an owner already
         */
        public Builder accountOwner(String accountId, String person) {
            String known = accountOwners.putIfAbsent(accountId, person);
            if (known != null) {
                throw new IllegalArgumentException(
                        "The account \"" + accountId + "\" has two owners: \"" + known + "\" and \"" + person + "\".");
            }
            return this;
        }

        private static IllegalArgumentException poolAndTeam(String name) {
            return new IllegalArgumentException("The directory has a pool and a team called \"" + name
                    + "\"; a team is a pool already, and a pool of other people needs another name. Maybe \"" + name
                    + " pool\"?");
        }

        /**
         * Builds the directory.
         *
         * @return the directory
         * @throws IllegalArgumentException if a manager, a member of a pool or the owner of an account is nobody of the
         *     directory, a territory's team is none, or the fallback person is not active
         */
        public PeopleDirectory build() {
            people.putIfAbsent(fallback.name(), fallback);
            fallback = people.getOrDefault(fallback.name(), fallback);
            if (!fallback.active()) {
                throw new IllegalArgumentException("The fallback person \"" + fallback.name()
                        + "\" is not active; what resolves to nobody needs somebody who is there.");
            }
            people.values().forEach(person -> requireKnown(person, person.manager()));
            territories.forEach(this::requireTeam);
            pools.values().forEach(this::requirePeople);
            accountOwners.forEach((account, owner) -> requirePerson(owner, "owner", "account", account));
            return new PeopleDirectory(this);
        }

        private void requireKnown(Person person, @Nullable String manager) {
            if (manager != null && !people.containsKey(manager)) {
                throw new IllegalArgumentException("The manager \"" + manager + "\" of \"" + person.name()
                        + "\" is not in the directory: " + people.keySet() + ".");
            }
        }

        private void requirePeople(Pool pool) {
            if (pool.manager() != null) {
                requirePerson(pool.manager(), "manager", "pool", pool.name());
            }
            pool.members().forEach(member -> requirePerson(member.person(), "member", "pool", pool.name()));
        }

        private void requirePerson(String name, String part, String kind, String of) {
            if (!people.containsKey(name)) {
                throw new IllegalArgumentException("The " + part + " \"" + name + "\" of the " + kind + " \"" + of
                        + "\" is unknown, allowed are " + Suggestion.allowed(name, people.keySet()));
            }
        }

        private void requireTeam(Territory territory) {
            if (!teams.contains(territory.team())) {
                throw new IllegalArgumentException("The team \"" + territory.team() + "\" of the territory \""
                        + territory.name() + "\" is unknown, allowed are "
                        + Suggestion.allowed(territory.team(), teams));
            }
        }
    }
}
