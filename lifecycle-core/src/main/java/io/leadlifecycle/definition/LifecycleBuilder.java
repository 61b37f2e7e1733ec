package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import java.util.ArrayList;
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
        new LifecycleCheck(this).check();
        addOwnPaths();
        return new Lifecycle(this);
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

    private static <T> void put(Map<String, T> into, String key, T value, String what) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A " + what + " needs a name.");
        }
        if (into.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("The " + what + " \"" + key + "\" is given twice.");
        }
    }
}
