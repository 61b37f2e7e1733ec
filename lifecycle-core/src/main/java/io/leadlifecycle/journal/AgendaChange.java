package io.leadlifecycle.journal;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.HeldNotice;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Told;

/** A change of what runs for a lead and of what falls due: clocks, timers, notices and what is parked. Immutable. */
public sealed interface AgendaChange extends Change {
    /** What happened to a clock. */
    enum ClockTurn {
        /** It began to count. */
        STARTED,
        /** It got another target. */
        RETARGETED,
        /** It stopped counting for a while. */
        PAUSED,
        /** It counts on. */
        RESUMED,
        /** Another person owns the lead; the rest counts in that person's calendar. */
        MOVED,
        /** It was counted anew after an edit of its calendar or target. */
        RECOMPUTED,
        /** It reached a milestone. */
        REACHED,
        /** It ran for a lead that was merged into this one and goes on here. */
        TAKEN,
        /** It was answered. */
        ANSWERED,
        /** It ended without an answer. */
        ENDED
    }

    /**
     * A clock changed.
     *
     * @param turn what happened
     * @param clock the clock from now on
     */
    record ClockSet(ClockTurn turn, Clock clock) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(clock));
        }
    }

    /**
     * A timer was started.
     *
     * @param timer the timer
     */
    record TimerStarted(Timer timer) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(timer));
        }
    }

    /** How a timer ended. */
    enum TimerEnd {
        /** It fired. */
        FIRED,
        /** A rule cancelled it. */
        CANCELLED,
        /** Its stage ended. */
        STAGE_LEFT,
        /** Its lead was merged into another. */
        MERGED
    }

    /**
     * A timer ended.
     *
     * @param timer its name
     * @param number which start of it
     * @param how how it ended
     */
    record TimerEnded(String timer, int number, TimerEnd how) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().without(timer));
        }
    }

    /**
     * What fell due failed and waits for another rule book or a retry.
     *
     * @param item what was parked
     */
    record ItemParked(Parked item) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(item));
        }
    }

    /**
     * What was parked is fired again, or its clock or timer is gone.
     *
     * @param item what was parked
     */
    record ItemUnparked(Parked item) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().without(item));
        }
    }

    /**
     * A notice about clocks waits for the next opening: a new one, or one that names more clocks or waits for another
     * opening from now on.
     *
     * @param notice the notice
     */
    record NoticeHeld(HeldNotice notice) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(lead.agenda().notices().holding(notice)));
        }
    }

    /**
     * A notice that waited was told.
     *
     * @param number its number
     */
    record NoticeLetGo(int number) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(lead.agenda().notices().lettingGo(number)));
        }
    }

    /**
     * Somebody was told of a milestone.
     *
     * @param what who was told of what
     */
    record MilestoneTold(Told what) implements AgendaChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.agenda().with(lead.agenda().notices().telling(what)));
        }
    }
}
