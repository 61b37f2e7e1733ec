package io.leadlifecycle.definition;

import io.leadlifecycle.definition.yaml.LifecycleFile;
import java.util.Collection;
import java.util.List;

/**
 * Reads a lifecycle from {@code lifecycle.yaml}.
 *
 * <pre>{@code
 * Lifecycle lifecycle = LifecycleYaml.read("lifecycle.yaml", """
 *         name: two steps
 *         stages:
 *           NEW: {owner: Marketing Ops}
 *           WON: {kind: WON}
 *         paths:
 *           - {from: NEW, to: WON, by: MANUAL}
 *         roles: [Marketing Ops]
 *         """);
 * }</pre>
 *
 * <ul>
 *   <li>{@code name}, {@code stages}: required; every other part may be left out and is then empty. Without
 *       {@code calendars} everybody works by {@link io.leadlifecycle.calendar.BusinessCalendar#STANDARD}; without
 *       {@code fallback}, {@code teams}, {@code people}, {@code pools} and {@code territories} the host brings the
 *       directory.
 *   <li>a stage: {@code kind} is OPEN, {@code api name} is the stage's name, nothing else is set.
 *   <li>a list of one may be written without brackets.
 *   <li>{@code reason required} of a path, {@code final} and {@code rules only} of a reason, {@code automated} of a kind of
 *       touch: false; {@code active} of a person: true. A person who asks for a reason that is {@code rules only} is
 *       refused, and it stands in no picklist that people pick from.
 *   <li>{@code owner} of a stage or path: nobody; one that is given is a role, team or person of the file.
 *   <li>{@code statuses}: what the status values of another system mean, {@code {Open - Not Contacted: NEW}}; see
 *       {@link Lifecycle#stageOfStatus}.
 *   <li>{@code territories}: {@code {DACH: {country: [DE, AT, CH], team: inside sales}}}; every key but {@code team} is
 *       a profile field with the values that meet it, and the first territory that a lead meets is its own.
 *   <li>{@code absences} of a person: {@code [2026-07-06 to 2026-07-17, 2026-12-24]} are whole days, both ends included,
 *       in the zone of the person's calendar, the team's or the default one; two instants
 *       {@code 2026-07-06T12:00:00Z to 2026-07-06T15:00:00Z} are those hours, the end excluded.
 *   <li>{@code pools}: {@code {inbound: {manager: maria, members: [ana, ben]}}}, or
 *       {@code members: {ana: {weight: 2, cap: 20 per day}, ben: {cap: 100 per week}}}; {@code weight} is 1 and there is
 *       no {@code cap} unless stated. A pool without members is declared for the host's directory to fill.
 *   <li>{@code groups}: names of event types. {@link #read(String, String)} knows no events of the host and takes every
 *       name that a type could have; {@link #read(String, String, Collection)} takes those it is told.
 * </ul>
 *
 * <p>Every value is the text that stands there: {@code NO}, {@code on} and {@code 09:00} need no quotes. Anchors may
 * stand, aliases may not. A text has at most 500,000 characters and nests at most 12 deep; a lifecycle has at most 100
 * stages.
 *
 * <p>Equal content gives an equal {@link Lifecycle#version()}, whatever the spaces and comments. Thread-safe; no
 * parameter may be null. The only exception is {@link DefinitionException}.
 */
public final class LifecycleYaml {
    private LifecycleYaml() {}

    /**
     * Reads a lifecycle.
     *
     * @param fileName the name that errors start with
     * @param text the content of the file
     * @return the lifecycle
     * @throws DefinitionException naming file, line, column, what is wrong and what was allowed
     */
    public static Lifecycle read(String fileName, String text) {
        return LifecycleFile.parse(fileName, text).lifecycle(null);
    }

    /**
     * Reads a lifecycle whose event groups name only events that there are. A rule book reads it so, since it knows the
     * events of the host.
     *
     * @param fileName the name that errors start with
     * @param text the content of the file
     * @param events the simple names of all event types
     * @return the lifecycle
     * @throws DefinitionException naming file, line, column, what is wrong and what was allowed
     */
    public static Lifecycle read(String fileName, String text, Collection<String> events) {
        return LifecycleFile.parse(fileName, text).lifecycle(events);
    }

    /**
     * Reads which rule files belong to the lifecycle: the list {@code rules} at the top of the file.
     *
     * @param fileName the name that errors start with
     * @param text the content of the file
     * @return the names of the DRL files in the order they stand, empty when the list is absent
     * @throws DefinitionException naming file, line, column, what is wrong and what was allowed
     */
    public static List<String> rules(String fileName, String text) {
        return LifecycleFile.parse(fileName, text).rules();
    }
}
