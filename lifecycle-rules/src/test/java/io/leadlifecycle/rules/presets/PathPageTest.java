package io.leadlifecycle.rules.presets;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page about the path of a lead shows what the books say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathPageTest {
    @Test
    void the_page_shows_every_move_and_every_wait_of_every_preset() throws IOException {
        MadePage.assertIsCurrent(
                "paths.md",
                PathPage.of(Arrays.stream(Preset.values()).map(Preset::book).toList()));
    }
}
