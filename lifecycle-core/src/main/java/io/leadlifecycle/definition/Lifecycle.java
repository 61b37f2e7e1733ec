package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.text.Hash;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definition that the core judges every proposal against. Immutable and thread-safe.
 *
 * <pre>{@code
 * Lifecycle lifecycle = Lifecycle.named("two steps")
 *         .stage(Stage.of("NEW", StageKind.OPEN))
 *         .stage(Stage.of("WON", StageKind.WON))
 *         .path("NEW", "WON", Trigger.MANUAL)
 *         .build();
 * }</pre>
 *
 * <p>The first stage is where a lead begins. {@code otherwise}, a stage's limit and the way a reinstated lead takes are
 * paths of their own and need not be listed again.
 */
public final class Lifecycle {
    /** The name of the calendar of everybody who has none of his own. */
    public static final String DEFAULT_CALENDAR = "default";

    private final LifecycleContent content;
    private final String version;
    private final Stages stages;
    private final Reasons reasons;
    private final Ladder seniority;

    Lifecycle(LifecycleContent content) {
        this.content = content;
        stages = new Stages(content);
        reasons = new Reasons(content.reasons.values());
        seniority = new Ladder(content.seniority);
        version = Hash.of(content.text(stages.paths));
    }

    /**
     * Starts a definition.
     *
     * @param name what it is called, not blank
     * @return a builder
     */
    public static LifecycleBuilder named(String name) {
        return new LifecycleBuilder(name);
    }

    /**
     * What may be right and is worth a look: too many stages, a list of reasons that people will not pick from.
     *
     * @return the advice, empty when there is none; no part of the version
     */
    public List<Advice> advice() {
        return LifecycleAdvice.on(content);
    }

    /** What the lifecycle is called. */
    public String name() {
        return content.name;
    }

    /** The content hash; the journal names it. */
    public String version() {
        return version;
    }

    /** All stages in lifecycle order. */
    public List<Stage> stages() {
        return stages.all();
    }

    /**
     * The names of the stages in lifecycle order.
     *
     * @return all names
     */
    public Set<String> stageNames() {
        return stages.names();
    }

    /** The stage where a lead begins. */
    public Stage first() {
        return stages.first();
    }

    /**
     * A stage.
     *
     * @param stage its name
     * @return the stage, empty when the lifecycle has none of that name
     */
    public Optional<Stage> stage(String stage) {
        return stages.stage(stage);
    }

    /**
     * The stage that a status means: a stage's own name, else an old status value, small and capital letters and the
     * number of spaces alike.
     *
     * @param statusOrStage what another system says
     * @return the stage's name, empty when it means none
     */
    public Optional<String> stageOfStatus(String statusOrStage) {
        return stages.ofStatus(statusOrStage);
    }

    /**
     * How far along the lifecycle a stage is.
     *
     * @param stage its name
     * @return its place from 0, -1 when the lifecycle lacks it
     */
    public int place(String stage) {
        return stages.place(stage);
    }

    /**
     * The stage of a kind that occurs at most once, or the first of that kind.
     *
     * @param kind the kind
     * @return the stage
     */
    public Optional<Stage> stageOf(StageKind kind) {
        return stages.of(kind);
    }

    /**
     * The stage {@code qualifyAs} leads to.
     *
     * @return the stage, empty when none qualifies
     */
    public Optional<Stage> qualifyingStage() {
        return stages.qualifying();
    }

    /**
     * The allowed moves from a stage.
     *
     * @param stage the stage left
     * @return the paths in the order they were given
     */
    public List<Path> pathsFrom(String stage) {
        return stages.paths.from(stage);
    }

    /**
     * The path of a move.
     *
     * @param from the stage left
     * @param to the stage entered
     * @param trigger who causes it
     * @return the path, empty when the move is illegal
     */
    public Optional<Path> path(String from, String to, Trigger trigger) {
        return stages.paths.path(from, to, trigger);
    }

    /**
     * Whether a move leads back where leads only go forward.
     *
     * @param from the stage left
     * @param to the stage entered
     * @return false in a lifecycle that lets leads go back
     */
    public boolean goesBack(String from, String to) {
        return content.goesBack(from, to);
    }

    /**
     * The direction of a move.
     *
     * @param from the stage left, empty for a lead that begins
     * @param to the stage entered, one of this lifecycle
     * @return where it takes the lead
     */
    public Direction direction(String from, String to) {
        return stages.direction(from, to);
    }

    /**
     * A reason by its name or one of its aliases.
     *
     * @param nameOrAlias what an event or a rule says
     * @return the reason
     */
    public Optional<Reason> reason(String nameOrAlias) {
        return reasons.reason(nameOrAlias);
    }

