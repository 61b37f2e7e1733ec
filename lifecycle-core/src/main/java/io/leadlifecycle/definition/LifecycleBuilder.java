package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Lifecycle}. Not thread-safe. Every verb refuses a blank name and one given twice; {@link #build} refuses
 * what does not fit together and says what was allowed.
 *
 * <ul>
 *   <li>calendar {@code default}: {@link BusinessCalendar#STANDARD}
 *   <li>event groups, checklists, picklists, kinds of touch, old status values, pools: none
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
    final Map<String, Requirement> fit = new LinkedHashMap<>();
    final Map<String, Level> seniority = new LinkedHashMap<>();
    final Map<String, String> statuses = new LinkedHashMap<>();
    final Map<String, String> pools = new LinkedHashMap<>();
    List<String> types = List.of();
    List<String> sequences = List.of();
    List<String> internalDomains = List.of();
    List<String> roles = List.of();

    @Nullable
    String reinstateTo;

    @Nullable
    String gate;

    boolean forwardOnly;

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
        Given.put(stages, stage.name(), stage, "stage");
        return this;
    }

    /**
     * Leads never go back: of the paths between open stages those that lead to an earlier stage do not count, and who asks
     * for such a move is refused. Recycling, disqualifying and reopening are as before.
     *
     * @return this builder
     */
    public LifecycleBuilder forwardOnly() {
        forwardOnly = true;
        return this;
    }

    /**
     * Allows a move.
     *
     * @param path the path
     * @return this builder
     * @throws IllegalArgumentException if it leads nowhere, has no trigger or is there already
     */
    public LifecycleBuilder path(Path path) {
        String what = "The path from " + path.from() + " to " + path.to();
        if (path.from().equals(path.to())) {
            throw new IllegalArgumentException(what + " leads to itself; it needs another stage.");
        }
        if (path.triggers().isEmpty()) {
            throw new IllegalArgumentException(
                    what + " has no trigger, allowed are " + Arrays.toString(Trigger.values()) + ".");
        }
        for (Path earlier : paths) {
            boolean sameMove =
                    earlier.from().equals(path.from()) && earlier.to().equals(path.to());
            path.triggers().stream()
                    .filter(trigger -> sameMove && earlier.triggers().contains(trigger))
                    .findFirst()
                    .ifPresent(trigger -> {
                        throw new IllegalArgumentException(
                                what + " by " + trigger + " is given twice; allowed is once.");
                    });
        }
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
     * @throws IllegalArgumentException if it is final and recycles
     */
    public LifecycleBuilder reason(Reason reason) {
        String what = "The reason \"" + reason.name() + "\"";
        if (reason.isFinal() && reason.disposition() == Disposition.RECYCLE) {
            throw new IllegalArgumentException(
                    what + " has \"final\" and recycles; only a reason that disqualifies is final.");
        }
        Given.distinct(reason.aliases(), what + " has the alias");
        Given.put(reasons, reason.name(), reason, "reason");
        return this;
    }

    /**
     * Adds a picklist: {@link Picklists#REJECTION} and {@link Picklists#CLOSED_LOST} are those of the events, any other
     * belongs to a stage.
     *
     * @param list its name
     * @param names the reasons, in the order that decides between two
     * @return this builder
     */
    public LifecycleBuilder picklist(String list, List<String> names) {
        Given.put(picklists, list, Given.distinct(names, "The picklist \"" + list + "\" has the reason"), "picklist");
        return this;
    }

    /**
     * Adds a kind of touch.
     *
     * @param kind the kind
     * @return this builder
     */
    public LifecycleBuilder touchpoint(TouchpointKind kind) {
        Given.put(kinds, kind.name(), kind, "touchpoint kind");
        return this;
    }

    /**
     * Adds a requirement of the ideal customer profile.
     *
     * @param requirement the requirement
     * @return this builder
     */
    public LifecycleBuilder fitNeeds(Requirement requirement) {
        Given.put(fit, requirement.name(), requirement, "requirement");
        Given.distinct(requirement.fields(), "The requirement \"" + requirement.name() + "\" has the profile field");
        return this;
    }

    /**
     * Sets the lead types.
     *
     * @param mostUrgentFirst the types
     * @return this builder
     */
    public LifecycleBuilder types(List<String> mostUrgentFirst) {
        types = Given.distinct(mostUrgentFirst, "The lifecycle has the lead type");
        return this;
    }

    /**
     * Adds a checklist.
     *
     * @param checklist the checklist
     * @return this builder
     */
    public LifecycleBuilder checklist(Checklist checklist) {
        Given.put(checklists, checklist.name(), checklist, "checklist");
        Given.distinct(checklist.items(), "The checklist \"" + checklist.name() + "\" has the item");
        return this;
    }

    /**
     * Says which checklist gates the sales qualified stage; without it, that of the discovery's own method.
     *
     * @param method the checklist
     * @return this builder
     */
    public LifecycleBuilder gatedBy(String method) {
        gate = Given.once(gate, method, "The gate");
        return this;
    }

    /**
     * Adds an event group. Whether there is an event of each name, whoever knows the events of the host tells.
     *
     * @param group its name
     * @param events the simple names of event types, such as {@code Touchpoint}
     * @return this builder
     * @throws IllegalArgumentException if a name is none that a type could have
     */
    public LifecycleBuilder group(String group, List<String> events) {
        String has = "The event group \"" + group + "\" has the event";
        events.forEach(event -> Given.typeName(event, has));
        Given.put(groups, group, Given.distinct(events, has), "event group");
        return this;
    }

    /**
     * Says which stage a status value of another system means, for {@link Lifecycle#stageOfStatus}.
     *
     * @param oldValue the value; small and capital letters and the number of spaces make no difference
     * @param stage the stage
     * @return this builder
     * @throws IllegalArgumentException if the value is blank, is given already or is itself the name of another stage
     */
    public LifecycleBuilder status(String oldValue, String stage) {
        statuses.keySet().stream()
                .filter(earlier -> Given.normal(earlier).equals(Given.normal(oldValue)))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new IllegalArgumentException("The old status \"" + oldValue + "\" is given twice, first as \""
                            + earlier + "\"; small and capital letters and the number of spaces make no difference.");
                });
        Given.put(statuses, oldValue, stage, "old status");
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
        Given.put(calendars, calendarName, calendar, "calendar");
        return this;
    }

    /**
     * Adds a level of seniority, from junior to senior.
     *
     * @param level the level
     * @return this builder
     */
    public LifecycleBuilder seniority(Level level) {
        Given.put(seniority, level.name(), level, "seniority level");
        return this;
    }

    /**
     * Sets the re-engagement sequences.
     *
     * @param names the sequences
     * @return this builder
     */
    public LifecycleBuilder sequences(List<String> names) {
        sequences = Given.distinct(names, "The lifecycle has the sequence");
        return this;
    }

    /**
     * Sets the roles that rules may tell.
     *
     * @param names the roles
     * @return this builder
     */
    public LifecycleBuilder roles(List<String> names) {
        roles = Given.distinct(names, "The lifecycle has the role");
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
        reinstateTo = Given.once(reinstateTo, stage, "Where a reinstated lead goes");
        return this;
    }

    /**
     * Declares a pool whose members the host's directory knows. Those of the directory given with the definition are
     * declared by it and need not be.
     *
     * @param pool its name
     * @return this builder
     */
    public LifecycleBuilder pool(String pool) {
        Given.put(pools, pool, pool, "pool");
        return this;
    }

    /**
     * Gives the people with the definition.
     *
     * @param people the directory
     * @return this builder
     */
    public LifecycleBuilder directory(Directory people) {
        directory = Given.once(directory, people, "The directory");
        return this;
    }

    /**
     * Builds the definition.
     *
     * @return the lifecycle
     * @throws IllegalArgumentException naming what does not fit, its value and what is allowed
     */
    public Lifecycle build() {
        LifecycleContent content = new LifecycleContent(this);
        new LifecycleCheck(content).check();
        return new Lifecycle(content);
    }
}
