package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private final Section parts;
    private final Node root;

    Whereabouts(Section parts, Node root) {
        this.parts = parts;
        this.root = root;
    }

    DefinitionException refuse(String message) {
        String complaint = ALLOWED.split(message, 2)[0];
        return place(complaint).refuse(message);
    }

    private Place place(String complaint) {
        Optional<Entry> stage = stageOf(complaint);
        Node where = stage.map(Entry::value).orElse(root);
        return quoted(complaint, where).or(() -> stage.map(Entry::place)).orElse(root.place());
    }

    private Optional<Entry> stageOf(String complaint) {
        String bare = QUOTED.matcher(complaint).replaceAll("");
        return parts.named("stages").stream()
                .filter(stage -> Pattern.compile("(?<!\\w)" + Pattern.quote(stage.key()) + "(?!\\w)")
                        .matcher(bare)
                        .find())
                .min(Comparator.comparingInt(stage -> bare.indexOf(stage.key())));
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
