package io.leadlifecycle;

import static io.leadlifecycle.Scene.MONDAY_9;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.businessMinutes;
import static io.leadlifecycle.rule.RuleWords.hours;
import static io.leadlifecycle.rule.RuleWords.manager;
import static io.leadlifecycle.rule.RuleWords.owner;
import static io.leadlifecycle.rule.RuleWords.person;
import static io.leadlifecycle.rule.RuleWords.role;
import static io.leadlifecycle.rule.RuleWords.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.action.Effect.Deadline;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Recipient;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleLead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The office is open Monday to Friday from 09:00 to 17:00 UTC; ravi works 10:00 to 19:00 in Kolkata. */
class NoticesTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-02T23:00:00Z");
    private static final Instant TUESDAY_9 = Instant.parse("2026-03-03T09:00:00Z");
    private static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").reportingTo("maria"))
            .person(Person.named("ben").reportingTo("maria"))
            .person(Person.named("gone").reportingTo("left").inTeam("old team").inactive())
            .person(Person.named("left").as("SDR Manager").inactive())
            .person(Person.named("maria").as("SDR"))
            .person(Person.named("ravi").reportingTo("maria").working("kolkata"))
            .build();

    private Scene scene = new Scene();

    private LifecycleEngine engine(BiConsumer<LeadEvent, RuleLead> rules) {
        return scene.engine(PEOPLE, rules);
    }

    /** The lead L-1 of ana, in the office since Monday 09:00. */
    private LifecycleEngine owned(BiConsumer<LeadEvent, RuleLead> rules) {
        LifecycleEngine engine = engine(rules);
        engine.fire(created("L-1"));
        engine.fire(new LeadAssigned("given", "L-1", MONDAY_9, "ana"));
        return engine;
    }

    private void restarted() {
        scene = scene.writtenAndRead(PEOPLE);
    }

    private static LeadEvent demo(Instant at) {
        return new Touchpoint("demo", "L-1", at, "demo request");
    }

    private static void onDemo(LeadEvent event, Runnable then) {
        if (event instanceof Touchpoint) {
            then.run();
        }
    }

    private static BiConsumer<LeadEvent, RuleLead> clockAndNotice(TimeBudget target) {
        return (event, lead) -> onDemo(
                event,
                () -> lead.underRule("N-1 Call within the time", () -> {
                    lead.startClock("answer", target).acrossStages();
                    lead.tell(owner());
                }));
    }

    private List<Instant> instants() {
        return scene.told("L-1").stream().map(Effect.Tell::at).toList();
    }

    private List<List<String>> recipients() {
        return scene.told("L-1").stream().map(Effect.Tell::to).toList();
    }

    private List<List<String>> clocks() {
        return scene.told("L-1").stream()
                .map(tell -> tell.about().clocks().stream().map(Deadline::clock).toList())
                .toList();
    }

    private Stream<RuleRecord> merged() {
        return scene.store.journal("L-1").stream()
                .flatMap(stored -> stored.entry().steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(rule -> rule.ruling() == RuleRecord.Ruling.MERGED);
    }

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
    }

    @Nested
    class Two_clocks_that_reach_a_milestone_at_one_instant {
        /** Started in the evening, counting from the morning: 80 % was reached long ago. */
        private BiConsumer<LeadEvent, RuleLead> twoClocks(Recipient first, Recipient second) {
            return (event, lead) -> {
                onDemo(
                        event,
                        () -> lead.underRule("C-1 Start", () -> {
                            lead.startClock("answer", businessHours(9))
                                    .since(MONDAY_9)
                                    .acrossStages();
                            lead.startClock("contact", businessMinutes(570))
                                    .since(MONDAY_9)
                                    .acrossStages();
                        }));
                if (event instanceof SlaReached reached && reached.percent() == 80) {
                    boolean answer = reached.sla().equals("answer");
                    lead.underRule(
                            answer ? "C-2 Answer soon" : "C-3 Contact soon",
                            () -> lead.tell(answer ? first : second).urgently());
                }
                if (event instanceof SalesAccepted) {
                    lead.underRule("C-4 Answered", () -> lead.stopClock("answer"));
                }
            };
        }

        private LifecycleEngine at(Instant instant, Recipient first, Recipient second) {
            LifecycleEngine engine = owned(twoClocks(first, second));
            engine.fire(demo(instant));
            return engine;
        }

        @ParameterizedTest
        @CsvSource({"2026-03-02T16:59:00Z, 2026-03-02T16:59:00Z", "2026-03-02T20:00:00Z, 2026-03-03T09:00:00Z"})
        void give_one_notice_to_the_same_people_naming_both(Instant started, Instant told) {
            at(started, owner(), person("ana")).advanceTo(told);
            assertThat(instants()).containsExactly(told);
            assertThat(scene.told("L-1").get(0).about().clocks())
                    .containsExactly(
                            new Deadline("answer", Instant.parse("2026-03-03T10:00:00Z")),
                            new Deadline("contact", Instant.parse("2026-03-03T10:30:00Z")));
            assertThat(merged()).singleElement().satisfies(rule -> {
                assertThat(rule.rule()).isEqualTo("C-3 Contact soon");
                assertThat(rule.why()).isEqualTo("the notice about another clock names \"contact\" too");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-03-02T16:59:00Z", "2026-03-02T20:00:00Z"})
        void give_two_notices_to_different_people(Instant started) {
            at(started, owner(), manager()).advanceTo(TUESDAY_9);
            assertThat(recipients()).containsExactly(List.of("ana"), List.of("maria"));
            assertThat(clocks().get(1)).containsExactly("contact");
            assertThat(merged()).isEmpty();
        }

        @Test
        void give_the_same_notice_after_a_restart() {
            at(EVENING, owner(), owner()).advanceTo(EVENING);
            restarted();
            engine(twoClocks(owner(), owner())).advanceTo(TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("answer", "contact"));
        }

        @Test
        void still_give_it_when_only_the_first_of_them_ended_before_the_opening() {
            LifecycleEngine engine = at(EVENING, owner(), owner());
            engine.fire(new SalesAccepted("accepted", "L-1", NIGHT));
            engine.advanceTo(TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("contact"));
        }

        @Test
        void do_not_speak_for_each_other_to_different_people_when_one_ended_before_the_opening() {
            LifecycleEngine engine = at(EVENING, owner(), manager());
            engine.fire(new SalesAccepted("accepted", "L-1", NIGHT));
            engine.advanceTo(TUESDAY_9);
            assertThat(recipients()).containsExactly(List.of("maria"));
            assertThat(clocks()).containsExactly(List.of("contact"));
        }

        @Test
        void give_two_notices_when_one_can_wait_for_the_opening_and_the_other_counts_wall_time() {
            LifecycleEngine engine = owned((event, lead) -> {
                twoClocks(owner(), owner()).accept(event, lead);
                onDemo(event, () -> lead.underRule("C-9 Wall time", () -> lead.startClock("answer", hours(13))));
            });
            engine.fire(demo(EVENING));
            engine.advanceTo(TUESDAY_9);
            assertThat(instants()).containsExactly(EVENING, TUESDAY_9);
            assertThat(clocks()).containsExactly(List.of("answer"), List.of("contact"));
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
