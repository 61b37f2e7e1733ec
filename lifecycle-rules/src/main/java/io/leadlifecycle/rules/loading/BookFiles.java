package io.leadlifecycle.rules.loading;

import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.rules.Problem;
import io.leadlifecycle.rules.RuleBookException;
import io.leadlifecycle.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule book is made of.
 *
 * @param lifecycle the lifecycle
 * @param drlByFile the text of each rule file
 */
public record BookFiles(Lifecycle lifecycle, SortedMap<String, String> drlByFile) {
    /** The file of a book that says which rule files it uses. */
    public static final String LIFECYCLE_FILE = "lifecycle.yaml";

    /** Copies the map. */
    public BookFiles {
        drlByFile = Collections.unmodifiableSortedMap(new TreeMap<>(drlByFile));
    }

    /**
     * Reads a book.
     *
     * @param source where its files are
     * @param events the simple names of the events there are
     * @return the book
     * @throws RuleBookException when a file is missing or the lifecycle is wrong
     */
    public static BookFiles from(BookSource source, Collection<String> events) {
        String yaml = source.read(LIFECYCLE_FILE, List.of());
        try {
            Lifecycle lifecycle = LifecycleYaml.read(LIFECYCLE_FILE, yaml, events);
            return new BookFiles(lifecycle, drl(source, LifecycleYaml.rules(LIFECYCLE_FILE, yaml)));
        } catch (DefinitionException e) {
            throw new RuleBookException(List.of(new Problem(e.file(), e.line(), e.column(), withoutPlace(e))));
        }
    }

    /**
     * Makes a book of a lifecycle built in Java.
     *
     * @param lifecycle the lifecycle
     * @param drlByFile the text of each rule file
     * @param events the simple names of the events there are
     * @return the book
     * @throws RuleBookException when a group of the lifecycle names an event that there is not
     */
    public static BookFiles of(Lifecycle lifecycle, Map<String, String> drlByFile, Collection<String> events) {
        List<Problem> problems = lifecycle.groupNames().stream()
                .flatMap(group -> lifecycle.group(group).stream()
                        .filter(event -> !events.contains(event))
                        .map(event -> unknown(lifecycle, group, event, events)))
                .toList();
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new BookFiles(lifecycle, new TreeMap<>(drlByFile));
    }

    private static Problem unknown(Lifecycle lifecycle, String group, String event, Collection<String> events) {
        return Problem.in(
                "lifecycle \"" + lifecycle.name() + "\"",
                "The event \"" + event + "\" of the event group \"" + group + "\" is unknown, allowed are "
                        + Suggestion.allowed(event, events));
    }

    private static SortedMap<String, String> drl(BookSource source, List<String> named) {
        List<String> there = source.ruleFiles();
        SortedMap<String, String> drl = new TreeMap<>();
        List<Problem> missing = new ArrayList<>();
        for (String file : named.isEmpty() ? there : named) {
            try {
                drl.put(file, source.read(file, there));
            } catch (RuleBookException e) {
                missing.addAll(e.problems());
            }
        }
        if (!missing.isEmpty()) {
            throw new RuleBookException(missing);
        }
        return drl;
    }

    /** The place is printed with the problem. */
    private static String withoutPlace(DefinitionException e) {
        String message = String.valueOf(e.getMessage());
        String place = e.file() + ":" + e.line() + ":" + e.column() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
