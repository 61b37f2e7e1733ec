package io.leadlifecycle.store;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory; the end of the JVM is the end of it. Thread-safe.
 *
 * <ul>
 *   <li>strays kept: {@link #STRAYS_KEPT}
 * </ul>
 */
public final class InMemoryLeadStore implements LeadStore {
    /** How many strays are kept by default. */
    public static final int STRAYS_KEPT = 1_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Journal> journals = new HashMap<>();
    private final TreeSet<DueLead> due = new TreeSet<>();
    private final TreeSet<String> parked = new TreeSet<>();
    private final Map<String, String> rotations = new HashMap<>();
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final Deque<Stray> strays = new ArrayDeque<>();
    private final int straysKept;
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
        if (straysKept < 1) {
            throw new IllegalArgumentException("A store keeps at least 1 stray, not " + straysKept + ".");
        }
        this.straysKept = straysKept;
    }

    private static final class Journal {
        private Lead lead;
        private final List<StoredEntry> entries = new ArrayList<>();
        private final Map<String, Integer> byEvent = new HashMap<>();

        Journal(Lead lead) {
            this.lead = lead;
        }
    }

    @Override
    public Optional<Lead> lead(String leadId) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(journals.get(leadId)).map(journal -> journal.lead);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<JournalEntry> outcome(String leadId, String eventId) {
        lock.readLock().lock();
        try {
            Journal journal = journals.get(leadId);
            Integer place = journal == null ? null : journal.byEvent.get(eventId);
            return journal == null || place == null ? List.of() : outcome(journal, eventId, place);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static List<JournalEntry> outcome(Journal journal, String eventId, int place) {
        int first = place;
        while (first > 0
                && eventId.equals(journal.entries.get(first - 1).entry().cause())) {
            first--;
        }
        return journal.entries.subList(first, place + 1).stream()
                .map(StoredEntry::entry)
                .toList();
    }

    @Override
    public void append(List<Commit> commits, Map<String, String> drawn) {
        lock.writeLock().lock();
        try {
            commits.forEach(this::requireCurrent);
            commits.forEach(this::save);
            rotations.putAll(drawn);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireCurrent(Commit commit) {
        Journal journal = journals.get(commit.lead().id());
        long found = journal == null ? 0 : journal.entries.size();
        if (found != commit.expectedEntries()) {
            throw new StaleLeadException(commit.lead().id(), commit.expectedEntries(), found);
        }
    }

    private void save(Commit commit) {
        Lead lead = commit.lead();
        Journal journal = journals.computeIfAbsent(lead.id(), id -> new Journal(lead));
        if (!journal.entries.isEmpty()) {
            schedule(journal.lead, false);
        }
        journal.lead = lead;
        for (JournalEntry entry : commit.entries()) {
            journal.entries.add(new StoredEntry(entry, commit.recordedAt()));
            if (!entry.raised()) {
                journal.byEvent.put(entry.eventId(), journal.entries.size() - 1);
            }
        }
        schedule(lead, true);
    }

    private void schedule(Lead lead, boolean add) {
        Instant at = lead.nextDue().map(Due::at).orElse(null);
        change(due, at == null ? null : new DueLead(at, lead.id()), add);
        change(parked, lead.parked().isEmpty() ? null : lead.id(), add);
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
            Journal journal = journals.get(leadId);
            return journal == null ? List.of() : List.copyOf(journal.entries);
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
