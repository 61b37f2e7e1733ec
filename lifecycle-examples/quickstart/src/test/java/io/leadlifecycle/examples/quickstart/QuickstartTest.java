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
                .contains(
                        "tell maria (cc ben) urgently: The time is over, acceptance due 2026-03-09T11:00:00Z, speed to lead"
                                + " due 2026-03-09T11:00:00Z [NTC-3]")
                .contains("counted Fri 15:00-17:00 2 h, weekend, Mon 09:00-12:10 3 h 10 min")
                .contains("MQL -> RECYCLED (budget not approved), manual: sales rejected it [ACC-2]")
                .contains("RECYCLED -> MQL, automatic: recycled, ICP fit and a look at prices [REC-6]")
                .contains("Lead not a target: DISQUALIFIED (not a target)");
    }

    @Test
    void the_ladder_of_a_lead_that_nobody_answers_and_the_pause_of_its_reply_are_told() {
        assertThat(printed())
                .containsSubsequence(
                        "assign to ana [RTE-1]",
                        "10:02:30Z    tell ana: Half of the time has passed",
                        "10:04:00Z    tell ana (cc maria) urgently: The time is nearly over",
                        "10:05:00Z    tell maria (cc ana) urgently: The time is over",
                        "10:10:00Z    tell vera (cc maria) urgently: At twice its time",
                        "10:30:00Z    assign to ben [LAD-3]",
                        "10:32:00Z    tell ben urgently: the lead replied and waits for an answer [PAU-2]",
                        "10:50:00Z  MQL -> SAL, manual: sales made contact [SAL-2]",
                        "clock acceptance#1: breached",
                        "clock acceptance#2: met",
                        "counted Tue 10:30-10:32 2 min");
    }

    @Test
    void it_reads_in_less_than_80_lines() throws IOException {
        Path source = Path.of("src/main/java/io/leadlifecycle/examples/quickstart/Quickstart.java");

        assertThat(Files.readAllLines(source)).hasSizeLessThan(80);
    }
}
