package io.leadlifecycle.journal;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one event did to one lead, and why. The journal is the truth: folding the entries of a lead gives the lead, and
 * every number and every "why" follows from them. Immutable.
 *
 * <pre>{@code
 * for (JournalEntry entry : engine.journal("L-1")) {
 *     System.out.println(entry);            // readable
 *     entry.moves();                        // from, to, trigger, reason, rule
 * }
 * }</pre>
 *
 * @param format the version of this form, {@value #FORMAT}
 * @param leadId the lead
 * @param seq the number of the entry in the lead's journal, from 1
 * @param eventId the event's id, with its lead before it when that was merged ({@link #idVia}), or the id of the firing such as {@code L-1/acceptance#2@80}
 * @param at the instant of the step
 * @param eventAt the event's own instant; before {@code at} it came late
 * @param actor who did it, null when unknown
 * @param event the simple name of the event's type
 * @param json the event as it came
 * @param raised whether the engine raised it itself
 * @param result what became of it
 * @param why why it was refused or parked, null when it was applied
 * @param cause the id of the event before which this fell due, null when it came of itself
 * @param via the merged lead that the event came for, null when it came for this one
 * @param ruleBook the version of the rule book
 * @param directory the version of the directory
 * @param circumstances what a report groups by, as it was right after the entry
 * @param steps the evaluations, in order
 * @param asRead the line it was read from, when that holds more than this version knows: it is written back as it was;
 *     null otherwise
 */
public record JournalEntry(
        int format,
        String leadId,
        long seq,
        String eventId,
        Instant at,
        Instant eventAt,
        @Nullable String actor,
        String event,
        String json,
        boolean raised,
        Result result,
        @Nullable String why,
        @Nullable String cause,
        @Nullable String via,
        String ruleBook,
        String directory,
        Circumstances circumstances,
        List<Step> steps,
        @Nullable String asRead) {
    /** The version of the form written now. */
    public static final int FORMAT = 1;

    /** What became of an event. */
    public enum Result {
        /** Its facts and what the rules made of it are on the lead. */
        APPLIED,
        /** The lifecycle refused it: nothing changed. */
        REFUSED,
        /** It fell due and its rules failed: it waits for another rule book or a retry. */
        PARKED
    }

    /** Copies the list. */
    public JournalEntry {
        steps = List.copyOf(steps);
    }

    /**
     * The id under which an event of a merged lead stands in the journal of the lead it reaches: {@code L-1/e-7}. Equal
     * ids of several merged leads differ by it, whatever those leads are called.
     *
     * @param via the merged lead
     * @param eventId the event's id
     * @return the id
     */
    public static String idVia(String via, String eventId) {
        return via.replace("%", "%25").replace("/", "%2F") + "/" + eventId;
    }

    /**
     * The lead after this entry.
     *
     * @param before the lead before, null for the first entry
     * @return the lead after
     */
    public Lead applyTo(@Nullable Lead before) {
        Lead lead = Objects.requireNonNullElseGet(before, () -> Lead.blank(leadId, at));
        for (Step step : steps) {
            for (Change change : step.changes()) {
                lead = change.applyTo(lead);
            }
        }
        return lead.withEntry(at, raised);
    }

    /**
     * A lead from its journal.
     *
     * @param entries all entries of one lead in order, at least one
     * @return the lead
     */
    public static Lead fold(List<JournalEntry> entries) {
        Lead lead = entries.get(0).applyTo(null);
        for (JournalEntry entry : entries.subList(1, entries.size())) {
            lead = entry.applyTo(lead);
        }
        return lead;
    }

    /**
     * The same entry with other evaluations.
     *
     * @param others the evaluations, in order
     * @return the entry, as this version writes it
     */
    public JournalEntry withSteps(List<Step> others) {
        return with(others, null);
    }

    /**
     * The same entry with the line it was read from.
     *
     * @param line the line
     * @return the entry
     */
    public JournalEntry keepingLine(String line) {
        return with(steps, line);
    }

    private JournalEntry with(List<Step> others, @Nullable String line) {
        return new JournalEntry(
                format,
                leadId,
                seq,
                eventId,
                at,
                eventAt,
                actor,
                event,
                json,
                raised,
                result,
                why,
                cause,
                via,
                ruleBook,
                directory,
                circumstances,
                others,
                line);
    }

    /**
     * What the host carries out, in order.
     *
     * @return the effects of all steps
     */
    public List<Effect> effects() {
        return steps.stream().flatMap(step -> step.effects().stream()).toList();
    }

    /**
     * What changed, in order.
     *
     * @return the changes of all steps
     */
    public List<Change> changes() {
        return steps.stream().flatMap(step -> step.changes().stream()).toList();
    }

    /**
     * Where the lead moved, in order.
     *
     * @return the moves of all steps
     */
    public List<Change.StageMoved> moves() {
        return changes().stream()
                .flatMap(c -> c instanceof Change.StageMoved move ? Stream.of(move) : Stream.empty())
                .toList();
    }

    /** A readable explanation of several lines. */
    @Override
    public String toString() {
        return Explanation.of(this);
    }
}
