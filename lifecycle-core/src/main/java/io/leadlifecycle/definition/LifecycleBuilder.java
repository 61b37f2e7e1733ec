package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Suggestion;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Lifecycle}. Not thread-safe. Every verb refuses a name given twice; {@link #build} refuses what does
 * not fit together and says what was allowed.
 *
 * <ul>
 *   <li>calendar {@code default}: {@link BusinessCalendar#STANDARD}
 *   <li>event groups, checklists, picklists, kinds of touch: none
 * </ul>
 */
public final class LifecycleBuilder {
    final String name;
    final Map<String, Stage> stages = new LinkedHashMap<>();
    final List<Path> paths = new ArrayList<>();
    final Map<String, Reason> reasons = new LinkedHashMap<>();
    final Map<String, List<String>> picklists = new LinkedHashMap<>();
    final Map<String, TouchpointKind> kinds = new LinkedHashMap<>();
    final Map<String, Checklist> checklists = new LinkedHashMap<>();
    final Map<String, List<String>> groups = new LinkedHashMap<>();
    final Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
    final List<Requirement> fit = new ArrayList<>();
    final List<Level> seniority = new ArrayList<>();
    List<String> types = List.of();
    List<String> sequences = List.of();
    List<String> internalDomains = List.of();
    List<String> roles = List.of();

    @Nullable
    String reinstateTo;

    @Nullable
    String gate;

    @Nullable
    Directory directory;

    LifecycleBuilder(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A lifecycle needs a name.");
        }
        this.name = name;
    }

    /**
     * Adds a stage; the order is the lifecycle's order.
     *
     * @param stage the stage
     * @return this builder
     */
    public LifecycleBuilder stage(Stage stage) {
        put(stages, stage.name(), stage, "stage");
        return this;
    }

    /**
     * Allows a move.
     *
     * @param path the path
     * @return this builder
     */
    public LifecycleBuilder path(Path path) {
        paths.add(path);
        return this;
    }

    /**
     * Allows a move that nobody in particular owns.
     *
     * @param from the stage left
     * @param to the stage entered
     * @param triggers who may cause it
     * @return this builder
     */
    public LifecycleBuilder path(String from, String to, Trigger... triggers) {
        return path(new Path(from, to, List.of(triggers), "", false));
    }

    /**
     * Adds a reason.
     *
     * @param reason the reason
     * @return this builder
     */
    public LifecycleBuilder reason(Reason reason) {
        put(reasons, reason.name(), reason, "reason");
        return this;
    }

    /**
     * Adds a picklist: {@code rejection} and {@code closed lost} are those of the events, any other belongs to a stage.
     *
     * @param list its name
     * @param names the reasons, in the order that decides between two
     * @return this builder
     */
    public LifecycleBuilder picklist(String list, List<String> names) {
        put(picklists, list, List.copyOf(names), "picklist");
        return this;
    }

    /**
     * Adds a kind of touch.
     *
     * @param kind the kind
     * @return this builder
     */
    public LifecycleBuilder touchpoint(TouchpointKind kind) {
        put(kinds, kind.name(), kind, "touchpoint kind");
        return this;
    }

    /**
     * Adds a requirement of the ideal customer profile.
     *
     * @param requirement the requirement
     * @return this builder
     */
    public LifecycleBuilder fitNeeds(Requirement requirement) {
        fit.add(requirement);
        return this;
    }

    /**
     * Sets the lead types.
     *
     * @param mostUrgentFirst the types
     * @return this builder
     */
    public LifecycleBuilder types(List<String> mostUrgentFirst) {
        types = List.copyOf(mostUrgentFirst);
        return this;
    }

    /**
     * Adds a checklist.
     *
     * @param checklist the checklist
     * @return this builder
     */
    public LifecycleBuilder checklist(Checklist checklist) {
        put(checklists, checklist.name(), checklist, "checklist");
        return this;
    }

    /**
     * Says which checklist gates the sales qualified stage; without it, that of the discovery's own method.
     *
     * @param method the checklist
     * @return this builder
     */
    public LifecycleBuilder gatedBy(String method) {
        gate = method;
        return this;
    }

    /**
     * Adds an event group.
     *
     * @param group its name
     * @param events the simple names of event types
     * @return this builder
     */
    public LifecycleBuilder group(String group, List<String> events) {
        put(groups, group, List.copyOf(events), "event group");
        return this;
    }

    /**
     * Adds a calendar.
     *
     * @param calendarName its name; {@link Lifecycle#DEFAULT_CALENDAR} is that of everybody who has none of his own
     * @param calendar the calendar
     * @return this builder
     */
    public LifecycleBuilder calendar(String calendarName, BusinessCalendar calendar) {
        put(calendars, calendarName, calendar, "calendar");
        return this;
    }

    /**
     * Adds a level of seniority, from junior to senior.
     *
     * @param level the level
     * @return this builder
     */
    public LifecycleBuilder seniority(Level level) {
        seniority.add(level);
        return this;
    }

    /**
     * Sets the re-engagement sequences.
     *
     * @param names the sequences
     * @return this builder
     */
    public LifecycleBuilder sequences(List<String> names) {
        sequences = List.copyOf(names);
        return this;
    }

    /**
     * Sets the roles that rules may tell.
     *
     * @param names the roles
     * @return this builder
     */
    public LifecycleBuilder roles(List<String> names) {
        roles = List.copyOf(names);
        return this;
    }

    /**
     * Sets the domains of the company itself and of its tests.
     *
     * @param domains the domains, without {@code @}
     * @return this builder
     */
    public LifecycleBuilder internalDomains(List<String> domains) {
        internalDomains = domains.stream().map(d -> d.toLowerCase(Locale.ROOT)).toList();
        return this;
    }

    /**
     * Says where a reinstated lead goes; required where a stage disqualifies.
     *
     * @param stage the stage
     * @return this builder
     */
    public LifecycleBuilder reinstateTo(String stage) {
        reinstateTo = stage;
        return this;
    }

    /**
     * Gives the people with the definition.
     *
     * @param people the directory
     * @return this builder
     */
    public LifecycleBuilder directory(Directory people) {
        directory = people;
        return this;
    }

    /**
     * Builds the definition.
     *
     * @return the lifecycle
     * @throws IllegalArgumentException naming what does not fit, its value and what is allowed
     */
    public Lifecycle build() {
        calendars.putIfAbsent(Lifecycle.DEFAULT_CALENDAR, BusinessCalendar.STANDARD);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("The lifecycle \"" + name + "\" has no stage.");
        }
        List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED).forEach(this::requireAtMostOne);
        requireOneQualifying();
        stages.values().forEach(this::requireConsistent);
        Stage first = stages.values().iterator().next();
        if (first.evaluates() && first.otherwise() == null) {
            throw new IllegalArgumentException("The first stage " + first.name()
                    + " evaluates and has no \"otherwise\": a lead that no rule moves would sit in limbo.");
        }
        picklists.forEach((list, names) -> names.forEach(
                reason -> known(reason, reasons.keySet(), "The picklist \"" + list + "\" has the reason")));
        requireWayBack();
        addOwnPaths();
        paths.forEach(path -> {
            known(path.from(), stages.keySet(), "A path starts at the stage");
            known(path.to(), stages.keySet(), "A path leads to the stage");
        });
        if (gate != null) {
            known(gate, checklists.keySet(), "The gate is the checklist");
        }
        return new Lifecycle(this);
    }

    private void requireAtMostOne(StageKind kind) {
        List<String> of = namesWhere(kind);
        if (of.size() > 1) {
            throw new IllegalArgumentException("The lifecycle \"" + name + "\" has " + of.size() + " stages of kind "
                    + kind + ": " + of + "; allowed is one.");
        }
    }

    private void requireOneQualifying() {
        List<String> of = stages.values().stream()
                .filter(Stage::qualifies)
                .map(Stage::name)
                .toList();
        if (of.size() > 1) {
            throw new IllegalArgumentException("Several stages qualify: " + of + "; allowed is one.");
        }
    }

    private List<String> namesWhere(StageKind kind) {
        return stages.values().stream()
                .filter(s -> s.kind() == kind)
                .map(Stage::name)
                .toList();
    }

    private void requireConsistent(Stage stage) {
        String of = "The stage " + stage.name();
        if (stage.otherwise() != null) {
            known(stage.otherwise(), stages.keySet(), of + " has \"otherwise\"");
            requireReason(of + " has \"otherwise\"", stage.otherwise(), stage.otherwiseReason());
            if (!stage.evaluates()) {
                throw new IllegalArgumentException(of + " has \"otherwise\" and does not evaluate.");
            }
        }
        if (stage.atMost() != null && stage.otherwise() == null) {
            throw new IllegalArgumentException(of + " waits for " + stage.waitsFor() + " and has no \"otherwise\".");
        }
        if (stage.picklist() != null) {
            known(stage.picklist(), picklists.keySet(), of + " takes its reasons from the picklist");
        }
        requireLimit(stage, of);
    }

    private void requireLimit(Stage stage, String of) {
        Stage.Limit limit = stage.limit();
        if (stage.kind() == StageKind.DISQUALIFIED && (limit != null || stage.otherwise() != null)) {
            throw new IllegalArgumentException(of + " is DISQUALIFIED and has "
                    + (limit != null ? "a limit" : "\"otherwise\"")
                    + ": a lead that is finally disqualified comes back by Reinstated only.");
        }
        if (limit != null) {
            known(limit.then(), stages.keySet(), of + " has a limit that leads to");
            requireReason(of + " has a limit", limit.then(), limit.reason());
        }
        boolean dispositioned = limit != null
                && List.of(StageKind.RECYCLED, StageKind.DISQUALIFIED).contains(kindOf(limit.then()));
        if (stage.kind() == StageKind.LOST && !dispositioned) {
            throw new IllegalArgumentException(
                    of + " is LOST and has no limit that recycles or disqualifies: lost leads would become zombies.");
        }
    }

    private @Nullable StageKind kindOf(String stage) {
        Stage known = stages.get(stage);
        return known == null ? null : known.kind();
    }

    private void requireReason(String what, String target, @Nullable String reason) {
        Stage to = stages.get(target);
        String list = to == null ? null : to.picklist();
        if (list == null) {
            return;
        }
        List<String> allowed = picklists.getOrDefault(list, List.of());
        if (reason == null || !allowed.contains(reason)) {
            String given = reason == null ? "no reason" : "the reason \"" + reason + "\"";
            throw new IllegalArgumentException(what + " leading to " + target + " with " + given + "; it needs one of "
                    + Suggestion.allowed(reason == null ? "" : reason, allowed));
        }
    }

    private void requireWayBack() {
        List<String> disqualified = namesWhere(StageKind.DISQUALIFIED);
        if (reinstateTo == null && !disqualified.isEmpty()) {
            throw new IllegalArgumentException(
                    "The stage " + disqualified.get(0) + " does not say where a reinstated lead goes.");
        }
        if (reinstateTo != null) {
            known(reinstateTo, stages.keySet(), "A reinstated lead goes to the stage");
            requireReason("A reinstated lead takes the way", reinstateTo, null);
        }
    }

    private void addOwnPaths() {
        for (Stage stage : stages.values()) {
            if (stage.otherwise() != null) {
                paths.add(new Path(
                        stage.name(),
                        stage.otherwise(),
                        List.of(Trigger.values()),
                        stage.words().owner(),
                        false));
            }
            if (stage.limit() != null) {
                paths.add(new Path(
                        stage.name(),
                        stage.limit().then(),
                        List.of(Trigger.TIMED),
                        stage.words().owner(),
                        false));
            }
            if (stage.kind() == StageKind.DISQUALIFIED && reinstateTo != null) {
                paths.add(new Path(
                        stage.name(),
                        reinstateTo,
                        List.of(Trigger.MANUAL),
                        stage.words().owner(),
                        false));
            }
        }
    }

    private static void known(String given, Collection<String> allowed, String what) {
        if (!allowed.contains(given)) {
            throw new IllegalArgumentException(
                    what + " \"" + given + "\", allowed are " + Suggestion.allowed(given, allowed));
        }
    }

    private static <T> void put(Map<String, T> into, String key, T value, String what) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A " + what + " needs a name.");
        }
        if (into.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("The " + what + " \"" + key + "\" is given twice.");
        }
    }
}
