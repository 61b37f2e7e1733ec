package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The page about the clocks says what the rules say. After a change of rules the test fails and leaves the page as it should
 * be beside its own class files, to be copied after a look.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlaPageTest {
    private static final Path PAGE = Path.of("..", "docs", "slas.md");
    private static final String FROM_RULES = "<!-- From here on made from the rules. -->\n";

    @Test
    void the_page_says_when_every_clock_starts_pauses_stops_and_whom_it_tells() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(FROM_RULES) + FROM_RULES.length());
        String expected = written + SlaPage.of(Preset.STANDARD.book().rules());
        Files.writeString(Path.of("target", "slas.md"), expected);

        assertThat(page)
                .as("docs/slas.md and the rules differ; target/slas.md is what it should be")
                .isEqualTo(expected);
    }
}
