package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.event.ClockRecomputed;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.NobodyAvailable;
import io.leadlifecycle.event.NoticeDue;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityUpdated;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.OwnerLeft;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.ReevaluationPlanned;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.ContactChange;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Contact;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Timer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an event's own facts on the lead, before any rule sees it. */
final class Facts {
    private static final String CONNECTED = "connected";
    private static final Set<String> WRONG_DATA = Set.of("bounced", "wrong number");

    private final Lifecycle lifecycle;
    private final Moves moves;
    private final Enactment enactment;
    private final Assignments assignments;
    private final Recount recount;
    private final Imports imports;

    Facts(Lifecycle lifecycle, Moves moves, Enactment enactment, Assignments assignments, Recount recount) {
        this.lifecycle = lifecycle;
        this.moves = moves;
        this.enactment = enactment;
        this.assignments = assignments;
        this.recount = recount;
        this.imports = new Imports(lifecycle);
    }

    void put(Draft draft, LeadEvent event) {
        if (event instanceof LeadCreated e) {
            created(draft, e);
        } else if (event instanceof LeadImported e) {
            imported(draft, e);
        } else if (event instanceof ProfileUpdated e) {
            patch(draft, e, e.profile(), false);
        } else if (event instanceof Touchpoint e) {
            touched(draft, e);
        } else if (event instanceof ScoreChanged e) {
            scored(draft, e);
        } else if (event instanceof LeadAssigned e) {
            assignments.assigned(draft, e);
        } else if (event instanceof NobodyAvailable e) {
            assignments.nobody(draft, e);
        } else if (event instanceof OwnerLeft e) {
            assignments.left(draft, e);
        } else if (event instanceof ReevaluationPlanned e) {
            moves.reevaluate(draft, e.dueAt());
        } else if (event instanceof NoticeDue e) {
            enactment.release(draft, e.notice());
        } else if (event instanceof ClockRecomputed e) {
            recount.put(draft, e.sla());
        } else if (event instanceof SlaReached e) {
            Clock clock = Objects.requireNonNull(Named.find(draft.lead().clocks(), e.sla()));
            draft.change(new AgendaChange.ClockSet(AgendaChange.ClockTurn.REACHED, clock.reached(e.percent())));
        } else if (event instanceof TimerFired e) {
            Timer timer = Objects.requireNonNull(Named.find(draft.lead().timers(), e.timer()));
            draft.change(new AgendaChange.TimerEnded(e.timer(), timer.number(), AgendaChange.TimerEnd.FIRED));
            if (timer.repeating()) {
                enactment.restart(draft, timer);
            }
            draft.news();
        } else {
            contact(draft, event);
        }
        if (!isMachine(event)) {
            restartTimers(draft, event.getClass().getSimpleName());
            clearFlags(draft, event.getClass().getSimpleName());
        }
    }

    private void created(Draft draft, LeadCreated event) {
        origin(draft, event.source(), event.campaign(), event.firstTouchAt());
        boolean first = draft.lead().stage().isEmpty();
        if (first) {
            moves.enter(draft, lifecycle.first(), null, Moves.LIFECYCLE, null);
        }
        patch(draft, event, event.profile(), first);
        draft.news();
    }

    private void imported(Draft draft, LeadImported event) {
        origin(draft, event.source(), event.campaign(), event.firstTouchAt());
        if (event.owner() != null) {
            assignments.own(draft, event.owner(), null, false);
        }
        Long score = event.score();
        if (score != null && score != 0 && draft.lead().stage().isEmpty()) {
            draft.change(new Change.Scored(0, score, draft.now, "LeadImported", Noun.of("imported")));
        }
        Import data = imports.read(event, draft.lead(), draft.now);
        draft.change(new Change.Imported(data));
        if (data.begins()) {
            moves.begin(draft, lifecycle.stage(data.stage()).orElseThrow());
        }
        patch(draft, event, event.profile(), data.begins());
        draft.news();
    }

