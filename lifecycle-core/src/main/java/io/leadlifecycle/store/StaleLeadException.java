package io.leadlifecycle.store;

import java.io.Serial;

/** Another writer changed a lead since it was loaded: nothing of the append was saved, and it may be tried again. */
public final class StaleLeadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A conflict.
     *
     * @param leadId the lead
     * @param expected how many entries it was expected to have
     * @param found how many it has
     */
    public StaleLeadException(String leadId, long expected, long found) {
        super("The lead " + leadId + " has " + found + " entries, expected were " + expected
                + ": another writer was faster, and nothing was saved.");
    }
}
