package io.leadlifecycle.model;

/** Who caused a move: every transition has one (S0 1d: automated, manual, time-based). */
public enum Trigger {
    /** An event of a system or of the lead itself. */
    AUTOMATIC,
    /** A person acted: accepted, rejected, called, asked for a stage. */
    MANUAL,
    /** Something fell due: a clock, a timer, the limit of a stage. */
    TIMED
}
