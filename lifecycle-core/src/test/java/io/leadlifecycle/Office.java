package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.businessMinutes;
import static io.leadlifecycle.rule.RuleWords.owner;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleLead;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A book about one acceptance clock, and what a person may edit of it: the calendars and two targets.
 *
 * @param lifecycle stages and calendars
 * @param any the time for a lead of any type
 * @param demo the time for one that asks for a demo, counted from then on
 */
record Office(Lifecycle lifecycle, TimeBudget any, TimeBudget demo) implements RuleBook {
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The default calendar is Monday to Friday 09:00 to 17:00 UTC. */
    static final Office PLAIN = new Office(SampleLifecycle.lifecycle(), businessHours(4), businessMinutes(30));

    /** Monday 2 March 2026 became a holiday. */
    static final BusinessCalendar MONDAY_OFF = BusinessCalendar.in(UTC)
            .open("MON-FRI", "09:00-17:00")
            .holiday(LocalDate.of(2026, 3, 2))
            .build();

    /** Opens an hour later and closes an hour earlier. */
    static final BusinessCalendar SHORT_DAYS =
            BusinessCalendar.in(UTC).open("MON-FRI", "10:00-16:00").build();

    Office with(BusinessCalendar calendar) {
        Lifecycle edited = SampleLifecycle.builder()
                .calendar(Lifecycle.DEFAULT_CALENDAR, calendar)
                .build();
        return new Office(edited, any, demo);
    }

    Office allowing(TimeBudget target) {
        return new Office(lifecycle, target, demo);
    }

    Office allowingDemos(TimeBudget target) {
        return new Office(lifecycle, any, target);
    }

    @Override
    public String version() {
        return any + ", " + demo + ", " + lifecycle.calendars().values();
    }

    @Override
    public SortedSet<Integer> milestones(String clock) {
        return new TreeSet<>(Set.of(50, 80, 100, 200));
    }

    @Override
    public Set<String> timers() {
        return Set.of();
    }

    @Override
    public void decide(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint touch) {
            String type = touch.kind().equals("demo request") ? "demo" : "content";
            lead.underRule("MQL-1 Qualified", () -> lead.qualifyAs(type).because(touch.kind()));
        } else if (event instanceof LeadQualified qualified && qualified.type().equals("demo")) {
            lead.underRule(
                    "SLA-1 Demo", () -> lead.startClock("acceptance", demo).noLater());
        } else if (event instanceof LeadQualified) {
            lead.underRule("SLA-2 Any", () -> lead.startClock("acceptance", any).noLater());
        } else if (event instanceof SlaReached) {
            lead.underRule("TEL-1 The owner hears of it", () -> lead.tell(owner()));
        } else if (event instanceof LeadResponded) {
            lead.underRule("PAU-1 It is the lead's turn", () -> lead.pauseClock("acceptance"));
        } else if (event instanceof ContactAttempted) {
            lead.underRule("RES-1 It is ours again", () -> lead.resumeClock("acceptance"));
        } else if (event instanceof SalesAccepted) {
            lead.underRule("ACC-1 Accepted", () -> lead.stopClock("acceptance"));
        }
    }
}
