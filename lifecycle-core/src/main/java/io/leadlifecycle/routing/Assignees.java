package io.leadlifecycle.routing;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.Waiting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who may own a lead: a person that the lead and the directory know, or the pool to draw from. Inactive people
 * never own a lead that a rule assigns, absent ones only if nobody else was named. Immutable, thread-safe.
 */
public final class Assignees {
    private final Directory directory;

    /**
     * Assignees of a directory.
     *
     * @param directory who is there
     */
    public Assignees(Directory directory) {
        this.directory = directory;
    }

    /**
     * The person that needs no draw.
     *
     * @param way how to find one
     * @param lead the lead
     * @param at the instant of the step
     * @param evenAbsent whether somebody who is active and absent will do
     * @return empty when there is none, or when a draw is needed
     */
    public Optional<String> person(Recipient way, Lead lead, Instant at, boolean evenAbsent) {
        return Optional.ofNullable(named(way, lead))
                .flatMap(directory::person)
                .filter(person -> person.isThere(at) || (evenAbsent && person.active()))
                .map(Person::name);
    }

    private @Nullable String named(Recipient way, Lead lead) {
        return switch (way.sort()) {
            case OWNER -> lead.ownership().owner();
            case PERSON -> way.name();
            case MANAGER -> managerOf(lead).orElse(null);
            case PREVIOUS_OWNER -> lead.ownership().previousOwner();
            case DEAL_OWNER ->
                lead.deal().owner() == null
                        ? lead.ownership().owner()
                        : lead.deal().owner();
            case ACCOUNT_OWNER -> accountOwner(lead).orElse(null);
            case TEAM, ROLE, POOL, TERRITORY, COLLEAGUE -> null;
        };
    }

    /**
     * The manager of the lead's owner; of a lead that nobody owns and that waits in a queue, the pool's manager.
     *
     * @param lead the lead
     * @return empty when there is none
     */
    public Optional<String> managerOf(Lead lead) {
        String owner = lead.ownership().owner();
        Waiting waiting = lead.ownership().waiting();
        if (owner != null) {
            return directory.person(owner).map(Person::manager);
        }
        return waiting == null || waiting.pool() == null
                ? Optional.empty()
                : directory.pool(waiting.pool()).map(Pool::manager);
    }

    /**
     * The owner of the lead's account: as the directory says, else who owns its deal.
     *
     * @param lead the lead
     * @return empty when neither is known
     */
    public Optional<String> accountOwner(Lead lead) {
        return Optional.ofNullable(lead.profile().text("accountId"))
                .flatMap(directory::accountOwner)
                .or(() -> Optional.ofNullable(lead.deal().owner()));
    }

    /**
     * Whether the engine may find somebody who depends on other leads.
     *
     * @param way how to find one
     * @param lead the lead
     * @return false when there is nothing to draw from
     */
    public boolean mayBeDrawn(Recipient way, Lead lead) {
        boolean account =
                way.sort() == Recipient.Sort.ACCOUNT_OWNER && lead.profile().has("accountId");
        return account || poolOf(way, lead).isPresent();
    }

    /**
     * The pool to draw from.
     *
     * @param way how to find one
     * @param lead the lead
     * @return its name, known to the directory or not; empty when the way names none
     */
    public Optional<String> poolOf(Recipient way, Lead lead) {
        return switch (way.sort()) {
            case POOL -> Optional.of(way.name());
            case TERRITORY -> directory.territoryOf(lead.profile()).map(Territory::team);
            case COLLEAGUE -> poolOfOwner(lead);
            default -> Optional.empty();
        };
    }

    /** The pool the owner was drawn from, else the first one the owner is in, else the owner's team. */
    private Optional<String> poolOfOwner(Lead lead) {
        String owner = lead.ownership().owner();
        if (owner == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(lead.ownership().pool())
                .or(() -> directory.pools().stream()
                        .filter(pool -> pool.members().stream()
                                .anyMatch(member -> member.person().equals(owner)))
                        .map(Pool::name)
                        .findFirst())
                .or(() -> directory.person(owner).map(Person::team));
    }
}
