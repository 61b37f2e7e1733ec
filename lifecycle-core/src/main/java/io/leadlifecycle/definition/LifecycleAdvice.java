package io.leadlifecycle.definition;

import io.leadlifecycle.model.StageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is allowed in a lifecycle and seldom a good idea. */
final class LifecycleAdvice {
    /** S4: most companies need 7 or 8 stages. */
    private static final int USUAL_STAGES = 7;
    /** Ours: from here on nobody keeps the exit criteria apart. */
    private static final int MANY_STAGES = 10;
    /** S3: keep to 5 to 7 reasons, fewer options have higher completion rates. */
    private static final int MOST_REASONS = 7;
    /** Ours: with fewer, everything ends up as the same reason. */
    private static final int FEWEST_REASONS = 4;

    private LifecycleAdvice() {}

    static List<Advice> on(LifecycleContent content) {
        List<Advice> advice = new ArrayList<>();
        onStages(content, advice);
        for (String list : Picklists.OF_PEOPLE) {
            List<String> reasons = content.picklists.get(list);
            if (reasons != null) {
                onReasons(list, reasons, advice);
                onEnds(content, list, reasons, advice);
            }
        }
        return List.copyOf(advice);
    }

    private static void onStages(LifecycleContent content, List<Advice> advice) {
        List<String> onTheWay = content.stages.values().stream()
                .filter(LifecycleAdvice::isOnTheWay)
                .map(Stage::name)
                .toList();
        if (onTheWay.size() > USUAL_STAGES) {
            Advice.Level level = onTheWay.size() < MANY_STAGES ? Advice.Level.NOTE : Advice.Level.WARNING;
            advice.add(new Advice(
                    level,
                    "The lifecycle \"" + content.name + "\" has " + onTheWay.size() + " stages on the way: " + onTheWay
                            + "; usual are up to " + USUAL_STAGES + "."));
        }
    }

    /** A stage where a lead rests until news qualify it is beside the way. */
    private static boolean isOnTheWay(Stage stage) {
        boolean resting = stage.evaluates() && stage.otherwise() == null && !stage.qualifies();
        return stage.kind() == StageKind.WON || (stage.kind() == StageKind.OPEN && !resting);
    }

    /** A lead that a person gives a reason goes where the reason says; the stage there has to take it. */
    private static void onEnds(LifecycleContent content, String list, List<String> given, List<Advice> advice) {
        for (Stage stage : content.stages.values()) {
            List<String> taken = content.picklists.get(stage.picklist());
            List<String> untaken = given.stream()
                    .filter(reason -> leadsTo(content.reasons.get(reason), stage.kind()))
                    .filter(reason -> taken != null && !taken.contains(reason))
                    .toList();
            if (!untaken.isEmpty()) {
                advice.add(new Advice(
                        Advice.Level.WARNING,
                        "The picklist \"" + list + "\" has " + untaken + ", which lead to the stage " + stage.name()
                                + "; its picklist \"" + stage.picklist() + "\" does not have them and the lead stays"
                                + " where it is."));
            }
        }
    }

    private static boolean leadsTo(@Nullable Reason reason, StageKind kind) {
        return reason != null
                && ((kind == StageKind.RECYCLED && reason.disposition() != Disposition.DISQUALIFY)
                        || (kind == StageKind.DISQUALIFIED && reason.disposition() != Disposition.RECYCLE));
    }

    private static void onReasons(String list, List<String> reasons, List<Advice> advice) {
        String has = "The picklist \"" + list + "\" has " + reasons.size() + " reasons: " + reasons + "; ";
        if (reasons.size() > MOST_REASONS) {
            advice.add(
                    new Advice(Advice.Level.WARNING, has + "people pick with care among up to " + MOST_REASONS + "."));
        }
        if (reasons.size() < FEWEST_REASONS) {
            advice.add(new Advice(
                    Advice.Level.WARNING,
                    has + "with fewer than " + FEWEST_REASONS + " they say little about what to do next."));
        }
    }
}
