package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the place a message of the builder speaks of: the builder knows names, not lines. A guess among the names that
 * the message gives; without any of them, the start of the file.
 */
final class Whereabouts {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** Behind this a message lists what is allowed, which is not what is wrong. */
    private static final Pattern ALLOWED = Pattern.compile(", allowed are |; it needs one of ");

    /** The part of the file that a message speaks of, by its first words. */
    private static final Map<String, String> PARTS = Map.of(
            "The alias ", "reasons",
            "The picklist ", "picklists",
            "The old status ", "statuses",
            "A reinstated lead ", "stages");

    private final Section parts;
    private final Node root;

    Whereabouts(Section parts, Node root) {
        this.parts = parts;
        this.root = root;
    }

    /** What the supplier makes of the whole file; what it refuses is refused where the message says. */
    <T> T check(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw place(complaint(message)).refuse(message);
        }
    }

    /** What the supplier makes of an entry; what it refuses is refused at the name in it that the message gives. */
    static <T> T within(Entry entry, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw quoted(complaint(message), entry.value())
                    .orElse(entry.place())
                    .refuse(message);
        }
    }

    private static String complaint(String message) {
        return ALLOWED.split(message, 2)[0];
    }

    private Place place(String complaint) {
        Optional<Node> path = path(complaint);
        if (path.isPresent()) {
            return quoted(complaint, path.get()).orElse(path.get().place());
        }
        Node part = PARTS.entrySet().stream()
                .filter(start -> complaint.startsWith(start.getKey()))
                .findFirst()
                .map(start -> parts.node(start.getValue()))
                .orElse(root);
        Optional<Entry> stage = stageOf(complaint);
        Node where = stage.or(() -> picklistOf(complaint)).map(Entry::value).orElse(part);
        return quoted(complaint, where).or(() -> stage.map(Entry::place)).orElse(root.place());
    }

    private Optional<Node> path(String complaint) {
        return parts.node("paths").items("The \"paths\"").stream()
                .filter(path -> isPath(complaint, Section.ofAny(path, "path")))
                .findFirst();
    }

    private static boolean isPath(String complaint, Section path) {
        return path.names("from").stream()
                .anyMatch(from -> path.names("to").stream()
                        .anyMatch(to -> complaint.contains(" the path from " + from + " to " + to + " ")));
    }

    private Optional<Entry> stageOf(String complaint) {
        String bare = QUOTED.matcher(complaint).replaceAll("");
        return parts.named("stages").stream()
                .filter(stage -> word(stage.key()).matcher(bare).find())
                .min(Comparator.comparingInt(stage -> bare.indexOf(stage.key())));
    }

    private Optional<Entry> picklistOf(String complaint) {
        return parts.named("picklists").stream()
                .filter(list -> complaint.startsWith("The picklist \"" + list.key() + "\" "))
                .findFirst();
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The last quoted name that stands there as a value, else as a key. */
    private static Optional<Place> quoted(String complaint, Node where) {
        List<String> names = QUOTED.matcher(complaint)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        List<Word> words = where.words().toList();
        for (boolean isKey : new boolean[] {false, true}) {
            for (int i = names.size() - 1; i >= 0; i--) {
                String name = names.get(i);
                Optional<Place> found = words.stream()
                        .filter(word -> word.isKey() == isKey && word.text().equals(name))
                        .map(Word::place)
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
