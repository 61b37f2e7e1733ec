package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.rule.RuleWords.owner;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.action.Effect.Deadline;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleLead;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The office is open Monday to Friday from 09:00 to 17:00 UTC; ravi works 10:00 to 19:00 in Kolkata. */
abstract class NoticeScene {
    static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-03-02T23:00:00Z");
    static final Instant TUESDAY_9 = Instant.parse("2026-03-03T09:00:00Z");
    static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").reportingTo("maria"))
            .person(Person.named("ben").reportingTo("maria"))
            .person(Person.named("gone").reportingTo("left").inTeam("old team").inactive())
            .person(Person.named("left").as("SDR Manager").inactive())
            .person(Person.named("maria").as("SDR"))
            .person(Person.named("ravi").reportingTo("maria").working("kolkata"))
            .build();

    Scene scene = new Scene();

    LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return scene.engine(PEOPLE, rules);
    }

    /** The lead L-1 of ana, in the office since Monday 09:00. */
    LifecycleEngine owned(BiConsumer<LeadEvent, RuleLead> rules) {
        LifecycleEngine engine = engine(rules);
        engine.fire(created("L-1"));
        engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "ana"));
        return engine;
    }

    void restarted() {
        scene = scene.writtenAndRead(PEOPLE);
    }

    static LeadEvent demo(Instant at) {
        return new Touchpoint("demo", "L-1", at, "demo request");
    }

    static void onDemo(LeadEvent event, Runnable then) {
        if (event instanceof Touchpoint) {
            then.run();
        }
    }

    static BiConsumer<LeadEvent, RuleLead> clockAndNotice(TimeBudget target) {
        return (event, lead) -> onDemo(
                event,
                () -> lead.underRule("N-1 Call within the time", () -> {
                    lead.startClock("answer", target).acrossStages();
                    lead.tell(owner());
                }));
    }

    List<Instant> instants() {
        return scene.told("L-1").stream().map(Effect.Tell::at).toList();
    }

    List<List<String>> recipients() {
        return scene.told("L-1").stream().map(Effect.Tell::to).toList();
    }

    List<List<String>> clocks() {
        return scene.told("L-1").stream()
                .map(tell -> tell.about().clocks().stream().map(Deadline::clock).toList())
                .toList();
    }

    Stream<RuleRecord> merged() {
        return scene.store.journal("L-1").stream()
                .flatMap(stored -> stored.entry().steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(rule -> rule.ruling() == RuleRecord.Ruling.MERGED);
    }
}
