package io.leadlifecycle.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what is given to a builder, and refuses what is blank, given twice or no name of its sort. */
final class Given {
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private Given() {}

    static <T> void put(Map<String, T> into, String key, T value, String what) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A " + what + " needs a name.");
        }
        if (into.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("The " + what + " \"" + key + "\" is given twice.");
        }
    }

    static <T> T once(@Nullable T earlier, T given, String what) {
        if (earlier != null) {
            throw new IllegalArgumentException(
                    what + " is given twice: " + earlier + " and " + given + "; allowed is once.");
        }
        return given;
    }

    static List<String> distinct(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException(what + " \"" + name + "\"; it needs a name.");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " \"" + name + "\" twice; allowed is once.");
            }
        }
        return List.copyOf(names);
    }

    /** Refuses a text that no type could be called. */
    static void typeName(String name, String what) {
        if (TYPE_NAME.matcher(name).matches()) {
            return;
        }
        String meant = NO_LETTER
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        throw new IllegalArgumentException(what + " \"" + name + "\", allowed are names of event types such as"
                + " Touchpoint." + (TYPE_NAME.matcher(meant).matches() ? " Maybe \"" + meant + "\"?" : ""));
    }

    /** What two status values have in common when nobody could tell them apart. */
    static String normal(String status) {
        return SPACES.matcher(status).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
