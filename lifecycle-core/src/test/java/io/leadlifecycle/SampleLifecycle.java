package io.leadlifecycle;

import static io.leadlifecycle.model.Trigger.AUTOMATIC;
import static io.leadlifecycle.model.Trigger.MANUAL;
import static io.leadlifecycle.model.Trigger.TIMED;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Checklist;
import io.leadlifecycle.definition.Disposition;
import io.leadlifecycle.definition.Intent;
import io.leadlifecycle.definition.Level;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.LifecycleBuilder;
import io.leadlifecycle.definition.Path;
import io.leadlifecycle.definition.Reason;
import io.leadlifecycle.definition.Requirement;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.definition.TouchpointKind;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A lifecycle with everything in it that the core knows, and its people. */
public final class SampleLifecycle {
    public static final BusinessCalendar KOLKATA = BusinessCalendar.in(ZoneId.of("Asia/Kolkata"))
            .open("MON-SAT", "10:00-13:00", "14:00-19:00")
            .build();
    public static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana")
                    .reportingTo("maria")
                    .inTeam("inside sales")
                    .as("SDR"))
            .person(Person.named("bo").reportingTo("maria").inTeam("far away"))
            .person(Person.named("maria").as("SDR Manager"))
            .person(Person.named("ravi").working("kolkata"))
            .person(Person.named("ivan").reportingTo("maria").inTeam("far away").inactive())
            .person(Person.named("lena")
                    .reportingTo("maria")
                    .inTeam("field sales")
                    .awayFrom(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2026-03-04T07:00:00Z"))
                    .awayFrom(Instant.parse("2026-03-09T00:00:00Z"), Instant.parse("2026-03-16T00:00:00Z")))
            .teamCalendar("far away", "kolkata")
            .pool(Pool.named("inbound")
                    .with(new Pool.Member("lena", 2, null))
                    .with(new Pool.Member("ravi", 1, Cap.parse("1 per day")))
                    .with(Pool.Member.of("ivan"))
                    .ledBy("maria"))
            .pool(Pool.named("scarce").with(new Pool.Member("bo", 1, Cap.parse("1 per week"))))
            .pool(Pool.named("nobody"))
            .territory(new Territory(
                    "software", List.of(new Territory.Requirement("industry", List.of("software"))), "field sales"))
            .build();

    private static final List<String> RECYCLING = List.of("budget not approved", "timing", "silence", "other");
    private static final List<String> DISQUALIFICATION = List.of("do not contact", "competitor", "inactive", "other");

    private SampleLifecycle() {}

    public static Lifecycle lifecycle() {
        return builder().build();
    }

    public static LifecycleBuilder builder() {
        return paths(names(stages(Lifecycle.named("sample"))));
    }

    private static LifecycleBuilder stages(LifecycleBuilder builder) {
        return builder.stage(Stage.of("NEW", StageKind.OPEN)
                        .evaluating()
                        .waitingFor(List.of("industry", "employees"), TimeBudget.businessDays(1))
                        .otherwise("NURTURE", null))
                .stage(Stage.of("NURTURE", StageKind.OPEN).evaluating())
                .stage(Stage.of("MQL", StageKind.OPEN).qualifying())
                .stage(Stage.of("SAL", StageKind.OPEN)
                        .limitedTo(new Stage.Limit(TimeBudget.businessDays(10), "RECYCLED", "timing")))
                .stage(Stage.of("SQL", StageKind.OPEN))
                .stage(Stage.of("OPPORTUNITY", StageKind.OPEN))
                .stage(Stage.of("WON", StageKind.WON))
                .stage(Stage.of("LOST", StageKind.LOST)
                        .withReasonsFrom("closed lost")
                        .limitedTo(new Stage.Limit(TimeBudget.businessDays(5), "RECYCLED", "timing")))
                .stage(Stage.of("RECYCLED", StageKind.RECYCLED).evaluating().withReasonsFrom("recycling"))
                .stage(Stage.of("DISQUALIFIED", StageKind.DISQUALIFIED).withReasonsFrom("disqualification"))
                .reinstateTo("NURTURE");
    }

    private static LifecycleBuilder names(LifecycleBuilder builder) {
        return builder.reason(new Reason("budget not approved", Disposition.RECYCLE, false, List.of("no budget")))
                .reason(new Reason("timing", Disposition.RECYCLE, false, List.of()))
                .reason(new Reason("silence", Disposition.RECYCLE, false, List.of(), true))
                .reason(new Reason("do not contact", Disposition.DISQUALIFY, true, List.of()))
                .reason(new Reason("competitor", Disposition.DISQUALIFY, true, List.of("chose competitor")))
                .reason(new Reason("inactive", Disposition.DISQUALIFY, false, List.of()))
                .reason(new Reason("other", Disposition.CHOSEN, false, List.of()))
                .picklist("recycling", RECYCLING)
                .picklist("disqualification", DISQUALIFICATION)
                .picklist("rejection", List.of("timing", "budget not approved", "competitor", "other"))
                .picklist("closed lost", List.of("timing", "budget not approved", "competitor", "other"))
                .touchpoint(new TouchpointKind("demo request", Intent.HIGH, "web", false))
                .touchpoint(new TouchpointKind("content download", Intent.MEDIUM, "web", false))
                .touchpoint(new TouchpointKind("email opened", Intent.LOW, "mail", true))
                .fitNeeds(new Requirement("target industry", List.of("industry")))
                .fitNeeds(new Requirement("company size", List.of("employees")))
                .types(List.of("demo", "pricing", "content"))
                .checklist(new Checklist("BANT", List.of("budget", "authority", "need", "timeline")))
                .group("activity", List.of("Touchpoint", "LeadResponded", "ContactAttempted"))
                .calendar("kolkata", KOLKATA)
                .seniority(new Level("staff", List.of()))
                .seniority(new Level("vp", List.of("vp")))
                .sequences(List.of("check-in", "newsletter"))
                .roles(List.of("SDR", "SDR Manager"))
                .internalDomains(List.of("test.example"));
    }

    private static LifecycleBuilder paths(LifecycleBuilder builder) {
        Trigger[] any = Trigger.values();
        return builder.path("NEW", "MQL", any)
                .path("NURTURE", "MQL", any)
                .path("RECYCLED", "MQL", any)
                .path("MQL", "SAL", AUTOMATIC, MANUAL)
                .path("SAL", "MQL", MANUAL, TIMED)
                .path("MQL", "SQL", MANUAL)
                .path("SAL", "SQL", any)
                .path("SQL", "OPPORTUNITY", any)
                .path("NEW", "OPPORTUNITY", AUTOMATIC, MANUAL)
                .path("OPPORTUNITY", "WON", MANUAL)
                .path("OPPORTUNITY", "LOST", any)
                .path("LOST", "OPPORTUNITY", MANUAL, TIMED)
                .path(new Path("SQL", "SAL", List.of(MANUAL, AUTOMATIC), "SDR", true))
                .path("MQL", "RECYCLED", any)
                .path("SAL", "RECYCLED", any)
                .path("SQL", "RECYCLED", any)
                .path("LOST", "RECYCLED", any)
                .path("NEW", "DISQUALIFIED", any)
                .path("NURTURE", "DISQUALIFIED", any)
                .path("MQL", "DISQUALIFIED", any)
                .path("SAL", "DISQUALIFIED", any)
                .path("SQL", "DISQUALIFIED", any)
                .path("LOST", "DISQUALIFIED", any)
                .path("RECYCLED", "DISQUALIFIED", any)
                .path("DISQUALIFIED", "NURTURE", AUTOMATIC);
    }
}
