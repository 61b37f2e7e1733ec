package io.leadlifecycle.decision;

import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.model.Contact;
import io.leadlifecycle.model.Flag;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.TouchHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a lead last did what starts timers anew and clears flags, as far as the lead itself says: the instants of touches,
 * replies and contact attempts are on it, those of meetings, discoveries and deals are not.
 */
final class LifeSigns {
    private final Context context;

    LifeSigns(Context context) {
        this.context = context;
    }

    /** The latest event of a group; empty when there was none, or none that is known. */
    Optional<Instant> latest(Lead lead, String group) {
        return Stream.of(touched(lead, group), replied(lead.contact(), group), attempted(lead.contact(), group))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> touched(Lead lead, String group) {
        return lead.touches().histories().stream()
                .filter(history -> isIn(group, "Touchpoint") && !isAutomated(history))
                .map(TouchHistory::lastSeen)
                .max(Comparator.naturalOrder());
    }

    private boolean isAutomated(TouchHistory history) {
        return context.lifecycle
                .touchpointKind(history.name())
                .map(TouchpointKind::automated)
                .orElse(false);
    }

    /** A reply that is no later than the latest attempt may be an attempt that the lead answered. */
    private Optional<Instant> replied(Contact contact, String group) {
        Instant attempt = contact.lastAttemptAt();
        return known(contact.lastReplyAt(), isIn(group, "LeadResponded"))
                .filter(at -> attempt == null || at.isAfter(attempt));
    }

    private Optional<Instant> attempted(Contact contact, String group) {
        return known(contact.lastAttemptAt(), isIn(group, "ContactAttempted"));
    }

    private static Optional<Instant> known(@Nullable Instant at, boolean counts) {
        return counts ? Optional.ofNullable(at) : Optional.empty();
    }

    private boolean isIn(String group, String event) {
        return context.lifecycle.inGroup(group, event);
    }

    /**
     * Whether a flag of one lead would have fallen, or not been raised, by what another lead did that is the same one. When
     * it was raised is not known. It was so before the latest entry of its lead, and while a sweep of its name that the same
     * events start anew would still wait, nothing raised it. Where neither tells, it stays.
     */
    boolean wouldHaveCleared(Flag flag, Lead of, Lead other, Instant now) {
        String group = flag.until();
        if (group == null || other.marks().flagged(flag.name())) {
            return false;
        }
        return latest(other, group)
                .filter(at -> at.isAfter(of.lastEntryAt()) || sweepWouldWait(flag.name(), group, of, at, now))
                .isPresent();
    }

    private boolean sweepWouldWait(String flag, String group, Lead lead, Instant from, Instant now) {
        return lead.timer(flag)
                .filter(timer -> group.equals(timer.restartedBy()))
                .map(timer -> due(timer, lead, from).isAfter(now))
                .orElse(false);
    }

    /** When a timer fires that counts from an instant. */
    Instant due(Timer timer, Lead lead, Instant from) {
        return timer.delay().dueAfter(context.calendarOf(lead), from);
    }
}
