package io.leadlifecycle.model;

/** How an SLA clock came out. Compliance counts {@link #MET} and {@link #BREACHED} only. */
public enum Verdict {
    /** Not decided yet. */
    OPEN,
    /** Answered at or before the due instant. */
    MET,
    /** Not answered when it was due. */
    BREACHED,
    /** Ended without an answer before it was due: the lead was disqualified, merged or moved elsewhere. */
    CANCELLED
}