    /**
     * All reasons in the order they were given.
     *
     * @return the reasons
     */
    public List<Reason> reasons() {
        return reasons.all();
    }

    /**
     * The reasons of a picklist, in its order.
     *
     * @param list the picklist
     * @return the names, empty for an unknown picklist
     */
    public List<String> picklist(String list) {
        return content.picklists.getOrDefault(list, List.of());
    }

    /**
     * A kind of touch.
     *
     * @param kind its name
     * @return the kind, empty when the lifecycle has none of that name
     */
    public Optional<TouchpointKind> touchpointKind(String kind) {
        return Optional.ofNullable(content.kinds.get(kind));
    }

    /**
     * The names of the kinds of touch.
     *
     * @return the names in the order they were given
     */
    public Set<String> touchpointKinds() {
        return Collections.unmodifiableSet(content.kinds.keySet());
    }

    /**
     * What the ideal customer profile needs.
     *
     * @return the requirements in the order they were given
     */
    public List<Requirement> fitRequirements() {
        return content.fit;
    }

    /**
     * The lead types, most urgent first.
     *
     * @return the types
     */
    public List<String> types() {
        return content.types;
    }

    /**
     * A checklist.
     *
     * @param method its name
     * @return the checklist, empty when the lifecycle has none of that name
     */
    public Optional<Checklist> checklist(String method) {
        return Optional.ofNullable(content.checklists.get(method));
    }

    /**
     * The names of the checklists.
     *
     * @return the names in the order they were given
     */
    public Set<String> checklistNames() {
        return Collections.unmodifiableSet(content.checklists.keySet());
    }

    /**
     * The checklist that gates the sales qualified stage.
     *
     * @return its name, empty when any checklist does
     */
    public Optional<String> gate() {
        return Optional.ofNullable(content.gate);
    }

    /**
     * Whether an event belongs to a group.
     *
     * @param group the group, such as {@code activity}
     * @param event the simple name of the event's type
     * @return true when it does
     */
    public boolean inGroup(String group, String event) {
        return group(group).contains(event);
    }

    /**
     * The events of a group.
     *
     * @param group the group
     * @return the simple names of their types, empty for an unknown group
     */
    public List<String> group(String group) {
        return content.groups.getOrDefault(group, List.of());
    }

    /**
     * The names of the event groups.
     *
     * @return the names in the order they were given
     */
    public Set<String> groupNames() {
        return Collections.unmodifiableSet(content.groups.keySet());
    }

    /**
     * The seniority ladder, from junior to senior.
     *
     * @return the levels
     */
    public List<Level> seniority() {
        return seniority.levels();
    }

    /**
     * The level that a title means.
     *
     * @param title a job title
     * @return the most senior level one of whose words is in the title, empty when none is
     */
    public Optional<String> seniorityOf(String title) {
        return seniority.levelOf(title);
    }

    /**
     * The re-engagement sequences.
     *
     * @return the names
     */
    public List<String> sequences() {
        return content.sequences;
    }

    /**
     * The roles that rules may tell.
     *
     * @return the names
     */
    public List<String> roles() {
        return content.roles;
    }

    /**
     * Whether an address belongs to the company itself or to a test domain.
     *
     * @param email an e-mail address
     * @return true when its domain or a parent of it is listed
     */
    public boolean isInternal(String email) {
        String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return content.internalDomains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
    }

    /**
     * Where a reinstated lead goes.
     *
     * @return the stage, empty when the lifecycle disqualifies nobody
     */
    public Optional<String> reinstateTo() {
        return Optional.ofNullable(content.reinstateTo);
    }

    /**
     * A calendar.
     *
     * @param calendar its name, such as {@link #DEFAULT_CALENDAR}
     * @return the calendar, empty when the lifecycle has none of that name
     */
    public Optional<BusinessCalendar> calendar(String calendar) {
        return Optional.ofNullable(content.calendars.get(calendar));
    }

    /**
     * All calendars by name.
     *
     * @return an unmodifiable view
     */
    public Map<String, BusinessCalendar> calendars() {
        return Collections.unmodifiableMap(content.calendars);
    }

    /**
     * The pools that were declared, with the definition or in the directory given with it; teams left out.
     *
     * @return their names, sorted; a part of the version
     */
    public List<String> pools() {
        return content.pools;
    }

    /**
     * The people given with the definition.
     *
     * @return the directory, empty when the host brings its own
     */
    public Optional<Directory> directory() {
        return Optional.ofNullable(content.directory);
    }
}