    private static void origin(
            Draft draft, @Nullable String source, @Nullable String campaign, @Nullable Instant firstTouchAt) {
        draft.change(new Change.OriginKnown(
                source, campaign, firstTouchAt == null ? null : firstTouchAt.truncatedTo(ChronoUnit.MILLIS)));
    }

    private void patch(Draft draft, LeadEvent event, Map<String, @Nullable Object> profile, boolean always) {
        Profile known = draft.lead().profile();
        List<Field> fields = new ArrayList<>(Gate.fields(event, profile));
        derivedSeniority(known, fields);
        unknownValidity(known, fields);
        boolean internal = isInternal(known.patched(fields, false));
        List<Field> news = fields.stream()
                .filter(field -> !Objects.equals(known.value(field.name()), field.value()))
                .toList();
        if (!news.isEmpty() || internal != known.internal()) {
            draft.change(new Change.ProfilePatched(news, internal));
            draft.news();
        }
        if (always || !news.isEmpty()) {
            draft.raise(ProfileChanged.of(news, draft.idOfRaised(), draft.lead().id(), draft.now));
        }
    }

    private boolean isInternal(Profile profile) {
        return profile.value("email") instanceof String email && lifecycle.isInternal(email);
    }

    /** Whether an address is valid is not known of another one. */
    private static void unknownValidity(Profile known, List<Field> fields) {
        Field email = Named.find(fields, "email");
        boolean other = email != null && !Objects.equals(email.value(), known.value("email"));
        if (other && known.has("email") && known.has("emailValid") && Named.find(fields, "emailValid") == null) {
            fields.add(new Field("emailValid", null));
        }
    }

    /** A title says the seniority, unless the host says it; one that says nothing takes back what another title said. */
    private void derivedSeniority(Profile known, List<Field> fields) {
        if (Named.find(fields, "seniority") != null || Named.find(fields, "title") == null) {
            return;
        }
        Field title = Objects.requireNonNull(Named.find(fields, "title"));
        String said = title.value() instanceof String text
                ? lifecycle.seniorityOf(text).orElse(null)
                : null;
        String before = known.value("title") instanceof String text
                ? lifecycle.seniorityOf(text).orElse(null)
                : null;
        Object standing = known.value("seniority");
        if (said != null || Objects.equals(standing, before)) {
            fields.add(new Field("seniority", said));
        }
    }

    private void touched(Draft draft, Touchpoint touch) {
        boolean counted = draft.lead().touches().counts(touch.kind(), draft.happenedAt);
        draft.change(new Change.Touched(touch.kind(), draft.happenedAt, touch.campaign(), counted));
        if (counted) {
            draft.news();
        } else {
            draft.burst();
        }
    }

    private static void scored(Draft draft, ScoreChanged event) {
        if (event.score() != event.from()) {
            Noun by = Noun.of("set by " + (event.actor() == null ? "the host" : event.actor()));
            draft.change(new Change.Scored(event.from(), event.score(), draft.now, "ScoreChanged", by));
            draft.news();
        }
    }

    private void contact(Draft draft, LeadEvent event) {
        if (event instanceof ContactAttempted e && WRONG_DATA.contains(e.outcome())) {
            draft.change(new ContactChange.ContactDoubted(true));
        }
        if (event instanceof SalesAccepted || event instanceof SalesRejected) {
            responded(draft);
        } else if (event instanceof ContactAttempted e && !e.automated()) {
            attempted(draft, e);
            responded(draft);
        } else if ((event instanceof LeadResponded e && !e.automatic()) || event instanceof MeetingSet) {
            draft.change(new ContactChange.Replied(draft.happenedAt));
        } else if (event instanceof DoNotContactRequested e) {
            draft.change(new ContactChange.ContactRestricted(
                    e.scope().equals("ALL") ? Contactable.NO_CONTACT : Contactable.NO_MARKETING));
        } else if (event instanceof Reinstated && draft.lead().contact().invalid()) {
            draft.change(new ContactChange.ContactDoubted(false));
        } else if (event instanceof LeftCompany) {
            draft.change(new ContactChange.CompanyLeft());
        } else if (event instanceof DiscoveryCompleted e) {
            draft.change(new ContactChange.Replied(draft.happenedAt));
            draft.change(new Change.Discovered(e.method(), e.confirmed(), e.missing()));
        } else {
            deal(draft, event);
        }
    }

