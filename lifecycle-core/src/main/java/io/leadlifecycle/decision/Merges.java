package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadAbsorbed;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Journey;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Ownership;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.Recycles;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one lead of two: the source ends, the target gets what is known of both. Where the target stands afterwards is
 * decided first; whose stage counts is also whose owner, type and discovery count, as far as that one knows them.
 */
final class Merges {
    /** What beats what; of two that stand on one step, the journeys decide. */
    private enum Standing {
        OUT_FOR_NOW,
        NOT_QUALIFIED_YET,
        QUALIFIED_BEFORE,
        QUALIFIED,
        OUT_FOR_GOOD
    }

    private final Lifecycle lifecycle;
    private final Moves moves;
    private final Assignments assignments;
    private final MergedAgenda agenda;
    private final LifeSigns signs;

    Merges(Context context, Moves moves, Messages messages, Assignments assignments) {
        this.lifecycle = context.lifecycle;
        this.moves = moves;
        this.assignments = assignments;
        this.signs = new LifeSigns(context);
        this.agenda = new MergedAgenda(context, messages, signs);
    }

    /** Why two leads do not become one, null when they do. The target is where the named lead went in the end. */
    static @Nullable String refusal(LeadMerged event, Lead source, String sourceNow, @Nullable Lead target) {
        String what = "LeadMerged \"" + event.id() + "\" for lead " + source.id() + ": ";
        if (event.into() == null || event.into().isBlank()) {
            return what + "the lead to merge it into is missing";
        }
        String before = source.marks().mergedInto();
        if (before != null) {
            return what + mergedBefore(event, before, sourceNow, target);
        }
        if (source.id().equals(event.into())) {
            return what + "it cannot be merged into itself, " + event.into();
        }
        if (target == null) {
            return what + "nobody created the lead " + event.into() + " to merge it into";
        }
        return target.id().equals(source.id())
                ? what + "it cannot be merged into " + event.into() + ", which was itself merged into " + source.id()
                : null;
    }

    private static String mergedBefore(LeadMerged event, String before, String sourceNow, @Nullable Lead target) {
        String moved = sourceNow.equals(before) ? "" : ", which is " + sourceNow + " now";
        String known = "it was merged into " + before + " already" + moved;
        if (target != null && target.id().equals(sourceNow)) {
            return known;
        }
        return known + (moved.isEmpty() ? "" : ",") + " and cannot be merged into " + event.into() + ". Maybe merge "
                + sourceNow + "?";
    }

    /** What the target is told, with what only the source knows of the person. */
    static LeadAbsorbed absorbed(LeadMerged event, Lead target, Lead source, Instant now) {
        boolean noContact = source.contact().allowed() == Contactable.NO_CONTACT
                && target.contact().allowed() != Contactable.NO_CONTACT;
        return new LeadAbsorbed(
                JournalEntry.idVia(source.id(), event.id()),
                target.id(),
                now,
                source.id(),
                noContact,
                source.contact().leftCompany() && !target.contact().leftCompany());
    }

    /** The source: nothing runs, falls due or waits any more. */
    void end(Draft draft, String into) {
        agenda.end(draft);
        if (draft.lead().ownership().waiting() != null) {
            draft.change(new Change.OwnerAwaited(null));
        }
        draft.change(new MergeChange.MergedInto(into));
    }

    /** The target. */
    void absorb(Draft draft, Lead source) {
        Lead target = draft.lead();
        boolean taken = isAhead(source.journey(), target.journey());
        stand(draft, source, taken);
        history(draft, source, taken);
        profile(draft, source.profile());
        qualification(draft, source.qualification(), taken);
        marks(draft, source, target, taken);
        owner(draft, source.ownership(), taken);
        agenda.take(draft, source, target);
        draft.news();
    }

    private boolean isAhead(Journey source, Journey target) {
        Standing one = standing(source);
        Standing other = standing(target);
        if (one != other) {
            return one.compareTo(other) > 0;
        }
        boolean open = one == Standing.QUALIFIED || one == Standing.NOT_QUALIFIED_YET;
        return open
                ? lifecycle.place(source.stage()) > lifecycle.place(target.stage())
                : source.enteredAt().isAfter(target.enteredAt());
    }

