package io.leadlifecycle.definition;

import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.text.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses what does not fit together in a lifecycle, and says what was allowed. */
final class LifecycleCheck {
    private final LifecycleContent draft;
    private final Set<String> stages;

    LifecycleCheck(LifecycleContent draft) {
        this.draft = draft;
        stages = draft.stages.keySet();
    }

    void check() {
        if (draft.stages.isEmpty()) {
            throw new IllegalArgumentException("The lifecycle \"" + draft.name + "\" has no stage.");
        }
        new StageCheck(draft).check();
        requireReasons();
        draft.paths.forEach(path -> {
            known(path.from(), stages, "A path starts at the stage");
            known(path.to(), stages, "A path leads to the stage");
        });
        new WayCheck(draft).check();
        requireOwners();
        requireCalendars();
        draft.statuses.forEach(this::requireStatus);
        if (draft.gate != null) {
            known(draft.gate, draft.checklists.keySet(), "The gate is the checklist");
        }
    }

    private void requireReasons() {
        Map<String, String> meant = new HashMap<>();
        draft.reasons.keySet().forEach(reason -> meant.put(reason, reason));
        for (Reason reason : draft.reasons.values()) {
            for (String alias : reason.aliases()) {
                String other = meant.putIfAbsent(alias, reason.name());
                if (other != null) {
                    throw new IllegalArgumentException("The alias \"" + alias + "\" of the reason \"" + reason.name()
                            + "\" already means the reason \"" + other + "\"; an alias belongs to one reason.");
                }
            }
        }
        draft.picklists.forEach((list, names) -> names.forEach(
                reason -> known(reason, draft.reasons.keySet(), "The picklist \"" + list + "\" has the reason")));
        Picklists.OF_PEOPLE.forEach(this::requireForPeople);
    }

    private void requireForPeople(String list) {
        List<String> names = draft.picklists.getOrDefault(list, List.of());
        List<Reason> reasons = names.stream().map(draft.reasons::get).toList();
        reasons.stream().filter(Reason::rulesOnly).findFirst().ifPresent(reason -> {
            throw new IllegalArgumentException("The picklist \"" + list + "\" has the reason \"" + reason.name()
                    + "\", which only rules give; it needs one of " + forPeople(reasons) + ".");
        });
    }

    private static List<String> forPeople(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.rulesOnly())
                .map(Reason::name)
                .toList();
    }

    private void requireOwners() {
        Set<String> owners = new LinkedHashSet<>(draft.roles);
        if (draft.directory != null) {
            owners.addAll(draft.directory.teams());
            owners.addAll(draft.directory.names());
        }
        draft.stages
                .values()
                .forEach(stage -> requireOwner(stage.words().owner(), owners, "the stage " + stage.name()));
        draft.paths.forEach(
                path -> requireOwner(path.owner(), owners, "the path from " + path.from() + " to " + path.to()));
    }

    private static void requireOwner(String owner, Set<String> owners, String of) {
        if (owner.isEmpty() || owners.contains(owner)) {
            return;
        }
        String allowed = owners.isEmpty()
                ? "the roles, teams and people of the lifecycle, and it has none. Maybe roles: [" + owner + "]?"
                : Suggestion.allowed(owner, owners);
        throw new IllegalArgumentException(
                "The owner \"" + owner + "\" of " + of + " is unknown, allowed are " + allowed);
    }

    private void requireCalendars() {
        Directory directory = draft.directory;
        if (directory == null) {
            return;
        }
        for (String team : directory.teams()) {
            directory.calendarOf(team).ifPresent(calendar -> requireCalendar(calendar, "team \"" + team));
        }
        for (String name : directory.names()) {
            String calendar =
                    directory.person(name).map(person -> person.calendar()).orElse(null);
            if (calendar != null) {
                requireCalendar(calendar, "person \"" + name);
            }
        }
    }

    private void requireCalendar(String calendar, String of) {
        known(calendar, draft.calendars.keySet(), "The " + of + "\" works by the calendar");
    }

    private void requireStatus(String status, String stage) {
        known(stage, stages, "The old status \"" + status + "\" means the stage");
        if (stages.contains(status) && !status.equals(stage)) {
            throw new IllegalArgumentException("The old status \"" + status + "\" means the stage \"" + stage
                    + "\" and is itself the name of a stage, which it means.");
        }
    }

    static void known(String given, Collection<String> allowed, String what) {
        if (!allowed.contains(given)) {
            throw new IllegalArgumentException(
                    what + " \"" + given + "\", allowed are " + Suggestion.allowed(given, allowed));
        }
    }
}
