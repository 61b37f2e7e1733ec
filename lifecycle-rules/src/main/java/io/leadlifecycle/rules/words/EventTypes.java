package io.leadlifecycle.rules.words;

import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCancelled;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.FitChanged;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.MeetingCancelled;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.OpportunityReopened;
import io.leadlifecycle.event.OpportunityUpdated;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.ProfileChanged;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.SlaStopped;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.event.Touchpoint;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The events that rules may match, by simple name: those of the core and those of the host. Immutable. */
public final class EventTypes {
    /** Every event of the core. */
    static final List<Class<? extends LeadEvent>> OF_CORE = List.of(
            ContactAttempted.class,
            DiscoveryCancelled.class,
            DiscoveryCompleted.class,
            DoNotContactRequested.class,
            FitChanged.class,
            LeadAssigned.class,
            LeadCreated.class,
            LeadEvaluated.class,
            LeadQualified.class,
            LeadResponded.class,
            LeftCompany.class,
            MeetingCancelled.class,
            MeetingSet.class,
            OpportunityCreated.class,
            OpportunityLost.class,
            OpportunityReopened.class,
            OpportunityUpdated.class,
            OpportunityWon.class,
            ProfileChanged.class,
            ProfileUpdated.class,
            Reinstated.class,
            SalesAccepted.class,
            SalesRejected.class,
            ScoreChanged.class,
            SlaReached.class,
            SlaStopped.class,
            StageChangeRequested.class,
            StageEntered.class,
            TimerFired.class,
            Touchpoint.class);

    private final SortedMap<String, Class<? extends LeadEvent>> byName;

    private EventTypes(SortedMap<String, Class<? extends LeadEvent>> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * The events of the core.
     *
     * @return the types
     */
    public static EventTypes ofCore() {
        SortedMap<String, Class<? extends LeadEvent>> byName = new TreeMap<>();
        OF_CORE.forEach(type -> byName.put(type.getSimpleName(), type));
        return new EventTypes(byName);
    }

    /**
     * These and one of the host.
     *
     * @param type a public record
     * @return the types
     * @throws IllegalArgumentException when rules could not read it, or its simple name is taken
     */
    public EventTypes with(Class<? extends LeadEvent> type) {
        if (!type.isRecord() || !isPublic(type)) {
            throw new IllegalArgumentException("The event " + type.getName() + " is not a public record; rules read the"
                    + " components of public records only.");
        }
        Class<? extends LeadEvent> known = byName.get(type.getSimpleName());
        if (known != null && known != type) {
            throw new IllegalArgumentException("The event " + type.getName() + " has the simple name of "
                    + known.getName() + "; a rule could not tell them apart.");
        }
        SortedMap<String, Class<? extends LeadEvent>> then = new TreeMap<>(byName);
        then.put(type.getSimpleName(), type);
        return new EventTypes(then);
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return type.getCanonicalName() != null;
    }

    /**
     * The event of a simple name.
     *
     * @param simpleName the name a rule uses
     * @return empty for an unknown one
     */
    public Optional<Class<? extends LeadEvent>> find(String simpleName) {
        return Optional.ofNullable(byName.get(simpleName));
    }

    /**
     * Every name.
     *
     * @return sorted
     */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Every type.
     *
     * @return sorted by name
     */
    public Collection<Class<? extends LeadEvent>> types() {
        return byName.values();
    }
}
