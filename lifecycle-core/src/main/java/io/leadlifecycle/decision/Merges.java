package io.leadlifecycle.decision;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Journey;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.Ownership;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Waiting;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one lead of two: the source ends, the target gets what is known of both. Where the target stands afterwards is
 * decided first; whose stage counts is also whose owner, type and discovery count, as far as that one knows them.
 */
final class Merges {
    private static final Noun MERGED = new Noun("merged lead", "merged leads");

    private final Lifecycle lifecycle;
    private final Moves moves;
    private final Assignments assignments;
    private final MergedAgenda agenda;

    Merges(Context context, Moves moves, Messages messages, Assignments assignments) {
        this.lifecycle = context.lifecycle;
        this.moves = moves;
        this.assignments = assignments;
        this.agenda = new MergedAgenda(context, messages);
    }

    /** Why two leads do not become one, null when they do. The target is where the named lead went in the end. */
    static @Nullable String refusal(LeadMerged event, Lead source, @Nullable Lead target) {
        String what = "LeadMerged \"" + event.id() + "\" for lead " + source.id() + ": ";
        String before = source.marks().mergedInto();
        if (before != null) {
            return what + "it was merged into " + before + " already and cannot be merged into " + event.into()
                    + ". Maybe merge " + before + "?";
        }
        if (event.into() == null || event.into().isBlank()) {
            return what + "the lead to merge it into is missing";
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
        history(draft, source);
        profile(draft, source.profile());
        qualification(draft, source.qualification(), taken);
        marks(draft, source, taken);
        owner(draft, source.ownership(), taken);
        agenda.take(draft, source);
        draft.news();
    }

    private boolean isAhead(Journey source, Journey target) {
        int rank = rank(source);
        if (rank != rank(target)) {
            return rank > rank(target);
        }
        return rank == 1
                ? lifecycle.place(source.stage()) > lifecycle.place(target.stage())
                : source.enteredAt().isAfter(target.enteredAt());
    }

    /** A final disqualification beats a lead on its way or won, which beats one that is out for the time being. */
    private static int rank(Journey journey) {
        if (journey.finallyDisqualified()) {
            return 2;
        }
        return journey.kind() == StageKind.OPEN || journey.kind() == StageKind.WON ? 1 : 0;
    }

    private void stand(Draft draft, Lead source, boolean taken) {
        Journey own = draft.lead().journey();
        Journey other = source.journey();
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
                other.recycles(),
                other.wantsBackTold())));
        if (enters) {
            moves.startStageTimers(draft, lifecycle.stage(other.stage()).orElseThrow());
        }
    }

    private static void history(Draft draft, Lead source) {
        Lead lead = draft.lead();
        draft.change(new MergeChange.HistoryAbsorbed(
                lead.origin().joinedWith(source.origin()),
                lead.contact().joinedWith(source.contact()),
                lead.touches().joinedWith(source.touches()),
                lead.ownership().reassignments() + source.ownership().reassignments()));
        Deal deal = source.deal().updatedBy(lead.deal());
        if (!deal.equals(lead.deal())) {
            draft.change(new Change.DealKnown(deal));
        }
    }

    /** What the target knows counts; a seniority that only follows from another title is not known of this one. */
    private void profile(Draft draft, Profile other) {
        Profile own = draft.lead().profile();
        String title = other.text("title");
        String derived = title == null ? null : lifecycle.seniorityOf(title).orElse(null);
        boolean retitled = own.has("title") && !Objects.equals(own.value("title"), other.value("title"));
        List<Field> news = other.fields().stream()
                .filter(field -> !own.has(field.name()))
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
        if (other.score() != 0 && score != own.score()) {
            draft.change(new Change.Scored(own.score(), score, draft.now, Moves.LIFECYCLE, MERGED));
            draft.raise(new ScoreChanged(draft.idOfRaised(), draft.lead().id(), draft.now, score, own.score(), null));
        }
    }

    private static void marks(Draft draft, Lead source, boolean taken) {
        for (Flag flag : source.marks().flags()) {
            boolean ofItsStage = flag.stage() != null || flag.name().equals(Evaluation.INCOMPLETE);
            if (!draft.lead().marks().flagged(flag.name()) && (taken || !ofItsStage)) {
                draft.change(Change.Flagged.raised(flag));
            }
        }
        for (String sequence : source.sequences()) {
            if (!draft.lead().sequences().contains(sequence)) {
                draft.change(new Change.Enrolled(sequence));
            }
        }
    }

    private void owner(Draft draft, Ownership other, boolean taken) {
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
