package io.leadlifecycle.journal;

import io.leadlifecycle.model.Deal;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Fit;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.model.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fully resolved change of a lead. A lead changes by nothing else; applying one needs the lead only. Immutable. */
public sealed interface Change
        permits AgendaChange,
                ContactChange,
                MergeChange,
                Change.OriginKnown,
                Change.StageMoved,
                Change.CountedAnew,
                Change.Imported,
                Change.ProfilePatched,
                Change.Touched,
                Change.Scored,
                Change.FitDerived,
                Change.TypeSet,
                Change.OwnerSet,
                Change.OwnerAwaited,
                Change.PreviousOwnerForgotten,
                Change.Flagged,
                Change.Enrolled,
                Change.Discovered,
                Change.DealKnown,
                Change.WantsBackTold {
    /**
     * The lead with this change.
     *
     * @param lead the lead before
     * @return the lead after
     */
    Lead applyTo(Lead lead);

    /**
     * Where the lead came from became known.
     *
     * @param source the source, null when not said
     * @param campaign the campaign, null when not said
     * @param firstTouchAt the first touch, null when not said
     */
    record OriginKnown(
            @Nullable String source,
            @Nullable String campaign,
            @Nullable Instant firstTouchAt) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.origin().completedBy(source, campaign, firstTouchAt));
        }
    }

    /**
     * The lead moved. The first entry has an empty {@code from}.
     *
     * @param from the stage left
     * @param to the stage entered
     * @param kind the kind of the stage entered
     * @param direction where it takes the lead, by the definition of then; null in an entry from before this was said
     * @param at when
     * @param trigger who caused it
     * @param reason the reason, null when the stage takes none
     * @param finalReason whether that reason is final
     * @param qualifying whether the stage entered is the one that qualifies: responses and reassignments count anew
     * @param rule the rule, or the lifecycle, that moved it
     * @param because why
     */
    record StageMoved(
            String from,
            String to,
            StageKind kind,
            @Nullable Direction direction,
            Instant at,
            Trigger trigger,
            @Nullable String reason,
            boolean finalReason,
            boolean qualifying,
            String rule,
            @Nullable String because)
            implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            long score = lead.qualification().score();
            Lead moved = lead.with(lead.journey().movedTo(to, kind, at, trigger, reason, finalReason, score));
            Lead then = kind == StageKind.OPEN
                    ? moved
                    : moved.with(moved.ownership().waitingFor(null));
            return qualifying ? qualified(then) : then;
        }

        private Lead qualified(Lead lead) {
            return lead.with(lead.contact().qualifiedAnew())
                    .with(lead.ownership().qualifiedAnew())
                    .with(lead.qualification().qualified(because));
        }
    }

    /** A lead that was qualified was put back to where leads wait: what it did before counts no more. */
    record CountedAnew() implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.journey().countingAnew(lead.qualification().score()));
        }
    }

    /**
     * Old data was brought in. It is no move.
     *
     * @param data where the lead stands and what is known of its stamps
     */
    record Imported(Import data) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.journey().imported(data, lead.qualification().score()));
        }
    }

    /**
     * Profile values changed. With another e-mail address or phone number, or an address found valid, the contact data is no
     * longer known to be wrong.
     *
     * @param fields the fields that changed, sorted; a null value is unknown from now on
     * @param internal whether the lead is internal from now on
     */
    record ProfilePatched(List<Field> fields, boolean internal) implements Change {
        /** Copies the list. */
        public ProfilePatched {
            fields = List.copyOf(fields);
        }

        @Override
        public Lead applyTo(Lead lead) {
            Lead known = lead.with(lead.profile().patched(fields, internal));
            Field valid = Named.find(fields, "emailValid");
            boolean other = Named.find(fields, "email") != null
                    || Named.find(fields, "phone") != null
                    || (valid != null && Boolean.TRUE.equals(valid.value()));
            return other ? known.with(known.contact().invalid(false)) : known;
        }
    }

    /**
     * The lead did something.
     *
     * @param kind the kind of touch
     * @param at when it happened
     * @param campaign the campaign, null when not said
     * @param counted false for one of a burst
     */
    record Touched(String kind, Instant at, @Nullable String campaign, boolean counted) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.touches().with(kind, at, counted))
                    .with(lead.origin().touched(at, campaign));
        }
    }

    /**
     * The score changed.
     *
     * @param from the score before
     * @param score the score from now on
     * @param at when
     * @param rule the rule, or the event of the host, that changed it; null in an entry from before this was said
     * @param noun what the points are for, null when the rule does not say
     */
    record Scored(
            long from,
            long score,
            Instant at,
            @Nullable String rule,
            @Nullable Noun noun) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.qualification().withScore(score, at));
        }

        /**
         * What the points are for.
         *
         * @return what the rule says, else its id
         */
        public Noun what() {
            return noun != null ? noun : Noun.of(rule == null ? "unknown" : rule.split(" ", 2)[0]);
        }
    }

    /**
     * The fit was derived anew.
     *
     * @param fit the fit
     * @param met the requirements met
     * @param missing the fields that keep it from being known
     */
    record FitDerived(Fit fit, List<String> met, List<String> missing) implements Change {
        /** Copies the lists. */
        public FitDerived {
            met = List.copyOf(met);
            missing = List.copyOf(missing);
        }

        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.qualification().withFit(fit, met, missing));
        }
    }

    /**
     * The lead type changed.
     *
     * @param type the type
     * @param because why
     */
    record TypeSet(String type, @Nullable String because) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.qualification().withType(type, because));
        }
    }

    /**
     * The owner changed.
     *
     * @param owner the owner from now on, null for nobody
     * @param previous the owner before, null for nobody
     * @param pool the pool the owner was drawn from, null for none
     * @param again whether a rule took it from one owner and gave it to another
     */
    record OwnerSet(
            @Nullable String owner,
            @Nullable String previous,
            @Nullable String pool,
            boolean again) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.ownership().ownedBy(owner, previous, pool, again));
        }
    }

    /**
     * The lead waits for an owner, or for none any more.
     *
     * @param waiting what it waits for, null for nothing
     */
    record OwnerAwaited(@Nullable Waiting waiting) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.ownership().waitingFor(waiting));
        }
    }

    /** The owner before is preferred no more. */
    record PreviousOwnerForgotten() implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.ownership().forgettingPrevious());
        }
    }

    /**
     * A flag was raised or cleared.
     *
     * @param flag its name
     * @param raised whether it stands from now on
     * @param until the event group whose events clear it, null when none does
     * @param stage the stage it ends with, null when it outlives every stage
     */
    record Flagged(
            String flag,
            boolean raised,
            @Nullable String until,
            @Nullable String stage) implements Change {
        /**
         * A flag that stands until a rule clears it, or that falls.
         *
         * @param flag its name
         * @param raised whether it stands from now on
         */
        public Flagged(String flag, boolean raised) {
            this(flag, raised, null, null);
        }

        /**
         * A flag was raised.
         *
         * @param flag the flag
         * @return the change
         */
        public static Flagged raised(Flag flag) {
            return new Flagged(flag.name(), true, flag.until(), flag.stage());
        }

        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(
                    raised
                            ? lead.marks().raised(new Flag(flag, until, stage))
                            : lead.marks().cleared(flag));
        }
    }

    /**
     * The lead started a sequence.
     *
     * @param sequence the sequence
     */
    record Enrolled(String sequence) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.marks().enrolledIn(sequence));
        }
    }

    /**
     * A discovery took place.
     *
     * @param method the checklist
     * @param confirmed what was confirmed
     * @param open the items of the checklist that were not, in its order
     */
    record Discovered(String method, List<String> confirmed, List<String> open) implements Change {
        /** Copies the lists. */
        public Discovered {
            confirmed = List.copyOf(confirmed);
            open = List.copyOf(open);
        }

        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.qualification().withDiscovery(method, confirmed, open));
        }
    }

    /**
     * The deal is known better.
     *
     * @param deal the deal from now on
     */
    record DealKnown(Deal deal) implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(deal);
        }
    }

    /** The one notice after a final disqualification was sent. */
    record WantsBackTold() implements Change {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.journey().withWantsBackTold());
        }
    }
}
