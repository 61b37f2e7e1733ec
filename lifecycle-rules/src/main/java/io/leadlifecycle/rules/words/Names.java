package io.leadlifecycle.rules.words;

import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Intent;
import io.leadlifecycle.definition.Level;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.Fit;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.text.Suggestion;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which names there are: those of the lifecycle, and those that the rules of the book introduce. */
public final class Names {
    private static final List<String> OUTCOMES =
            List.of("connected", "no answer", "voicemail", "bounced", "wrong number");
    private static final List<String> SCOPES = List.of("MARKETING", "ALL");
    private static final List<String> TIMERS_OF_CORE = List.of("stage wait", "stage limit", "stage review");
    private static final List<String> FLAGS_OF_CORE = List.of("incomplete data");

    private final Lifecycle lifecycle;
    private final Map<NameKind, Set<String>> introduced = new EnumMap<>(NameKind.class);
    private boolean complete = true;

    /**
     * The names of a lifecycle and of the core; those of rules are introduced.
     *
     * @param lifecycle the lifecycle
     */
    public Names(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
        introduced.put(NameKind.CLOCK, new TreeSet<>());
        introduced.put(NameKind.TIMER, new TreeSet<>(TIMERS_OF_CORE));
        introduced.put(NameKind.FLAG, new TreeSet<>(FLAGS_OF_CORE));
    }

    /** Some rules could not be read, so what they introduce is not known. */
    public void incomplete() {
        complete = false;
    }

    /**
     * A rule starts or raises something.
     *
     * @param kind what
     * @param name its name
     */
    public void introduce(NameKind kind, String name) {
        NameKind as = switch (kind) {
            case STARTED_CLOCK -> NameKind.CLOCK;
            case STARTED_TIMER -> NameKind.TIMER;
            default -> NameKind.FLAG;
        };
        introduced.getOrDefault(as, new TreeSet<>()).add(name);
    }

    /**
     * The clocks that rules start.
     *
     * @return their names, sorted
     */
    public Set<String> clocks() {
        return introduced.getOrDefault(NameKind.CLOCK, Set.of());
    }

    /**
     * What is wrong with a name that a rule proposes with; an alias of a reason is as good as the reason.
     *
     * @param kind what it names
     * @param name the name
     * @return empty when it is fine
     */
    public Optional<String> problemOfArgument(NameKind kind, String name) {
        boolean reason =
                kind == NameKind.REASON || kind == NameKind.RECYCLING_REASON || kind == NameKind.DISQUALIFYING_REASON;
        return problem(kind, reason ? lifecycle.reason(name).map(Reason::name).orElse(name) : name);
    }

    /**
     * What is wrong with a name that a condition compares with; events never hold an alias when rules see them.
     *
     * @param kind what it names
     * @param name the name
     * @return empty when it is fine
     */
    public Optional<String> problemOfValue(NameKind kind, String name) {
        Optional<String> reason = lifecycle.reason(name).map(Reason::name);
        if (kind == NameKind.REASON && reason.isPresent() && !reason.get().equals(name)) {
            return Optional.of("The reason \"" + name + "\" is an alias; rules see the reason itself. Maybe \""
                    + reason.get() + "\"?");
        }
        return problem(kind, name);
    }

    private Optional<String> problem(NameKind kind, String name) {
        if (kind == NameKind.FREE) {
            return Optional.empty();
        }
        if (name.isBlank()) {
            return Optional.of("The name of a " + kind.words() + " is empty.");
        }
        boolean cannotTell = kind.isIntroducedElsewhere() && !complete;
        if (kind == NameKind.PROFILE_FIELD || kind.isIntroduced() || cannotTell) {
            return Optional.empty();
        }
        boolean anything = (kind == NameKind.ROLE && lifecycle.roles().isEmpty())
                || (kind == NameKind.POOL && allowed(kind).isEmpty());
        if (anything) {
            return Optional.empty();
        }
        Collection<String> allowed = allowed(kind);
        if (allowed.contains(name)) {
            return Optional.empty();
        }
        String unknown = kind.isIntroducedElsewhere()
                ? "No rule of the book " + (kind == NameKind.FLAG ? "raises" : "starts") + " the " + kind.words()
                        + " \"" + name + "\"; there are "
                : "The " + kind.words() + " \"" + name + "\" is unknown; allowed are ";
        return Optional.of(unknown + Suggestion.allowed(name, allowed));
    }

    private Collection<String> allowed(NameKind kind) {
        return switch (kind) {
            case STAGE -> lifecycle.stageNames();
            case FIT -> names(Fit.values());
            case LEAD_TYPE -> lifecycle.types();
            case TOUCHPOINT -> lifecycle.touchpointKinds();
            case INTENT -> names(Intent.values());
            case REASON -> lifecycle.reasons().stream().map(Reason::name).toList();
            case RECYCLING_REASON -> picklistOf(StageKind.RECYCLED);
            case DISQUALIFYING_REASON -> picklistOf(StageKind.DISQUALIFIED);
            case DISPOSITION -> List.of(Disposition.RECYCLE.name(), Disposition.DISQUALIFY.name());
            case OUTCOME -> OUTCOMES;
            case SCOPE -> SCOPES;
            case VERDICT -> List.of(Verdict.MET.name(), Verdict.BREACHED.name(), Verdict.CANCELLED.name());
            case CLOCK_VERDICT -> names(Verdict.values());
            case REQUIREMENT ->
                lifecycle.fitRequirements().stream().map(Requirement::name).toList();
            case EVENT_GROUP -> lifecycle.groupNames();
            case CHECKLIST -> lifecycle.checklistNames();
            case CHECKLIST_ITEM -> checklistItems();
            case SEQUENCE -> lifecycle.sequences();
            case ROLE -> lifecycle.roles();
            case POOL -> pools();
            case SENIORITY -> lifecycle.seniority().stream().map(Level::name).toList();
            case CLOCK, TIMER, FLAG -> introduced.getOrDefault(kind, Set.of());
            case PROFILE_FIELD, STARTED_CLOCK, STARTED_TIMER, RAISED_FLAG, FREE -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private List<String> picklistOf(StageKind kind) {
        return lifecycle
                .stageOf(kind)
                .map(Stage::picklist)
                .map(lifecycle::picklist)
                .orElseGet(() -> lifecycle.reasons().stream().map(Reason::name).toList());
    }

    private SortedSet<String> pools() {
        SortedSet<String> pools = new TreeSet<>(lifecycle.pools());
        lifecycle.directory().ifPresent(directory -> pools.addAll(directory.poolNames()));
        return pools;
    }

    private List<String> checklistItems() {
        return lifecycle.checklistNames().stream()
                .flatMap(name -> lifecycle.checklist(name).map(Checklist::items).orElse(List.of()).stream())
                .distinct()
                .toList();
    }
}
