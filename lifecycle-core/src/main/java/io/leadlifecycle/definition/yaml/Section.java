package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of one thing, such as a stage: refuses those it does not know and reads the others as what they mean. */
final class Section {
    private final Place place;
    private final String owner;
    private final Map<String, Entry> entries;

    private Section(Place place, String owner, Map<String, Entry> entries) {
        this.place = place;
        this.owner = owner;
        this.entries = entries;
    }

    /**
     * Reads a node as a thing with keys.
     *
     * @param owner the thing, for messages: {@code stage NEW}
     */
    static Section of(Node node, String owner, List<String> keys) {
        Map<String, Entry> entries = node.entries("The " + owner);
        for (Entry entry : entries.values()) {
            if (!keys.contains(entry.key())) {
                String what = "The key \"" + entry.key() + "\" of the " + owner + " is unknown";
                throw entry.place().unknown(what, entry.key(), keys);
            }
        }
        return new Section(node.place(), owner, entries);
    }

    /** Reads a node as a thing whose keys are names of their own. */
    static Section ofAny(Node node, String owner) {
        return new Section(node.place(), owner, node.entries("The " + owner));
    }

    /** The keys, in order. */
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    Place place() {
        return place;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where a key stands, else where its owner does. */
    Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.place();
    }

    /** A key's value, nothing where the key is absent. */
    Node node(String key) {
        Entry entry = entries.get(key);
        return entry == null ? new Node.Nothing(place) : entry.value();
    }

    Section section(String key, List<String> keys) {
        return of(node(key), "\"" + key + "\" of the " + owner, keys);
    }

    /** What stands under a key that is itself a set of names, in order. */
    Collection<Entry> named(String key) {
        return node(key).entries(what(key)).values();
    }

    /** Names, in order, as a list or as keys that say more of each; a name of a list says nothing more. */
    Collection<Entry> listed(String key) {
        return node(key).listed(what(key));
    }

    @Nullable
    Text text(String key) {
        return has(key) ? node(key).text(what(key)) : null;
    }

    @Nullable
    String value(String key) {
        Text text = text(key);
        return text == null ? null : name(text, what(key));
    }

    /** Words for people, empty where the key is absent. */
    String words(String key) {
        Text text = text(key);
        return text == null ? "" : text.value();
    }

    Text required(String key) {
        Text text = text(key);
        if (text == null) {
            throw place.refuse("The " + owner + " needs the key \"" + key + "\".");
        }
        name(text, what(key));
        return text;
    }

    /** True or false; false where the key is absent. */
    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean absent) {
        Text text = text(key);
        if (text == null) {
            return absent;
        }
        return switch (text.value()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw text.place()
                        .refuse(what(key) + " is " + text.kind() + ", allowed are [true, false]."
                                + meant(text.value()));
        };
    }

    private static String meant(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "true", "1" -> " Maybe \"true\"?";
            case "no", "off", "n", "false", "0" -> " Maybe \"false\"?";
            default -> "";
        };
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        if (!has(key)) {
            throw place.refuse("The " + owner + " needs the key \"" + key + "\", allowed are "
                    + names(type.getEnumConstants()) + ".");
        }
        return constant(required(key), key, type);
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return texts(key).stream().map(text -> constant(text, key, type)).toList();
    }

    private <E extends Enum<E>> E constant(Text text, String key, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.value())) {
                return constant;
            }
        }
        throw text.place().unknown(what(key) + " is " + text.kind(), text.value(), names(type.getEnumConstants()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** A value that another part of the library reads from text; what that part refuses is refused here. */
    <T> @Nullable T parsed(String key, Function<String, T> parse) {
        Text text = text(key);
        return text == null ? null : text.place().check(() -> parse.apply(text.value()));
    }

    /** A name that must be one of those allowed. */
    @Nullable
    String reference(String key, Collection<String> allowed) {
        Text text = text(key);
        return text == null ? null : oneOf(allowed, text, what(key));
    }

    List<String> references(String key, Collection<String> allowed) {
        return texts(key).stream().map(text -> oneOf(allowed, text, what(key))).toList();
    }

    private static String oneOf(Collection<String> allowed, Text text, String what) {
        if (!allowed.contains(text.value())) {
            throw text.place().unknown(what + " is " + text.kind(), text.value(), allowed);
        }
        return text.value();
    }

    List<String> names(String key) {
        return texts(key).stream().map(Text::value).toList();
    }

    List<Text> texts(String key) {
        return texts(node(key), what(key));
    }

    /** A list with at least one name. */
    List<Text> requiredTexts(String key) {
        List<Text> texts = texts(key);
        if (texts.isEmpty()) {
            throw placeOf(key).refuse(what(key) + " is empty; it needs at least one name.");
        }
        return texts;
    }

    /** A list of names, none blank, none twice. */
    static List<Text> texts(Node node, String what) {
        Map<String, Text> byValue = new LinkedHashMap<>();
        for (Node item : node.items(what)) {
            Text text = item.text(what);
            Text earlier = byValue.putIfAbsent(name(text, what), text);
            if (earlier != null) {
                throw text.place()
                        .refuse(what + " has " + text.kind() + " twice, first in line "
                                + earlier.place().line() + "; allowed is once.");
            }
        }
        return new ArrayList<>(byValue.values());
    }

    private static String name(Text text, String what) {
        if (text.value().isEmpty()) {
            throw text.place().refuse(what + " is an empty text; it needs a name.");
        }
        return text.value();
    }

    private String what(String key) {
        return "The \"" + key + "\" of the " + owner;
    }
}
