package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Intent;
import io.leadlifecycle.definition.Level;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.model.Journey;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.TouchHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the facts of a lead mean in its lifecycle. */
final class Meaning {
    private final Lifecycle lifecycle;
    private final LeadView view;

    Meaning(Lifecycle lifecycle, LeadView view) {
        this.lifecycle = lifecycle;
        this.view = view;
    }

    boolean seniorityAtLeast(String level) {
        List<String> ladder = lifecycle.seniority().stream().map(Level::name).toList();
        String seniority = view.getSeniority();
        int own = seniority == null ? -1 : ladder.indexOf(seniority);
        int asked = ladder.indexOf(level);
        return asked >= 0 && own >= asked;
    }

    boolean isChecklistCovered() {
        Qualification qualification = view.lead().qualification();
        String method = qualification.method();
        if (method == null || !lifecycle.gate().map(method::equals).orElse(true)) {
            return false;
        }
        List<String> items = items(method);
        return !items.isEmpty() && qualification.confirmed().containsAll(items);
    }

    boolean lacks(String item) {
        Qualification qualification = view.lead().qualification();
        String method = qualification.method();
        return method != null
                && items(method).contains(item)
                && !qualification.confirmed().contains(item);
    }

    private List<String> items(String method) {
        return lifecycle.checklist(method).map(Checklist::items).orElse(List.of());
    }

    boolean hasPathTo(String stage) {
        return lifecycle.pathsFrom(view.getStage()).stream()
                .anyMatch(path -> path.to().equals(stage));
    }

    String intent(String kind) {
        return lifecycle
                .touchpointKind(kind)
                .map(known -> known.intent().name())
                .orElse("");
    }

    boolean engagedSince(@Nullable Instant since) {
        Instant replied = view.lead().contact().lastReplyAt();
        return (replied != null && (since == null || replied.isAfter(since)))
                || view.lead().touches().histories().stream()
                        .filter(history -> lifecycle
                                .touchpointKind(history.name())
                                .filter(known -> !known.automated())
                                .isPresent())
                        .anyMatch(history -> new TouchCount(view, history, since).getCount() > 0);
    }

    /** What happened at this very instant is the signal, unless it says little; else the strongest there was. */
    Instant signal() {
        Instant scored = view.lead().qualification().scoredAt();
        boolean repliedNow = view.now().equals(view.lead().contact().lastReplyAt());
        if (view.now().equals(scored) || repliedNow || touchedNow()) {
            return view.now();
        }
        Instant signal = strongestTouch().orElse(scored == null ? view.now() : scored);
        return cameBackAt().filter(back -> back.isAfter(signal)).orElse(signal);
    }

    /** When a lead that was disqualified came back: nobody could answer what it did before. */
    private Optional<Instant> cameBackAt() {
        Journey journey = view.lead().journey();
        Optional<Instant> out = lifecycle
                .stageOf(StageKind.DISQUALIFIED)
                .flatMap(stage -> journey.stampsOf(stage.name()))
                .map(StageStamps::latest);
        return lifecycle
                .reinstateTo()
                .flatMap(journey::stampsOf)
                .map(StageStamps::latest)
                .filter(back -> out.isPresent() && !back.isBefore(out.get()));
    }

    private boolean touchedNow() {
        return view.lead().touches().histories().stream()
                .filter(history ->
                        view.now().equals(view.touches(history.name()).latest()))
                .anyMatch(history -> !intent(history.name()).equals(Intent.LOW.name()));
    }

    boolean isWithSales() {
        String qualifying =
                lifecycle.qualifyingStage().map(stage -> stage.name()).orElse(null);
        return qualifying != null
                && view.lead().journey().kind() == StageKind.OPEN
                && lifecycle.place(view.getStage()) > lifecycle.place(qualifying);
    }

    TimeBudget expectedTimes(long factor) {
        if (factor < 1) {
            throw new IllegalArgumentException(
                    "The expected time is asked for " + factor + " times; 1 or more make sense.");
        }
        return lifecycle
                .stage(view.getStage())
                .map(Stage::expected)
                .map(stay -> new TimeBudget(stay.unit(), Math.multiplyExact(stay.amount(), factor)))
                .orElse(TimeBudget.minutes(0));
    }

    /** The latest touch of the highest intent. */
    private Optional<Instant> strongestTouch() {
        Instant latest = null;
        Intent highest = Intent.LOW;
        for (TouchHistory history : view.lead().touches().histories()) {
            Instant at = view.touches(history.name()).latest();
            if (at == null) {
                continue;
            }
            Intent intent = lifecycle
                    .touchpointKind(history.name())
                    .map(TouchpointKind::intent)
                    .orElse(Intent.LOW);
            boolean stronger = latest == null || intent.compareTo(highest) > 0;
            if (stronger || (intent == highest && at.isAfter(latest))) {
                latest = at;
                highest = intent;
            }
        }
        return Optional.ofNullable(latest);
    }
}
