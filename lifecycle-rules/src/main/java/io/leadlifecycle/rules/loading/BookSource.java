package io.leadlifecycle.rules.loading;

import java.util.Collection;
import java.util.List;

/** Where the files of a book are: a folder, or a place on the class path. */
public interface BookSource {
    /**
     * Reads a file.
     *
     * @param file its name, relative to the book
     * @param known files that are there, to suggest one
     * @return its text
     * @throws io.leadlifecycle.rules.RuleBookException when it cannot be read
     */
    String read(String file, Collection<String> known);

    /**
     * The rule files that are there.
     *
     * @return their names, sorted; empty when the place cannot list them
     */
    List<String> ruleFiles();
}
