package io.leadlifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.Stamp;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.HostileRuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalJsonTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 3);

    /** An event whose class the reader of the journal does not have. */
    private record MoonPhase(String id, String leadId, Instant at, String phase, List<Integer> tides)
            implements LeadEvent {}

    private final LifecycleEngine engine =
            LifecycleEngine.builder(BOOK).directory(SampleLifecycle.PEOPLE).build();

    private List<String> journal() {
        engine.fire(new LeadCreated(
                "e-1", "L-1", AT, "inbound form", "spring", null, Map.of("segment", "enterprise"), "web"));
        engine.fire(new MoonPhase("e-2", "L-1", AT.plusSeconds(60), "full", List.of(3, 1)));
        return engine.journal("L-1").stream().map(JournalJson::write).toList();
    }

    @Test
    void a_line_answers_the_questions_of_a_report() {
        assertThat(journal().get(0))
                .startsWith("{\"format\":1,\"leadId\":\"L-1\",\"seq\":1,\"eventId\":\"e-1\","
                        + "\"at\":\"2026-03-02T10:00:00Z\",\"eventAt\":\"2026-03-02T10:00:00Z\","
                        + "\"event\":\"LeadCreated\",\"actor\":\"web\",\"result\":\"APPLIED\",\"from\":\"\",\"to\":\"")
                .contains("\"source\":\"inbound form\",\"campaign\":\"spring\",\"segment\":\"enterprise\"")
                .contains("\"came\":{\"event\":\"LeadCreated\",\"id\":\"e-1\"")
                .contains("\"moves\":[{\"from\":\"\",", "\"rules\":[", "\"refused\":[", "\"overruled\":[")
                .contains("\"rulebook\":\"" + BOOK.version(), "\"steps\":[{\"event\":\"LeadCreated\"");
    }

    @Test
    void a_move_says_its_direction_and_one_from_before_that_was_said_says_none() {
        String line = journal().get(0);
        assertThat(line).contains("\"trigger\":\"AUTOMATIC\",\"direction\":\"IN\"");
        String old = line.replaceAll("\"direction\":\"[A-Z]+\",", "");
        JournalEntry read = JournalJson.read(old);
        assertThat(read.moves())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.direction()).isNull());
        assertThat(read.toString()).contains("begins in NEW (automatic)");
        assertThat(JournalJson.write(read)).isEqualTo(old);
        assertThat(read.applyTo(null)).isEqualTo(JournalJson.read(line).applyTo(null));
    }

    @Test
    void the_journal_of_a_hosts_event_is_read_without_its_class_and_folds() {
        List<String> lines = journal().stream()
                .map(line -> line.replace("MoonPhase", "PhaseOfTheMoon"))
                .toList();
        List<JournalEntry> read = lines.stream().map(JournalJson::read).toList();
        assertThat(read)
                .filteredOn(entry -> entry.event().equals("PhaseOfTheMoon"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.json()).endsWith("\"phase\":\"full\",\"tides\":[3,1]}"));
        assertThat(JournalEntry.fold(read)).isEqualTo(engine.lead("L-1").orElseThrow());
        assertThat(read).map(JournalJson::write).isEqualTo(lines);
    }

    @Test
    void an_import_begins_in_its_stage_and_is_no_move() {
        LifecycleEngine quiet = LifecycleEngine.builder(LambdaRuleBook.of((event, lead) -> {}))
                .directory(SampleLifecycle.PEOPLE)
                .build();
        quiet.fire(new LeadImported("i-1", "L-7", AT, "LOST", Map.of("MQL", Stamp.at(AT))).because("timing"));
        JournalEntry entry = quiet.journal("L-7").get(0);
        String line = JournalJson.write(entry);
        assertThat(line)
                .contains("\"result\":\"APPLIED\",\"from\":\"\",\"to\":\"LOST\",\"reason\":\"timing\"")
                .doesNotContain("\"trigger\":", "\"moves\"");
        assertThat(JournalJson.read(line)).isEqualTo(entry);
    }

    @Test
    void a_field_of_a_later_version_is_written_back_as_it_was() {
        String line = journal().get(0);
        String later = line.replace("{\"format\":1,", "{\"format\":2,\"mood\":{\"a\":[1,2.50]},");
        String deeper = line.replace("\"change\":\"StageMoved\",", "\"change\":\"StageMoved\",\"mood\":1.0,");
        assertThat(deeper).isNotEqualTo(line);
        assertThat(List.of(later, deeper)).allSatisfy(text -> {
            JournalEntry entry = JournalJson.read(text);
            assertThat(JournalJson.write(entry)).isEqualTo(text);
            assertThat(entry.applyTo(null)).isEqualTo(JournalJson.read(line).applyTo(null));
        });
    }

    @Test
    void another_order_of_fields_and_other_spaces_mean_the_same() {
        String line = journal().get(0);
        String moved = "{ \"seq\" : 1,"
                + line.substring(1, line.length() - 1).replace("\"seq\":1,", "").replace("\"format\":1,", "")
                + ", \"format\":1}";
        assertThat(JournalJson.read(moved)).isEqualTo(JournalJson.read(line));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "seq":1,                  | ``               | line 1, field "seq": it is missing; a journal entry needs it.
            "seq":1,                  | "seq":null,      | line 1, field "seq": it is missing; a journal entry needs it.
            "seq":1,                  | "seq":"one",     | line 1, field "seq": the text "one" is not allowed; allowed is a whole number.
            "result":"APPLIED"        | "result":"DONE"  | line 1, field "result": the text "DONE" is not allowed; allowed is one of [APPLIED, REFUSED, PARKED].
            "came":{                  | "gone":{         | line 1, field "came": it is missing; an entry needs the event as it came.
            "came":{                  | "came":1,"x":{   | line 1, field "came": the event is no object.
            {"change":"StageMoved"    | {"change":"Flew" | line 1, field "changes
            "changes":[               | "changes":[],"x":[ | line 1, field "steps": they hold
            {"format"                 | ["format"        | line 1: an entry is a JSON object.
            """)
    void what_is_no_entry_is_said_with_its_field(String part, String instead, String complaint) {
        String line = journal().get(0);
        String broken = line.replace(part, instead);
        assertThat(broken).isNotEqualTo(line);
        assertThatThrownBy(() -> JournalJson.read(broken))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void two_entries_in_a_line_and_half_of_one_are_refused() {
        String line = journal().get(0);
        assertThatThrownBy(() -> JournalJson.read(line + line))
                .hasMessage("line 1: something follows the entry; a line holds one.");
        assertThatThrownBy(() -> JournalJson.read(line.substring(0, line.length() / 2)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("line 1: this is not JSON");
        assertThatThrownBy(() -> JournalJson.read("")).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void a_lead_that_is_none_is_refused_with_its_field() {
        journal();
        String lead = LeadJson.write(engine.lead("L-1").orElseThrow());
        assertThatThrownBy(() -> LeadJson.read(lead.replace("\"entries\":", "\"entries\":\"x\",\"e\":")))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith("line 1, field \"lead.written.entries\": the text \"x\" is not allowed");
        assertThatThrownBy(() -> LeadJson.read("{")).isInstanceOf(MalformedJsonException.class);
    }
}
