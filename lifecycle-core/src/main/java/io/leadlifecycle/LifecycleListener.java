package io.leadlifecycle;

import io.leadlifecycle.model.Lead;

/**
 * Hears what happened, after it was stored and outside the lead's lock; per lead in order. It may fire events itself. A
 * failure is logged and changes nothing.
 */
@FunctionalInterface
public interface LifecycleListener {
    /**
     * Something happened.
     *
     * @param outcome what became of an event, or of what fell due
     * @param lead the lead after it
     */
    void happened(Outcome outcome, Lead lead);
}
