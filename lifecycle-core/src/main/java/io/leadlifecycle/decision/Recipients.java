package io.leadlifecycle.decision;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.routing.Assignees;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the persons a message is for, at the instant it is told; those who are not active any more are nobody. */
final class Recipients {
    private final Directory directory;
    private final Assignees assignees;

    Recipients(Directory directory) {
        this.directory = directory;
        this.assignees = new Assignees(directory);
    }

    /** The persons, sorted by name; empty when the recipient resolves to nobody. */
    List<String> resolve(Recipient recipient, Lead lead) {
        return switch (recipient.sort()) {
            case OWNER -> names(owner(lead));
            case MANAGER -> names(assignees.managerOf(lead).flatMap(directory::person));
            case PERSON -> names(directory.person(recipient.name()));
            case PREVIOUS_OWNER ->
                names(Optional.ofNullable(lead.ownership().previousOwner()).flatMap(directory::person));
            case DEAL_OWNER ->
                names(activeOrOwner(Optional.ofNullable(lead.deal().owner()), lead));
            case ACCOUNT_OWNER -> names(activeOrOwner(assignees.accountOwner(lead), lead));
            case TEAM -> names(directory.team(recipient.name()).stream());
            case ROLE -> names(directory.role(recipient.name()).stream());
            case POOL, TERRITORY, COLLEAGUE -> List.of();
        };
    }

    private Optional<Person> activeOrOwner(Optional<String> name, Lead lead) {
        return name.flatMap(directory::person).filter(Person::active).or(() -> owner(lead));
    }

    private Optional<Person> owner(Lead lead) {
        return Optional.ofNullable(lead.ownership().owner()).flatMap(directory::person);
    }

    private static List<String> names(Optional<Person> person) {
        return names(person.stream());
    }

    private static List<String> names(Stream<Person> people) {
        return people.filter(Person::active).map(Person::name).toList();
    }
}
