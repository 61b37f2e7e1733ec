package io.leadlifecycle.definition;

import java.util.List;

/**
 * One step of the seniority ladder.
 *
 * @param name the level, such as {@code director}
 * @param titles words that, found in a title, mean this level
 */
public record Level(String name, List<String> titles) {
    /** Copies the list. */
    public Level {
        titles = List.copyOf(titles);
    }
}
