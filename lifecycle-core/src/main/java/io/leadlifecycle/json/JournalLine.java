package io.leadlifecycle.json;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.Circumstances;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.JournalEntry.Result;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** One line of a journal in the reading. What it does not know it passes over. */
final class JournalLine {
    private final String line;
    private final Complaint complaint;
    private final Map<String, JsonNode> fields = new HashMap<>();
    private String came = "";

    JournalLine(String line) {
        this.line = line;
        complaint = new Complaint(line, 1);
    }

    /** A step whose changes and actions stand in the lists of the entry. */
    record Part(
            String event,
            @Nullable String about,
            @Nullable String note,
            @Nullable List<RuleRecord> rules,
            int changes,
            int actions) {
        Part {
            rules = rules == null ? List.of() : List.copyOf(rules);
        }

        List<RuleRecord> fired() {
            return rules == null ? List.of() : rules;
        }
    }

    JournalEntry entry() {
        try (JsonParser parser = Mapper.JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw complaint.about("", "an entry is a JSON object.");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                read(parser, parser.currentName());
            }
            if (parser.nextToken() != null) {
                throw complaint.about("", "something follows the entry; a line holds one.");
            }
        } catch (JacksonException e) {
            throw complaint.noJson(e);
        }
        return made();
    }

    /** The event is kept letter by letter: a repeat is told by its text. */
    private void read(JsonParser parser, String name) {
        JsonToken token = parser.nextToken();
        if (!name.equals("came")) {
            fields.put(name, parser.readValueAsTree());
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw complaint.about("came", "the event is no object.");
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        came = line.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private JournalEntry made() {
        if (came.isEmpty()) {
            throw complaint.about("came", "it is missing; an entry needs the event as it came.");
        }
        Circumstances then = new Circumstances(
                text("type"), text("owner"), text("team"), text("source"), text("campaign"), text("segment"));
        return new JournalEntry(
                required("format", Integer.class),
                required("leadId", String.class),
                required("seq", Long.class),
                required("eventId", String.class),
                required("at", Instant.class),
                required("eventAt", Instant.class),
                text("actor"),
                required("event", String.class),
                came,
                fields.containsKey("raised") && required("raised", Boolean.class),
                required("result", Result.class),
                text("why"),
                text("cause"),
                text("via"),
                required("rulebook", String.class),
                required("directory", String.class),
                then,
                steps(),
                null);
    }

    private List<Step> steps() {
        List<Change> changes = list("changes", Change.class);
        List<Effect> actions = list("actions", Effect.class);
        List<Part> parts = list("steps", Part.class);
        int ofChanges = parts.stream().mapToInt(Part::changes).sum();
        int ofActions = parts.stream().mapToInt(Part::actions).sum();
        boolean negative = parts.stream().anyMatch(part -> part.changes() < 0 || part.actions() < 0);
        if (negative || ofChanges != changes.size() || ofActions != actions.size()) {
            throw complaint.about(
                    "steps",
                    "they hold " + ofChanges + " changes and " + ofActions + " actions; the entry has " + changes.size()
                            + " and " + actions.size() + ".");
        }
        List<Step> steps = new ArrayList<>();
        int change = 0;
        int action = 0;
        for (Part part : parts) {
            steps.add(new Step(
                    part.event(),
                    part.about() == null ? "" : part.about(),
                    part.fired(),
                    changes.subList(change, change + part.changes()),
                    actions.subList(action, action + part.actions()),
                    part.note()));
            change += part.changes();
            action += part.actions();
        }
        return steps;
    }

    private @Nullable String text(String name) {
        return fields.containsKey(name) ? required(name, String.class) : null;
    }

    private <T> T required(String name, Class<T> type) {
        return convert(name, present(name), type);
    }

    private <T> List<T> list(String name, Class<T> element) {
        JsonNode list = present(name);
        if (!list.isArray()) {
            throw complaint.about(name, Complaint.kind(list) + " is not allowed; allowed is a list.");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode value : list) {
            String field = name + "[" + values.size() + "]";
            if (value.isNull()) {
                throw complaint.about(field, "null is not allowed; a list has values only.");
            }
            values.add(convert(field, value, element));
        }
        return values;
    }

    private JsonNode present(String name) {
        JsonNode node = fields.get(name);
        if (node == null || node.isNull()) {
            throw complaint.about(name, "it is missing; a journal entry needs it.");
        }
        return node;
    }

    private <T> T convert(String name, JsonNode node, Class<T> type) {
        T value;
        try {
            value = Mapper.JSON.treeToValue(node, type);
        } catch (JacksonException e) {
            throw complaint.misfit(name, node, e);
        }
        if (value == null) {
            throw complaint.about(name, Complaint.kind(node) + " is not allowed; a journal entry needs a value there.");
        }
        return value;
    }
}
