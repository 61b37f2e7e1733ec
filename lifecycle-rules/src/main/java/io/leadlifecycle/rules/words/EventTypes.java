package io.leadlifecycle.rules.words;

import io.leadlifecycle.event.CoreEvents;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.rule.RuleWords;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The events that rules may match, by simple name: those of the core and those of the host. Immutable. */
public final class EventTypes {
    private static final Set<String> RULE_WORDS = Arrays.stream(RuleWords.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final SortedMap<String, Class<? extends LeadEvent>> byName;

    private EventTypes(SortedMap<String, Class<? extends LeadEvent>> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * The events of the core.
     *
     * @return the types
     */
    public static EventTypes ofCore() {
        SortedMap<String, Class<? extends LeadEvent>> byName = new TreeMap<>();
        CoreEvents.ALL.forEach(type -> byName.put(type.getSimpleName(), type));
        return new EventTypes(byName);
    }

    /**
     * These and one of the host.
     *
     * @param type a public record
     * @return the types
     * @throws IllegalArgumentException when rules could not read it, or its simple name is taken
     */
    public EventTypes with(Class<? extends LeadEvent> type) {
        if (!type.isRecord() || !isPublic(type)) {
            throw new IllegalArgumentException("The event " + type.getName() + " is not a public record; rules read the"
                    + " components of public records only.");
        }
        if (type.getPackageName().isEmpty()) {
            throw new IllegalArgumentException("The event " + type.getName() + " is in no package, where rules cannot"
                    + " find it; move it into one.");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (RULE_WORDS.contains(component.getName())) {
                throw new IllegalArgumentException("The event " + type.getName() + " has a component \""
                        + component.getName() + "\", which is a word of the rules; give it another name.");
            }
        }
        Class<? extends LeadEvent> known = byName.get(type.getSimpleName());
        if (known != null && known != type) {
            throw new IllegalArgumentException("The event " + type.getName() + " has the simple name of "
                    + known.getName() + "; a rule could not tell them apart.");
        }
        SortedMap<String, Class<? extends LeadEvent>> then = new TreeMap<>(byName);
        then.put(type.getSimpleName(), type);
        return new EventTypes(then);
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return type.getCanonicalName() != null;
    }

    /**
     * The event of a simple name.
     *
     * @param simpleName the name a rule uses
     * @return empty for an unknown one
     */
    public Optional<Class<? extends LeadEvent>> find(String simpleName) {
        return Optional.ofNullable(byName.get(simpleName));
    }

    /**
     * Every name.
     *
     * @return sorted
     */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Every type.
     *
     * @return sorted by name
     */
    public Collection<Class<? extends LeadEvent>> types() {
        return byName.values();
    }
}
