package io.leadlifecycle.model;

/** Whether an SLA clock counts. */
public enum ClockState {
    /** Counts the open time of its calendar. */
    RUNNING,
    /** Keeps what it has counted and nothing falls due. */
    PAUSED,
    /** Answered or ended; it never counts again. */
    STOPPED
}
