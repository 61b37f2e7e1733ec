package io.leadlifecycle.examples.replay;

import io.leadlifecycle.Health;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param lines how many lines were read
 * @param events how many events were fired
 * @param repeated how many of them were repeats
 * @param afterUntil how many were left out
 * @param rejected how many lines had no effect
 * @param tally what the journal says
 * @param leads the leads at the end
 * @param health what needs a look
 */
record Summary(
        long lines,
        long events,
        long repeated,
        long afterUntil,
        long rejected,
        Tally tally,
        List<Lead> leads,
        Health health) {

    String text(Lifecycle lifecycle, Duration took) {
        StringBuilder text = new StringBuilder();
        count(text, "lines", lines);
        count(text, "events", events);
        List<Lead> counted =
                leads.stream().filter(lead -> lead.mergedInto().isEmpty()).toList();
        count(text, "leads", counted.size());
        Map<String, Long> perStage = new HashMap<>();
        counted.forEach(lead -> perStage.merge(lead.stage(), 1L, Long::sum));
        lifecycle.stageNames().stream()
                .filter(perStage::containsKey)
                .forEach(stage -> count(text, "  " + stage, perStage.getOrDefault(stage, 0L)));
        if (counted.size() < leads.size()) {
            count(text, "merged into others", leads.size() - counted.size());
        }
        count(text, "told", tally.told);
        count(text, "refused events", tally.refusedEvents);
        count(text, "refused rules", tally.refusedRules);
        count(text, "overruled rules", tally.overruled);
        count(text, "repeated", repeated);
        count(text, "parked", tally.parkings);
        count(text, "  still on leads", health.parkedLeads().size());
        count(text, "rejected", rejected);
        count(text, "after --until", afterUntil);
        tally.clocks.forEach((clock, verdicts) -> text.append(line(
                "clock " + clock,
                "met " + of(verdicts, Verdict.MET) + ", breached " + of(verdicts, Verdict.BREACHED) + ", open "
                        + of(verdicts, Verdict.OPEN) + ", cancelled " + of(verdicts, Verdict.CANCELLED))));
        double seconds = Math.max(1, took.toMillis()) / 1_000.0;
        text.append(line("events/s", String.format(Locale.ROOT, "%,.0f", events / seconds)));
        return text.toString();
    }

    private static void count(StringBuilder text, String what, long count) {
        text.append(line(what, String.format(Locale.ROOT, "%,d", count)));
    }

    private static String line(String what, String value) {
        return String.format(Locale.ROOT, "%-22s %s%n", what, value);
    }

    private static long of(Map<Verdict, Long> verdicts, Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }
}
