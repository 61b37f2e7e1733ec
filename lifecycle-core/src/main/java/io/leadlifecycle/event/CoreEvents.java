package io.leadlifecycle.event;

import java.util.List;
import java.util.stream.Stream;

/** The event types of the core. */
public final class CoreEvents {
    /** Those that hosts fire, by name. */
    public static final List<Class<? extends LeadEvent>> FIRED = List.of(
            ContactAttempted.class,
            DiscoveryCancelled.class,
            DiscoveryCompleted.class,
            DoNotContactRequested.class,
            LeadAssigned.class,
            LeadCreated.class,
            LeadImported.class,
            LeadMerged.class,
            LeadResponded.class,
            LeftCompany.class,
            MeetingCancelled.class,
            MeetingSet.class,
            OpportunityCreated.class,
            OpportunityLost.class,
            OpportunityReopened.class,
            OpportunityUpdated.class,
            OpportunityWon.class,
            ProfileUpdated.class,
            Reinstated.class,
            SalesAccepted.class,
            SalesRejected.class,
            ScoreChanged.class,
            StageChangeRequested.class,
            Touchpoint.class);

    /** Those that the engine raises, by name. */
    public static final List<Class<? extends RaisedEvent>> RAISED = List.of(
            ClockRecomputed.class,
            FitChanged.class,
            LeadAbsorbed.class,
            LeadEvaluated.class,
            LeadQualified.class,
            NobodyAvailable.class,
            NoticeDue.class,
            OwnerLeft.class,
            ProfileChanged.class,
            RecyclingProposed.class,
            ReevaluationPlanned.class,
            SlaReached.class,
            SlaStopped.class,
            StageEntered.class,
            TimerFired.class);

    /** All of them: those that hosts fire, then those that the engine raises. */
    public static final List<Class<? extends LeadEvent>> ALL =
            Stream.concat(FIRED.stream(), RAISED.stream()).toList();

    private CoreEvents() {}
}
