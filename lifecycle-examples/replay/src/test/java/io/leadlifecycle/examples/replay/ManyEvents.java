package io.leadlifecycle.examples.replay;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Writes a file of events of many leads, ten or so each, in order of time: {@code ManyEvents 1000000 100000
 * events.jsonl}. The same numbers give the same file.
 */
final class ManyEvents {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final long SECONDS = 180L * 24 * 3_600;
    private static final List<String> KINDS = List.of(
            "page visit",
            "page visit",
            "email opened",
            "email clicked",
            "content download",
            "return visit",
            "pricing page visit",
            "webinar attended",
            "demo request");
    private static final List<String> INDUSTRIES =
            List.of("software", "healthcare", "manufacturing", "retail", "financial services");
    private static final List<String> TITLES = List.of("VP Sales", "Director IT", "Engineer", "CFO", "Team Lead");

    private final Random random = new Random(7);
    private final boolean[] known;
    private final long step;

    private ManyEvents(int events, int leads) {
        known = new boolean[leads];
        step = Math.max(1, SECONDS * 1_000 / events);
    }

    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Path.of(args[2]));
    }

    static void write(int events, int leads, Path file) throws IOException {
        ManyEvents many = new ManyEvents(events, leads);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < events; i++) {
                out.write(many.event(i));
                out.write('\n');
            }
        }
    }

    private String event(int i) {
        int lead = random.nextInt(known.length);
        String head =
                "\"id\":\"e-" + i + "\",\"leadId\":\"L-" + lead + "\",\"at\":\"" + START.plusMillis(step * i) + "\"";
        if (!known[lead]) {
            known[lead] = true;
            return "{\"event\":\"LeadCreated\"," + head + ",\"source\":\"inbound form\",\"campaign\":\"c-"
                    + random.nextInt(12) + "\",\"profile\":{\"industry\":\"" + any(INDUSTRIES) + "\",\"employees\":"
                    + random.nextInt(8_000) + ",\"title\":\"" + any(TITLES) + "\"}}";
        }
        return switch (random.nextInt(20)) {
            case 0, 1 -> "{\"event\":\"SalesAccepted\"," + head + ",\"actor\":\"ana\"}";
            case 2, 3 ->
                "{\"event\":\"ContactAttempted\"," + head
                        + ",\"channel\":\"phone\",\"outcome\":\"connected\",\"actor\":\"ana\"}";
            case 4 ->
                "{\"event\":\"DiscoveryCompleted\"," + head
                        + ",\"method\":\"BANT\",\"confirmed\":[\"budget\",\"authority\",\"need\",\"timeline\"],\"actor\":\"ana\"}";
            case 5 ->
                "{\"event\":\"OpportunityCreated\"," + head + ",\"opportunityId\":\"O-" + lead + "\",\"actor\":\"bo\"}";
            case 6 -> "{\"event\":\"OpportunityLost\"," + head + ",\"reason\":\"timing\",\"actor\":\"bo\"}";
            case 7 -> "{\"event\":\"SalesRejected\"," + head + ",\"reason\":\"timing\",\"actor\":\"ana\"}";
            case 8 -> "{\"event\":\"LeadResponded\"," + head + ",\"channel\":\"email\"}";
            default -> "{\"event\":\"Touchpoint\"," + head + ",\"kind\":\"" + any(KINDS) + "\"}";
        };
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
