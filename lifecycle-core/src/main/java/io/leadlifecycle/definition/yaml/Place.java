package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.text.Suggestion;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Where something stands.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {

    DefinitionException refuse(String problem) {
        return new DefinitionException(file, line, column, problem);
    }

    DefinitionException unknown(String what, String given, Collection<String> allowed) {
        return refuse(what + ", allowed are " + Suggestion.allowed(given, allowed));
    }

    /** What the supplier makes; what it refuses is refused at this place. */
    <T> T check(Supplier<T> made) {
        try {
            return made.get();
        } catch (DefinitionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }
}
