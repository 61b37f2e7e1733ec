package io.leadlifecycle.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private static final Path SAMPLE = Path.of("events.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int replay(Object... args) {
        CommandLine command = Replay.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return command.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    private String says(String what) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(what))
                .findFirst()
                .map(line -> line.substring(22).strip())
                .orElseThrow(() -> new AssertionError("no \"" + what + "\" in\n" + out));
    }

    private Path events(String... lines) throws IOException {
        return Files.writeString(folder.resolve("in.jsonl"), String.join("\n", lines) + "\n");
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static String created(String id, String lead, String at) {
        return "{\"event\":\"LeadCreated\",\"id\":\"" + id + "\",\"leadId\":\"" + lead + "\",\"at\":\"" + at + "\"}";
    }

    @Test
    void the_sample_gives_a_journal_leads_and_a_summary() throws IOException {
        Path journal = folder.resolve("journal.jsonl");
        Path leads = folder.resolve("leads.jsonl");
        assertThat(replay("--journal", journal, "--leads", leads, SAMPLE))
                .as("%s", err)
                .isZero();

        assertThat(says("lines")).isEqualTo("8");
        assertThat(says("events")).isEqualTo("8");
        assertThat(says("leads")).isEqualTo("2");
        assertThat(says("  RECYCLED")).isEqualTo("1");
        assertThat(says("  NURTURE")).isEqualTo("1");
        assertThat(says("repeated")).isEqualTo("1");
        assertThat(says("rejected")).isEqualTo("0");
        assertThat(says("clock acceptance")).isEqualTo("met 1, breached 0, open 0, cancelled 0");

        JsonNode lead = read(leads).get(0);
        assertThat(lead.get("id").asString()).isEqualTo("L-1");
        assertThat(lead.get("stage").asString()).isEqualTo("RECYCLED");
        assertThat(lead.at("/stages/MQL/first").asString()).isEqualTo("2026-03-02T10:01:00Z");
        assertThat(lead.at("/stages/MQL/entries").asInt()).isEqualTo(1);
        assertThat(lead.at("/recycles/count").asInt()).isEqualTo(1);
        assertThat(lead.at("/recycles/reason").asString()).isEqualTo("budget not approved");
        assertThat(lead.at("/slas/0/name").asString()).isEqualTo("acceptance");
        assertThat(lead.at("/slas/0/verdict").asString()).isEqualTo("MET");
        assertThat(lead.at("/slas/0/elapsed").asString()).isEqualTo("PT3M");
        assertThat(lead.get("type").asString()).isEqualTo("demo");
        assertThat(lead.get("fit").asString()).isEqualTo("ICP");
        assertThat(lead.get("firstTouchAt").asString()).isEqualTo("2026-03-02T10:01:00Z");
        assertThat(lead.get("firstResponseAt").asString()).isEqualTo("2026-03-02T10:04:00Z");
        assertThat(lead.get("originalSource").asString()).isEqualTo("inbound form");
        assertThat(lead.get("lastCampaign").asString()).isEqualTo("spring");

        List<JsonNode> lines = read(journal);
        assertThat(lines)
                .filteredOn(line -> line.get("eventId").asString().equals("e-2"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("from").asString()).isEqualTo("NURTURE");
                    assertThat(line.get("to").asString()).isEqualTo("MQL");
                    assertThat(line.get("trigger").asString()).isEqualTo("AUTOMATIC");
                    assertThat(line.get("rules").toString()).contains("\"MQL-1 An ICP lead that asks for a demo");
                    assertThat(line.get("type").asString()).isEqualTo("demo");
                    assertThat(line.get("campaign").asString()).isEqualTo("spring");
                });
        assertThat(lines)
                .as("the pool has nobody, and somebody hears of it")
                .filteredOn(line -> line.path("cause").asString("").equals("e-2"))
                .filteredOn(line -> line.get("event").asString().equals("NobodyAvailable"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.at("/actions/0/action").asString()).isEqualTo("Tell"));
        List<JournalEntry> own = Files.readAllLines(journal).stream()
                .map(JournalJson::read)
                .filter(entry -> entry.leadId().equals("L-1"))
                .toList();
        assertThat(JournalEntry.fold(own).stage()).isEqualTo("RECYCLED");
        assertThat(Files.exists(Path.of("events.rejects.jsonl"))).isFalse();
    }

    @Test
    void a_merged_lead_is_counted_with_the_lead_it_is_now() throws IOException {
        String stands = "\"at\":\"2026-03-02T10:00:00Z\",\"stage\":\"MQL\",\"stamps\":{}}";
        Path in = events(
                "{\"event\":\"LeadImported\",\"id\":\"i-1\",\"leadId\":\"L-1\"," + stands,
                "{\"event\":\"LeadImported\",\"id\":\"i-1\",\"leadId\":\"L-2\"," + stands,
                "{\"event\":\"LeadMerged\",\"id\":\"m-1\",\"leadId\":\"L-1\",\"at\":\"2026-03-02T10:30:00Z\",\"into\":\"L-2\"}");
        assertThat(replay(in)).as("%s", err).isZero();
        assertThat(says("leads")).isEqualTo("1");
        assertThat(says("  MQL")).isEqualTo("1");
        assertThat(says("merged into others")).isEqualTo("1");
        assertThat(says("clock acceptance")).isEqualTo("met 0, breached 0, open 1, cancelled 0");
    }

    @Test
    void what_has_no_effect_is_rejected_with_line_and_reason_and_the_rest_goes_on() throws IOException {
        Path in = events(
                created("e-1", "L-1", "2026-03-02T10:00:00Z"),
                "{\"event\":\"Touchpoint\"",
                "",
                "{\"event\":\"Touchpoint\",\"id\":\"e-2\",\"leadId\":\"L-1\",\"at\":\"2026-03-02T11:00:00Z\",\"kinds\":\"x\"}",
                "{\"event\":\"LeftCompany\",\"id\":\"e-3\",\"leadId\":\"L-9\",\"at\":\"2026-03-02T11:00:00Z\"}",
                created("e-1", "L-1", "2026-03-02T10:00:01Z"),
                created("e-4", "L-2", "2026-03-02T12:00:00Z"));
        assertThat(replay(in)).isEqualTo(3);
        assertThat(says("rejected")).isEqualTo("4");
        assertThat(says("leads")).isEqualTo("2");
        assertThat(says("lines")).isEqualTo("7");
        Path rejects = folder.resolve("in.rejects.jsonl");
        assertThat(read(rejects)).map(line -> line.get("line").asInt()).containsExactly(2, 4, 5, 6);
        assertThat(read(rejects))
                .map(line -> line.get("reason").asString())
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("line 2: this is not JSON"),
                        reason -> assertThat(reason)
                                .startsWith("line 4, field \"kinds\": a Touchpoint has no such field"),
                        reason -> assertThat(reason).isEqualTo("UNKNOWN_LEAD: nobody created the lead"),
                        reason -> assertThat(reason).startsWith("CONFLICTING: its id is used up by another content"));
        assertThat(replay(events(created("e-1", "L-1", "2026-03-02T10:00:00Z"))))
                .isZero();
        assertThat(rejects).as("that of an earlier run is gone").doesNotExist();
    }

    @Test
    void bytes_that_are_no_text_and_endless_lines_cost_their_own_line_only() throws IOException {
        Path in = folder.resolve("in.jsonl");
        byte[] good = created("e-1", "L-1", "2026-03-02T10:00:00Z").getBytes(StandardCharsets.UTF_8);
        try (var to = Files.newOutputStream(in)) {
            to.write(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
            to.write("x".repeat(Lines.LONGEST + 1).getBytes(StandardCharsets.UTF_8));
            to.write('\n');
            to.write(good);
        }
        assertThat(replay(in)).isEqualTo(3);
        assertThat(says("leads")).isEqualTo("1");
        assertThat(read(folder.resolve("in.rejects.jsonl")))
                .map(line -> line.get("reason").asString())
                .containsExactly("the line is not UTF-8.", "the line has 1000001 bytes; allowed are 1000000.");
    }

    @Test
    void an_event_of_an_unknown_lead_may_create_it() throws IOException {
        Path in =
                events("{\"event\":\"LeftCompany\",\"id\":\"e-3\",\"leadId\":\"L-9\",\"at\":\"2026-03-02T11:00:00Z\"}");
        assertThat(replay("--on-unknown", "create", in)).isZero();
        assertThat(says("leads")).isEqualTo("1");
    }

    @Test
    void what_comes_after_until_is_left_out_and_what_is_due_by_then_fires() throws IOException {
        Path in = events(
                created("e-1", "L-1", "2026-03-02T10:00:00Z"),
                created("e-2", "L-2", "2026-03-09T10:00:00Z"),
                created("e-3", "L-3", "2026-03-09T10:00:01Z"));
        assertThat(replay("--until", "2026-03-09T10:00:00Z", in)).isZero();
        assertThat(says("after --until")).isEqualTo("1");
        assertThat(says("leads")).isEqualTo("2");
        assertThat(says("  NURTURE")).as("its wait of a business day is over").isEqualTo("1");
        assertThat(says("  NEW")).isEqualTo("1");
    }

    @Test
    void standard_input_is_read_where_the_file_is_a_dash() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                created("e-1", "L-1", "2026-03-02T10:00:00Z").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(replay("--rejects", folder.resolve("bad.jsonl"), "-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(says("leads")).isEqualTo("1");
    }

    @Test
    void an_older_repeat_than_those_remembered_counts_as_new() throws IOException {
        String first =
                "{\"event\":\"Touchpoint\",\"id\":\"t-1\",\"leadId\":\"L-1\",\"at\":\"2026-03-02T11:00:00Z\",\"kind\":\"page visit\"}";
        Path in =
                events(created("e-1", "L-1", "2026-03-02T10:00:00Z"), first, first, first.replace("t-1", "t-2"), first);
        assertThat(replay("--remember", "1", in)).isZero();
        assertThat(says("repeated")).isEqualTo("1");
        out.getBuffer().setLength(0);
        assertThat(replay(in)).isZero();
        assertThat(says("repeated")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"simple", "standard", "advanced"})
    void every_preset_runs_the_same_file_to_the_same_bytes_twice(String preset) throws IOException {
        Path in = folder.resolve("many.jsonl");
        ManyEvents.write(3_000, 300, in);
        Path journal = folder.resolve("journal.jsonl");
        Path again = folder.resolve("again.jsonl");
        assertThat(replay("--rulebook", preset, "--journal", journal, in))
                .as("%s%s", out, err)
                .isZero();
        assertThat(says("leads")).isEqualTo("300");
        assertThat(replay("--rulebook", preset, "--journal", again, in)).isZero();
        assertThat(again).hasSameTextualContentAs(journal);
        assertThat(Files.readAllLines(journal)).hasSizeGreaterThan(3_000);
        assertThat(err.toString().contains("8 stages on the way"))
                .as("what the lifecycle notes: %s", err)
                .isEqualTo(preset.equals("advanced"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --rulebook standart events.jsonl | --rulebook "standart" is no folder and none of the presets [simple, standard, advanced]. Maybe "standard"?
            --on-unknown ask in.jsonl    | --on-unknown is "ask"; allowed are [refuse, create].
            --remember -1 in.jsonl       | --remember is -1; allowed are 0 and more.
            --until tomorrow in.jsonl    | Invalid value for option '--until'
            --journal in.jsonl in.jsonl  | The file "in.jsonl" is named twice; every input and output needs its own.
            nowhere.jsonl                | There is no file "nowhere.jsonl" that can be read.
            """)
    void a_wrong_command_line_is_told_and_nothing_is_done(String line, String complaint) {
        assertThat(replay((Object[]) line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
        assertThat(Path.of("in.jsonl")).doesNotExist();
    }

    @Test
    void a_broken_rule_book_is_told_without_a_stack_trace() throws IOException {
        Files.writeString(folder.resolve("lifecycle.yaml"), "name: broken\nstages:\n  NEW: {kind: OPENED}\n");
        assertThat(replay("--rulebook", folder, events(created("e-1", "L-1", "2026-03-02T10:00:00Z"))))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("lifecycle.yaml, line 3, column 15")
                .contains("OPENED")
                .doesNotContain("\tat ");
    }

    @Test
    void the_command_of_the_readme_works() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        String command =
                readme.split("java -jar lifecycle-examples/replay/target/replay.jar ", 2)[1].split("\n```", 2)[0]
                        .replace("\\\n", "");
        List<Object> args = new ArrayList<>();
        for (String arg : command.strip().split("\\s+", -1)) {
            args.add(
                    arg.equals("journal.jsonl") || arg.equals("leads.jsonl")
                            ? folder.resolve(arg)
                            : arg.replace("lifecycle-examples/replay/", ""));
        }
        assertThat(replay(args.toArray())).as("%s %s", args, err).isZero();
        assertThat(read(folder.resolve("journal.jsonl"))).hasSizeGreaterThan(7);
        assertThat(read(folder.resolve("leads.jsonl"))).hasSize(2);
    }

    @Test
    void the_help_says_what_an_older_repeat_is() {
        assertThat(replay("--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("an older repeat counts as new");
    }
}
