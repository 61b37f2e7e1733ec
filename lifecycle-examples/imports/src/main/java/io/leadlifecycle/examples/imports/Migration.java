package io.leadlifecycle.examples.imports;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.audit.ImportReport;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleYaml;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Old data brought in.
 *
 * @param report what the audit found
 * @param engine the engine the leads were imported into
 * @param outcomes what became of each import
 * @param byStage how many leads stand in each stage, in lifecycle order, without the empty ones
 */
record Migration(ImportReport report, LifecycleEngine engine, List<Outcome> outcomes, Map<String, Long> byStage) {
    static Migration of(ImportReport report, Lifecycle lifecycle, Directory directory) {
        DroolsRuleBook rules = DroolsRuleBook.of(lifecycle, Map.of("follow-up.drl", text("follow-up.drl")));
        LifecycleEngine engine =
                LifecycleEngine.builder(rules).directory(directory).build();
        List<Outcome> outcomes = engine.fireAll(report.imports());
        Map<String, Long> byStage = new LinkedHashMap<>();
        lifecycle.stageNames().forEach(stage -> byStage.put(stage, 0L));
        for (LeadImported event : report.imports()) {
            engine.lead(event.leadId()).ifPresent(lead -> byStage.merge(lead.stage(), 1L, Long::sum));
        }
        byStage.values().removeIf(count -> count == 0);
        return new Migration(report, engine, outcomes, byStage);
    }

    static Lifecycle lifecycle(String file) {
        return LifecycleYaml.read(file, text(file));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Migration.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(report.toString()).append("\nleads by stage:\n");
        byStage.forEach((stage, count) -> text.append(String.format("  %-14s %,6d%n", stage, count)));
        return text.toString();
    }
}
