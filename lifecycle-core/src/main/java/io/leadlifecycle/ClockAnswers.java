package io.leadlifecycle;

import io.leadlifecycle.clock.ClockHistory;
import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.ClockReport;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.StoredEntry;
import io.leadlifecycle.text.Suggestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a person asks of clocks. Changes nothing; thread-safe. */
final class ClockAnswers {
    private final LeadStore store;
    private final Directory directory;
    private final CalendarVersions calendars;

    ClockAnswers(LeadStore store, Directory directory, CalendarVersions calendars) {
        this.store = store;
        this.directory = directory;
        this.calendars = calendars;
    }

    /** The journal is read only for an instant that the lead has left behind. */
    Optional<ClockReport> clock(String leadId, String name, Instant instant) {
        Instant asOf = instant.truncatedTo(ChronoUnit.MILLIS);
        Lead lead = known(leadId);
        if (!asOf.isBefore(lead.lastEntryAt())) {
            return lead.clock(name).map(clock -> ClockReport.of(leadId, clock, asOf, calendars));
        }
        List<ClockReport> starts = history(leadId, name, asOf);
        return starts.isEmpty() ? Optional.empty() : Optional.of(starts.get(starts.size() - 1));
    }

    List<ClockReport> history(String leadId, String name, Instant instant) {
        Instant asOf = instant.truncatedTo(ChronoUnit.MILLIS);
        String id = known(leadId).id();
        List<JournalEntry> journal =
                store.journal(id).stream().map(StoredEntry::entry).toList();
        return new ClockHistory(journal, asOf).reports(name, calendars);
    }

    private Lead known(String leadId) {
        return store.lead(leadId).orElseThrow(() -> LifecycleEngine.nobodyCreated(leadId));
    }

    List<OpenClock> clocks(ClockQuery query) {
        String team = query.team();
        return store.clocks(team == null ? query : query.withTeam(people(team)));
    }

    private List<String> people(String team) {
        if (!directory.teams().contains(team)) {
            throw new IllegalArgumentException("The team \"" + team + "\" of a query of clocks is unknown, allowed are "
                    + Suggestion.allowed(team, directory.teams()));
        }
        return directory.team(team).stream().map(Person::name).toList();
    }
}
