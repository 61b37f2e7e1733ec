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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code lifecycle.yaml} that is YAML and has no unknown part; whether its parts make sense, reading them tells. */
public final class LifecycleFile {
    private static final List<String> PARTS = List.of(
            "name",
            "rules",
            "stages",
            "paths",
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
            "fallback",
            "roles",
            "sequences",
            "internal domains");

    private static final List<String> REASON = List.of("disposition", "final", "aliases");
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
     * @return the lifecycle
     * @throws DefinitionException if anything in the file does not fit
     */
    public Lifecycle lifecycle() {
        rules();
        String name = parts.required("name").value();
        LifecycleBuilder builder = parts.node("name").place().check(() -> Lifecycle.named(name));
        new StageSections(parts).addTo(builder);
        addReasons(builder);
        addBehaviour(builder);
        addNames(builder);
        new OfficeSections(parts).addTo(builder);
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new Whereabouts(parts, root).refuse(String.valueOf(e.getMessage()));
        }
    }

    private void addReasons(LifecycleBuilder builder) {
        Map<String, Place> taken = new HashMap<>();
        for (Entry entry : parts.named("reasons")) {
            take(taken, entry.key(), entry.place());
        }
        for (Entry entry : parts.named("reasons")) {
            Section reason = Section.of(entry.value(), "reason \"" + entry.key() + "\"", REASON);
            reason.texts("aliases").forEach(alias -> take(taken, alias.value(), alias.place()));
            Disposition disposition = reason.choice("disposition", Disposition.class);
            boolean isFinal = reason.flag("final");
            if (isFinal && disposition == Disposition.RECYCLE) {
                throw reason.placeOf("final")
                        .refuse("The reason \"" + entry.key() + "\" is final and its disposition is RECYCLE; only a"
                                + " reason that disqualifies is final.");
            }
            builder.reason(new Reason(entry.key(), disposition, isFinal, reason.names("aliases")));
        }
        lists("picklists", "reason").forEach(list -> builder.picklist(list.key(), list.names()));
    }

    private static void take(Map<String, Place> taken, String name, Place place) {
        Place earlier = taken.putIfAbsent(name, place);
        if (earlier != null) {
            throw place.refuse("The name \"" + name + "\" already means the reason in line " + earlier.line()
                    + "; an alias belongs to one reason.");
        }
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
        lists("groups", "event").forEach(list -> builder.group(list.key(), list.names()));
        filledLists("checklists", "item").forEach(list -> builder.checklist(new Checklist(list.key(), list.names())));
        String gate = parts.value("gate");
        if (gate != null) {
            builder.gatedBy(gate);
        }
        lists("seniority", "title").forEach(list -> builder.seniority(new Level(list.key(), list.names())));
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
