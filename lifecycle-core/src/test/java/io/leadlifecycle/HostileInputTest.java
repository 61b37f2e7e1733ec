package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.DefinitionException;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.json.EventJson;
import io.leadlifecycle.json.EventReader;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.json.MalformedJsonException;
import io.leadlifecycle.testing.LeadArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a reader answers with a value or with its own typed error. */
class HostileInputTest {
    private static final List<String> FIELDS = List.of(
            "event",
            "id",
            "leadId",
            "at",
            "kind",
            "profile",
            "stamps",
            "stage",
            "score",
            "confirmed",
            "automated",
            "format",
            "seq",
            "steps",
            "changes",
            "came",
            "result",
            "written",
            "journey",
            "x",
            "",
            "\\u0000");
    private static final List<String> VALUES = List.of(
            "\"Touchpoint\"",
            "\"LeadImported\"",
            "\"2026-03-02T10:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"\"",
            "\"\\ud800\"",
            "0",
            "-0.0",
            "1e999",
            "1e-999",
            "NaN",
            "99999999999999999999999999",
            "9223372036854775807",
            "true",
            "null",
            "[]",
            "{}",
            "[[[[[[[[[]]]]]]]]]");
    private static final List<String> SCRAPS = List.of(
            "",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "\\",
            "\\u00",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "\n",
            "-",
            "1",
            "e5",
            "\"id\":\"x\",",
            "/*",
            "//",
            "'");

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(400)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.recursive(() -> Arbitraries.of(VALUES), HostileInputTest::within, 0, 4);
    }

    private static Arbitrary<String> within(Arbitrary<String> value) {
        Arbitrary<String> list = value.list().ofMaxSize(4).map(values -> "[" + String.join(",", values) + "]");
        Arbitrary<String> object = Combinators.combine(Arbitraries.of(FIELDS), value)
                .as((field, of) -> "\"" + field + "\":" + of)
                .list()
                .ofMaxSize(8)
                .map(fields -> "{" + String.join(",", fields) + "}");
        return Arbitraries.oneOf(value, list, object);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.of(sound()),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(SCRAPS))
                .as(HostileInputTest::damage);
    }

    private static String damage(String text, int place, int length, String scrap) {
        int from = place % text.length();
        return text.substring(0, from) + scrap + text.substring(Math.min(text.length(), from + length));
    }

    /** A line of every kind that the readers read. */
    private static List<String> sound() {
        LifecycleEngine engine = new Scene().engine(Scene::noRule);
        LeadEvent imported =
                new LeadImported("e-1", "L-1", Scene.at(0), "SAL", Map.of("MQL", Stamp.at(Scene.at(0)))).ownedBy("ana");
        LeadEvent touch = new Touchpoint("e-2", "L-1", Scene.at(5), "demo request");
        engine.fire(imported);
        engine.fire(touch);
        return List.of(
                EventJson.write(imported),
                EventJson.write(touch),
                JournalJson.write(engine.journal("L-1").get(0)),
                JournalJson.write(engine.journal("L-1").get(1)),
                LeadJson.write(engine.lead("L-1").orElseThrow()));
    }

    @Property(tries = 2_000)
    void bytes_are_read_or_refused(@ForAll("bytes") String text) {
        readAll(text);
    }

    @Property(tries = 2_000)
    void json_is_read_or_refused(@ForAll("json") String text) {
        readAll(text);
    }

    @Property(tries = 2_000)
    void damaged_lines_are_read_or_refused(@ForAll("damaged") String text) {
        readAll(text);
    }

    @Property(tries = 300)
    void what_the_door_lets_in_the_engine_answers(@ForAll("events") String text) {
        try {
            LeadEvent event = EventReader.standard().read(text);
            LifecycleEngine engine = new Scene().engine(Scene::noRule);
            engine.fire(Scene.created(event.leadId()));
            assertThat(engine.fire(event).status()).isNotNull();
        } catch (MalformedJsonException refused) {
            assertThat(refused.line()).isPositive();
        }
    }

    @Provide
    Arbitrary<String> events() {
        Arbitrary<String> written = LeadArbitraries.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE)
                .histories()
                .map(history -> EventJson.write(history.get(0)));
        return Combinators.combine(
                        written,
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(SCRAPS))
                .as(HostileInputTest::damage);
    }

    @Test
    void depth_and_length_are_bounded() {
        readAll("[".repeat(1_000_000));
        readAll("{\"a\":".repeat(1_000_000));
        readAll("\"" + "x".repeat(5_000_000));
        readAll("{\"event\":\"" + "x".repeat(5_000_000) + "\"}");
        readAll("9".repeat(1_000_000));
        readAll("a: ".repeat(200_000));
        readAll("- ".repeat(200_000));
    }

    private static void readAll(String text) {
        allowed(text, MalformedJsonException.class, () -> EventReader.standard().read(text));
        allowed(text, MalformedJsonException.class, () -> JournalJson.read(text));
        allowed(text, MalformedJsonException.class, () -> LeadJson.read(text));
        allowed(text, DefinitionException.class, () -> LifecycleYaml.read("lifecycle.yaml", text));
        allowed(text, DefinitionException.class, () -> LifecycleYaml.rules("lifecycle.yaml", text));
        allowed(text, IllegalArgumentException.class, () -> BusinessCalendar.parse(text));
        allowed(text, IllegalArgumentException.class, () -> TimeBudget.parse(text));
    }

    private static void allowed(String text, Class<? extends RuntimeException> error, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            assertThat(e).as("%.200s", text).isInstanceOf(error);
            assertThat(e.getMessage()).as("%.200s", text).isNotBlank().hasSizeLessThan(6_000);
        }
    }
}
