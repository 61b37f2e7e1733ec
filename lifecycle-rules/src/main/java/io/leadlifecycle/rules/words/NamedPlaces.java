package io.leadlifecycle.rules.words;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * Where in a rule which kind of name stands: as the value of a property ({@code LeadView.stage}) or as an argument
 * ({@code RuleLead.moveTo/1}). A text argument that is listed nowhere is a fault of this table, and a test says so.
 */
public final class NamedPlaces {
    private static final Map<String, NameKind> VALUES = Map.ofEntries(
            entry("LeadView.stage", NameKind.STAGE),
            entry("LeadView.reason", NameKind.REASON),
            entry("LeadView.fit", NameKind.FIT),
            entry("LeadView.type", NameKind.LEAD_TYPE),
            entry("StageEntered.disposition", NameKind.DISPOSITION),
            entry("LeadView.intent", NameKind.INTENT),
            entry("ClockView.verdict", NameKind.CLOCK_VERDICT),
            entry("StageEntered.stage", NameKind.STAGE),
            entry("StageEntered.from", NameKind.STAGE),
            entry("LeadImported.stage", NameKind.STAGE),
            entry("LeadImported.reason", NameKind.REASON),
            entry("StageChangeRequested.to", NameKind.STAGE),
            entry("StageChangeRequested.reason", NameKind.REASON),
            entry("FitChanged.from", NameKind.FIT),
            entry("NobodyAvailable.pool", NameKind.POOL),
            entry("OwnerLeft.pool", NameKind.POOL),
            entry("LeadAssigned.pool", NameKind.POOL),
            entry("LeadQualified.type", NameKind.LEAD_TYPE),
            entry("LeadQualified.from", NameKind.LEAD_TYPE),
            entry("SlaReached.sla", NameKind.CLOCK),
            entry("SlaStopped.sla", NameKind.CLOCK),
            entry("SlaStopped.verdict", NameKind.VERDICT),
            entry("TimerFired.timer", NameKind.TIMER),
            entry("Touchpoint.kind", NameKind.TOUCHPOINT),
            entry("RecyclingProposed.reason", NameKind.RECYCLING_REASON),
            entry("SalesRejected.reason", NameKind.REASON),
            entry("SalesRejected.disposition", NameKind.DISPOSITION),
            entry("OpportunityLost.reason", NameKind.REASON),
            entry("OpportunityLost.disposition", NameKind.DISPOSITION),
            entry("ContactAttempted.outcome", NameKind.OUTCOME),
            entry("DoNotContactRequested.scope", NameKind.SCOPE),
            entry("DiscoveryCompleted.method", NameKind.CHECKLIST),
            entry("DiscoveryCompleted.confirmed", NameKind.CHECKLIST_ITEM),
            entry("DiscoveryCompleted.missing", NameKind.CHECKLIST_ITEM));

    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "LeadView.reason",
            "StageEntered.disposition",
            "LeadView.type",
            "StageEntered.from",
            "RecyclingProposed.reason",
            "LeadQualified.from",
            "NobodyAvailable.pool",
            "ClockView.verdict");

    private static final Map<String, NameKind> ARGUMENTS = Map.ofEntries(
            entry("LeadView.profile/0", NameKind.PROFILE_FIELD),
            entry("LeadView.has/0", NameKind.PROFILE_FIELD),
            entry("ProfileChanged.changed/0", NameKind.PROFILE_FIELD),
            entry("LeadView.seniorityAtLeast/0", NameKind.SENIORITY),
            entry("LeadView.touches/0", NameKind.TOUCHPOINT),
            entry("LeadView.hasDone/0", NameKind.TOUCHPOINT),
            entry("LeadView.intent/0", NameKind.TOUCHPOINT),
            entry("LeadView.clock/0", NameKind.CLOCK),
            entry("LeadView.waiting/0", NameKind.TIMER),
            entry("LeadView.flagged/0", NameKind.FLAG),
            entry("LeadView.entries/0", NameKind.STAGE),
            entry("LeadView.hasPathTo/0", NameKind.STAGE),
            entry("TouchCount.sinceFirst/0", NameKind.TOUCHPOINT),
            entry("RuleLead.moveTo/0", NameKind.STAGE),
            entry("RuleLead.moveTo/1", NameKind.REASON),
            entry("RuleLead.qualifyAs/0", NameKind.LEAD_TYPE),
            entry("RuleLead.recycle/0", NameKind.RECYCLING_REASON),
            entry("RuleLead.disqualify/0", NameKind.DISQUALIFYING_REASON),
            entry("RuleLead.meets/0", NameKind.REQUIREMENT),
            entry("RuleLead.startClock/0", NameKind.STARTED_CLOCK),
            entry("RuleLead.restartClock/0", NameKind.CLOCK),
            entry("RuleLead.pauseClock/0", NameKind.CLOCK),
            entry("RuleLead.resumeClock/0", NameKind.CLOCK),
            entry("RuleLead.stopClock/0", NameKind.CLOCK),
            entry("RuleLead.startTimer/0", NameKind.STARTED_TIMER),
            entry("RuleLead.cancelTimer/0", NameKind.TIMER),
            entry("RuleLead.enrollIn/0", NameKind.SEQUENCE),
            entry("RuleLead.raiseFlag/0", NameKind.RAISED_FLAG),
            entry("RuleLead.clearFlag/0", NameKind.FLAG),
            entry("TimerTerms.restartedBy/0", NameKind.EVENT_GROUP),
            entry("FlagTerms.until/0", NameKind.EVENT_GROUP),
            entry("Because.because/0", NameKind.FREE),
            entry("PointTerms.as/0", NameKind.FREE),
            entry("PointTerms.as/1", NameKind.FREE),
            entry("Message.because/0", NameKind.FREE),
            entry("LeadView.lacks/0", NameKind.CHECKLIST_ITEM),
            entry("EnrollmentTerms.or/0", NameKind.SEQUENCE),
            entry("ClockTerms.like/0", NameKind.CLOCK),
            entry("Message.about/0", NameKind.CLOCK),
            entry("RuleWords.roundRobin/0", NameKind.POOL),
            entry("RuleWords.team/0", NameKind.FREE),
            entry("RuleWords.role/0", NameKind.ROLE),
            entry("RuleWords.person/0", NameKind.FREE));

    private NamedPlaces() {}

    /**
     * What the value of a property names.
     *
     * @param word such as {@code LeadView.stage}
     * @return {@code FREE} when it names nothing
     */
    public static NameKind ofValue(String word) {
        return VALUES.getOrDefault(word, NameKind.FREE);
    }

    static boolean mayBeEmpty(String word) {
        return MAY_BE_EMPTY.contains(word);
    }

    /**
     * What an argument names.
     *
     * @param word such as {@code RuleLead.moveTo}
     * @param place from 0
     * @return {@code FREE} when it names nothing
     */
    public static NameKind ofArgument(String word, int place) {
        return ARGUMENTS.getOrDefault(word + "/" + place, NameKind.FREE);
    }

    static boolean knowsArgument(String word, int place) {
        return ARGUMENTS.containsKey(word + "/" + place);
    }

    static Set<String> values() {
        return VALUES.keySet();
    }
}
