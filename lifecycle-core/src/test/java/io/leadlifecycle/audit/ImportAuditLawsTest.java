package io.leadlifecycle.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.definition.Lifecycle;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever an old system wrote, an audit answers, and an engine takes what it offers. */
class ImportAuditLawsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Lifecycle LIFECYCLE = SampleLifecycle.lifecycle();

    private static Arbitrary<String> texts(String... known) {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(known)),
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    }

    private static Arbitrary<String> dates() {
        return texts(
                "2026-01-05",
                "2026-02-05 10:00",
                "2025-06-01T10:00:00Z",
                "2026-03-02T14:00:00+05:00",
                "2026-02-30",
                "2027-01-01",
                "05.01.2026",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00+18:00");
    }

    @Provide
    Arbitrary<List<OldLead>> rows() {
        Arbitrary<String> statuses = texts(LIFECYCLE.stageNames().toArray(new String[0]));
        Arbitrary<OldLead> rows = Combinators.combine(
                        texts("L-1", "L-2", "L-3", "L-4", "L-5"),
                        statuses,
                        dates(),
                        dates(),
                        dates(),
                        statuses,
                        dates(),
                        texts("timing", "chose competitor", "inactive"))
                .as((id, status, created, updated, closed, stage, at, reason) -> OldLead.row("row", id, status)
                        .createdAt(created)
                        .updatedAt(updated)
                        .closedAt(closed)
                        .stampedIn(stage, at)
                        .because(reason)
                        .ownedBy(reason)
                        .keyed(closed)
                        .from(stage));
        return rows.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<OldVisit>> visits() {
        Arbitrary<String> statuses = texts(LIFECYCLE.stageNames().toArray(new String[0]));
        return Combinators.combine(texts("E-1", "E-2", "E-3"), texts("L-1", "L-2", "L-9"), statuses, dates())
                .as((event, lead, stage, at) -> new OldVisit("history", event, lead, stage, at))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void every_import_of_a_report_is_applied(
            @ForAll("rows") List<OldLead> rows, @ForAll("visits") List<OldVisit> visits) {
        ImportReport report = audited(rows, visits);
        LifecycleEngine engine = LifecycleEngine.builder(LambdaRuleBook.of((event, lead) -> {}))
                .directory(SampleLifecycle.PEOPLE)
                .build();
        assertThat(engine.fireAll(report.imports()))
                .allSatisfy(outcome ->
                        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Outcome.Status.APPLIED));
    }

    @Property(tries = 200)
    void no_lead_of_a_known_status_is_lost_and_none_comes_twice(
            @ForAll("rows") List<OldLead> rows, @ForAll("visits") List<OldVisit> visits) {
        ImportReport report = audited(rows, visits);
        List<String> imported =
                report.imports().stream().map(event -> event.leadId()).toList();
        assertThat(imported).doesNotHaveDuplicates();
        for (OldLead row : rows) {
            boolean alone =
                    rows.stream().filter(other -> other.id().equals(row.id())).count() == 1;
            boolean known = LIFECYCLE.stageNames().contains(row.status());
            if (alone && known && !row.id().isBlank()) {
                assertThat(imported).contains(row.id());
            }
        }
    }

    @Property(tries = 100)
    void the_same_rows_give_the_same_report(
            @ForAll("rows") List<OldLead> rows, @ForAll("visits") List<OldVisit> visits) {
        assertThat(audited(rows, visits)).isEqualTo(audited(rows, visits));
    }

    private static ImportReport audited(List<OldLead> rows, List<OldVisit> visits) {
        ImportAudit audit = ImportAudit.of(LIFECYCLE, SampleLifecycle.PEOPLE, NOW);
        rows.forEach(audit::lead);
        visits.forEach(audit::visit);
        return audit.report();
    }
}
