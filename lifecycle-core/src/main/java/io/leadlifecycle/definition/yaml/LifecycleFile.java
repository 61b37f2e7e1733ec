package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Intent;
import io.leadlifecycle.definition.Level;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code lifecycle.yaml} that is YAML and has no unknown part; whether its parts make sense, reading them tells. */
public final class LifecycleFile {
    private static final List<String> PARTS = List.of(
            "name",
            "rules",
            "stages",
            "paths",
            "forward only",
            "reasons",
            "picklists",
            "fit",
            "types",
            "touchpoints",
            "groups",
            "checklists",
            "gate",
            "seniority",
            "calendars",
            "teams",
            "people",
            "pools",
            "territories",
            "fallback",
            "roles",
            "sequences",
            "internal domains",
            "statuses");

    private static final List<String> REASON = List.of("disposition", "final", "rules only", "aliases");
    private static final List<String> TOUCHPOINT = List.of("intent", "lane", "automated");
    private static final String RULE_FILE = ".drl";

    private final Node root;
    private final Section parts;

    private LifecycleFile(Node root) {
        this.root = root;
        parts = Section.of(root, "lifecycle", PARTS);
    }

    /**
     * Reads the text.
     *
     * @param fileName the name that errors start with
     * @param text the content
     * @return the file
     * @throws DefinitionException if it is not YAML, is too large or has a part of an unknown name
     */
    public static LifecycleFile parse(String fileName, String text) {
        return new LifecycleFile(YamlText.parse(fileName, text));
    }

    /**
     * The rule files.
     *
     * @return their names, empty when the list is absent
     * @throws DefinitionException if one is no DRL file
     */
    public List<String> rules() {
        List<Text> rules = parts.texts("rules");
        for (Text rule : rules) {
            if (!rule.value().endsWith(RULE_FILE)) {
                throw rule.place()
                        .refuse("The rule file \"" + rule.value() + "\" does not end with \"" + RULE_FILE
                                + "\". Maybe \"" + rule.value() + RULE_FILE + "\"?");
            }
        }
        return rules.stream().map(Text::value).toList();
    }

    /**
     * The lifecycle.
     *
     * @param events the simple names of all event types there are; null when only the host knows them
     * @return the lifecycle
     * @throws DefinitionException if anything in the file does not fit
     */
    public Lifecycle lifecycle(@Nullable Collection<String> events) {
        rules();
        String name = parts.required("name").value();
        LifecycleBuilder builder = parts.node("name").place().check(() -> Lifecycle.named(name));
        new StageSections(parts).addTo(builder);
        if (parts.flag("forward only")) {
            builder.forwardOnly();
        }
        addReasons(builder);
        addBehaviour(builder);
        addGroups(builder, events);
        addNames(builder);
        addStatuses(builder);
        new OfficeSections(parts).addTo(builder);
        return new Whereabouts(parts, root).check(builder::build);
    }

    private void addReasons(LifecycleBuilder builder) {
        for (Entry entry : parts.named("reasons")) {
            Section reason = Section.of(entry.value(), "reason \"" + entry.key() + "\"", REASON);
            Reason read = new Reason(
                    entry.key(),
                    reason.choice("disposition", Disposition.class),
                    reason.flag("final"),
                    reason.names("aliases"),
                    reason.flag("rules only"));
            Whereabouts.within(entry, () -> builder.reason(read));
        }
        lists("picklists", "reason").forEach(list -> builder.picklist(list.key(), list.names()));
    }

    private void addBehaviour(LifecycleBuilder builder) {
        filledLists("fit", "profile field")
                .forEach(list -> builder.fitNeeds(new Requirement(list.key(), list.names())));
        for (Entry entry : parts.named("touchpoints")) {
            Section kind = Section.of(entry.value(), "touchpoint \"" + entry.key() + "\"", TOUCHPOINT);
            builder.touchpoint(new TouchpointKind(
                    entry.key(),
                    kind.choice("intent", Intent.class),
                    kind.required("lane").value(),
                    kind.flag("automated")));
        }
        filledLists("checklists", "item").forEach(list -> builder.checklist(new Checklist(list.key(), list.names())));
        String gate = parts.value("gate");
        if (gate != null) {
            builder.gatedBy(gate);
        }
        lists("seniority", "title").forEach(list -> builder.seniority(new Level(list.key(), list.names())));
    }

    private void addGroups(LifecycleBuilder builder, @Nullable Collection<String> events) {
        for (Entry entry : parts.named("groups")) {
            Names group = names(entry, "groups", "event");
            Whereabouts.within(entry, () -> builder.group(group.key(), group.names()));
            for (Text event : Section.texts(entry.value(), group.key())) {
                if (events != null && !events.contains(event.value())) {
                    String what =
                            "The event \"" + event.value() + "\" of the event group \"" + group.key() + "\" is unknown";
                    throw event.place().unknown(what, event.value(), events);
                }
            }
        }
    }

    private void addStatuses(LifecycleBuilder builder) {
        for (Entry entry : parts.named("statuses")) {
            String stage = entry.value()
                    .text("The stage of the old status \"" + entry.key() + "\"")
                    .value();
            Whereabouts.within(entry, () -> builder.status(entry.key(), stage));
        }
    }

    private void addNames(LifecycleBuilder builder) {
        builder.types(parts.names("types"));
        builder.roles(parts.names("roles"));
        builder.sequences(parts.names("sequences"));
        for (Text domain : parts.texts("internal domains")) {
            int at = domain.value().indexOf('@');
            if (at >= 0) {
                throw domain.place()
                        .refuse("The internal domain \"" + domain.value() + "\" has an @; allowed is a domain. Maybe \""
                                + domain.value().substring(at + 1) + "\"?");
            }
        }
        builder.internalDomains(parts.names("internal domains"));
    }

    private List<Names> filledLists(String part, String item) {
        List<Names> lists = lists(part, item);
        for (Names list : lists) {
            if (list.names().isEmpty()) {
                throw list.place()
                        .refuse("The \"" + list.key() + "\" of \"" + part + "\" is empty; it needs at least one " + item
                                + ".");
            }
        }
        return lists;
    }

    private List<Names> lists(String part, String item) {
        return parts.named(part).stream().map(entry -> names(entry, part, item)).toList();
    }

    private static Names names(Entry entry, String part, String item) {
        String what = "The " + item + " of \"" + entry.key() + "\" in \"" + part + "\"";
        List<Text> texts = Section.texts(entry.value(), what);
        return new Names(
                entry.place(), entry.key(), texts.stream().map(Text::value).toList());
    }

    private record Names(Place place, String key, List<String> names) {}
}
