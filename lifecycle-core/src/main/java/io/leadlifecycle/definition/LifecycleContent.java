package io.leadlifecycle.definition;

/** The content of a lifecycle as text: equal content, equal version. */
final class LifecycleContent {
    private LifecycleContent() {}

    static String of(LifecycleBuilder draft, Paths paths) {
        StringBuilder text = new StringBuilder(draft.name);
        draft.calendars.forEach((key, calendar) -> text.append('|').append(key).append(calendar.version()));
        return text.append(draft.stages.values())
                .append(draft.stages.keySet().stream().map(paths::from).toList())
                .append(draft.reasons.values())
                .append(draft.picklists)
                .append(draft.kinds.values())
                .append(draft.checklists.values())
                .append(draft.groups)
                .append(draft.fit)
                .append(draft.types)
                .append(draft.seniority)
                .append(draft.sequences)
                .append(draft.internalDomains)
                .append(draft.roles)
                .append(draft.reinstateTo)
                .append(draft.gate)
                .toString();
    }
}
