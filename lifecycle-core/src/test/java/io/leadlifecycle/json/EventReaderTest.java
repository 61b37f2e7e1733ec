package io.leadlifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.testing.LeadArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final EventReader READER = EventReader.standard();
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String HEAD = "\"id\":\"e-1\",\"leadId\":\"L-1\",\"at\":\"2026-03-02T10:00:00Z\"";

    enum Plan {
        FREE,
        TEAM
    }

    record Seats(int bought, int used) {}

    /** An event of a host that says what may be missing. */
    @NullMarked
    record TrialStarted(
            String id,
            String leadId,
            Instant at,
            String product,
            Plan plan,
            Seats seats,
            double price,
            List<String> users,
            @Nullable String note)
            implements LeadEvent {}

    /** An event of a host that says nothing of the kind. */
    @NullUnmarked
    record Ping(String id, String leadId, Instant at, String colour, Boolean loud) implements LeadEvent {}

    record Nameless(String id, Instant at) implements LeadEvent {
        @Override
        public String leadId() {
            return "L-1";
        }
    }

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE)
                .histories();
    }

    @Property(tries = 200)
    void every_event_is_read_as_it_was_written(@ForAll("histories") List<LeadEvent> history) {
        for (LeadEvent event : history) {
            String json = EventJson.write(event);
            if (json.contains("\"tags\":[")) {
                assertThatThrownBy(() -> READER.read(json)).hasMessageContaining("field \"profile.tags\"");
            } else {
                assertThat(EventJson.write(READER.read(json))).isEqualTo(json);
            }
        }
    }

    @Test
    void what_may_be_absent_may_be_left_out() {
        assertThat(READER.read("{\"event\":\"ContactAttempted\"," + HEAD + ",\"outcome\":\"connected\"}"))
                .isEqualTo(new ContactAttempted("e-1", "L-1", AT, null, "connected", false, null));
        assertThat(READER.read("{\"event\":\"OpportunityCreated\"," + HEAD + "}"))
                .isEqualTo(new OpportunityCreated("e-1", "L-1", AT, null));
        assertThat(READER.read("{\"event\":\"LeadCreated\"," + HEAD + ",\"source\":null}"))
                .isEqualTo(new LeadCreated("e-1", "L-1", AT, null, null, null, Map.of(), null));
        assertThat(READER.read("{\"event\":\"ScoreChanged\"," + HEAD + ",\"score\":40}"))
                .as("the engine fills in from")
                .isEqualTo(new ScoreChanged("e-1", "L-1", AT, 40));
    }

    @Test
    void the_type_may_stand_anywhere_and_an_instant_may_have_an_offset() {
        assertThat(READER.read("""
                {"id":"e-1", "leadId":"L-1", "kind":"demo request",
                 "at":"2026-03-02T15:00:00+05:00", "event":"Touchpoint"}""")).isEqualTo(new Touchpoint("e-1", "L-1", AT, "demo request"));
    }

    @ParameterizedTest
    @CsvSource({"12000.50, 12000.50", "'\"12000.50\"', 12000.50", "12345678901234567.89, 12345678901234567.89", "0, 0"})
    void an_amount_is_a_number_or_a_text_of_one_and_loses_no_digit(String given, BigDecimal amount) {
        LeadEvent event = READER.read("{\"event\":\"OpportunityWon\"," + HEAD + ",\"amount\":" + given + "}");
        assertThat(event).isEqualTo(new OpportunityWon("e-1", "L-1", AT, amount, null));
        assertThat(EventJson.write(event)).endsWith("\"amount\":" + amount + "}");
        assertThat(READER.read(EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void a_stamp_is_an_instant_or_says_what_more_is_known() {
        String stamps = "{\"NEW\":\"2026-01-01T00:00:00Z\",\"MQL\":{\"first\":\"2026-01-02T00:00:00Z\"},"
                + "\"SAL\":{\"first\":\"2026-01-02T00:00:00Z\",\"latest\":\"2026-01-03T00:00:00Z\"},"
                + "\"SQL\":{\"first\":\"2026-01-02T00:00:00Z\",\"latest\":\"2026-01-03T00:00:00Z\",\"entries\":5}}";
        Instant second = Instant.parse("2026-01-02T00:00:00Z");
        Instant third = Instant.parse("2026-01-03T00:00:00Z");
        LeadEvent event =
                READER.read("{\"event\":\"LeadImported\"," + HEAD + ",\"stage\":\"SQL\",\"stamps\":" + stamps + "}");
        assertThat(event)
                .isEqualTo(new LeadImported(
                        "e-1",
                        "L-1",
                        AT,
                        "SQL",
                        Map.of(
                                "NEW",
                                Stamp.at(Instant.parse("2026-01-01T00:00:00Z")),
                                "MQL",
                                Stamp.at(second),
                                "SAL",
                                new Stamp(second, third, 2),
                                "SQL",
                                new Stamp(second, third, 5))));
        assertThat(READER.read(EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void a_profile_has_texts_numbers_booleans_and_nulls() {
        Map<String, Object> profile = new HashMap<>();
        profile.put("industry", null);
        profile.put("employees", 320L);
        profile.put("growth", 1.5);
        profile.put("emailValid", true);
        assertThat(READER.read("{\"event\":\"ProfileUpdated\"," + HEAD
                        + ",\"profile\":{\"industry\":null,\"employees\":320,\"growth\":1.5,\"emailValid\":true}}"))
                .isEqualTo(new ProfileUpdated("e-1", "L-1", AT, profile));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                            | event   | it is missing; allowed are [ContactAttempted,
            []                                            |         | an event is an object, not a list.
            17                                            |         | an event is an object, not the number 17.
            `{"event":7}`                                 | event   | the number 7 is no name of an event.
            `{"event":"Touchpont"}`                       | event   | Maybe "Touchpoint"?
            `{"event":"StageEntered"}`                    | event   | a StageEntered is raised by the engine and cannot be fired.
            `{"event":"LeftCompany","leadId":"L","at":"2026-03-02T10:00:00Z"}` | id | it is missing; a LeftCompany needs [id, leadId, at].
            `{"event":"LeftCompany","id":"e","at":"2026-03-02T10:00:00Z"}`     | leadId | it is missing; a LeftCompany needs [id, leadId, at].
            `{"event":"LeftCompany","id":"e","leadId":"L"}` | at | it is missing; a LeftCompany needs [id, leadId, at].
            `{"event":"LeftCompany","id":" ","leadId":"L","at":"2026-03-02T10:00:00Z"}` | id | it is blank; a LeftCompany needs [id, leadId, at].
            `{"event":"LeftCompany","id":null,"leadId":"L","at":"2026-03-02T10:00:00Z"}` | id | it is null; a LeftCompany needs a value there.
            `{"event":"LeftCompany","id":"e","leadId":"L","at":"yesterday"}` | at | the text "yesterday" is not allowed; allowed is an instant such as "2026-03-02T10:00:00Z".
            `{"event":"LeftCompany","id":"e","leadId":"L","at":"2026-03-02T10:00:00"}` | at | the text "2026-03-02T10:00:00" is not allowed; allowed is an instant such as "2026-03-02T10:00:00Z".
            `{"event":"LeftCompany","id":"e","leadId":"L","at":1772445600}` | at | the number 1772445600 is not allowed; allowed is an instant such as "2026-03-02T10:00:00Z".
            `{"event":"LeftCompany","id":7,"leadId":"L","at":"2026-03-02T10:00:00Z"}` | id | the number 7 is not allowed; allowed is a text.
            `{"event":"LeftCompany","id":"e","id":"f"}`   |         | this is not JSON, column 37: Duplicate Object property "id".
            """)
    void what_is_wrong_is_said_with_its_field(String json, String field, String complaint) {
        assertThatThrownBy(() -> READER.read(json))
                .asInstanceOf(type(MalformedJsonException.class))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field == null ? "" : field))
                .satisfies(e -> assertThat(e)
                        .hasMessageStartingWith("line 1" + (field == null ? ":" : ", field \"" + field + "\":")))
                .satisfies(e -> assertThat(e).hasMessageContaining(complaint));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Touchpoint         | "knd":"demo request"                      | knd                | a Touchpoint has no such field; it has [id, leadId, at, kind, source, campaign, content, detail, actor]. Maybe "kind"?
            Touchpoint         | "source":"web"                            | kind               | it is missing; a Touchpoint needs [id, leadId, at, kind].
            ScoreChanged       | "from":3                                  | score              | it is missing; a ScoreChanged needs [id, leadId, at, score].
            ScoreChanged       | "score":"40"                              | score              | the text "40" is not allowed; allowed is a whole number.
            ScoreChanged       | "score":40.5                              | score              | the number 40.5 is not allowed; allowed is a whole number.
            ScoreChanged       | "score":99999999999999999999              | score              | the number 99999999999999999999 is not allowed
            LeadResponded      | "automatic":"true"                        | automatic          | the text "true" is not allowed; allowed is true or false.
            LeadResponded      | "automatic":1                             | automatic          | the number 1 is not allowed; allowed is true or false.
            DiscoveryCompleted | "method":"BANT","confirmed":"budget"      | confirmed          | the text "budget" is not allowed; allowed is a list.
            DiscoveryCompleted | "method":"BANT","confirmed":["budget",7]  | confirmed[1]       | the number 7 is not allowed; allowed is a text.
            DiscoveryCompleted | "method":"BANT","confirmed":[null]        | confirmed[0]       | null is not allowed; a list has values only.
            OpportunityWon     | "amount":"12 thousand"                    | amount             | the text "12 thousand" is not allowed; allowed is a number of at most 40 digits, or a text of one.
            OpportunityWon     | "amount":1e999                            | amount             | is not allowed; allowed is a number of at most 40 digits
            OpportunityWon     | "amount":true                             | amount             | true is not allowed; allowed is a number
            LeadImported       | "stage":"SQL","stamps":{"NEW":7}          | stamps.NEW         | the number 7 is not allowed; allowed is an instant such as
            LeadImported       | "stage":"SQL","stamps":{"NEW":{}}         | stamps.NEW.first   | it is missing; allowed is an instant such as
            LeadImported       | "stage":"SQL","stamps":{"NEW":{"first":"2026-01-01T00:00:00Z","x":1}} | stamps.NEW.x | there is no such field; allowed are [
            ProfileUpdated     | "profile":[]                              | profile            | a list is not allowed; allowed is an object.
            ProfileUpdated     | "profile":{"employees":{"a":1}}           | profile.employees  | an object is not allowed; allowed are a text, a number, true, false and null.
            ProfileUpdated     | "profile":{"employees":[1]}               | profile.employees  | a list is not allowed; allowed are a text, a number, true, false and null.
            ProfileUpdated     | "profile":{"n":99999999999999999999}      | profile.n          | the number 99999999999999999999 is not allowed; allowed are a text, a number, true, false and null.
            ProfileUpdated     | "profile":{"n":1e999}                     | profile.n          | is not allowed; allowed are a text, a number, true, false and null.
            """)
    void a_wrong_value_is_said_with_what_is_allowed(String event, String rest, String field, String complaint) {
        assertThatThrownBy(() -> READER.read("{\"event\":\"" + event + "\"," + HEAD + "," + rest + "}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("line 1, field \"" + field + "\": ")
                .hasMessageContaining(complaint);
    }

    @Test
    void the_line_is_that_of_the_file() {
        assertThatThrownBy(() -> READER.read("{\"event\":\"Touchpoint\"," + HEAD + ",\"kind\":7}", 4_711))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("line 4711, field \"kind\": the number 7 is not allowed; allowed is a text.");
        assertThatThrownBy(() -> READER.read("{\"event\":\"Touchpoint\",\n\"id\":\"e\",\n\"leadId\":5}", 10))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("line 12, field \"leadId\"");
        assertThatThrownBy(() -> READER.read("{\"event\":\n\n}", 10))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("line 12: this is not JSON, column 1");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'{'", "'{\"event\":\"LeftCompany\"} {}'", "'{a:1}'", "'nul'"})
    void what_is_no_json_is_said_so(String text) {
        assertThatThrownBy(() -> READER.read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void a_host_registers_its_own_event() {
        EventReader reader = READER.with(TrialStarted.class).with(Ping.class);
        LeadEvent trial = new TrialStarted(
                "e-1", "L-1", AT, "studio", Plan.TEAM, new Seats(5, 2), 12.5, List.of("ana", "ben"), null);
        assertThat(reader.read(EventJson.write(trial))).isEqualTo(trial);
        assertThat(reader.read("{\"event\":\"Ping\"," + HEAD + "}"))
                .as("without @NullMarked everything but the head may be left out")
                .isEqualTo(new Ping("e-1", "L-1", AT, null, null));
        assertThatThrownBy(() -> reader.read("{\"event\":\"TrialStarted\"," + HEAD + ",\"product\":\"studio\"}"))
                .hasMessage("line 1, field \"plan\": it is missing; a TrialStarted needs"
                        + " [id, leadId, at, product, plan, seats, price].");
        assertThatThrownBy(() -> reader.read(EventJson.write(trial).replace("TEAM", "GOLD")))
                .hasMessage(
                        "line 1, field \"plan\": the text \"GOLD\" is not allowed; allowed is one of [FREE, TEAM].");
        assertThatThrownBy(() -> reader.read(EventJson.write(trial).replace("\"used\":2", "\"usd\":2")))
                .hasMessage("line 1, field \"seats.usd\": there is no such field; allowed are [bought, used].");
        assertThatThrownBy(() -> reader.read(EventJson.write(trial).replace("\"used\":2", "\"used\":\"2\"")))
                .hasMessage("line 1, field \"seats.used\": the text \"2\" is not allowed; allowed is a whole number.");
        assertThatThrownBy(() -> READER.read(EventJson.write(trial)))
                .as("the reader it was made of knows nothing of it")
                .hasMessageContaining("\"TrialStarted\" is no event");
    }

    @Test
    void what_cannot_be_an_event_is_not_registered() {
        assertThatThrownBy(() -> READER.with(Nameless.class))
                .hasMessageContaining("has the components [id, at]; it needs [id, leadId, at]");
        assertThatThrownBy(() -> READER.with(Ping.class).with(Ping.class)).hasMessageContaining("is known already");
        assertThatThrownBy(() -> READER.with(LeadEvent.class)).hasMessageEndingWith("LeadEvent is no record.");
    }
}
