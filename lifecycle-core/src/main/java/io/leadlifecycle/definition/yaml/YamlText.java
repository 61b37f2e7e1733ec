package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Turns YAML into {@link Node}s. The limits are there for texts that somebody made to do harm; a file that people read
 * stays far below them.
 */
final class YamlText {
    static final int MOST_CHARACTERS = 500_000;
    static final int MOST_CHARACTERS_OF_A_TEXT = 2_000;
    static final int MOST_DEPTH = 12;

    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().yamlSchema(YAMLSchema.CORE).build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What YAML does not allow anywhere, half a character pair included. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** How the parser begins when a key is no text. */
    private static final String NO_KEY = "Expected a property name";

    /** What the parser says, and what a person then probably did. */
    private static final Map<String, String> HINTS = Map.of(
            "TAB", " Maybe spaces instead of the tab?",
            "cannot start any token", " Maybe the text needs quotes?",
            "mapping values are not allowed", " Maybe the text has a \": \" in it and needs quotes?",
            "found unexpected end of stream", " Maybe the closing quote is missing?",
            "expected <block end>", " Maybe the line stands further left or right than its neighbours?",
            "flow sequence", " Maybe a closing ] is missing?",
            "flow mapping", " Maybe a closing } is missing?");

    private final String file;
    private final YAMLParser parser;

    private YamlText(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node parse(String file, String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        requireReadable(file, content);
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), content)) {
            return new YamlText(file, parser).document();
        } catch (JacksonException e) {
            throw notYaml(file, e);
        }
    }

    private static void requireReadable(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Place(file, 1, 1)
                    .refuse("The text has " + text.length() + " characters; allowed are " + MOST_CHARACTERS + ".");
        }
        Matcher found = UNPRINTABLE.matcher(text);
        if (found.find()) {
            String before = text.substring(0, found.start());
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw unprintable(new Place(file, line, before.length() - before.lastIndexOf('\n')), found);
        }
    }

    private static DefinitionException unprintable(Place place, Matcher found) {
        return place.refuse(String.format(
                "The character U+%04X is not printable; allowed are those that are.",
                found.group().codePointAt(0)));
    }

    private static DefinitionException notYaml(String file, JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            return notYaml(file, marked);
        }
        TokenStreamLocation at = e.getLocation();
        Place place = at == null ? new Place(file, 1, 1) : place(file, at);
        String message = String.valueOf(e.getOriginalMessage());
        return place.refuse(
                message.startsWith(NO_KEY)
                        ? "A key is a list, a set of keys or an alias; allowed is a text."
                        : "This is not the YAML of a lifecycle: " + message + ".");
    }

    private static DefinitionException notYaml(String file, MarkedYamlEngineException e) {
        String problem = Stream.of(e.getContext(), e.getProblem())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
        String hint = HINTS.keySet().stream()
                .filter(problem::contains)
                .sorted()
                .findFirst()
                .map(HINTS::get)
                .orElse("");
        Place place = e.getProblemMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
        return place.refuse("This is not YAML: " + problem + "." + hint);
    }

    private static Place place(String file, TokenStreamLocation at) {
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    private Node document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Place(file, 1, 1).refuse("The file is empty; it needs at least the keys [name, stages].");
        }
        Node node = node(first, 0);
        if (parser.nextToken() != null) {
            throw here().refuse("A second document starts here; allowed is one. Maybe the line \"---\" is too much?");
        }
        return node;
    }

    private Node node(JsonToken token, int depth) {
        Place place = here();
        if (depth > MOST_DEPTH) {
            throw place.refuse("Values stand in each other more than " + MOST_DEPTH + " deep; allowed are " + MOST_DEPTH
                    + " levels.");
        }
        if (parser.isCurrentAlias()) {
            throw place.refuse("The alias *" + parser.getString() + " is not allowed; write the value out.");
        }
        return switch (token) {
            case START_OBJECT -> entries(place, depth);
            case START_ARRAY -> items(place, depth);
            case VALUE_NULL -> new Node.Nothing(place);
            default -> new Node.Text(place, text(place));
        };
    }

    private String text(Place place) {
        String text = Optional.ofNullable(parser.getString()).orElse("").strip();
        if (text.length() > MOST_CHARACTERS_OF_A_TEXT) {
            throw place.refuse(
                    "This text has " + text.length() + " characters; allowed are " + MOST_CHARACTERS_OF_A_TEXT + ".");
        }
        Matcher escaped = UNPRINTABLE.matcher(text);
        if (escaped.find()) {
            throw unprintable(place, escaped);
        }
        return text;
    }

    private Node items(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            nodes.add(node(token, depth + 1));
        }
        return new Node.Items(place, List.copyOf(nodes));
    }

    private Node entries(Place place, int depth) {
        Map<String, Node.Entry> byKey = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place at = here();
            String key = text(at);
            if (key.isEmpty()) {
                throw at.refuse("A key is empty; it needs a name.");
            }
            Node.Entry entry = new Node.Entry(at, key, node(parser.nextToken(), depth + 1));
            Node.Entry earlier = byKey.putIfAbsent(key, entry);
            if (earlier != null) {
                throw at.refuse("The key \"" + key + "\" is given twice, first in line "
                        + earlier.place().line() + "; allowed is once.");
            }
        }
        return new Node.Entries(place, byKey);
    }
}
