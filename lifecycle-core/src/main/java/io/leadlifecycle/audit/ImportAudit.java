package io.leadlifecycle.audit;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.routing.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the rows of an old system before they are brought in. Texts go in as they were written; what is wrong
 * with them comes out as findings, never as an exception, and every lead whose stage is known as an import.
 *
 * <pre>{@code
 * ImportAudit audit = ImportAudit.of(lifecycle, directory, now);
 * audit.lead(OldLead.row("deals.csv:2", "D1001", "In Work").ownedBy("ana").createdAt("2026-06-01"));
 * audit.visit(new OldVisit("history.csv:2", "E-1", "D1001", "MQL", "2026-06-02T11:30:00+05:00"));
 * ImportReport report = audit.report();
 * System.out.println(report);
 * engine.fireAll(report.imports());
 * }</pre>
 *
 * <p>A good row is never lost: a stamp that cannot be read or lies in the future is left out and its lead imported
 * without it; instants that contradict each other are imported as they are, since nobody knows which one is wrong. Of two
 * rows of one lead the one updated last counts, the first of equal ones. A source spelled in several ways is imported in
 * the first spelling, and an owner as he is written, known or not.
 *
 * <ul>
 *   <li>zone of times without an offset: UTC; a date is its first instant
 *   <li>stuck: {@link #STUCK} in an open stage
 *   <li>statuses: at most {@value #MOST_STATUSES}
 *   <li>a lead of an unknown or blank status: not imported
 * </ul>
 *
 * <p>It keeps every row until the report is made: about a kilobyte each, so audit ten million rows in parts. Not
 * thread-safe. The same rows in the same order give the same report.
 */
public final class ImportAudit {
    /** How long a lead stands in an open stage before it counts as stuck. */
    public static final Duration STUCK = Duration.ofDays(90);
    /** More different statuses than this are a finding. */
    public static final int MOST_STATUSES = 10;

    final Lifecycle lifecycle;
    final Directory directory;
    final Instant asOf;
    final List<OldLead> rows = new ArrayList<>();
    final List<OldVisit> visits = new ArrayList<>();
    final List<Mention> mentions = new ArrayList<>();
    final Map<String, String> sources = new LinkedHashMap<>();
    Dates dates = new Dates(ZoneOffset.UTC);
    Duration stuckAfter = STUCK;

    @Nullable
    String fallback;

    /** A row of another table that names a lead. */
    record Mention(String place, String leadId) {}

    private ImportAudit(Lifecycle lifecycle, Directory directory, Instant asOf) {
        this.lifecycle = lifecycle;
        this.directory = directory;
        this.asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Starts an audit.
     *
     * @param lifecycle maps old statuses to stages
     * @param directory the people who may own leads
     * @param asOf the instant the data is brought in at; a stamp after it is impossible
     * @return the audit, without rows
     */
    public static ImportAudit of(Lifecycle lifecycle, Directory directory, Instant asOf) {
        return new ImportAudit(lifecycle, directory, asOf);
    }

    /**
     * Sets the zone of times without an offset.
     *
     * @param zone the zone
     * @return this audit
     */
    public ImportAudit in(ZoneId zone) {
        dates = new Dates(zone);
        return this;
    }

    /**
     * Sets how long a lead stands in an open stage before it counts as stuck.
     *
     * @param atLeast the time, inclusive
     * @return this audit
     */
    public ImportAudit stuckAfter(Duration atLeast) {
        stuckAfter = atLeast;
        return this;
    }

    /**
     * Imports a lead of an unknown or blank status all the same.
     *
     * @param stage where to
     * @return this audit
     * @throws IllegalArgumentException if the lifecycle lacks the stage
     */
    public ImportAudit otherwiseTo(String stage) {
        if (lifecycle.stage(stage).isEmpty()) {
            throw new IllegalArgumentException(
                    "The stage \"" + stage + "\" is not one of the lifecycle " + lifecycle.stageNames() + ".");
        }
        fallback = stage;
        return this;
    }

    /**
     * Says that a source has another spelling that letters alone do not betray, such as one in another script.
     *
     * @param spelling how it is written too
     * @param source how it is to be imported
     * @return this audit
     */
    public ImportAudit alsoSpelled(String spelling, String source) {
        sources.put(Texts.same(spelling), source);
        sources.put(Texts.same(source), source);
        return this;
    }

    /**
     * Adds a row about a lead.
     *
     * @param row the row
     */
    public void lead(OldLead row) {
        rows.add(row);
    }

    /**
     * Adds a row of the history.
     *
     * @param visit the row
     */
    public void visit(OldVisit visit) {
        visits.add(visit);
    }

    /**
     * Adds a row of any other table that names a lead, such as an activity: the lead must exist.
     *
     * @param place where the row stands, for people
     * @param leadId the lead
     */
    public void mention(String place, String leadId) {
        mentions.add(new Mention(place, leadId));
    }

    /**
     * Makes the report of the rows so far.
     *
     * @return what is wrong and what can be imported
     */
    public ImportReport report() {
        return new Inspection(this).report();
    }
}
