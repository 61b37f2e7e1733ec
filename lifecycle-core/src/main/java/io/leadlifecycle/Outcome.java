package io.leadlifecycle;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event. Immutable; it prints as a readable explanation.
 *
 * <pre>{@code
 * Outcome outcome = engine.fire(new SalesAccepted("e-9", "L-1", at).by("ana"));
 * outcome.status();      // APPLIED
 * outcome.effects();     // what the host carries out, in order
 * System.out.println(outcome);
 * }</pre>
 *
 * @param status what became of it
 * @param leadId the lead
 * @param eventId the event
 * @param dueBefore what fell due before the event, as entries of their own
 * @param entry the event's own entry, null when it has none
 * @param drawn the entries of what was drawn for it from pools
 * @param why why it has no effect, null when it was applied or repeated
 * @param failure what a rule, a loop or the store threw, null otherwise
 */
public record Outcome(
        Status status,
        String leadId,
        String eventId,
        List<JournalEntry> dueBefore,
        @Nullable JournalEntry entry,
        List<JournalEntry> drawn,
        @Nullable String why,
        @Nullable RuntimeException failure) {
    /** What became of an event. */
    public enum Status {
        /** Its facts and what the rules made of it are on the lead. */
        APPLIED,
        /** Its id was used up before: nothing changed, this is the first outcome. */
        REPEATED,
        /** The lifecycle refused it: nothing of it changed the lead, the journal says why. */
        REFUSED,
        /** Nobody created the lead: the event is among the strays. */
        UNKNOWN_LEAD,
        /** The id was used up by an event with other content: it is among the strays. */
        CONFLICTING,
        /** Only in {@code fireAll}: a rule, a loop or the store failed, nothing changed and the id is not used up. */
        FAILED
    }

    /** Copies the lists. */
    public Outcome {
        dueBefore = List.copyOf(dueBefore);
        drawn = List.copyOf(drawn);
    }

    /** Of an event with an entry of its own, and what came before and after it. */
    static Outcome of(String leadId, String eventId, List<JournalEntry> entries, JournalEntry own) {
        int place = entries.indexOf(own);
        boolean refused = own.result() == JournalEntry.Result.REFUSED;
        return new Outcome(
                refused ? Status.REFUSED : Status.APPLIED,
                leadId,
                eventId,
                entries.subList(0, place),
                own,
                entries.subList(place + 1, entries.size()),
                refused ? own.why() : null,
                null);
    }

    /** The same outcome, of an event that came again. */
    Outcome repeated() {
        return new Outcome(Status.REPEATED, leadId, eventId, dueBefore, entry, drawn, null, null);
    }

    /**
     * All entries, in order.
     *
     * @return what fell due before, the event's own, what was drawn
     */
    public List<JournalEntry> entries() {
        return Stream.of(dueBefore.stream(), Stream.ofNullable(entry), drawn.stream())
                .flatMap(entries -> entries)
                .toList();
    }

    /**
     * What the host carries out, in order. A repeated event answers with the same ids again.
     *
     * @return the effects of all entries
     */
    public List<Effect> effects() {
        return entries().stream().flatMap(e -> e.effects().stream()).toList();
    }

    /**
     * The stage the lead is in after the event, if this event moved it.
     *
     * @return the stage of the last move
     */
    public Optional<String> movedTo() {
        return entries().stream()
                .flatMap(e -> e.moves().stream())
                .reduce((a, b) -> b)
                .map(move -> move.to());
    }

    /** A readable explanation of several lines. */
    @Override
    public String toString() {
        boolean said = why == null || entry != null;
        String head = "Lead " + leadId + ", event \"" + eventId + "\": " + status + (said ? "" : ", " + why);
        return entries().stream().map(e -> "\n" + e).collect(Collectors.joining("", head, ""));
    }
}
