package io.leadlifecycle.rules;

import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Intent;
import io.leadlifecycle.definition.Level;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleProposals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small lifecycle, leads and books for tests. */
final class Books {
    static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    static final Lifecycle LIFECYCLE = Lifecycle.named("test")
            .stage(Stage.of("NEW", StageKind.OPEN))
            .stage(Stage.of("MQL", StageKind.OPEN).qualifying())
            .stage(Stage.of("SQL", StageKind.OPEN))
            .stage(Stage.of("RECYCLED", StageKind.RECYCLED).withReasonsFrom("recycle"))
            .stage(Stage.of("DISQUALIFIED", StageKind.DISQUALIFIED).withReasonsFrom("disqualify"))
            .reason(new Reason("timing", Disposition.RECYCLE, false, List.of("bad timing")))
            .reason(new Reason("competitor", Disposition.DISQUALIFY, true, List.of()))
            .picklist("recycle", List.of("timing"))
            .picklist("disqualify", List.of("competitor"))
            .reinstateTo("NEW")
            .path("NEW", "MQL", Trigger.values())
            .path("MQL", "SQL", Trigger.values())
            .path("SQL", "RECYCLED", Trigger.values())
            .path("SQL", "DISQUALIFIED", Trigger.values())
            .touchpoint(new TouchpointKind("demo request", Intent.HIGH, "inbound", false))
            .touchpoint(new TouchpointKind("content download", Intent.LOW, "inbound", false))
            .touchpoint(new TouchpointKind("return visit", Intent.MEDIUM, "inbound", false))
            .fitNeeds(new Requirement("company size", List.of("employees")))
            .types(List.of("demo", "event"))
            .checklist(new Checklist("BANT", List.of("budget", "authority")))
            .gatedBy("BANT")
            .group("activity", List.of("Touchpoint"))
            .seniority(new Level("STAFF", List.of("specialist")))
            .seniority(new Level("VP", List.of("vp")))
            .sequences(List.of("wake up"))
            .roles(List.of("sales operations"))
            .build();

    static final Lead UNKNOWN = Lead.blank("L-1", MONDAY);

    private Books() {}

    static DroolsRuleBook book(String... rules) {
        return DroolsRuleBook.of(LIFECYCLE, Map.of("test.drl", String.join("\n", rules)));
    }

    /** A rule that proposes one point. */
    static String rule(String id, String pattern) {
        return rule(id, pattern, "lead.addPoints(1);");
    }

    static String rule(String id, String pattern, String then) {
        return "rule \"" + id + " Says something\"\nwhen\n" + pattern + "\nthen\n" + then + "\nend\n";
    }

    static Lead lead(Object... fieldsAndValues) {
        List<Field> fields = IntStream.range(0, fieldsAndValues.length / 2)
                .mapToObj(i -> new Field((String) fieldsAndValues[2 * i], fieldsAndValues[2 * i + 1]))
                .sorted(Comparator.comparing(Field::name))
                .toList();
        return UNKNOWN.with(new Profile(fields, false));
    }

    static List<RuleProposals> decide(DroolsRuleBook book, LeadEvent event, Lead lead) {
        RuleLead seen = new RuleLead(book.lifecycle(), lead, MONDAY);
        book.decide(event, seen);
        return seen.proposed();
    }

    /** The ids of the rules that fired, sorted. */
    static List<String> fired(DroolsRuleBook book, LeadEvent event, Lead lead) {
        return decide(book, event, lead).stream()
                .map(RuleProposals::rule)
                .map(name -> name.substring(0, name.indexOf(' ')))
                .sorted()
                .toList();
    }

    static List<String> problems(RuleBookException refused) {
        return refused.problems().stream().map(Problem::toString).toList();
    }

    static String lines(String... lines) {
        return String.join("\n", Arrays.asList(lines)) + "\n";
    }
}
