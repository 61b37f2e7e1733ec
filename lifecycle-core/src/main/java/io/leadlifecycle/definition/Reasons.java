package io.leadlifecycle.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reasons, in the order they were given, by name and by alias. Immutable. */
final class Reasons {
    private final List<Reason> all;
    private final Map<String, Reason> byName = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    Reasons(Collection<Reason> reasons) {
        all = List.copyOf(reasons);
        all.forEach(reason -> byName.put(reason.name(), reason));
        all.forEach(reason -> reason.aliases().forEach(alias -> aliases.put(alias, reason.name())));
    }

    List<Reason> all() {
        return all;
    }

    Optional<Reason> reason(String nameOrAlias) {
        return Optional.ofNullable(byName.get(aliases.getOrDefault(nameOrAlias, nameOrAlias)));
    }
}
