package io.leadlifecycle.json;

import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.text.Excerpt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with one text, and in which line and field. */
final class Complaint {
    private final String json;
    private final long firstLine;

    Complaint(String json, long firstLine) {
        this.json = json;
        this.firstLine = firstLine;
    }

    MalformedJsonException about(String field, String complaint) {
        return new MalformedJsonException(firstLine + linesBefore(field), field, complaint);
    }

    MalformedJsonException noJson(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        String where = at == null || at.getColumnNr() < 1 ? "" : ", column " + at.getColumnNr();
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return new MalformedJsonException(
                firstLine + line - 1, "", "this is not JSON" + where + ": " + Excerpt.of(message) + ".");
    }

    MalformedJsonException misfit(String field, JsonNode node, JacksonException e) {
        StringBuilder path = new StringBuilder(field);
        JsonNode at = node;
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : "." + name);
            at = name == null ? at.path(step.getIndex()) : at.path(name);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return about(path.toString(), "there is no such field; allowed are " + unknown.getKnownPropertyIds() + ".");
        }
        if (e instanceof MismatchedInputException mismatch) {
            String wrong = at.isMissingNode() ? "it is missing" : kind(at) + " is not allowed";
            return about(path.toString(), wrong + "; allowed is " + allowed(mismatch) + ".");
        }
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return about(path.toString(), kind(at) + " is not allowed: " + Excerpt.of(message) + ".");
    }

    private static String allowed(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null || type == Object.class) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return WORDS.stream()
                .filter(word -> word.type().isAssignableFrom(type))
                .map(Word::says)
                .findFirst()
                .orElse("a " + type.getSimpleName());
    }

    private record Word(Class<?> type, String says) {}

    private static final List<Word> WORDS = List.of(
            new Word(String.class, "a text"),
            new Word(Instant.class, "an instant such as \"2026-03-02T10:00:00Z\""),
            new Word(Stamp.class, "an instant, or an object with first, latest and entries"),
            new Word(LocalDate.class, "a date such as \"2026-03-02\""),
            new Word(boolean.class, "true or false"),
            new Word(Boolean.class, "true or false"),
            new Word(long.class, "a whole number"),
            new Word(Long.class, "a whole number"),
            new Word(int.class, "a whole number"),
            new Word(Integer.class, "a whole number"),
            new Word(double.class, "a number"),
            new Word(Double.class, "a number"),
            new Word(BigDecimal.class, "a number of at most 40 digits, or a text of one"),
            new Word(Collection.class, "a list"),
            new Word(Map.class, "an object"));

    /** What a value is, with the value where it is short. */
    static String kind(@Nullable JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return "nothing";
        }
        if (node.isString()) {
            return "the text \"" + Excerpt.of(node.stringValue()) + "\"";
        }
        if (node.isNumber()) {
            return "the number " + Excerpt.of(node.asString());
        }
        if (node.isBoolean()) {
            return String.valueOf(node.booleanValue());
        }
        if (node.isArray()) {
            return "a list";
        }
        return node.isNull() ? "null" : "an object";
    }

    /** How many lines the field stands below the first; 0 when it is not there. */
    private int linesBefore(String field) {
        if (field.isEmpty() || json.indexOf('\n') < 0) {
            return 0;
        }
        String top = field.split("[.\\[]", 2)[0];
        try (JsonParser parser = Mapper.DOOR.createParser(json)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                if (top.equals(parser.currentName())) {
                    return parser.currentTokenLocation().getLineNr() - 1;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            return 0;
        }
        return 0;
    }
}
