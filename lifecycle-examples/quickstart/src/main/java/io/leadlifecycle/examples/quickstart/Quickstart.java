package io.leadlifecycle.examples.quickstart;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One week of a handful of leads under the standard rules, with one that nobody answers, and what came later. */
public final class Quickstart {
    private static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").reportingTo("maria").as("SDR"))
            .person(Person.named("ben").reportingTo("maria").as("SDR"))
            .person(Person.named("maria").as("SDR Manager"))
            .person(Person.named("vera").as("VP Sales"))
            .pool(Pool.of("inbound", "ana", "ben").ledBy("maria"))
            .build();
    private static final Map<String, Object> FITS = Map.of("industry", "software", "employees", 320, "title", "VP");
    private static final Map<String, Object> SMALL = Map.of("industry", "software", "employees", 12, "title", "CEO");
    private static final List<String> BANT = List.of("budget", "authority", "need", "timeline");

    private Quickstart() {}

    /** Prints the journeys. Working time is Monday to Friday, 09:00 to 17:00 UTC. */
    public static void main(String[] args) {
        String fast = "accepted in time, won";
        String slow = "breached over a weekend";
        String late = "ignored, reassigned, answered";
        String back = "rejected, back in autumn";
        String none = "not a target";
        try (DroolsRuleBook rules = DroolsRuleBook.standard()) {
            LifecycleEngine engine =
                    LifecycleEngine.builder(rules).directory(PEOPLE).build();
            engine.fireAll(List.of(
                    new LeadCreated("1", fast, at("2026-03-02T09:50"), "inbound form", FITS),
                    new Touchpoint("3", fast, at("2026-03-02T10:00"), "demo request"),
                    new SalesAccepted("4", fast, at("2026-03-02T10:03")).by("ana"),
                    new ContactAttempted("5", fast, at("2026-03-02T10:04"), "phone", "connected").by("ana"),
                    new DiscoveryCompleted("6", fast, at("2026-03-04T15:00"), "BANT", BANT).by("ana"),
                    new OpportunityCreated("7", fast, at("2026-03-05T09:00"), "D-1"),
                    new OpportunityWon("8", fast, at("2026-05-19T16:00"))));
            engine.fireAll(List.of(
                    new LeadCreated("1", slow, at("2026-03-06T14:00"), "inbound form", FITS),
                    new Touchpoint("2", slow, at("2026-03-06T14:30"), "content download"),
                    new Touchpoint("3", slow, at("2026-03-06T15:00"), "pricing page visit"),
                    new SalesAccepted("4", slow, at("2026-03-09T12:10")).by("ben")));
            engine.fireAll(List.of(
                    new LeadCreated("1", late, at("2026-03-03T09:50"), "inbound form", FITS),
                    new Touchpoint("2", late, at("2026-03-03T10:00"), "demo request"),
                    new LeadResponded("3", late, at("2026-03-03T10:32"), "email"),
                    new ContactAttempted("4", late, at("2026-03-03T10:50"), "phone", "connected")));
            engine.fireAll(List.of(
                    new LeadCreated("1", back, at("2026-03-03T09:00"), "inbound form", FITS),
                    new Touchpoint("2", back, at("2026-03-03T09:05"), "webinar attended"),
                    new SalesRejected("3", back, at("2026-03-04T11:00"), "no budget").by("ana"),
                    new Touchpoint("4", back, at("2026-09-14T08:30"), "pricing page visit")));
            engine.fire(new LeadCreated("1", none, at("2026-03-05T13:00"), "inbound form", SMALL));
            engine.advanceTo(at("2026-03-09T13:00"));
            List.of(fast, slow, late, back, none).forEach(lead -> System.out.println(engine.story(lead) + "\n"));
        }
    }

    private static Instant at(String utc) {
        return Instant.parse(utc + ":00Z");
    }
}
