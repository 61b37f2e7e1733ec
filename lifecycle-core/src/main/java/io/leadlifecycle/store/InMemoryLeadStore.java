package io.leadlifecycle.store;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory; the end of the JVM is the end of it. Thread-safe.
 *
 * <p>One that {@linkplain #spooling spools} hands the journals on and keeps the leads only, so its memory grows with the
 * leads and not with the events: for a replay or a migration.
 *
 * <ul>
 *   <li>strays kept: {@link #STRAYS_KEPT}
 * </ul>
 */
public final class InMemoryLeadStore implements LeadStore {
    /** How many strays are kept by default. */
    public static final int STRAYS_KEPT = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final TreeSet<DueLead> due = new TreeSet<>();
    private final TreeSet<String> parked = new TreeSet<>();
    private final Registers registers = new Registers();
    private final ClockRegister openClocks = new ClockRegister();
    private final Map<String, String> rotations = new HashMap<>();
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final Deque<Stray> strays = new ArrayDeque<>();
    private final int straysKept;
    private final Supplier<Pages> pages;
    private long strayCount;

    /** An empty store. */
    public InMemoryLeadStore() {
        this(STRAYS_KEPT);
    }

    /**
     * An empty store.
     *
     * @param straysKept how many strays it keeps, at least 1
     */
    public InMemoryLeadStore(int straysKept) {
        this(straysKept, Pages.Kept::new);
    }

    private InMemoryLeadStore(int straysKept, Supplier<Pages> pages) {
        if (straysKept < 1) {
            throw new IllegalArgumentException("A store keeps at least 1 stray, not " + straysKept + ".");
        }
        this.straysKept = straysKept;
        this.pages = pages;
    }

    /**
     * An empty store that hands every entry on instead of keeping it; {@link #journal} is not to be asked.
     *
     * <p>Of the latest events of a lead it remembers id and content, so that a repeat is told; an older repeat counts as
     * new. The outcome of a repeated event has its entry without steps.
     *
     * @param spool takes the entries in the order they are appended; when it throws, the append fails and the lead stays
     *     as it was, though the entries before may have been taken
     * @param remembered how many events are remembered per lead, 0 for none
     * @return the store
     */
    public static InMemoryLeadStore spooling(Consumer<StoredEntry> spool, int remembered) {
        if (remembered < 0) {
            throw new IllegalArgumentException("A store remembers 0 events or more, not " + remembered + ".");
        }
        return new InMemoryLeadStore(STRAYS_KEPT, () -> new Pages.Spooled(spool, remembered));
    }

    private static final class Shelf {
        private Lead lead;
        private final Pages pages;

        Shelf(Lead lead, Pages pages) {
            this.lead = lead;
            this.pages = pages;
        }
    }

    /**
     * All leads.
     *
     * @return as last appended, sorted by id
     */
    public List<Lead> leads() {
        lock.readLock().lock();
        try {
            return shelves.values().stream()
                    .map(shelf -> shelf.lead)
                    .sorted(Comparator.comparing(Lead::id))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<Lead> lead(String leadId) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(shelves.get(leadId)).map(shelf -> shelf.lead);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<JournalEntry> outcome(String leadId, String eventId) {
        lock.readLock().lock();
        try {
            Shelf shelf = shelves.get(leadId);
            return shelf == null ? List.of() : shelf.pages.outcome(eventId);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void append(List<Commit> commits, List<Draw> draws) {
        lock.writeLock().lock();
        try {
            commits.forEach(this::requireCurrent);
            draws.forEach(this::requireCurrent);
            commits.forEach(this::save);
            draws.forEach(draw -> rotations.put(draw.pool(), draw.after()));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireCurrent(Commit commit) {
        Shelf shelf = shelves.get(commit.lead().id());
        long found = shelf == null ? 0 : shelf.lead.entries();
        if (found != commit.expectedEntries()) {
            throw StaleException.lead(commit.lead().id(), commit.expectedEntries(), found);
        }
    }

    private void requireCurrent(Draw draw) {
        if (!Objects.equals(rotations.get(draw.pool()), draw.before())) {
            throw StaleException.pool(draw.pool());
        }
    }

    private void save(Commit commit) {
        Lead lead = commit.lead();
        Shelf known = shelves.get(lead.id());
        Shelf shelf = known == null ? new Shelf(lead, pages.get()) : known;
        commit.entries().forEach(entry -> shelf.pages.add(new StoredEntry(entry, commit.recordedAt())));
        if (known == null) {
            shelves.put(lead.id(), shelf);
        } else {
            schedule(shelf.lead, false);
        }
        openClocks.replace(known == null ? null : shelf.lead, lead);
        shelf.lead = lead;
        schedule(lead, true);
    }

    private void schedule(Lead lead, boolean add) {
        Instant at = lead.nextDue().map(Due::at).orElse(null);
        change(due, at == null ? null : new DueLead(at, lead.id()), add);
        change(parked, lead.parked().isEmpty() ? null : lead.id(), add);
        registers.change(lead, add);
    }

    private static <T> void change(Set<T> set, @Nullable T element, boolean add) {
        if (element != null && add) {
            set.add(element);
        } else if (element != null) {
            set.remove(element);
        }
    }

    @Override
    public List<DueLead> due(Instant untilInclusive, int limit) {
        lock.readLock().lock();
        try {
            return due.stream()
                    .limit(limit)
                    .takeWhile(lead -> !lead.at().isAfter(untilInclusive))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<String> leads(LeadIndex index, String key) {
        lock.readLock().lock();
        try {
            return registers.leads(index, key);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<String> queue(String pool, int limit) {
        lock.readLock().lock();
        try {
            return registers.queue(pool, limit);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<String> queues() {
        lock.readLock().lock();
        try {
            return registers.queues();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<OpenClock> clocks(ClockQuery query) {
        lock.readLock().lock();
        try {
            return openClocks.clocks(query);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<String> parked() {
        lock.readLock().lock();
        try {
            return List.copyOf(parked);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<StoredEntry> journal(String leadId) {
        lock.readLock().lock();
        try {
            Shelf shelf = shelves.get(leadId);
            return shelf == null ? List.of() : shelf.pages.all();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<String> rotation(String pool) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(rotations.get(pool));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void keep(BusinessCalendar calendar) {
        lock.writeLock().lock();
        try {
            calendars.putIfAbsent(calendar.version(), calendar);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Optional<BusinessCalendar> calendar(String version) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(calendars.get(version));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void stray(Stray stray) {
        lock.writeLock().lock();
        try {
            strays.addLast(stray);
            strayCount++;
            if (strays.size() > straysKept) {
                strays.removeFirst();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<Stray> strays() {
        lock.readLock().lock();
        try {
            return List.copyOf(strays);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public long strayCount() {
        lock.readLock().lock();
        try {
            return strayCount;
        } finally {
            lock.readLock().unlock();
        }
    }
}
