package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.text.Excerpt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A value of a YAML text and where it stands. Each answers as what it is and refuses to be anything else. */
sealed interface Node {

    Place place();

    /** What it is, for messages: {@code a list}. */
    String kind();

    default Text text(String what) {
        throw place().refuse(what + " is " + kind() + "; allowed is one text.");
    }

    default List<Node> items(String what) {
        throw place().refuse(what + " is " + kind() + "; allowed is a list: [first, second].");
    }

    default Map<String, Entry> entries(String what) {
        throw place().refuse(what + " is " + kind() + "; allowed are keys with values: {key: value}.");
    }

    /** Names that may say more of themselves: the keys of a set, or the texts of a list with nothing under them. */
    default Collection<Entry> listed(String what) {
        return Section.texts(this, what).stream()
                .map(text -> new Entry(text.place(), text.value(), new Nothing(text.place())))
                .toList();
    }

    /** Every key and text in it, in the order they stand. */
    default Stream<Word> words() {
        return Stream.empty();
    }

    /** A key or text. */
    record Word(Place place, String text, boolean isKey) {}

    /** A key with its value. */
    record Entry(Place place, String key, Node value) {}

    /** A text: every number, date and boolean is one until somebody asks for more. */
    record Text(Place place, String value) implements Node {
        @Override
        public String kind() {
            return "the text \"" + Excerpt.of(value) + "\"";
        }

        @Override
        public Text text(String what) {
            return this;
        }

        /** A list of one; a comma betrays a list whose brackets are missing. */
        @Override
        public List<Node> items(String what) {
            if (value.contains(",")) {
                throw place.refuse(what + " is " + kind() + "; a list stands in brackets. Maybe [" + value + "]?");
            }
            return List.of(this);
        }

        @Override
        public Stream<Word> words() {
            return Stream.of(new Word(place, value, false));
        }
    }

    /** A key or dash that nothing follows, {@code null} or {@code ~}: an empty list and an empty mapping, but no text. */
    record Nothing(Place place) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }

        @Override
        public Text text(String what) {
            throw place.refuse(what + " has no value; give it one or leave it out. A word such as null that is meant"
                    + " as a name stands in quotes.");
        }

        @Override
        public List<Node> items(String what) {
            return List.of();
        }

        @Override
        public Map<String, Entry> entries(String what) {
            return Map.of();
        }
    }

    /** A list. */
    record Items(Place place, List<Node> nodes) implements Node {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public List<Node> items(String what) {
            return nodes;
        }

        @Override
        public Stream<Word> words() {
            return nodes.stream().flatMap(Node::words);
        }
    }

    /** Keys with values, in the order they stand. */
    record Entries(Place place, Map<String, Entry> byKey) implements Node {
        @Override
        public String kind() {
            return "a set of keys";
        }

        @Override
        public Map<String, Entry> entries(String what) {
            return byKey;
        }

        @Override
        public Collection<Entry> listed(String what) {
            return byKey.values();
        }

        @Override
        public Stream<Word> words() {
            return byKey.values().stream()
                    .flatMap(entry -> Stream.concat(
                            Stream.of(new Word(entry.place(), entry.key(), true)),
                            entry.value().words()));
        }
    }
}
