package io.leadlifecycle.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The levels of seniority.
 *
 * @param levels from junior to senior
 */
record Ladder(List<Level> levels) {
    Ladder {
        levels = List.copyOf(levels);
    }

    Optional<String> levelOf(String title) {
        String text = " " + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            if (level.titles().stream().anyMatch(word -> text.contains(" " + word.toLowerCase(Locale.ROOT) + " "))) {
                return Optional.of(level.name());
            }
        }
        return Optional.empty();
    }
}
