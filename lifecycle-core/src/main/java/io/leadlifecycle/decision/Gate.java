package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Picklists;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.text.Suggestion;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event must look like before any rule sees it: names are those of the lifecycle, aliases become reasons, an
 * absent disposition is filled from the reason.
 */
final class Gate {
    /** The outcomes of a contact attempt. */
    static final List<String> OUTCOMES = List.of("connected", "no answer", "voicemail", "bounced", "wrong number");
    /** The scopes of a do-not-contact request. */
    static final List<String> SCOPES = List.of("MARKETING", "ALL");

    private static final List<String> DISPOSITIONS = List.of("RECYCLE", "DISQUALIFY");

    private final Lifecycle lifecycle;
    private final Judge judge;
    private final Imports imports;

    Gate(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
        this.judge = new Judge(lifecycle);
        this.imports = new Imports(lifecycle);
    }

    /** The event as the rules see it; throws what is wrong with it. */
    LeadEvent admit(LeadEvent event, Lead lead) {
        if (event instanceof Touchpoint touch) {
            known(event, "kind", touch.kind(), lifecycle.touchpointKinds(), "the touchpoint kinds");
        } else if (event instanceof SalesRejected rejected) {
            return admit(rejected);
        } else if (event instanceof OpportunityLost lost) {
            return admit(lost);
        } else if (event instanceof ContactAttempted attempt) {
            known(event, "outcome", attempt.outcome(), OUTCOMES, "the outcomes");
        } else if (event instanceof DoNotContactRequested request) {
            known(event, "scope", request.scope(), SCOPES, "the scopes");
        } else if (event instanceof DiscoveryCompleted discovery) {
            return admit(discovery);
        } else if (event instanceof ScoreChanged scored) {
            bounded(event, scored.score());
            long from = lead.qualification().score();
            return new ScoreChanged(scored.id(), scored.leadId(), scored.at(), scored.score(), from, scored.actor());
        } else if (event instanceof LeadAssigned assigned) {
            given(event, "owner", assigned.owner());
            String from = lead.ownership().owner();
            return new LeadAssigned(
                    assigned.id(),
                    assigned.leadId(),
                    assigned.at(),
                    assigned.owner(),
                    from,
                    null,
                    null,
                    0,
                    false,
                    assigned.actor());
        } else if (event instanceof LeadCreated created) {
            fields(event, created.profile());
        } else if (event instanceof LeadMerged) {
            throw new IllegalArgumentException(
                    "LeadMerged \"" + event.id() + "\" is about two leads. Maybe Decider.merge and absorb?");
        } else if (event instanceof LeadImported imported) {
            return imports.admit(imported, lead);
        } else if (event instanceof ProfileUpdated updated) {
            fields(event, updated.profile());
        } else if (event instanceof StageChangeRequested asked) {
            admit(asked, lead);
        } else if (event instanceof Reinstated reinstated) {
            admit(reinstated, lead);
        }
        return event;
    }

