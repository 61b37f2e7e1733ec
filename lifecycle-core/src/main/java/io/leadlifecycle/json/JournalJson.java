package io.leadlifecycle.json;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.Circumstances;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.MergeChange;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.journal.RuleRecord.Ruling;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Direction;
import io.leadlifecycle.model.Import;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Journal entries as lines of JSON, and back. A line answers the questions of a report by itself, and holds all that
 * folding needs.
 *
 * <pre>{@code
 * String line = JournalJson.write(entry);
 * JournalEntry same = JournalJson.read(line);
 * }</pre>
 *
 * <ul>
 *   <li>{@code leadId seq eventId at eventAt event actor result why cause via raised rulebook directory}: as in
 *       {@link JournalEntry}; {@code came} is the event as it came.
 *   <li>{@code from to trigger direction reason}: the stages before and after the entry, with the trigger, direction and
 *       reason of its last move; {@code moves} lists every one. All absent without a move; an import and a merge are none,
 *       so they have no trigger and no direction; an entry from before directions were written has none either.
 *   <li>{@code type owner team source campaign segment}: as they were right after the entry.
 *   <li>{@code rules}: the rules that fired; {@code refused} and {@code overruled}: those whose proposals were not
 *       applied, and why.
 *   <li>{@code changes} and {@code actions}: what changed and what the host carries out, in order.
 *   <li>{@code steps}: the evaluations with every proposal; {@code changes} and {@code actions} of one are how many of those
 *       lists belong to it, in order.
 * </ul>
 *
 * <p>What is absent is left out. Equal entries give equal lines in every JVM. Reading is lenient: an event of an unknown
 * type needs no class, and a line with a field that this version does not know is written back as it was. Thread-safe.
 */
public final class JournalJson {
    private JournalJson() {}

    /**
     * An entry as a line.
     *
     * @param entry the entry
     * @return one line, without a line break
     */
    public static String write(JournalEntry entry) {
        return entry.asRead() == null ? line(entry) : entry.asRead();
    }

    /**
     * An entry from its line.
     *
     * @param line what {@link #write} gave, or a later version of it
     * @return the entry
     * @throws MalformedJsonException naming the field, if it is not an entry
     */
    public static JournalEntry read(String line) {
        JournalEntry entry = new JournalLine(line).entry();
        String again = line(entry);
        boolean same = again.equals(line) || Mapper.JSON.readTree(again).equals(Mapper.JSON.readTree(line));
        return same ? entry : entry.keepingLine(line);
    }

