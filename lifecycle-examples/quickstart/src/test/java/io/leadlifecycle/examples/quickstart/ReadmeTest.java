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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what works. */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..");

    private static String block(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(matcher.find()).as("a block of " + language).isTrue();
        return matcher.group(1);
    }

    @Test
    void the_first_example_compiles_and_tells_of_an_mql_and_a_breach(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("FirstLead.java");
        Files.writeString(source, block("java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int result = compiler.run(
                null, messages, messages, "-proc:none", "-d", folder.toString(), "-cp", classPath(), source.toString());

        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(result).isZero();
        assertThat(run(folder))
                .contains("NURTURE -> MQL (automatic), because ICP fit and demo requested")
                .contains("tell revops as nobody else is there")
                .contains("clock acceptance#1: breached, target 5 business minutes");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator;
    }

    private static String run(Path folder) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, ReadmeTest.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("FirstLead").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
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
