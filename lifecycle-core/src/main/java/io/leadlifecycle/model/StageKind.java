package io.leadlifecycle.model;

/**
 * What the core needs to know of a stage; it asks for the kind and never for the name.
 *
 * <p>{@link #RECYCLED} and {@link #DISQUALIFIED} occur at most once in a lifecycle, the others as often as wanted.
 */
public enum StageKind {
    /** On the way or parked: the lead may still become anything. */
    OPEN,
    /** The deal was won. */
    WON,
    /** The deal was lost and waits for its disposition: recycled or disqualified, there is no third way (S4, zombies). */
    LOST,
    /** Qualified before and not ready now (S0, S4). */
    RECYCLED,
    /** Not a fit, with a reason that is final or not (S0, S1). */
    DISQUALIFIED
}