    private Standing standing(Journey journey) {
        return switch (journey.kind()) {
            case OPEN -> isQualified(journey.stage()) ? Standing.QUALIFIED : Standing.NOT_QUALIFIED_YET;
            case WON -> Standing.QUALIFIED;
            case LOST, RECYCLED -> Standing.QUALIFIED_BEFORE;
            case DISQUALIFIED -> journey.finallyDisqualified() ? Standing.OUT_FOR_GOOD : Standing.OUT_FOR_NOW;
        };
    }

    /** Where nothing qualifies, every stage counts by its place. */
    private boolean isQualified(String stage) {
        return lifecycle
                .qualifyingStage()
                .map(qualifying -> lifecycle.place(stage) >= lifecycle.place(qualifying.name()))
                .orElse(true);
    }

    private void stand(Draft draft, Lead source, boolean taken) {
        Lead target = draft.lead();
        Journey own = target.journey();
        Journey other = source.journey();
        Instant recycledAt = own.recycles().joinedWith(other.recycles()).since();
        long scoreThen = scoreAt(recycledAt, target);
        boolean enters = taken
                && (!other.stage().equals(own.stage()) || other.finallyDisqualified() != own.finallyDisqualified());
        if (enters) {
            draft.entering(other.stage(), Moves.LIFECYCLE);
            moves.endOldStage(draft, other.kind() != StageKind.OPEN);
        }
        Absorption.Standing standing = new Absorption.Standing(
                own.stage(),
                other.stage(),
                other.kind(),
                other.enteredAt(),
                other.trigger(),
                other.reason(),
                other.finalReason());
        draft.change(new MergeChange.JourneyAbsorbed(new Absorption(
                source.id(),
                draft.now,
                taken ? standing : null,
                other.stampsUntil(draft.now),
                other.recycles().withScoreThen(scoreAt(recycledAt, source)),
                scoreThen == own.recycles().scoreThen() ? null : scoreThen,
                other.wantsBackTold())));
        if (enters) {
            moves.startStageTimers(draft, lifecycle.stage(other.stage()).orElseThrow());
        }
    }

    /**
     * The score of a lead at the latest recycling of the two. Which of its points are older is not on it: of a lead that
     * was known then all of them count as older, so that no old score brings the other one back.
     */
    private static long scoreAt(@Nullable Instant recycledAt, Lead lead) {
        Recycles own = lead.journey().recycles();
        boolean told = recycledAt == null
                || recycledAt.equals(own.since())
                || !lead.origin().createdAt().isBefore(recycledAt);
        return told ? own.scoreThen() : lead.qualification().score();
    }

    private static void history(Draft draft, Lead source, boolean taken) {
        Lead lead = draft.lead();
        draft.change(new MergeChange.HistoryAbsorbed(
                lead.origin().joinedWith(source.origin()),
                lead.contact().joinedWith(source.contact()),
                lead.touches().joinedWith(source.touches()),
                lead.ownership().reassignments() + source.ownership().reassignments()));
        Deal deal = taken ? source.deal().joinedWith(lead.deal()) : lead.deal().joinedWith(source.deal());
        if (!deal.equals(lead.deal())) {
            draft.change(new Change.DealKnown(deal));
        }
    }

