package io.leadlifecycle.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what works. */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..");

    private static List<String> blocks(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String block(String language) throws IOException {
        return blocks(language).get(0);
    }

    private static String blockWith(String language, String words) throws IOException {
        return blocks(language).stream()
                .filter(block -> block.contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_example_compiles_and_tells_of_an_mql_and_a_breach(@TempDir Path folder) throws Exception {
        assertThat(run("FirstLead", block("java"), folder))
                .contains("NURTURE -> MQL (automatic, forward), because ICP fit and demo requested")
                .contains("tell revops as nobody else is there")
                .contains("clock acceptance#1: breached, target 5 business minutes");
    }

    @Test
    void the_event_of_the_host_is_read_and_heard_by_the_book_of_own_stages(@TempDir Path folder) throws Exception {
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.writeString(book.resolve("lifecycle.yaml"), block("yaml"));
        Files.writeString(
                book.resolve("trial.drl"),
                blocks("drl").get(1) + "\n" + blocks("drl").get(2));

        assertThat(run("com.example.OwnEvent", blockWith("java", "class OwnEvent"), folder, book.toString()))
                .contains("begins in VISITOR")
                .contains("TRI-2 A trial of ten seats or more is told to the customer team")
                .contains("tell revops as nobody else is there: a trial of ten seats or more began");
    }

    @Test
    void the_example_of_slas_shows_a_breach_its_clock_and_a_handover(@TempDir Path folder) throws Exception {
        assertThat(run("com.example.Slas", blockWith("java", "class Slas"), folder))
                .contains("acceptance", "breached", "5 business minutes")
                .contains("lists={ben=[L-1]}");
    }

    @Test
    void the_example_of_leads_that_do_not_convert_comes_back_after_half_a_year(@TempDir Path folder) throws Exception {
        assertThat(run("com.example.NotConverted", blockWith("java", "class NotConverted"), folder))
                .contains("budget not approved", "business case", "flag \"silent\" raised", "RECYCLED -> MQL", "REE-4")
                .contains("0 of 0 leads would qualify at 2026-10-01T10:00:00Z");
    }

    @Test
    void the_rules_it_shows_are_rules_of_the_books() throws IOException {
        Path rules = ROOT.resolve("lifecycle-rules/src/main/resources/io/leadlifecycle/rules/common");

        assertThat(Files.readString(rules.resolve("sla-acceptance.drl"))).contains(blockWith("drl", "\"SLA-1 "));
        assertThat(Files.readString(rules.resolve("reengagement.drl"))).contains(blockWith("drl", "\"REE-4 "));
    }

    @Test
    void old_data_is_audited_and_what_can_come_in_does(@TempDir Path folder) throws Exception {
        assertThat(run("com.example.OldData", blockWith("java", "class OldData"), folder))
                .contains("UNKNOWN_STATUS", "The status \"Waiting\" of lead D-2 is no stage and mapped to none")
                .contains("Maybe \"2026-06-14 09:20\"?")
                .contains("begins in SQL, imported");
    }

    @Test
    void the_book_of_own_stages_is_the_one_that_is_tested() throws IOException {
        Path book = ROOT.resolve("lifecycle-rules/src/test/resources/books/trial");

        assertThat(block("yaml")).isEqualTo(Files.readString(book.resolve("lifecycle.yaml")));
        assertThat(blocks("drl").get(1)).isEqualTo(Files.readString(book.resolve("trial.drl")));
    }

    private static String run(String name, String text, Path folder, String... args) throws Exception {
        Path source = Files.writeString(folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int result = compiler.run(
                null, messages, messages, "-proc:none", "-d", folder.toString(), "-cp", classPath(), source.toString());

        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(result).isZero();
        return printed(name, folder, args);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator;
    }

    private static String printed(String name, Path folder, String... args) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, ReadmeTest.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) args);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void working_code_stands_within_25_lines() throws IOException {
        assertThat(block("java").lines()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void the_rule_it_shows_is_a_rule_of_the_standard_book() throws IOException {
        Path book = ROOT.resolve("lifecycle-rules/src/main/resources/io/leadlifecycle/rules/common/mql.drl");

        assertThat(Files.readString(book)).contains(block("drl"));
    }

    @Test
    void it_has_one_command_to_run_and_one_to_test() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        for (String heading : List.of("## Run it", "## Test it")) {
            String section = readme.substring(readme.indexOf(heading) + heading.length());
            String own = section.split("\n## ", 2)[0];
            assertThat(own.split("```bash\n", -1)).as(heading).hasSize(2);
        }
    }
}
