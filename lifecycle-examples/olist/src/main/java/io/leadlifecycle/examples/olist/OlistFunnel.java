package io.leadlifecycle.examples.olist;

import io.leadlifecycle.event.LeadEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Reads the two files of the Olist marketing funnel, fires them and prints the funnel by origin.
 *
 * <pre>{@code
 * OlistFunnel FOLDER [DAYS [AS_OF]]
 * }</pre>
 *
 * <ul>
 *   <li>days a seller has to be won: {@value #DAYS}
 *   <li>as of: the end of November 2018, after the last win
 * </ul>
 */
public final class OlistFunnel {
    static final int DAYS = 90;
    static final Instant AS_OF = Instant.parse("2018-11-30T23:59:59Z");

    private OlistFunnel() {}

    /** Prints the funnel. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0 || !OlistData.isIn(Path.of(args[0]))) {
            System.out.println(
                    "Usage: OlistFunnel FOLDER [DAYS [AS_OF]], with the two files of the \"Marketing Funnel by"
                            + " Olist\" in FOLDER.");
            return;
        }
        Path folder = Path.of(args[0]);
        int days = args.length > 1 ? Integer.parseInt(args[1]) : DAYS;
        Instant asOf = args.length > 2 ? Instant.parse(args[2]) : AS_OF;
        List<LeadEvent> events = OlistData.read(folder);
        System.out.println("As of " + asOf + ", " + days + " days to be won: " + Funnel.at(asOf, days, events));
    }
}
