package io.leadlifecycle.rules.standard;

import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;

/** A sales team of three with its manager and the VP Sales, as the routing and the ladder need it. */
final class Office {
    /** Ana, ben and cleo take turns. */
    static final PeopleDirectory OPEN = people().pool(inbound()).build();

    private Office() {}

    /** Everybody, and no pool yet. */
    static PeopleDirectory.Builder people() {
        return managers()
                .person(Person.named("ana").as("SDR").reportingTo("maria"))
                .person(Person.named("ben").as("SDR").reportingTo("maria"))
                .person(Person.named("cleo").as("SDR").reportingTo("maria"));
    }

    /** Ana, ben and cleo are away until an instant. */
    static PeopleDirectory awayUntil(String instant) {
        return managers()
                .person(away("ana", instant))
                .person(away("ben", instant))
                .person(away("cleo", instant))
                .pool(inbound())
                .build();
    }

    private static Person away(String name, String until) {
        return Person.named(name)
                .as("SDR")
                .reportingTo("maria")
                .awayFrom(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse(until));
    }

    private static PeopleDirectory.Builder managers() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("maria").as("SDR Manager"))
                .person(Person.named("vera").as("VP Sales"))
                .person(Person.named("oli").as("Marketing Ops"));
    }

    static Pool inbound() {
        return Pool.of("inbound", "ana", "ben", "cleo").ledBy("maria");
    }

    /** How often a rule was applied since the lead began. */
    static long times(Story story, String rule) {
        return story.journal().stream()
                .flatMap(entry -> entry.steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(record -> record.ruling() == RuleRecord.Ruling.APPLIED)
                .filter(record -> record.rule().startsWith(rule + " "))
                .count();
    }
}
