package io.leadlifecycle.decision;

import io.leadlifecycle.event.ClockRecomputed;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.NoticeDue;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.SlaStopped;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.EventJson;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is made of.
 *
 * @param event the event
 * @param json the event as it came
 * @param now the instant of the step
 * @param eventAt the event's own instant
 * @param cause the event before which it fell due
 * @param via the merged lead that it came for
 * @param raised whether the engine raised it itself
 */
record Root(
        LeadEvent event,
        String json,
        Instant now,
        Instant eventAt,
        @Nullable String cause,
        @Nullable String via,
        boolean raised) {

    /** An event of the host; one of another lead came for a lead that was merged into this one. */
    static Root fired(LeadEvent event, String json, Lead lead, Instant now, Instant eventAt) {
        String via = event.leadId().equals(lead.id()) ? null : event.leadId();
        return new Root(event, json, now, eventAt, null, via, false);
    }

    /** What the engine raised itself. */
    static Root raised(LeadEvent event, Instant now, Instant eventAt, @Nullable String cause) {
        return new Root(event, EventJson.write(event), now, eventAt, cause, null, true);
    }

    /** What fell due. */
    static Root due(Lead lead, Due due, Instant now, @Nullable String cause) {
        String id = due.idFor(lead.id());
        LeadEvent event;
        if (due.isNotice()) {
            event = new NoticeDue(id, lead.id(), now, due.number());
        } else if (due.isTimer()) {
            Instant since = lead.timer(due.name()).map(Timer::startedAt).orElse(now);
            event = new TimerFired(id, lead.id(), now, due.name(), since);
        } else {
            event = new SlaReached(id, lead.id(), now, due.name(), due.percent());
        }
        return raised(event, now, due.at(), cause);
    }

    /** Its id in the journal of a lead. */
    static String idOf(LeadEvent event, Lead lead) {
        return event.leadId().equals(lead.id()) ? event.id() : JournalEntry.idVia(event.leadId(), event.id());
    }

    static String name(LeadEvent event) {
        return event.getClass().getSimpleName();
    }

    static String about(LeadEvent event) {
        if (event instanceof StageEntered entered) {
            return entered.stage();
        }
        if (event instanceof SlaReached reached) {
            return reached.sla() + "@" + reached.percent();
        }
        if (event instanceof SlaStopped stopped) {
            return stopped.sla() + " " + stopped.verdict();
        }
        if (event instanceof TimerFired fired) {
            return fired.timer();
        }
        if (event instanceof ClockRecomputed recomputed) {
            return recomputed.sla();
        }
        return event instanceof LeadQualified qualified ? qualified.type() : "";
    }
}