    static List<Field> fields(LeadEvent event, Map<String, @Nullable Object> profile) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : profile.entrySet()) {
            try {
                fields.add(new Field(entry.getKey(), entry.getValue()));
            } catch (IllegalArgumentException e) {
                throw refused(event, String.valueOf(e.getMessage()));
            }
        }
        return fields;
    }

    private SalesRejected admit(SalesRejected e) {
        Reason reason = reason(e, e.reason(), e.note(), e.disposition(), Picklists.REJECTION);
        return new SalesRejected(
                e.id(), e.leadId(), e.at(), reason.name(), e.note(), disposition(reason, e.disposition()), e.actor());
    }

    private OpportunityLost admit(OpportunityLost e) {
        Reason reason = reason(e, e.reason(), e.note(), e.disposition(), Picklists.CLOSED_LOST);
        return new OpportunityLost(
                e.id(), e.leadId(), e.at(), reason.name(), e.note(), disposition(reason, e.disposition()), e.actor());
    }

    private Reason reason(
            LeadEvent event,
            @Nullable String given,
            @Nullable String note,
            @Nullable String disposition,
            String picklist) {
        List<String> allowed = lifecycle.picklist(picklist);
        if (given == null || given.isBlank()) {
            throw refused(event, "the reason is missing; the picklist \"" + picklist + "\" has " + allowed);
        }
        Reason reason = lifecycle.reason(given).orElse(null);
        if (reason == null || !allowed.contains(reason.name())) {
            throw refused(
                    event,
                    "the reason \"" + given + "\" is not in the picklist \"" + picklist + "\": "
                            + Suggestion.allowed(given, allowed));
        }
        if (disposition != null && !DISPOSITIONS.contains(disposition)) {
            throw refused(
                    event,
                    "the disposition \"" + disposition + "\" is not one of "
                            + Suggestion.allowed(disposition, DISPOSITIONS));
        }
        boolean chosen = reason.disposition() == Disposition.CHOSEN;
        if (chosen && (disposition == null || note == null || note.isBlank())) {
            throw refused(
                    event, "the reason \"" + reason.name() + "\" needs a note and a disposition of " + DISPOSITIONS);
        }
        if (!chosen
                && disposition != null
                && !disposition.equals(reason.disposition().name())) {
            throw refused(
                    event,
                    "the disposition \"" + disposition + "\" contradicts the reason \"" + reason.name()
                            + "\", which says " + reason.disposition());
        }
        return reason;
    }

    private static @Nullable String disposition(Reason reason, @Nullable String given) {
        return reason.disposition() == Disposition.CHOSEN
                ? given
                : reason.disposition().name();
    }

    /** What was not confirmed is missing, named or not. */
    private DiscoveryCompleted admit(DiscoveryCompleted e) {
        known(e, "method", e.method(), lifecycle.checklistNames(), "the checklists");
        List<String> items = lifecycle.checklist(e.method()).orElseThrow().items();
        e.confirmed().forEach(item -> known(e, "confirmed", item, items, "the items of the checklist"));
        e.missing().forEach(item -> known(e, "missing", item, items, "the items of the checklist"));
        List<String> both =
                e.confirmed().stream().filter(e.missing()::contains).distinct().toList();
        if (!both.isEmpty()) {
            throw refused(e, "of the checklist " + both + " is both confirmed and missing; allowed is one of them");
        }
        List<String> open =
                items.stream().filter(item -> !e.confirmed().contains(item)).toList();
        return new DiscoveryCompleted(e.id(), e.leadId(), e.at(), e.method(), e.confirmed(), open, e.actor());
    }

    static void bounded(LeadEvent event, long score) {
        if (score < Qualification.LEAST_SCORE || score > Qualification.MOST_SCORE) {
            throw refused(
                    event,
                    "the score " + score + " is out of bounds, allowed are " + Qualification.LEAST_SCORE + " to "
                            + Qualification.MOST_SCORE);
        }
    }

    private void admit(StageChangeRequested wish, Lead lead) {
        hear(wish, lead);
        Reason reason = Optional.ofNullable(wish.reason())
                .flatMap(lifecycle::reason)
                .filter(given -> given.disposition() == Disposition.CHOSEN)
                .orElse(null);
        if (reason != null && Asked.given(wish.note()) == null) {
            throw refused(wish, "the reason \"" + reason.name() + "\" needs a note", judge.allowedByHand(lead));
        }
    }

    private void admit(Reinstated wish, Lead lead) {
        if (lead.journey().kind() != StageKind.DISQUALIFIED) {
            throw refused(
                    wish,
                    "lead " + lead.id() + " stands in " + lead.stage() + "; only a disqualified lead is reinstated");
        }
        hear(wish, lead);
    }

    private void hear(LeadEvent wish, Lead lead) {
        Asked asked = Asked.by(wish, lifecycle);
        if (asked == null) {
            throw refused(wish, "the lifecycle does not say where a reinstated lead goes");
        }
        String refusal = judge.hear(asked.move(), lead, Trigger.MANUAL, asked.asker()).refusal;
        if (refusal != null) {
            boolean ends = refusal.endsWith(".");
            throw refused(wish, ends ? refusal.substring(0, refusal.length() - 1) : refusal, judge.allowedByHand(lead));
        }
    }

    private static void known(
            LeadEvent event, String field, @Nullable String given, Collection<String> allowed, String what) {
        if (given == null) {
            throw refused(event, "the " + field + " is missing; " + what + " are " + allowed);
        }
        if (!allowed.contains(given)) {
            throw refused(
                    event,
                    "the " + field + " \"" + given + "\" is not one of " + what + " "
                            + Suggestion.allowed(given, allowed));
        }
    }

    private static void given(LeadEvent event, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw refused(event, "the " + field + " is missing");
        }
    }

    static RefusedException refused(LeadEvent event, String why) {
        return refused(event, why, "");
    }

    private static RefusedException refused(LeadEvent event, String why, String allowed) {
        return new RefusedException(
                event.getClass().getSimpleName() + " \"" + event.id() + "\" for lead " + event.leadId() + ": " + why,
                allowed);
    }

    /** An event that the lifecycle refuses. */
    static final class RefusedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** What may be asked for instead, the end of the message; empty when it is not said. */
        final String allowed;

        RefusedException(String message, String allowed) {
            super(message, null, false, false);
            this.allowed = allowed;
        }
    }
}
