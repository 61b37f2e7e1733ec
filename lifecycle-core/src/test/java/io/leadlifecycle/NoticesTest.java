package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.manager;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.person;
import static io.leadlifecycle.rule.RuleWords.role;
import static io.leadlifecycle.rule.RuleWords.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When people are told of a clock, and what. */
class NoticesTest extends NoticeScene {
    @Nested
    class When_people_are_told_of_a_clock {
        @ParameterizedTest
        @CsvSource({
            "4 business hours, 2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z, exactly at the opening",
            "4 business hours, 2026-03-02T08:59:59.999Z, 2026-03-02T09:00:00Z, just before the opening",
            "4 business hours, 2026-03-02T17:00:00Z, 2026-03-02T17:00:00Z, exactly at closing time",
            "4 business hours, 2026-03-02T17:00:00.001Z, 2026-03-03T09:00:00Z, just after closing time",
            "4 business hours, 2026-03-06T20:00:00Z, 2026-03-09T09:00:00Z, over a weekend",
            "2 business days, 2026-03-02T20:00:00Z, 2026-03-03T09:00:00Z, business days are business time",
            "0 business hours, 2026-03-02T20:00:00Z, 2026-03-02T20:00:00Z, zero cannot wait",
            "4 hours, 2026-03-02T20:00:00Z, 2026-03-02T20:00:00Z, wall time runs at night",
            "1 month, 2026-03-02T20:00:00Z, 2026-03-02T20:00:00Z, months are wall time",
        })
        void depends_on_the_time_it_counts(String target, Instant started, Instant told, String why) {
            LifecycleEngine engine = engine(clockAndNotice(TimeBudget.parse(target)));
            engine.fire(new LeadCreated("created", "L-1", started, "web", Map.of()));
            engine.fire(new LeadAssigned("given", "L-1", started, "ana"));
            engine.fire(demo(started));
            engine.advanceTo(started.plusSeconds(80 * 3600));
            assertThat(instants()).as(why).containsExactly(told);
        }

        @Test
        void is_an_entry_of_its_own_at_the_opening_with_the_clock_and_its_due_instant() {
            LifecycleEngine engine = owned(clockAndNotice(businessHours(4)));
            assertThat(engine.fire(demo(EVENING)).effects()).isEmpty();
            assertThat(engine.advanceTo(TUESDAY_9.minusMillis(1))).isEqualTo(new Advance(0, 0, 0, 0, 0));
            assertThat(engine.advanceTo(TUESDAY_9)).isEqualTo(new Advance(1, 0, 0, 1, 0));
            JournalEntry last = engine.journal("L-1").get(engine.journal("L-1").size() - 1);
            assertThat(last.event()).isEqualTo("NoticeDue");
            assertThat(last.eventId()).isEqualTo("L-1/notice#1");
            assertThat(scene.told("L-1")).singleElement().satisfies(tell -> {
                assertThat(tell.clock()).isEqualTo("answer");
                assertThat(tell.dueAt()).isEqualTo(TUESDAY_9.plusSeconds(4 * 3600));
                assertThat(tell.rule()).isEqualTo("N-1 Call within the time");
                assertThat(tell.message()).isEqualTo("Call within the time");
            });
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void whom_it_means_is_found_when_it_is_told(boolean restarts) {
            owned(clockAndNotice(businessHours(4))).fire(demo(EVENING));
            if (restarts) {
                restarted();
            }
            LifecycleEngine engine = engine(clockAndNotice(businessHours(4)));
            engine.fire(new LeadAssigned("again", "L-1", NIGHT, "ben"));
            engine.advanceTo(TUESDAY_9);
            assertThat(recipients()).containsExactly(List.of("ben"));
        }

        @Test
        void is_never_when_the_clock_ended_before_the_opening() {
            LifecycleEngine engine = owned((event, lead) -> {
                clockAndNotice(businessHours(4)).accept(event, lead);
                if (event instanceof SalesAccepted) {
                    lead.underRule("N-2 Answered", () -> lead.stopClock("answer"));
                }
            });
            engine.fire(demo(EVENING));
            engine.fire(new SalesAccepted("accepted", "L-1", NIGHT));
            engine.advanceTo(TUESDAY_9);
            assertThat(scene.told("L-1")).isEmpty();
        }

        @Test
        void is_the_opening_of_the_new_owner_when_the_lead_changes_hands_at_night() {
            LifecycleEngine engine = owned(clockAndNotice(businessHours(4)));
            engine.fire(demo(EVENING));
            engine.fire(new LeadAssigned("again", "L-1", NIGHT, "ravi"));
            engine.advanceTo(TUESDAY_9);
            assertThat(instants()).containsExactly(Instant.parse("2026-03-03T04:30:00Z"));
            assertThat(recipients()).containsExactly(List.of("ravi"));
        }

        @Test
        void is_at_once_when_it_changes_hands_to_somebody_whose_office_is_open() {
            LifecycleEngine engine = owned(clockAndNotice(businessHours(4)));
            Instant before5 = Instant.parse("2026-03-03T05:00:00Z");
            engine.fire(demo(EVENING));
            engine.fire(new LeadAssigned("again", "L-1", before5, "ravi"));
            engine.advanceTo(TUESDAY_9);
            assertThat(instants()).containsExactly(before5);
        }

        @Test
        void is_the_next_opening_of_the_edited_calendar_when_the_clock_is_recomputed() {
            owned(clockAndNotice(businessHours(4))).fire(demo(EVENING));
            BusinessCalendar edited = BusinessCalendar.in(ZoneOffset.UTC)
                    .open("MON-FRI", "09:00-17:00")
                    .holiday(LocalDate.of(2026, 3, 3))
                    .build();
            LifecycleEngine engine = LifecycleEngine.builder(new LambdaRuleBook(
                            SampleLifecycle.builder()
                                    .calendar("default", edited)
                                    .build(),
                            "2",
                            clockAndNotice(businessHours(4))))
                    .directory(PEOPLE)
                    .store(scene.store)
                    .build();
            engine.recompute(engine.recomputePreview("L-1", NIGHT));
            engine.advanceTo(TUESDAY_9.plusSeconds(48 * 3600));
            assertThat(instants()).containsExactly(TUESDAY_9.plusSeconds(24 * 3600));
        }
    }

