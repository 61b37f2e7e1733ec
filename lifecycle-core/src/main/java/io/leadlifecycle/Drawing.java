package io.leadlifecycle;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.NobodyAvailable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.routing.Assignees;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Rotation;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.Draw;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers leads that wait for an owner, in one call of the engine. From the first answer to {@link #close} it holds the
 * lock of all pools of this engine, so that no turn is drawn twice; another engine on the same store is told apart by the
 * state that a draw expects. Not thread-safe.
 */
final class Drawing implements AutoCloseable {
    private static final String LOOKOUT = "queue of ";

    private final String book;
    private final Lifecycle lifecycle;
    private final Directory directory;
    private final LeadStore store;
    private final ReentrantLock lock;
    private final Assignees assignees;
    private final Map<String, @Nullable String> read = new HashMap<>();
    private final TreeMap<String, String> drawn = new TreeMap<>();

    Drawing(RuleBook book, Directory directory, LeadStore store, ReentrantLock lock) {
        this.book = book.version();
        this.lifecycle = book.lifecycle();
        this.directory = directory;
        this.store = store;
        this.lock = lock;
        this.assignees = new Assignees(directory);
    }

    /** What was drawn up to some point. */
    record Mark(Map<String, String> drawn) {}

    Mark mark() {
        return new Mark(Map.copyOf(drawn));
    }

    void back(Mark mark) {
        drawn.clear();
        drawn.putAll(mark.drawn());
    }

    /** What the store is to save of the pools. */
    List<Draw> draws() {
        List<Draw> draws = new ArrayList<>();
        drawn.forEach((pool, state) -> draws.add(new Draw(pool, read.get(pool), state)));
        return draws;
    }

    @Override
    public void close() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    private void hold() {
        if (!lock.isHeldByCurrentThread()) {
            lock.lock();
        }
    }

    private @Nullable String state(String key) {
        String known = drawn.get(key);
        if (known != null) {
            return known;
        }
        if (!read.containsKey(key)) {
            read.put(key, store.rotation(key).orElse(null));
        }
        return read.get(key);
    }

    /**
     * Finds an owner.
     *
     * @param lead the lead
     * @param waiting what it waits for
     * @param at the instant of the answer
     * @param fromQueue whether it is this lead's turn in the queue; a new one stands behind those who wait, if somebody
     *     came back whom they were not offered yet
     * @return {@code LeadAssigned}, or {@code NobodyAvailable}
     */
    LeadEvent answer(Lead lead, Waiting waiting, Instant at, boolean fromQueue) {
        hold();
        String queue = "";
        boolean behind = false;
        List<Recipient> ways = waiting.ways();
        for (int i = 0; i < ways.size(); i++) {
            Recipient way = ways.get(i);
            String person = person(way, lead, at, i == ways.size() - 1);
            if (person != null) {
                return assigned(lead, waiting, at, person, null, 0);
            }
            String pool = assignees.poolOf(way, lead).orElse(null);
            if (pool == null) {
                continue;
            }
            boolean queues = way.sort() != Recipient.Sort.COLLEAGUE;
            boolean stands = queues
                    && !fromQueue
                    && othersWait(pool, lead)
                    && opening(pool, at).isPresent();
            Rotation.Drawn next = stands ? null : next(pool, lead, at);
            if (next != null) {
                drawn.put(pool, next.then().write());
                return assigned(lead, waiting, at, next.person(), pool, next.position());
            }
            queue = queues ? pool : queue;
            behind = queues ? stands : behind;
        }
        if (!queue.isEmpty() && !behind && !fromQueue) {
            nobodyAt(queue, lead, at);
        }
        return new NobodyAvailable(id(lead, waiting), lead.id(), at, queue);
    }

    private boolean othersWait(String pool, Lead lead) {
        return store.queue(pool, 2).stream().anyMatch(id -> !id.equals(lead.id()));
    }

    /** Whoever waits already was offered all that there was up to now, so the lookout moves on for all. */
    private void nobodyAt(String pool, Lead lead, Instant at) {
        Lookout known = Lookout.read(state(LOOKOUT + pool), directory.version());
        if (known == null || !othersWait(pool, lead)) {
            lookOut(pool, new Lookout(directory.version(), at, null));
        } else if (at.isAfter(known.since())) {
            lookOut(pool, new Lookout(directory.version(), at, known.failedUnder()));
        }
    }

    private @Nullable String person(Recipient way, Lead lead, Instant at, boolean last) {
        String person = assignees.person(way, lead, at, last).orElse(null);
        boolean account = person == null && way.sort() == Recipient.Sort.ACCOUNT_OWNER;
        return account ? ownerOfOtherLead(lead, at) : person;
    }

    /** Of the other leads of the account the one furthest along speaks, of equals the latest, then the one by id. */
    private @Nullable String ownerOfOtherLead(Lead lead, Instant at) {
        String account = LeadIndex.ACCOUNT.keyOf(lead);
        if (account == null) {
            return null;
        }
        return store.leads(LeadIndex.ACCOUNT, account).stream()
                .filter(id -> !id.equals(lead.id()))
                .flatMap(id -> store.lead(id).stream())
                .filter(other -> other.journey().kind() == StageKind.OPEN
                        || other.journey().kind() == StageKind.WON)
                .filter(other -> isThere(other.ownership().owner(), at))
                .max(Comparator.comparingInt((Lead other) -> lifecycle.place(other.stage()))
                        .thenComparing(other -> other.journey().enteredAt())
                        .thenComparing(Lead::id))
                .map(other -> other.ownership().owner())
                .orElse(null);
    }

    private boolean isThere(@Nullable String person, Instant at) {
        return person != null && directory.isThere(person, at);
    }

    private Rotation.@Nullable Drawn next(String name, Lead lead, Instant at) {
        Pool pool = directory.pool(name).orElse(null);
        if (pool == null) {
            return null;
        }
        String owner = lead.ownership().owner();
        Set<String> except = owner == null ? Set.of() : Set.of(owner);
        return rotation(name)
                .draw(pool, directory, this::calendarOf, at, except)
                .orElse(null);
    }

    private Rotation rotation(String pool) {
        return Rotation.read(pool, state(pool));
    }

    private BusinessCalendar calendarOf(Person person) {
        return directory
                .calendarNameOf(person.name())
                .flatMap(lifecycle::calendar)
                .orElseGet(() -> lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow());
    }

    private static LeadAssigned assigned(
            Lead lead, Waiting waiting, Instant at, String person, @Nullable String pool, long position) {
        return new LeadAssigned(
                id(lead, waiting),
                lead.id(),
                at,
                person,
                lead.ownership().owner(),
                waiting.rule(),
                pool,
                position,
                waiting.isTransfer(),
                null);
    }

    /** A lead that leaves a queue has one more answer to the same question. */
    private static String id(Lead lead, Waiting waiting) {
        String id = lead.id() + "/owner#" + waiting.number();
        return waiting.pool() == null ? id : id + "~queue";
    }

    /**
     * When leads that wait may be handed out next: an absence ends, a cap's next period begins, or the directory is
     * another one than when somebody looked out last, which counts from the instant asked for. So does another book when
     * rules failed on a lead that waits.
     */
    Optional<Opening> nextOpening(Instant untilInclusive, Set<String> exceptPools) {
        return store.queues().stream()
                .filter(pool -> !exceptPools.contains(pool))
                .flatMap(pool -> opening(pool, untilInclusive).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Opening> opening(String name, Instant untilInclusive) {
        Pool pool = directory.pool(name).orElse(null);
        if (pool == null) {
            return Optional.empty();
        }
        Lookout known = Lookout.read(state(LOOKOUT + name), directory.version());
        if (known == null || known.failedUnderAnother(book)) {
            return Optional.of(new Opening(untilInclusive, name));
        }
        return rotation(name)
                .nextOpening(pool, directory, this::calendarOf, known.since())
                .filter(at -> !at.isAfter(untilInclusive))
                .map(at -> new Opening(at, name));
    }

    /** Whether anybody of the pool could get a lead at all. */
    boolean isOpen(Opening opening) {
        return directory
                .pool(opening.pool())
                .flatMap(pool ->
                        rotation(opening.pool()).draw(pool, directory, this::calendarOf, opening.at(), Set.of()))
                .isPresent();
    }

    /**
     * Nobody need look before the pool's next opening after this one.
     *
     * @param opening what was offered to everybody who waits
     * @param failed whether rules failed on some lead; another book may do better
     */
    void lookedOut(Opening opening, boolean failed) {
        hold();
        lookOut(opening.pool(), new Lookout(directory.version(), opening.at(), failed ? book : null));
    }

    private void lookOut(String pool, Lookout lookout) {
        String key = LOOKOUT + pool;
        String now = lookout.write();
        if (!now.equals(Objects.requireNonNullElse(state(key), ""))) {
            drawn.put(key, now);
        }
    }
}