    /**
     * What the target knows counts. A seniority that only follows from another title is not known of this one, nor is
     * whether an address is valid from another address.
     */
    private void profile(Draft draft, Profile other) {
        Profile own = draft.lead().profile();
        String title = other.text("title");
        String derived = title == null ? null : lifecycle.seniorityOf(title).orElse(null);
        boolean retitled = own.has("title") && !Objects.equals(own.value("title"), other.value("title"));
        boolean addressed = own.has("email") && !Objects.equals(own.value("email"), other.value("email"));
        List<Field> news = other.fields().stream()
                .filter(field -> !own.has(field.name()))
                .filter(field -> !(addressed && field.name().equals("emailValid")))
                .filter(field ->
                        !(retitled && field.name().equals("seniority") && Objects.equals(field.value(), derived)))
                .toList();
        String email = own.patched(news, false).text("email");
        boolean internal = email != null && lifecycle.isInternal(email);
        if (!news.isEmpty() || internal != own.internal()) {
            draft.change(new Change.ProfilePatched(news, internal));
        }
        draft.raise(ProfileChanged.of(news, draft.idOfRaised(), draft.lead().id(), draft.now));
    }

    private static void qualification(Draft draft, Qualification other, boolean taken) {
        Qualification own = draft.lead().qualification();
        if (other.type() != null && (taken || own.type() == null)) {
            draft.change(new Change.TypeSet(other.type(), other.because()));
        }
        if (other.method() != null && (taken || own.method() == null)) {
            draft.change(new Change.Discovered(other.method(), other.confirmed(), other.open()));
        }
        long score = Qualification.sum(own.score(), other.score());
        if (score != own.score()) {
            draft.change(new Change.Scored(own.score(), score, draft.now, Moves.LIFECYCLE, MergeChange.MERGED_LEAD));
            draft.raise(new ScoreChanged(draft.idOfRaised(), draft.lead().id(), draft.now, score, own.score(), null));
        }
    }

    /** All flags, but for those that what the other lead did would have cleared. */
    private void marks(Draft draft, Lead source, Lead target, boolean taken) {
        for (Flag flag : draft.lead().marks().flags()) {
            if (signs.wouldHaveCleared(flag, target, source, draft.now)) {
                draft.change(new Change.Flagged(flag.name(), false));
            }
        }
        for (Flag flag : source.marks().flags()) {
            boolean ofItsStage = flag.stage() != null || flag.name().equals(Evaluation.INCOMPLETE);
            boolean stands = draft.lead().marks().flagged(flag.name())
                    || signs.wouldHaveCleared(flag, source, target, draft.now);
            if (!stands && (taken || !ofItsStage)) {
                draft.change(Change.Flagged.raised(flag));
            }
        }
        for (String sequence : source.sequences()) {
            if (!draft.lead().sequences().contains(sequence)) {
                draft.change(new Change.Enrolled(sequence));
            }
        }
    }

    /** Who is out for good is given to nobody, and whoever owned it until then can be told. */
    private void owner(Draft draft, Ownership other, boolean taken) {
        if (draft.lead().journey().finallyDisqualified()) {
            wait(draft, null);
            return;
        }
        Ownership own = draft.lead().ownership();
        Ownership ahead = taken ? other : own;
        Ownership behind = taken ? own : other;
        StageKind kind = draft.lead().journey().kind();
        boolean worked = kind == StageKind.OPEN || kind == StageKind.WON;
        Ownership from = ahead.owner() == null && ahead.waiting() == null && worked ? behind : ahead;
        String previous = Stream.of(ahead.previousOwner(), behind.owner(), behind.previousOwner())
                .filter(person -> person != null && !person.equals(from.owner()))
                .findFirst()
                .orElse(null);
        boolean anew = !Objects.equals(from.owner(), own.owner());
        if (anew || !Objects.equals(previous, own.previousOwner())) {
            assignments.owned(draft, new Change.OwnerSet(from.owner(), previous, from.pool(), false));
        }
        if (anew) {
            draft.effect(id -> new Effect.Assign(id, draft.lead().id(), Moves.LIFECYCLE, from.owner(), own.owner()));
        }
        wait(draft, ahead.waiting());
    }

    /** A place in a queue is kept: it is whose stage counts that waits. */
    private static void wait(Draft draft, @Nullable Waiting ahead) {
        Ownership now = draft.lead().ownership();
        if (!Objects.equals(ahead, now.waiting())) {
            draft.change(new Change.OwnerAwaited(ahead == null ? null : ahead.numbered(now.asked() + 1)));
        }
    }
}
