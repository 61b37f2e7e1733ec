package io.leadlifecycle.model;

import org.jspecify.annotations.Nullable;

/**
 * Who works the lead. Immutable; every method answers another ownership.
 *
 * @param owner the person, null when nobody does
 * @param previousOwner the person before, kept when a lead is recycled
 * @param pool the pool the owner was drawn from, null for none
 * @param reassignments how often rules gave it from one owner to another since it qualified
 * @param asked how often an owner was asked for that had to be drawn
 * @param waiting what it waits for, null when it waits for no owner
 */
public record Ownership(
        @Nullable String owner,
        @Nullable String previousOwner,
        @Nullable String pool,
        int reassignments,
        int asked,
        @Nullable Waiting waiting) {
    /** Nobody yet. */
    public static final Ownership NOBODY = new Ownership(null, null, null, 0, 0, null);

    /**
     * With another owner; it waits for none any more.
     *
     * @param person the owner, null for nobody
     * @param previous who owned it before
     * @param fromPool the pool the owner was drawn from, null for none
     * @param again whether a rule took it from one owner and gave it to another
     * @return the new ownership
     */
    public Ownership ownedBy(
            @Nullable String person, @Nullable String previous, @Nullable String fromPool, boolean again) {
        return new Ownership(person, previous, fromPool, again ? reassignments + 1 : reassignments, asked, null);
    }

    /**
     * Waiting for an owner, or for none any more.
     *
     * @param then what it waits for, null for nothing
     * @return the new ownership
     */
    public Ownership waitingFor(@Nullable Waiting then) {
        int count = then == null ? asked : then.number();
        return new Ownership(owner, previousOwner, pool, reassignments, count, then);
    }

    /**
     * Qualified anew: reassignments are counted from here.
     *
     * @return the new ownership
     */
    public Ownership qualifiedAnew() {
        return new Ownership(owner, previousOwner, pool, 0, asked, waiting);
    }

    /**
     * The owner before is preferred no more.
     *
     * @return the new ownership
     */
    public Ownership forgettingPrevious() {
        return new Ownership(owner, null, pool, reassignments, asked, waiting);
    }

    /**
     * Given from one owner to another so many times.
     *
     * @param times how often
     * @return the new ownership
     */
    public Ownership reassigned(int times) {
        return new Ownership(owner, previousOwner, pool, times, asked, waiting);
    }
}
