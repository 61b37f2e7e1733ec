package io.leadlifecycle.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static String printed() {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void every_journey_is_told_with_its_reasons_and_where_the_time_went() {
        assertThat(printed())
                .contains("Lead accepted in time, won: CLOSED_WON")
                .contains("MQL -> SAL, manual: sales accepted it [SAL-1]")
                .contains("counted Mon 10:00-10:03 3 min")
                .contains("tell maria (cc ana) urgently: The time for acceptance is over")
                .contains("counted Fri 15:00-17:00 2 h, weekend, Mon 09:00-12:10 3 h 10 min")
                .contains("MQL -> RECYCLED (budget not approved), manual: sales rejected it [ACC-2]")
                .contains("RECYCLED -> MQL, automatic: recycled, ICP fit and a look at prices [REC-6]")
                .contains("Lead not a target: DISQUALIFIED (not a target)");
    }

    @Test
    void it_reads_in_less_than_80_lines() throws IOException {
        Path source = Path.of("src/main/java/io/leadlifecycle/examples/quickstart/Quickstart.java");

        assertThat(Files.readAllLines(source)).hasSizeLessThan(80);
    }
}