    private void attempted(Draft draft, ContactAttempted event) {
        boolean answered = event.outcome().equals(CONNECTED);
        boolean counts = !answered && isNewTry(draft.lead().contact(), draft.happenedAt);
        draft.change(new ContactChange.Attempted(draft.happenedAt, answered, counts));
    }

    /**
     * Of several attempts a day one counts (ours): three calls in an hour are one try. The day begins anew with a reply, and
     * what happened before the reply is answered by it.
     */
    private boolean isNewTry(Contact contact, Instant at) {
        Instant reply = contact.lastReplyAt();
        if (reply != null && at.isBefore(reply)) {
            return false;
        }
        Instant last = contact.lastAttemptAt();
        return contact.unansweredAttempts() == 0 || last == null || !day(last).equals(day(at));
    }

    private LocalDate day(Instant at) {
        ZoneId zone =
                lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow().zone();
        return LocalDate.ofInstant(at, zone);
    }

    private void responded(Draft draft) {
        Instant qualifiedAt = lifecycle
                .qualifyingStage()
                .flatMap(stage -> draft.lead().journey().stampsOf(stage.name()))
                .map(StageStamps::latest)
                .orElse(null);
        if (qualifiedAt != null && !draft.happenedAt.isBefore(qualifiedAt)) {
            draft.change(new ContactChange.Responded(draft.happenedAt));
        }
    }

    /** What is known of one deal is not known of another. */
    private static Deal known(Deal known, Deal news) {
        boolean other = known.opportunityId() != null
                && news.opportunityId() != null
                && !known.opportunityId().equals(news.opportunityId());
        return other ? Deal.NONE : known;
    }

    private static void deal(Draft draft, LeadEvent event) {
        Deal news = Deal.NONE;
        if (event instanceof OpportunityCreated e) {
            news = new Deal(e.opportunityId(), e.owner(), e.amount(), e.currency(), e.stage(), e.closeDate());
        } else if (event instanceof OpportunityUpdated e) {
            news = new Deal(e.opportunityId(), e.owner(), e.amount(), e.currency(), e.stage(), e.closeDate());
        } else if (event instanceof OpportunityWon e) {
            news = new Deal(null, null, e.amount(), null, null, null);
        }
        Deal then = known(draft.lead().deal(), news).updatedBy(news);
        if (!then.equals(draft.lead().deal())) {
            draft.change(new Change.DealKnown(then));
        }
    }

    private void restartTimers(Draft draft, String type) {
        for (Timer timer : draft.lead().timers()) {
            String group = timer.restartedBy();
            if (group != null && lifecycle.inGroup(group, type)) {
                enactment.restart(draft, timer);
            }
        }
    }

    private void clearFlags(Draft draft, String type) {
        for (Flag flag : draft.lead().marks().flags()) {
            String group = flag.until();
            if (group != null && lifecycle.inGroup(group, type)) {
                enactment.clear(draft, flag.name());
            }
        }
    }

    private boolean isMachine(LeadEvent event) {
        if (event instanceof ContactAttempted e) {
            return e.automated();
        }
        if (event instanceof LeadResponded e) {
            return e.automatic();
        }
        return event instanceof Touchpoint e
                && lifecycle
                        .touchpointKind(e.kind())
                        .map(TouchpointKind::automated)
                        .orElse(false);
    }
}
