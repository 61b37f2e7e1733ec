package io.leadlifecycle.routing;

import io.leadlifecycle.text.Hash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A directory held in memory. Immutable, thread-safe. */
public final class PeopleDirectory implements Directory {
    private final TreeMap<String, Person> people;
    private final TreeMap<String, String> calendars;
    private final Person fallback;
    private final String version;

    private PeopleDirectory(Builder builder) {
        people = new TreeMap<>(builder.people);
        calendars = new TreeMap<>(builder.calendars);
        fallback = builder.fallback;
        version = Hash.of(people.values() + "|" + calendars + "|" + fallback.name());
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
        private Person fallback;

        private Builder(Person fallback) {
            this.fallback = fallback;
        }

        /**
         * Adds a person.
         *
         * @param person the person
         * @return this builder
         * @throws IllegalArgumentException if the name is taken
         */
        public Builder person(Person person) {
            Person known = people.putIfAbsent(person.name(), person);
            if (known != null) {
                throw new IllegalArgumentException("The directory has two people called \"" + person.name() + "\": "
                        + known + " and " + person + ".");
            }
            return this;
        }

        /**
         * Gives a team its own working calendar.
         *
         * @param team the team
         * @param calendar the calendar's name in the lifecycle
         * @return this builder
         */
        public Builder teamCalendar(String team, String calendar) {
            calendars.put(team, calendar);
            return this;
        }

        /**
         * Builds the directory.
         *
         * @return the directory
         * @throws IllegalArgumentException if a manager is nobody of the directory
         */
        public PeopleDirectory build() {
            people.putIfAbsent(fallback.name(), fallback);
            fallback = people.getOrDefault(fallback.name(), fallback);
            people.values().forEach(person -> requireKnown(person, person.manager()));
            return new PeopleDirectory(this);
        }

        private void requireKnown(Person person, @Nullable String manager) {
            if (manager != null && !people.containsKey(manager)) {
                throw new IllegalArgumentException("The manager \"" + manager + "\" of \"" + person.name()
                        + "\" is not in the directory: " + people.keySet() + ".");
            }
        }
    }
}
