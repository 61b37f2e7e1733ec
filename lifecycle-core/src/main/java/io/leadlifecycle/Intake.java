package io.leadlifecycle;

import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.EventJson;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.Stray;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

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

    Outcome fire(LeadEvent event) {
        return turns.on(event.leadId(), stripe -> fire(event, stripe));
    }

    private Outcome fire(LeadEvent event, LeadLocks.Stripe stripe) {
        String json = EventJson.write(event);
        Lead lead = store.lead(event.leadId()).orElse(null);
        if (lead != null) {
            List<JournalEntry> first = store.outcome(event.leadId(), event.id());
            if (!first.isEmpty()) {
                return repeated(event, json, first);
            }
        } else if (!makesKnown(event) && unknownLeads == UnknownLeads.REFUSE) {
            return astray(event, json, Outcome.Status.UNKNOWN_LEAD, "nobody created the lead");
        }
        try (Drawing drawing = turns.drawing()) {
            Turn turn = turns.turn(lead, drawing);
            before(turn, event);
            boolean unknown = turn.lead() == null;
            JournalEntry own = turn.decide(event, json).entry();
            if (own.result() == JournalEntry.Result.REFUSED && unknown) {
                return astray(event, json, Outcome.Status.REFUSED, String.valueOf(own.why()));
            }
            turns.save(turn, drawing);
            List<JournalEntry> entries =
                    turn.decisions().stream().map(Decision::entry).toList();
            Outcome outcome = Outcome.of(event.leadId(), event.id(), entries, own);
            turns.tell(stripe, outcome, Objects.requireNonNull(turn.lead()));
            return outcome;
        }
    }

    private void before(Turn turn, LeadEvent event) {
        if (turn.lead() != null) {
            turn.retry(this::isOld, event.id());
            turn.due(event.at().truncatedTo(ChronoUnit.MILLIS).minusMillis(1), event.id());
        } else if (!makesKnown(event)) {
            turn.create(event);
        }
    }

    /** Parked by another rule book than this one, which may know better. */
    boolean isOld(Parked item) {
        return !item.ruleBook().equals(ruleBook);
    }

    private static boolean makesKnown(LeadEvent event) {
        return event instanceof LeadCreated || event instanceof LeadImported;
    }

    private Outcome repeated(LeadEvent event, String json, List<JournalEntry> first) {
        JournalEntry own = first.stream()
                .filter(entry -> entry.eventId().equals(event.id()))
                .findFirst()
                .orElseThrow();
        if (!own.json().equals(json)) {
            return astray(
                    event, json, Outcome.Status.CONFLICTING, "its id is used up by another content: " + own.json());
        }
        return Outcome.of(event.leadId(), event.id(), first, own).repeated();
    }

    private Outcome astray(LeadEvent event, String json, Outcome.Status status, String why) {
        store.stray(new Stray(event.leadId(), event.id(), json, why, recordingClock.instant()));
        return new Outcome(status, event.leadId(), event.id(), List.of(), null, List.of(), why, null);
    }
}
