package io.leadlifecycle.definition;

/** What a reason does with the lead. */
public enum Disposition {
    /** Not ready now: back to marketing with a structured path. */
    RECYCLE,
    /** Not a fit: out of routing and scoring. */
    DISQUALIFY,
    /** Whoever gives the reason says which of the two. */
    CHOSEN
}
