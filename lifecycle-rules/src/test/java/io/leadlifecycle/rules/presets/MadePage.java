package io.leadlifecycle.rules.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation whose first part is written by hand and whose rest is made from a book. When they differ the
 * page as it should be is left in {@code target}, to be copied after a look.
 */
final class MadePage {
    private static final String FROM_HERE = "<!-- From here on made from the books. -->\n";

    private MadePage() {}

    static void assertIsCurrent(String name, String made) throws IOException {
        String page = Files.readString(Path.of("..", "docs", name));
        String written = page.substring(0, page.indexOf(FROM_HERE) + FROM_HERE.length());
        String expected = written + made;
        Files.writeString(Path.of("target", name), expected);

        assertThat(page)
                .as("docs/" + name + " and the books differ; target/" + name + " is what it should be")
                .isEqualTo(expected);
    }
}
