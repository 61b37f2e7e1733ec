package io.leadlifecycle.event;

/** An event that the engine raises itself; a host never fires one. */
public sealed interface RaisedEvent extends LeadEvent
        permits ClockRecomputed,
                StageEntered,
                LeadQualified,
                ProfileChanged,
                FitChanged,
                SlaReached,
                SlaStopped,
                TimerFired,
                LeadEvaluated,
                LeadAbsorbed,
                NobodyAvailable,
                NoticeDue,
                OwnerLeft,
                RecyclingProposed,
                ReevaluationPlanned {}
