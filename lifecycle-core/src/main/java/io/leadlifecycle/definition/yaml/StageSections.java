package io.leadlifecycle.definition.yaml;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.definition.yaml.Node.Entry;
import io.leadlifecycle.definition.yaml.Node.Text;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the stages and the paths between them. */
final class StageSections {
    static final int MOST_STAGES = 100;

    private static final List<String> STAGE = List.of(
            "kind",
            "api name",
            "owner",
            "definition",
            "entry",
            "exit",
            "qualifies",
            "evaluates",
            "waits for",
            "at most",
            "otherwise",
            "expected",
            "limit",
            "reasons",
            "reinstate to");

    private static final List<String> OTHERWISE = List.of("stage", "reason");
    private static final List<String> LIMIT = List.of("after", "then", "reason");
    private static final List<String> PATH = List.of("from", "to", "by", "owner", "reason required");
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z]\\w*");

    private final Section parts;
    private final Collection<String> names;
    private final Collection<String> picklists;

    StageSections(Section parts) {
        this.parts = parts;
        names = keys("stages");
        picklists = keys("picklists");
    }

    private List<String> keys(String part) {
        return parts.named(part).stream().map(Entry::key).toList();
    }

    void addTo(LifecycleBuilder builder) {
        if (names.isEmpty() || names.size() > MOST_STAGES) {
            throw parts.placeOf("stages")
                    .refuse("The lifecycle has " + names.size() + " stages; allowed are 1 to " + MOST_STAGES + ".");
        }
        for (Entry entry : parts.named("stages")) {
            addStage(entry, builder);
        }
        addPaths(builder);
    }

    private void addStage(Entry entry, LifecycleBuilder builder) {
        Section stage = Section.of(entry.value(), "stage " + entry.key(), STAGE);
        StageKind kind = stage.has("kind") ? stage.choice("kind", StageKind.class) : StageKind.OPEN;
        Otherwise otherwise = otherwise(stage);
        builder.stage(new Stage(
                entry.key(),
                kind,
                words(entry, stage),
                stage.flag("qualifies"),
                stage.flag("evaluates"),
                stage.parsed("expected", TimeBudget::parse),
                stage.names("waits for"),
                stage.parsed("at most", StageSections::delay),
                otherwise.stage(),
                otherwise.reason(),
                limit(stage),
                stage.reference("reasons", picklists)));
        String reinstateTo = stage.value("reinstate to");
        if (reinstateTo != null && kind != StageKind.DISQUALIFIED) {
            throw stage.placeOf("reinstate to")
                    .refuse("The stage " + entry.key() + " has \"reinstate to\" and is " + kind
                            + "; only a stage of kind DISQUALIFIED has it.");
        }
        if (reinstateTo != null) {
            stage.node("reinstate to").place().check(() -> builder.reinstateTo(reinstateTo));
        }
    }

    private static Stage.Words words(Entry entry, Section stage) {
        String given = stage.value("api name");
        String apiName = given == null ? entry.key() : given;
        if (!API_NAME.matcher(apiName).matches()) {
            Place place = given == null ? entry.place() : stage.node("api name").place();
            String meant = apiName.replaceAll("\\W+", "_").replaceFirst("^[_\\d]+", "");
            throw place.refuse("The api name \"" + apiName + "\" of the stage " + entry.key()
                    + " is not safe in every system; allowed are letters, digits and _, a letter first."
                    + (meant.isEmpty() ? "" : " Maybe \"" + meant + "\"?"));
        }
        return new Stage.Words(
                apiName, stage.words("owner"), stage.words("definition"), stage.words("entry"), stage.words("exit"));
    }

    private static Otherwise otherwise(Section stage) {
        if (!stage.has("otherwise") || stage.node("otherwise") instanceof Text) {
            return new Otherwise(stage.value("otherwise"), null);
        }
        Section otherwise = stage.section("otherwise", OTHERWISE);
        return new Otherwise(otherwise.required("stage").value(), otherwise.value("reason"));
    }

    private static Stage.@Nullable Limit limit(Section stage) {
        if (!stage.has("limit")) {
            return null;
        }
        Section limit = stage.section("limit", LIMIT);
        Text after = limit.required("after");
        return new Stage.Limit(
                after.place().check(() -> delay(after.value())),
                limit.required("then").value(),
                limit.value("reason"));
    }

    private static TimeBudget delay(String text) {
        TimeBudget budget = TimeBudget.parse(text);
        boolean isShort = budget.unit() == TimeBudget.Unit.MONTHS
                ? budget.amount() == 0
                : budget.in(BusinessCalendar.ALWAYS_OPEN).compareTo(Duration.ofSeconds(1)) < 0;
        if (isShort) {
            throw new IllegalArgumentException(
                    "The time \"" + budget + "\" is too short; allowed is 1 second or more.");
        }
        return budget;
    }

    private void addPaths(LifecycleBuilder builder) {
        for (Node node : parts.node("paths").items("The \"paths\" of the lifecycle")) {
            Section path = Section.of(node, "path", PATH);
            path.requiredTexts("from");
            path.requiredTexts("to");
            path.requiredTexts("by");
            List<Trigger> triggers = path.choices("by", Trigger.class);
            for (String from : path.references("from", names)) {
                for (String to : path.references("to", names)) {
                    Path read = new Path(from, to, triggers, path.words("owner"), path.flag("reason required"));
                    node.place().check(() -> builder.path(read));
                }
            }
        }
    }

    private record Otherwise(
            @Nullable String stage, @Nullable String reason) {}
}
