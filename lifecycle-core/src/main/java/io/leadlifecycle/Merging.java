package io.leadlifecycle;

import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.EventJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge: two leads in one append. Not thread-safe. */
final class Merging {
    private final Intake intake;
    private final Turns turns;
    private final LeadStore store;

    Merging(Intake intake, Turns turns, LeadStore store) {
        this.intake = intake;
        this.turns = turns;
        this.store = store;
    }

    /** Under the locks of both leads; where the named lead was itself merged, the lead that goes on is meant. */
    Outcome merge(LeadMerged event) {
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            String target = inTheEnd(Objects.requireNonNullElse(event.into(), ""));
            outcome = turns.onAll(List.of(event.leadId(), target), () -> merge(event, target));
        }
        return outcome.get();
    }

    private String inTheEnd(String leadId) {
        String end = leadId;
        Optional<String> next = mergedInto(end);
        while (next.isPresent()) {
            end = next.get();
            next = mergedInto(end);
        }
        return end;
    }

    private Optional<String> mergedInto(String leadId) {
        return store.lead(leadId).flatMap(Lead::mergedInto);
    }

    /** Empty when the target was merged meanwhile. */
    private Optional<Outcome> merge(LeadMerged event, String into) {
        String json = EventJson.write(event);
        Lead source = store.lead(event.leadId()).orElse(null);
        Outcome known = source == null ? intake.unknown(event, json) : repeated(event, json, source);
        if (known != null) {
            return Optional.of(known);
        }
        Lead target = store.lead(into).orElse(null);
        if (target != null && target.mergedInto().isPresent()) {
            return Optional.empty();
        }
        try (Drawing drawing = turns.drawing()) {
            Turn ends = turns.turn(source, drawing);
            if (source == null) {
                ends.create(event);
            }
            boolean two = target != null
                    && !target.id().equals(event.leadId())
                    && ends.known().mergedInto().isEmpty();
            return Optional.of(
                    two
                            ? together(event, json, ends, turns.turn(target, drawing), drawing)
                            : refused(event, json, ends, target, drawing));
        }
    }

    private @Nullable Outcome repeated(LeadMerged event, String json, Lead source) {
        List<JournalEntry> first = store.outcome(source.id(), event.id());
        if (first.isEmpty()) {
            return null;
        }
        List<JournalEntry> absorbed = source.mergedInto()
                .map(target -> store.outcome(target, idOfOther(event)))
                .orElse(List.of());
        return intake.repeated(event, json, both(event, first, absorbed), new Intake.Address(source.id(), event.id()));
    }

    private Outcome refused(LeadMerged event, String json, Turn turn, @Nullable Lead target, Drawing drawing) {
        intake.before(turn, event.at().truncatedTo(ChronoUnit.MILLIS), event.id());
        JournalEntry own = turn.merge(event, json, inTheEnd(event.leadId()), target);
        turns.save(turn, drawing);
        return told(turn, event.id(), own);
    }

    private Outcome together(LeadMerged event, String json, Turn ends, Turn goesOn, Drawing drawing) {
        Instant at = Decider.instantOf(event, ends.known(), goesOn.known());
        intake.before(ends, at, event.id());
        intake.before(goesOn, at, idOfOther(event));
        Lead source = ends.known();
        JournalEntry own = ends.merge(event, json, source.id(), goesOn.known());
        JournalEntry absorbed = goesOn.absorb(source, event, json);
        turns.saveAll(List.of(ends, goesOn), drawing);
        told(ends, event.id(), own);
        told(goesOn, idOfOther(event), absorbed);
        return Outcome.of(event.leadId(), event.id(), both(event, ends.entries(), goesOn.entries()), own);
    }

    private Outcome told(Turn turn, String eventId, JournalEntry own) {
        Lead lead = turn.known();
        Outcome outcome = Outcome.of(lead.id(), eventId, turn.entries(), own);
        turns.tell(outcome, lead);
        return outcome;
    }

    /** The id of the entry of the lead that goes on. */
    private static String idOfOther(LeadMerged event) {
        return JournalEntry.idVia(event.leadId(), event.id());
    }

    /** What fell due before for both, the event's own entry, then what became of the lead that goes on. */
    private static List<JournalEntry> both(LeadMerged event, List<JournalEntry> ends, List<JournalEntry> goesOn) {
        List<JournalEntry> all = new ArrayList<>(ends);
        boolean before = true;
        for (JournalEntry entry : goesOn) {
            before = before && !entry.eventId().equals(idOfOther(event));
            all.add(before ? all.size() - 1 : all.size(), entry);
        }
        return all;
    }
}
