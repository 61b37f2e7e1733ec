package io.leadlifecycle.clock;

import io.leadlifecycle.journal.AgendaChange.ClockSet;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every start of every clock of one lead, read from its journal: also those that a restart took the place of, with the
 * owner they had. Immutable and thread-safe.
 *
 * <pre>{@code
 * ClockHistory history = new ClockHistory(engine.journal("L-1"), now);
 * history.reports(calendars);                 // by name, then number
 * history.reports("acceptance", calendars);   // acceptance#1, acceptance#2, ...
 * }</pre>
 */
public final class ClockHistory {
    private final SortedMap<String, SortedMap<Integer, Clock>> starts = new TreeMap<>();
    private final String leadId;
    private final Instant asOf;

    /**
     * The history up to an instant.
     *
     * @param journal the entries of one lead, in order; those after the instant are left out
     * @param asOf the instant, inclusive, that the clocks are read at
     */
    public ClockHistory(List<JournalEntry> journal, Instant asOf) {
        this.leadId = journal.isEmpty() ? "" : journal.get(0).leadId();
        this.asOf = asOf;
        for (JournalEntry entry : journal) {
            if (!entry.at().isAfter(asOf)) {
                entry.changes().forEach(change -> {
                    if (change instanceof ClockSet set) {
                        note(set.clock());
                    }
                });
            }
        }
    }

    private void note(Clock clock) {
        starts.computeIfAbsent(clock.name(), name -> new TreeMap<>()).put(clock.number(), clock);
    }

    /**
     * Every clock.
     *
     * @param calendars finds the calendars they counted in
     * @return by name, then number of the start
     */
    public List<ClockReport> reports(CalendarVersions calendars) {
        return starts.keySet().stream()
                .flatMap(name -> reports(name, calendars).stream())
                .toList();
    }

    /**
     * Every start of one name.
     *
     * @param name the clock
     * @param calendars finds the calendars it counted in
     * @return by number; empty when it was never started
     */
    public List<ClockReport> reports(String name, CalendarVersions calendars) {
        return starts.getOrDefault(name, new TreeMap<>()).values().stream()
                .map(clock -> ClockReport.of(leadId, clock, asOf, calendars))
                .toList();
    }
}
