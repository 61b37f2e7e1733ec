package io.leadlifecycle.rules.presets;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page about the clocks says what the rules say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlaPageTest {
    @Test
    void the_page_says_when_every_clock_starts_pauses_stops_and_whom_it_tells() throws IOException {
        MadePage.assertIsCurrent("slas.md", SlaPage.of(Preset.STANDARD.book().rules()));
    }
}
