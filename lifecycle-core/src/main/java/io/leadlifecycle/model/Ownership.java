package io.leadlifecycle.model;

import org.jspecify.annotations.Nullable;

/**
 * Who works the lead.
 *
 * @param owner the person, null when nobody does
 * @param previousOwner the person before, kept when a lead is recycled
 */
public record Ownership(@Nullable String owner, @Nullable String previousOwner) {
    /** Nobody yet. */
    public static final Ownership NOBODY = new Ownership(null, null);
}