    @Nested
    class What_a_notice_says {
        private Effect.Tell only() {
            assertThat(scene.told("L-1")).hasSize(1);
            return scene.told("L-1").get(0);
        }

        @Test
        void is_who_the_lead_is_why_it_qualified_and_how_to_reach_people() {
            LifecycleEngine engine = engine((event, lead) -> {
                onDemo(
                        event,
                        () -> lead.underRule(
                                "M-1 Qualified", () -> lead.qualifyAs("demo").because("asked for a demo")));
                if (event instanceof LeadQualified) {
                    lead.underRule(
                            "M-2 Called",
                            () -> lead.tell(role("SDR")).cc(owner()).byMessage());
                }
            });
            Map<String, Object> profile = Map.of("title", "VP Sales", "company", "Acme");
            engine.fire(new LeadCreated("created", "L-1", MONDAY_9, "web", profile));
            engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "ana"));
            engine.fire(demo(MONDAY_9));
            assertThat(only().about()).isEqualTo(new Effect.About("VP Sales, Acme", "asked for a demo", List.of()));
            assertThat(only().channels()).containsExactly("message");
            assertThat(only().cc()).containsExactly("ana");
            assertThat(only().to()).containsExactly("maria");
        }

        @Test
        void is_the_clock_that_the_rule_says_it_is_about() {
            LifecycleEngine engine = owned((event, lead) -> {
                clockAndNotice(hours(4)).accept(event, lead);
                if (event instanceof SalesAccepted) {
                    lead.underRule("N-2 Reminded", () -> lead.tell(manager()).about("answer"));
                }
            });
            engine.fire(demo(MONDAY_9));
            engine.fire(new SalesAccepted("accepted", "L-1", MONDAY_9.plusSeconds(60)));
            assertThat(scene.told("L-1").get(1).clock()).isEqualTo("answer");
            assertThat(scene.told("L-1").get(1).dueAt()).isEqualTo(MONDAY_9.plusSeconds(4 * 3600));
        }

        @Test
        void is_no_clock_that_the_same_rule_ended() {
            LifecycleEngine engine = owned((event, lead) -> {
                onDemo(
                        event,
                        () -> lead.underRule(
                                "N-1 Start",
                                () -> lead.startClock("answer", businessHours(1))
                                        .since(MONDAY_9)
                                        .acrossStages()));
                if (event instanceof SlaReached) {
                    lead.underRule("N-2 Given up", () -> {
                        lead.stopClock("answer");
                        lead.tell(owner());
                    });
                }
            });
            engine.fire(demo(EVENING));
            engine.advanceTo(TUESDAY_9);
            assertThat(instants()).containsExactly(EVENING);
            assertThat(only().about().clocks()).isEmpty();
        }

        @Test
        void is_told_twice_when_two_rules_say_something_else_of_one_clock() {
            LifecycleEngine engine = owned((event, lead) -> {
                onDemo(
                        event,
                        () -> lead.underRule(
                                "N-1 Start",
                                () -> lead.startClock("answer", hours(10)).acrossStages()));
                if (event instanceof SlaReached reached && reached.percent() == 80) {
                    lead.underRule("N-2 Call now", () -> lead.tell(owner()));
                    lead.underRule("N-3 The deal is at risk", () -> lead.tell(owner()));
                }
            });
            engine.fire(demo(MONDAY_9));
            engine.advanceTo(MONDAY_9.plusSeconds(8 * 3600));
            assertThat(scene.told("L-1"))
                    .extracting(Effect.Tell::message)
                    .containsExactly("Call now", "The deal is at risk");
        }

        @Test
        void goes_to_the_fallback_person_when_nobody_active_is_meant() {
            LifecycleEngine engine = engine((event, lead) -> onDemo(
                    event,
                    () -> lead.underRule("N-1 Told", () -> {
                        lead.tell(owner());
                        lead.tell(manager()).cc(person("ana"));
                        lead.tell(team("old team"));
                        lead.tell(role("SDR Manager"));
                        lead.tell(person("nobody of ours"));
                    })));
            engine.fire(created("L-1"));
            engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "gone"));
            engine.fire(demo(MONDAY_9));
            assertThat(scene.told("L-1")).hasSize(5).allSatisfy(tell -> {
                assertThat(tell.to()).containsExactly("revops");
                assertThat(tell.fallback()).isTrue();
            });
        }
    }
}
