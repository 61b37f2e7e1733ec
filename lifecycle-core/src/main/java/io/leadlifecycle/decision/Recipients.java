package io.leadlifecycle.decision;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.Recipient;
import java.util.List;
import java.util.Optional;

/** Finds the persons a message is for, at the instant it is made. */
final class Recipients {
    private final Directory directory;

    Recipients(Directory directory) {
        this.directory = directory;
    }

    /** The persons, sorted by name; empty when the recipient resolves to nobody. */
    List<String> resolve(Recipient recipient, Lead lead) {
        return switch (recipient.sort()) {
            case OWNER -> names(owner(lead));
            case MANAGER -> names(owner(lead).map(Person::manager).flatMap(directory::person));
            case PERSON -> names(directory.person(recipient.name()));
            case TEAM ->
                directory.team(recipient.name()).stream().map(Person::name).toList();
            case ROLE ->
                directory.role(recipient.name()).stream().map(Person::name).toList();
        };
    }

    private Optional<Person> owner(Lead lead) {
        return Optional.ofNullable(lead.ownership().owner()).flatMap(directory::person);
    }

    private static List<String> names(Optional<Person> person) {
        return person.map(Person::name).stream().toList();
    }
}
