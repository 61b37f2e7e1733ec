package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule wants; the core judges it and applies, overrules or refuses it. Immutable.
 */
public sealed interface Proposal {
    /** A proposal that moves the lead; a rule makes at most one. */
    sealed interface Move extends Proposal {
        /**
         * Why.
         *
         * @return the words of the rule, null when it gave none, which is refused
         */
        @Nullable
        String because();

        /**
         * The same move with its why.
         *
         * @param text why
         * @return the move
         */
        Move with(String text);
    }

    /** A proposal that stops something and is applied before the lead leaves its stage. */
    sealed interface Stop extends Proposal {}

    /**
     * To a stage.
     *
     * @param stage the stage
     * @param reason the reason, null when the stage takes none
     * @param because why
     */
    record MoveTo(
            String stage, @Nullable String reason, @Nullable String because) implements Move {
        @Override
        public MoveTo with(String text) {
            return new MoveTo(stage, reason, text);
        }
    }

    /**
     * To the stage that qualifies, as a lead type.
     *
     * @param type the type
     * @param because why
     */
    record QualifyAs(String type, @Nullable String because) implements Move {
        @Override
        public QualifyAs with(String text) {
            return new QualifyAs(type, text);
        }
    }

    /**
     * Back to marketing.
     *
     * @param reason a reason that recycles
     * @param because why
     */
    record Recycle(String reason, @Nullable String because) implements Move {
        @Override
        public Recycle with(String text) {
            return new Recycle(reason, text);
        }
    }

    /**
     * Out of routing and scoring.
     *
     * @param reason a reason that disqualifies
     * @param because why
     */
    record Disqualify(String reason, @Nullable String because) implements Move {
        @Override
        public Disqualify with(String text) {
            return new Disqualify(reason, text);
        }
    }

    /**
     * The lead meets a requirement of the ideal customer profile.
     *
     * @param requirement the requirement
     */
    record Meets(String requirement) implements Proposal {}

    /** A proposal that changes the score. */
    sealed interface Points extends Proposal {
        /**
         * How many.
         *
         * @return the points
         */
        long points();

        /**
         * What they are for.
         *
         * @return the word of the rule, null when it gave none
         */
        @Nullable
        Noun noun();

        /**
         * The same points with what they are for.
         *
         * @param what what they are for, null for what the id of the rule says
         * @return the points
         */
        Points as(@Nullable Noun what);
    }

    /**
     * Points on the score.
     *
     * @param points how many, negative to take some away
     * @param noun what they are for
     */
    record AddPoints(long points, @Nullable Noun noun) implements Points {
        @Override
        public AddPoints as(@Nullable Noun what) {
            return new AddPoints(points, what);
        }
    }

    /**
     * Points off the score, at most as many as rules read as {@code lead.score}.
     *
     * @param points how many, 0 or more
     * @param noun what they are for
     */
    record RemovePoints(long points, @Nullable Noun noun) implements Points {
        @Override
        public RemovePoints as(@Nullable Noun what) {
            return new RemovePoints(points, what);
        }
    }

    /**
     * A new owner.
     *
     * @param ways how to find one; the first that has somebody counts
     * @param most how often rules may give the lead from one owner to another before nobody is drawn any more, 0 for any
     *     number of times
     */
    record AssignTo(List<Recipient> ways, int most) implements Proposal {
        /** Copies the list. */
        public AssignTo {
            ways = List.copyOf(ways);
        }
    }

    /** Nobody owns the lead any more. */
    record ReleaseOwner() implements Proposal {}

    /**
     * A clock starts; one that runs gets a new target from the same start.
     *
     * @param clock the clock
     * @param target the time allowed, null for that of another clock or, anew, its own
     * @param like the clock whose time is allowed, null for none
     * @param since the instant it counts from, null for now
     * @param noLater whether one that runs stays due when it was, at the latest
     * @param acrossStages whether it outlives the stage
     * @param anew whether one that runs is replaced by a fresh one
     */
    record StartClock(
            String clock,
            @Nullable TimeBudget target,
            @Nullable String like,
            @Nullable Instant since,
            boolean noLater,
            boolean acrossStages,
            boolean anew)
            implements Proposal {}

    /**
     * A clock pauses.
     *
     * @param clock the clock
     */
    record PauseClock(String clock) implements Proposal {}

    /**
     * A clock counts on.
     *
     * @param clock the clock
     */
    record ResumeClock(String clock) implements Proposal {}

    /**
     * A clock is answered.
     *
     * @param clock the clock
     */
    record StopClock(String clock) implements Stop {}

    /**
     * A timer starts; one that waits starts anew.
     *
     * @param timer the timer
     * @param delay how long it waits
     * @param restartedBy the event group that starts it anew, null for none
     * @param acrossStages whether it outlives the stage
     * @param repeating whether it starts anew each time it fires
     */
    record StartTimer(
            String timer, TimeBudget delay, @Nullable String restartedBy, boolean acrossStages, boolean repeating)
            implements Proposal {}

    /**
     * A timer does not fire.
     *
     * @param timer the timer
     */
    record CancelTimer(String timer) implements Stop {}

    /**
     * People are told.
     *
     * @param to who
     * @param cc who in copy
     * @param urgent whether it cannot wait
     * @param channels how to reach them
     * @param message what to say, null for the sentence of the rule
     * @param clock the clock it is about, null for the one whose milestone fell due or that the rule started
     */
    record Tell(
            Recipient to,
            List<Recipient> cc,
            boolean urgent,
            List<String> channels,
            @Nullable String message,
            @Nullable String clock)
            implements Proposal {
        /** Copies the lists. */
        public Tell {
            cc = List.copyOf(cc);
            channels = List.copyOf(channels);
        }
    }

    /**
     * The lead starts a re-engagement sequence.
     *
     * @param sequences the sequence, and those to take instead if the lead was in it before, in order
     */
    record EnrollIn(List<String> sequences) implements Proposal {
        /** Keeps a name that is missing, which is refused. */
        public EnrollIn {
            sequences = Collections.unmodifiableList(new ArrayList<>(sequences));
        }
    }

    /**
     * A flag stands.
     *
     * @param flag the flag
     * @param until the event group whose events clear it, null for none
     * @param whileInStage whether it ends with the stage
     */
    record RaiseFlag(String flag, @Nullable String until, boolean whileInStage) implements Proposal {}

    /**
     * A flag falls.
     *
     * @param flag the flag
     */
    record ClearFlag(String flag) implements Proposal {}
}
