package io.leadlifecycle;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.EventJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.Stray;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an event of the host in: a repeat is told apart, a stray is kept, anything else is decided and saved. */
final class Intake {
    private final Turns turns;
    private final LeadStore store;
    private final InstantSource recordingClock;
    private final UnknownLeads unknownLeads;
    private final String ruleBook;

    Intake(Turns turns, LeadStore store, InstantSource recordingClock, UnknownLeads unknownLeads, String ruleBook) {
        this.turns = turns;
        this.store = store;
        this.recordingClock = recordingClock;
        this.unknownLeads = unknownLeads;
        this.ruleBook = ruleBook;
    }

    /** What comes for a merged lead goes on to the lead that it is now. */
    Outcome fire(LeadEvent event) {
        if (event instanceof LeadMerged merged) {
            return new Merging(this, turns, store).merge(merged);
        }
        Address to = new Address(event.leadId(), event.id());
        Optional<Outcome> outcome = fireAt(to, event);
        while (outcome.isEmpty()) {
            String next = store.lead(to.leadId()).flatMap(Lead::mergedInto).orElseThrow();
            to = new Address(next, JournalEntry.idVia(event.leadId(), event.id()));
            outcome = fireAt(to, event);
        }
        return outcome.get();
    }

    private Optional<Outcome> fireAt(Address to, LeadEvent event) {
        return turns.on(to.leadId(), stripe -> fire(event, to, stripe));
    }

    /**
     * Where an event goes.
     *
     * @param leadId the lead
     * @param eventId the event's id there
     */
    record Address(String leadId, String eventId) {}

    /** Empty when that lead was merged and the id is not used up there. */
    private Optional<Outcome> fire(LeadEvent event, Address to, LeadLocks.Stripe stripe) {
        String json = EventJson.write(event);
        Lead lead = store.lead(to.leadId()).orElse(null);
        if (lead == null) {
            Outcome unknown = makesKnown(event) ? null : unknown(event, json);
            return Optional.of(unknown == null ? decided(event, json, to, null, stripe) : unknown);
        }
        List<JournalEntry> first = store.outcome(to.leadId(), to.eventId());
        if (!first.isEmpty()) {
            return Optional.of(repeated(event, json, first, to));
        }
        return lead.mergedInto().isPresent() ? Optional.empty() : Optional.of(decided(event, json, to, lead, stripe));
    }

    /** The outcome of an event of a lead that nobody created; null when the lead is created for it. */
    @Nullable
    Outcome unknown(LeadEvent event, String json) {
        return unknownLeads == UnknownLeads.CREATE
                ? null
                : astray(event, json, Outcome.Status.UNKNOWN_LEAD, "nobody created the lead");
    }

    private Outcome decided(LeadEvent event, String json, Address to, @Nullable Lead lead, LeadLocks.Stripe stripe) {
        try (Drawing drawing = turns.drawing()) {
            Turn turn = turns.turn(lead, drawing);
            before(turn, event, to);
            boolean unknown = turn.lead() == null;
            JournalEntry own = turn.decide(event, json).entry();
            if (own.result() == JournalEntry.Result.REFUSED && unknown) {
                return astray(event, json, Outcome.Status.REFUSED, String.valueOf(own.why()));
            }
            turns.save(turn, drawing);
            Outcome outcome = Outcome.of(to.leadId(), event.id(), turn.entries(), own);
            turns.tell(stripe, outcome, turn.known());
            return outcome;
        }
    }

    private void before(Turn turn, LeadEvent event, Address to) {
        if (turn.lead() != null) {
            before(turn, event.at().truncatedTo(ChronoUnit.MILLIS), to.eventId());
        } else if (!makesKnown(event)) {
            turn.create(event);
        }
    }

    /** Fires what falls due before an instant. */
    void before(Turn turn, Instant at, String cause) {
        turn.retry(this::isOld, cause);
        turn.due(at.minusMillis(1), cause);
    }

    /** Parked by another rule book than this one, which may know better. */
    boolean isOld(Parked item) {
        return !item.ruleBook().equals(ruleBook);
    }

    private static boolean makesKnown(LeadEvent event) {
        return event instanceof LeadCreated || event instanceof LeadImported;
    }

    Outcome repeated(LeadEvent event, String json, List<JournalEntry> first, Address to) {
        JournalEntry own = first.stream()
                .filter(entry -> entry.eventId().equals(to.eventId()))
                .findFirst()
                .orElseThrow();
        if (!own.json().equals(json)) {
            return astray(
                    event, json, Outcome.Status.CONFLICTING, "its id is used up by another content: " + own.json());
        }
        return Outcome.of(to.leadId(), event.id(), first, own).repeated();
    }

    private Outcome astray(LeadEvent event, String json, Outcome.Status status, String why) {
        store.stray(new Stray(event.leadId(), event.id(), json, why, recordingClock.instant()));
        return new Outcome(status, event.leadId(), event.id(), List.of(), null, List.of(), why, null);
    }
}
