package io.leadlifecycle.clock;

import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs or is paused, and whose lead it is. Immutable.
 *
 * @param leadId the lead
 * @param stage the stage the lead is in, which need not be the one the clock was started in
 * @param owner who owns the lead, null for nobody
 * @param clock the clock
 */
public record OpenClock(
        String leadId, String stage, @Nullable String owner, Clock clock) {
    /** By due instant, those without one last, then by lead, then by name. */
    public static final Comparator<OpenClock> ORDER = Comparator.comparing(
                    OpenClock::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(OpenClock::leadId)
            .thenComparing(OpenClock::name);

    /**
     * The open clocks of a lead.
     *
     * @param lead the lead
     * @return sorted by name
     */
    public static List<OpenClock> of(Lead lead) {
        return lead.clocks().stream()
                .filter(Clock::isOpen)
                .map(clock ->
                        new OpenClock(lead.id(), lead.stage(), lead.ownership().owner(), clock))
                .toList();
    }

    /** The clock's name. */
    public String name() {
        return clock.name();
    }

    /** When it is, or was, due; null while it is paused and not breached. */
    public @Nullable Instant dueAt() {
        return clock.dueAt();
    }

    /** One line for people. */
    @Override
    public String toString() {
        return leadId + " " + clock.name() + "#" + clock.number() + " in " + stage + ", "
                + (owner == null ? "nobody's" : "owner " + owner) + ": "
                + clock.verdict().name().toLowerCase(Locale.ROOT) + ", " + clock.target()
                + (clock.dueAt() == null ? ", paused" : ", due " + clock.dueAt());
    }
}