    private static String line(JournalEntry entry) {
        StringWriter text = new StringWriter(1_024);
        try (JsonGenerator json = Mapper.JSON.createGenerator(text)) {
            json.writeStartObject();
            head(json, entry);
            moves(json, entry);
            then(json, entry.circumstances());
            rules(json, entry);
            list(json, "actions", entry.effects(), Effect.class);
            list(json, "changes", entry.changes(), Change.class);
            text(json, "cause", entry.cause());
            text(json, "via", entry.via());
            if (entry.raised()) {
                json.writeBooleanProperty("raised", true);
            }
            json.writeStringProperty("rulebook", entry.ruleBook());
            json.writeStringProperty("directory", entry.directory());
            json.writeName("came");
            json.writeRawValue(entry.json());
            steps(json, entry.steps());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void head(JsonGenerator json, JournalEntry entry) {
        json.writeNumberProperty("format", entry.format());
        json.writeStringProperty("leadId", entry.leadId());
        json.writeNumberProperty("seq", entry.seq());
        json.writeStringProperty("eventId", entry.eventId());
        json.writeStringProperty("at", entry.at().toString());
        json.writeStringProperty("eventAt", entry.eventAt().toString());
        json.writeStringProperty("event", entry.event());
        text(json, "actor", entry.actor());
        json.writeStringProperty("result", entry.result().name());
        text(json, "why", entry.why());
    }

    private static void moves(JsonGenerator json, JournalEntry entry) {
        List<Change.StageMoved> moves = entry.moves();
        Placed placed = placed(entry);
        if (moves.isEmpty() && placed == null) {
            return;
        }
        json.writeStringProperty("from", placed == null ? moves.get(0).from() : placed.from());
        if (moves.isEmpty()) {
            json.writeStringProperty("to", Objects.requireNonNull(placed).to());
            text(json, "reason", placed.reason());
            return;
        }
        Change.StageMoved last = moves.get(moves.size() - 1);
        json.writeStringProperty("to", last.to());
        json.writeStringProperty("trigger", last.trigger().name());
        direction(json, last);
        text(json, "reason", last.reason());
        json.writeArrayPropertyStart("moves");
        for (Change.StageMoved move : moves) {
            json.writeStartObject();
            json.writeStringProperty("from", move.from());
            json.writeStringProperty("to", move.to());
            json.writeStringProperty("trigger", move.trigger().name());
            direction(json, move);
            text(json, "reason", move.reason());
            json.writeStringProperty("rule", move.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void direction(JsonGenerator json, Change.StageMoved move) {
        Direction direction = move.direction();
        text(json, "direction", direction == null ? null : direction.name());
    }

    /** Where an import or a merge places the lead, which is no move. */
    private record Placed(String from, String to, @Nullable String reason) {
        static Stream<Placed> by(Change change) {
            if (change instanceof Change.Imported imported && imported.data().begins()) {
                Import data = imported.data();
                return Stream.of(new Placed("", data.stage(), data.reason()));
            }
            Absorption.Standing taken = change instanceof MergeChange.JourneyAbsorbed absorbed
                    ? absorbed.data().taken()
                    : null;
            return taken == null || taken.left().equals(taken.stage())
                    ? Stream.empty()
                    : Stream.of(new Placed(taken.left(), taken.stage(), taken.reason()));
        }
    }

    private static @Nullable Placed placed(JournalEntry entry) {
        return entry.changes().stream().flatMap(Placed::by).findFirst().orElse(null);
    }

    private static void then(JsonGenerator json, Circumstances then) {
        text(json, "type", then.type());
        text(json, "owner", then.owner());
        text(json, "team", then.team());
        text(json, "source", then.source());
        text(json, "campaign", then.campaign());
        text(json, "segment", then.segment());
    }

    private static void rules(JsonGenerator json, JournalEntry entry) {
        List<RuleRecord> records =
                entry.steps().stream().flatMap(step -> step.rules().stream()).toList();
        json.writeArrayPropertyStart("rules");
        records.stream().map(RuleRecord::rule).distinct().forEach(json::writeString);
        json.writeEndArray();
        unapplied(json, "refused", records, record -> record.ruling() == Ruling.REFUSED);
        unapplied(json, "overruled", records, record -> record.ruling() == Ruling.OVERRULED);
    }

    private static void unapplied(
            JsonGenerator json, String name, List<RuleRecord> records, Predicate<RuleRecord> which) {
        json.writeArrayPropertyStart(name);
        records.stream().filter(which).forEach(record -> {
            json.writeStartObject();
            json.writeStringProperty("rule", record.rule());
            text(json, "why", record.why());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void steps(JsonGenerator json, List<Step> steps) {
        json.writeArrayPropertyStart("steps");
        for (Step step : steps) {
            json.writeStartObject();
            json.writeStringProperty("event", step.event());
            if (!step.about().isEmpty()) {
                json.writeStringProperty("about", step.about());
            }
            text(json, "note", step.note());
            if (!step.rules().isEmpty()) {
                list(json, "rules", step.rules(), RuleRecord.class);
            }
            count(json, "changes", step.changes().size());
            count(json, "actions", step.effects().size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, String name, int count) {
        if (count > 0) {
            json.writeNumberProperty(name, count);
        }
    }

    private static <T> void list(JsonGenerator json, String name, List<T> values, Class<T> type) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> Mapper.writer(type).writeValue(json, value));
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
