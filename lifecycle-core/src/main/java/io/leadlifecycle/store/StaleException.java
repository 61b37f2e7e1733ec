package io.leadlifecycle.store;

import java.io.Serial;

/**
 * Another writer changed a lead, or drew from a pool, since it was read: nothing of the append was saved, and it may be
 * tried again.
 */
public final class StaleException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private StaleException(String message) {
        super(message);
    }

    /**
     * A lead was changed.
     *
     * @param leadId the lead
     * @param expected how many entries it was expected to have
     * @param found how many it has
     * @return the conflict
     */
    public static StaleException lead(String leadId, long expected, long found) {
        return new StaleException("The lead " + leadId + " has " + found + " entries, expected were " + expected
                + ": another writer was faster, and nothing was saved.");
    }

    /**
     * A pool was drawn from.
     *
     * @param pool the pool
     * @return the conflict
     */
    public static StaleException pool(String pool) {
        return new StaleException("Somebody else drew from the pool \"" + pool
                + "\" since it was read: another writer was faster, and nothing was saved.");
    }
}
