package io.leadlifecycle.examples.olist;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the funnel looks like at one instant, every figure from the leads themselves.
 *
 * @param leads the leads known
 * @param byStage how many stand in each stage
 * @param recycled how many were recycled at some time
 * @param wonAfterRecycling how many of those were won later
 * @param byOrigin leads and wins by origin
 * @param secondsToWon the time from first contact to won of each win, ascending
 */
record Funnel(
        int leads,
        Map<String, Long> byStage,
        long recycled,
        long wonAfterRecycling,
        Map<String, Origin> byOrigin,
        List<Long> secondsToWon) {
    /**
     * One origin.
     *
     * @param leads how many came from it
     * @param won how many of them were won
     */
    record Origin(int leads, int won) {}

    /** Fires what happened up to an instant and looks at every lead then. */
    static Funnel at(Instant asOf, int days, List<LeadEvent> events) {
        try (DroolsRuleBook rules = rules(days)) {
            LifecycleEngine engine = LifecycleEngine.builder(rules).build();
            List<LeadEvent> until =
                    events.stream().filter(event -> !event.at().isAfter(asOf)).toList();
            engine.fireAll(until);
            engine.advanceTo(asOf);
            return of(until.stream()
                    .map(LeadEvent::leadId)
                    .distinct()
                    .flatMap(id -> engine.lead(id).stream())
                    .toList());
        }
    }

    static DroolsRuleBook rules(int days) {
        String funnel =
                text("funnel.drl").replace("days(90)", "days(" + days + ")").replace("90 days", days + " days");
        Lifecycle lifecycle = LifecycleYaml.read("lifecycle.yaml", text("lifecycle.yaml"));
        return DroolsRuleBook.of(lifecycle, Map.of("funnel.drl", funnel));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Funnel.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Funnel of(List<Lead> leads) {
        Map<String, Long> byStage = new TreeMap<>();
        Map<String, Origin> byOrigin = new TreeMap<>();
        for (Lead lead : leads) {
            byStage.merge(lead.stage(), 1L, Long::sum);
            Origin one = new Origin(1, isWon(lead) ? 1 : 0);
            byOrigin.merge(
                    String.valueOf(lead.origin().source()),
                    one,
                    (a, b) -> new Origin(a.leads() + b.leads(), a.won() + b.won()));
        }
        return new Funnel(
                leads.size(),
                byStage,
                leads.stream().filter(Funnel::wasRecycled).count(),
                leads.stream().filter(lead -> wasRecycled(lead) && isWon(lead)).count(),
                byOrigin,
                leads.stream().flatMap(Funnel::secondsToWon).sorted().toList());
    }

    private static boolean isWon(Lead lead) {
        return lead.stage().equals("CLOSED_WON");
    }

    private static boolean wasRecycled(Lead lead) {
        return lead.journey().recycles().count() > 0;
    }

    private static Stream<Long> secondsToWon(Lead lead) {
        return lead.journey().stampsOf("CLOSED_WON").stream()
                .map(won ->
                        Duration.between(lead.origin().createdAt(), won.first()).toSeconds());
    }

    int won() {
        return secondsToWon.size();
    }

    long stage(String stage) {
        return byStage.getOrDefault(stage, 0L);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d leads, %,d won (%.4f %%), %,d recycled at some time, %,d of them won later%n",
                leads,
                won(),
                100.0 * won() / Math.max(1, leads),
                recycled,
                wonAfterRecycling));
        byStage.forEach((stage, count) -> text.append(String.format(Locale.ROOT, "  %-12s %,6d%n", stage, count)));
        text.append(String.format(Locale.ROOT, "%-20s %6s %5s %8s%n", "origin", "leads", "won", "rate"));
        byOrigin.entrySet().stream()
                .sorted((a, b) -> b.getValue().leads() - a.getValue().leads())
                .forEach(e -> text.append(String.format(
                        Locale.ROOT,
                        "%-20s %,6d %,5d %7.2f%%%n",
                        e.getKey(),
                        e.getValue().leads(),
                        e.getValue().won(),
                        100.0 * e.getValue().won() / e.getValue().leads())));
        return text.toString();
    }
}
