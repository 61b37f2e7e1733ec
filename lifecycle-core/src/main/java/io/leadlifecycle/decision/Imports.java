package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.model.Import;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads old data against the lifecycle: stages for old status values, reasons of the picklist, sound stamps. */
final class Imports {
    /** More entries into one stage than any lead has; beyond it a number is a mistake. */
    static final int MOST_ENTRIES = 1_000_000;

    private final Lifecycle lifecycle;

    Imports(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** The event with every name resolved; throws what is wrong with it. */
    LeadImported admit(LeadImported event, Lead lead) {
        Stage stage = lifecycle.stage(stage(event, event.stage(), "stage")).orElseThrow();
        String stands = lead.stage();
        if (!stands.isEmpty() && !stands.equals(stage.name())) {
            throw refused(
                    event,
                    "it says " + stage.name() + " and lead " + lead.id() + " stands in " + stands
                            + "; an import moves nobody, StageChangeRequested does");
        }
        Gate.fields(event, event.profile());
        if (event.score() != null) {
            Gate.bounded(event, event.score());
        }
        return new LeadImported(
                event.id(),
                event.leadId(),
                event.at(),
                stage.name(),
                stamps(event),
                reason(event, stage, lead),
                isBlank(event.owner()) ? null : event.owner(),
                event.source(),
                event.campaign(),
                event.firstTouchAt(),
                event.profile(),
                event.score(),
                event.actor());
    }

    private String stage(LeadImported event, @Nullable String given, String what) {
        if (given == null || given.isBlank()) {
            throw refused(event, "the " + what + " is missing; the stages are " + lifecycle.stageNames());
        }
        return lifecycle
                .stageOfStatus(given)
                .orElseThrow(() -> refused(
                        event,
                        "the " + what + " \"" + given + "\" is neither an old status value that the lifecycle maps nor"
                                + " one of " + Suggestion.allowed(given, lifecycle.stageNames())));
    }

    private @Nullable String reason(LeadImported event, Stage stage, Lead lead) {
        String given = event.reason();
        if (given == null || given.isBlank()) {
            return null;
        }
        String reason = lifecycle.reason(given).map(Reason::name).orElse(given);
        String list = stage.picklist();
        if (list == null) {
            throw refused(event, "the stage " + stage.name() + " takes no reason, \"" + given + "\" is given");
        }
        if (!lifecycle.picklist(list).contains(reason)) {
            throw refused(
                    event,
                    "the reason \"" + given + "\" is not in the picklist \"" + list + "\" of " + stage.name() + ": "
                            + Suggestion.allowed(given, lifecycle.picklist(list)));
        }
        String known = lead.journey().reason();
        if (!lead.stage().isEmpty() && !reason.equals(known)) {
            throw refused(
                    event,
                    "the reason \"" + given + "\" is not the one that lead " + lead.id() + " stands in " + stage.name()
                            + " for: " + (known == null ? "unknown" : "\"" + known + "\""));
        }
        return reason;
    }

    private Map<String, Stamp> stamps(LeadImported event) {
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Stamp> stamps = new TreeMap<>();
        event.stamps().forEach((name, given) -> {
            String stage = stage(event, name, "stage of a stamp");
            stamps.merge(stage, sound(event, name, given, at), Imports::together);
        });
        return stamps;
    }

    private static Stamp together(Stamp a, Stamp b) {
        return new Stamp(
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                a.latest().isAfter(b.latest()) ? a.latest() : b.latest(),
                a.entries() + b.entries());
    }

    private static Stamp sound(LeadImported event, String name, @Nullable Stamp given, Instant at) {
        if (given == null || isMissing(given.first()) || isMissing(given.latest())) {
            throw refused(event, "the stamp of \"" + name + "\" has no instant; leave out a stamp that is unknown");
        }
        Instant first = given.first().truncatedTo(ChronoUnit.MILLIS);
        Instant latest = given.latest().truncatedTo(ChronoUnit.MILLIS);
        String what = "the stamp of \"" + name + "\" ";
        if (given.entries() < 1 || given.entries() > MOST_ENTRIES) {
            throw refused(event, what + "counts " + given.entries() + " entries, 1 to " + MOST_ENTRIES + " make sense");
        }
        if (first.isAfter(latest)) {
            throw refused(event, what + "has a first entry at " + first + ", after its latest at " + latest);
        }
        if (given.entries() == 1 && !first.equals(latest)) {
            throw refused(event, what + "counts 1 entry and has two instants, " + first + " and " + latest);
        }
        if (latest.isAfter(at)) {
            throw refused(event, what + "is at " + latest + ", after the import at " + at);
        }
        return new Stamp(first, latest, given.entries());
    }

    /** What an admitted import says of the journey. */
    Import read(LeadImported event, Lead lead, Instant now) {
        Stage stage = lifecycle.stage(event.stage()).orElseThrow();
        boolean begins = lead.stage().isEmpty();
        String reason = event.reason();
        boolean isFinal =
                reason != null && lifecycle.reason(reason).map(Reason::isFinal).orElse(false);
        List<StageStamps> stamps = new ArrayList<>();
        event.stamps()
                .forEach((name, stamp) -> stamps.add(
                        new StageStamps(name, stamp.first(), stamp.latest(), stamp.entries(), Duration.ZERO)));
        String recycled = lifecycle.stageOf(StageKind.RECYCLED).map(Stage::name).orElse(null);
        return new Import(begins, stage.name(), stage.kind(), now, reason, isFinal, stamps, recycled);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isMissing(@Nullable Object value) {
        return Objects.isNull(value);
    }

    private static Gate.RefusedException refused(LeadImported event, String why) {
        return Gate.refused(event, why);
    }
}
