package io.leadlifecycle.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one lead. The types of this package are the engine's own; a host adds another by writing
 * an immutable record:
 *
 * <pre>{@code
 * public record TrialStarted(String id, String leadId, Instant at, String plan) implements LeadEvent {}
 * }</pre>
 *
 * <p>A rule matches it by its simple name and reads its components. Events are values: safe to share between threads.
 */
public interface LeadEvent {
    /**
     * The id, unique per lead. The same id twice changes nothing and gives the first outcome.
     *
     * @return not blank
     */
    String id();

    /**
     * The lead it happened to.
     *
     * @return not blank
     */
    String leadId();

    /**
     * When it happened; cut to milliseconds by the engine. Before the lead's last entry it is late.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Who did it.
     *
     * @return a person or system, null when unknown
     */
    default @Nullable String actor() {
        return null;
    }

    /**
     * Whether a person's own act: then the moves it causes are manual.
     *
     * @return false unless the type says otherwise
     */
    default boolean manual() {
        return false;
    }
}
