package io.leadlifecycle.testing;

import io.leadlifecycle.model.Profile;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The same people, of whom nobody is ever drawn: whose turn it is depends on the order of other leads, so laws about that
 * order hold without it. The names of the pools stay known. Immutable, thread-safe.
 */
record WithoutPools(Directory people) implements Directory {
    @Override
    public String version() {
        return people.version();
    }

    @Override
    public Optional<Person> person(String name) {
        return people.person(name);
    }

    @Override
    public List<Person> team(String team) {
        return people.team(team);
    }

    @Override
    public List<String> teams() {
        return people.teams();
    }

    @Override
    public List<Person> role(String role) {
        return people.role(role);
    }

    @Override
    public Optional<String> calendarOf(String team) {
        return people.calendarOf(team);
    }

    @Override
    public List<Territory> territories() {
        return people.territories();
    }

    @Override
    public Optional<Territory> territoryOf(Profile profile) {
        return people.territoryOf(profile);
    }

    @Override
    public Optional<Pool> pool(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> poolNames() {
        return people.poolNames();
    }

    @Override
    public Optional<String> accountOwner(String accountId) {
        return people.accountOwner(accountId);
    }

    @Override
    public boolean isThere(String person, Instant at) {
        return people.isThere(person, at);
    }

    @Override
    public Person fallback() {
        return people.fallback();
    }

    @Override
    public List<String> names() {
        return people.names();
    }
}
