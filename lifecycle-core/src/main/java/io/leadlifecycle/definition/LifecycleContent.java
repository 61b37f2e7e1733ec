package io.leadlifecycle.definition;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was given to a lifecycle, in the order it was given. Nobody changes it. */
final class LifecycleContent {
    final String name;
    final Map<String, Stage> stages;
    final List<Path> paths;
    final Map<String, Reason> reasons;
    final Map<String, List<String>> picklists;
    /** By the status as it was given. */
    final Map<String, String> statuses;

    final Map<String, TouchpointKind> kinds;
    final Map<String, Checklist> checklists;
    final Map<String, List<String>> groups;
    final Map<String, BusinessCalendar> calendars;
    final List<Requirement> fit;
    final List<Level> seniority;
    final List<String> types;
    final List<String> sequences;
    final List<String> internalDomains;
    final List<String> roles;
    /** Sorted. */
    final List<String> pools;

    final @Nullable String reinstateTo;
    final @Nullable String gate;
    final boolean forwardOnly;
    final @Nullable Directory directory;

    LifecycleContent(LifecycleBuilder draft) {
        name = draft.name;
        stages = new LinkedHashMap<>(draft.stages);
        reasons = new LinkedHashMap<>(draft.reasons);
        picklists = new LinkedHashMap<>(draft.picklists);
        statuses = new LinkedHashMap<>(draft.statuses);
        kinds = new LinkedHashMap<>(draft.kinds);
        checklists = new LinkedHashMap<>(draft.checklists);
        groups = new LinkedHashMap<>(draft.groups);
        calendars = new LinkedHashMap<>(draft.calendars);
        calendars.putIfAbsent(Lifecycle.DEFAULT_CALENDAR, BusinessCalendar.STANDARD);
        fit = List.copyOf(draft.fit.values());
        seniority = List.copyOf(draft.seniority.values());
        types = draft.types;
        sequences = draft.sequences;
        internalDomains = draft.internalDomains;
        roles = draft.roles;
        reinstateTo = draft.reinstateTo;
        gate = draft.gate;
        forwardOnly = draft.forwardOnly;
        paths = Stream.concat(
                        draft.paths.stream().filter(path -> !goesBack(path.from(), path.to())),
                        stages.values().stream().flatMap(this::ownPaths))
                .toList();
        directory = draft.directory;
        pools = Stream.concat(
                        draft.pools.keySet().stream(),
                        Stream.ofNullable(directory).flatMap(LifecycleContent::poolsOf))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a move leads back between open stages where leads only go forward. */
    boolean goesBack(String from, String to) {
        Stage left = stages.get(from);
        Stage entered = stages.get(to);
        if (!forwardOnly || left == null || entered == null) {
            return false;
        }
        List<String> order = List.copyOf(stages.keySet());
        return left.kind() == StageKind.OPEN
                && entered.kind() == StageKind.OPEN
                && order.indexOf(to) < order.indexOf(from);
    }

    private static Stream<String> poolsOf(Directory directory) {
        return directory.pools().stream().map(Pool::name);
    }

    /** What a stage itself says of where its leads go. */
    private Stream<Path> ownPaths(Stage stage) {
        List<Path> own = new ArrayList<>();
        String owner = stage.words().owner();
        if (stage.otherwise() != null) {
            own.add(new Path(stage.name(), stage.otherwise(), List.of(Trigger.values()), owner, false));
        }
        if (stage.limit() != null) {
            own.add(new Path(stage.name(), stage.limit().then(), List.of(Trigger.TIMED), owner, false));
        }
        if (stage.kind() == StageKind.DISQUALIFIED && reinstateTo != null) {
            own.add(new Path(stage.name(), reinstateTo, List.of(Trigger.MANUAL), owner, false));
        }
        return own.stream();
    }

    /** The content as text: equal content, equal version. The people have a version of their own. */
    String text(Paths byStage) {
        StringBuilder text = new StringBuilder(name).append(forwardOnly ? "|forward only" : "");
        calendars.forEach((key, calendar) -> text.append('|').append(key).append(calendar.version()));
        return text.append(stages.values())
                .append(stages.keySet().stream().map(byStage::from).toList())
                .append(reasons.values())
                .append(picklists)
                .append(statuses)
                .append(kinds.values())
                .append(checklists.values())
                .append(groups)
                .append(fit)
                .append(types)
                .append(seniority)
                .append(sequences)
                .append(internalDomains)
                .append(roles)
                .append(pools)
                .append(reinstateTo)
                .append(gate)
                .toString();
    }
}
