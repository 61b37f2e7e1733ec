package io.leadlifecycle;

import static io.leadlifecycle.Scene.at;
import static io.leadlifecycle.Scene.created;
import static io.leadlifecycle.Scene.demo;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.ClockReport;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Pause;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.store.InMemoryLeadStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A demo at 09:00 on a Monday is to be answered within four business hours, by 13:00. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockAnswersTest {
    private static final int DUE = 240;

    private final Scene scene = new Scene();
    private final LifecycleEngine engine = scene.engine(ClockAnswersTest::decide);

    private static void decide(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("T-1 A touch waits for an answer", () -> lead.startClock("answer", businessHours(4)));
        } else if (event instanceof SlaReached reached
                && reached.percent() == 100
                && lead.clock("answer").getNumber() == 1) {
            lead.underRule("T-2 A breach goes to bo, from the start", () -> {
                lead.assignTo(person("bo"));
                lead.restartClock("answer");
            });
        } else if (event instanceof SalesAccepted) {
            lead.underRule("T-3 Answered", () -> lead.stopClock("answer"));
        } else if (event instanceof LeadResponded) {
            lead.underRule("T-4 A reply is waited for", () -> lead.pauseClock("answer"));
        }
    }

    private void asked(String leadId, String owner, int minutes) {
        engine.fire(created(leadId));
        engine.fire(new LeadAssigned("assigned", leadId, at(0), owner));
        engine.fire(demo("demo", leadId, minutes));
    }

    private ClockReport clock(int minutes) {
        return engine.clock("L-1", "answer", at(minutes)).orElseThrow();
    }

    private static LeadEvent replied(String leadId, int minutes) {
        return new LeadResponded("replied", leadId, at(minutes), "email");
    }

    @Nested
    class One_clock {
        @Test
        void tells_how_it_stands_and_by_which_rule() {
            asked("L-1", "ana", 0);
            assertThat(clock(60).elapsed()).isEqualTo(Duration.ofHours(1));
            assertThat(clock(60).rule()).isEqualTo("T-1 A touch waits for an answer");
            assertThat(clock(60).owners())
                    .singleElement()
                    .satisfies(owner -> assertThat(owner.owner()).isEqualTo("ana"));
        }

        @Test
        void is_told_as_it_was_when_the_lead_has_gone_on_since() {
            asked("L-1", "ana", 0);
            engine.fire(replied("L-1", 60));
            engine.fire(new SalesAccepted("accepted", "L-1", at(90)));
            assertThat(clock(30).state()).isEqualTo(ClockState.RUNNING);
            assertThat(clock(30).dueAt()).isEqualTo(at(DUE));
            assertThat(clock(60).state()).isEqualTo(ClockState.PAUSED);
            assertThat(clock(60).paused()).containsExactly(new Pause(at(60), null));
            assertThat(clock(90).verdict()).isEqualTo(Verdict.MET);
            assertThat(clock(90).paused()).containsExactly(new Pause(at(60), at(90)));
        }

        @Test
        void was_breached_until_an_answer_in_time_was_learnt() {
            LifecycleEngine plain = scene.engine((event, lead) -> {
                if (!(event instanceof SlaReached)) {
                    decide(event, lead);
                }
            });
            asked("L-1", "ana", 0);
            plain.advanceTo(at(300));
            plain.fire(demo("later", "L-1", 310));
            plain.fire(new SalesAccepted("accepted", "L-1", at(200)));
            ClockReport then = plain.clock("L-1", "answer", at(309)).orElseThrow();
            assertThat(then.verdict()).isEqualTo(Verdict.BREACHED);
            ClockReport now = plain.clock("L-1", "answer", at(310)).orElseThrow();
            assertThat(now.verdict()).isEqualTo(Verdict.MET);
            assertThat(now.metAt()).isEqualTo(at(200));
            assertThat(now.learntLate()).isTrue();
        }

        @Test
        void is_absent_before_its_start_and_under_another_name() {
            asked("L-1", "ana", 10);
            assertThat(engine.clock("L-1", "answer", at(9))).isEmpty();
            assertThat(engine.clock("L-1", "answer", at(10))).isPresent();
            assertThat(engine.clock("L-1", "call", at(10))).isEmpty();
            assertThat(engine.clockHistory("L-1", "call", at(10))).isEmpty();
        }

        @Test
        void of_a_lead_that_nobody_created_is_an_error() {
            assertThatThrownBy(() -> engine.clock("L-9", "answer", at(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Nobody created the lead \"L-9\".");
            assertThatThrownBy(() -> engine.clockHistory("L-9", "answer", at(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Nobody created the lead \"L-9\".");
        }

        @Test
        void is_told_without_a_journal_too() {
            LifecycleEngine spooling = LifecycleEngine.builder(LambdaRuleBook.of(ClockAnswersTest::decide))
                    .directory(SampleLifecycle.PEOPLE)
                    .store(InMemoryLeadStore.spooling(entry -> {}, 0))
                    .build();
            spooling.fire(created("L-1"));
            spooling.fire(demo("demo", "L-1", 0));
            assertThat(spooling.clock("L-1", "answer", at(5)).orElseThrow().elapsed())
                    .isEqualTo(Duration.ofMinutes(5));
            assertThat(spooling.clocks(ClockQuery.open())).hasSize(1);
        }
    }

    @Nested
    class Every_start {
        @Test
        void stays_readable_and_the_first_breach_stays_with_the_first_owner() {
            asked("L-1", "ana", 0);
            engine.advanceTo(at(DUE));
            assertThat(engine.lead("L-1").orElseThrow().ownership().owner()).isEqualTo("bo");
            List<ClockReport> starts = engine.clockHistory("L-1", "answer", at(300));
            assertThat(starts).extracting(ClockReport::number).containsExactly(1, 2);
            assertThat(starts).extracting(ClockReport::verdict).containsExactly(Verdict.BREACHED, Verdict.OPEN);
            assertThat(starts.get(0).ownerAtBreach()).contains("ana");
            assertThat(starts.get(1).ownerAt(at(DUE))).contains("bo");
            assertThat(starts.get(1)).isEqualTo(clock(300));
        }

        @Test
        void comes_in_the_order_of_the_starts_and_the_tenth_not_before_the_second() {
            LifecycleEngine restarting = scene.engine((event, lead) -> {
                if (event instanceof Touchpoint) {
                    lead.underRule("T-5 Every touch begins anew", () -> lead.restartClock("answer", businessHours(4)));
                }
            });
            restarting.fire(created("L-1"));
            for (int i = 1; i <= 10; i++) {
                restarting.fire(demo("demo " + i, "L-1", i));
            }
            assertThat(restarting.clockHistory("L-1", "answer", at(10)))
                    .extracting(ClockReport::number)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(restarting.story("L-1")).containsSubsequence("answer#2:", "answer#9:", "answer#10:");
        }

        @Test
        void is_in_the_story_of_the_lead() {
            asked("L-1", "ana", 0);
            engine.advanceTo(at(DUE));
            assertThat(engine.story("L-1"))
                    .contains(
                            "  clock answer#1: breached, target 4 business hours, from 2026-03-02T09:00:00Z, due"
                                    + " 2026-03-02T13:00:00Z, breached by ana, ended 2026-03-02T13:00:00Z; counted Mon"
                                    + " 09:00-13:00 4 h; owned by ana from",
                            "  clock answer#2: open, ");
        }
    }

    @Nested
    class Open_clocks {
        @Test
        void are_listed_by_due_instant_with_stage_and_owner() {
            asked("L-2", "ana", 0);
            asked("L-1", "ana", 10);
            asked("L-3", "bo", 5);
            engine.fire(replied("L-3", 20));
            assertThat(engine.clocks(ClockQuery.open()))
                    .extracting(OpenClock::leadId)
                    .containsExactly("L-2", "L-1", "L-3");
            assertThat(engine.clocks(ClockQuery.open().ownedBy("ana").dueBefore(at(250))))
                    .singleElement()
                    .satisfies(open -> {
                        assertThat(open.leadId()).isEqualTo("L-2");
                        assertThat(open.stage()).isEqualTo("NEW");
                        assertThat(open.owner()).isEqualTo("ana");
                        assertThat(open.clock())
                                .isEqualTo(engine.lead("L-2")
                                        .orElseThrow()
                                        .clocks()
                                        .get(0));
                    });
            assertThat(engine.clocks(ClockQuery.open().in(ClockState.PAUSED)))
                    .extracting(OpenClock::leadId)
                    .containsExactly("L-3");
        }

        @Test
        void leave_the_list_when_they_are_answered_and_change_hands_with_the_lead() {
            asked("L-1", "ana", 0);
            asked("L-2", "ana", 0);
            engine.fire(new SalesAccepted("accepted", "L-1", at(10)));
            engine.fire(new LeadAssigned("again", "L-2", at(10), "bo"));
            assertThat(engine.clocks(ClockQuery.open().ownedBy("ana"))).isEmpty();
            assertThat(engine.clocks(ClockQuery.open().ownedBy("bo")))
                    .extracting(OpenClock::leadId)
                    .containsExactly("L-2");
        }

        @Test
        void of_a_team_are_those_of_its_people() {
            asked("L-1", "ana", 0);
            asked("L-2", "bo", 0);
            assertThat(engine.clocks(ClockQuery.open().inTeam("inside sales")))
                    .extracting(OpenClock::owner)
                    .containsExactly("ana");
            assertThat(engine.clocks(ClockQuery.open().inTeam("far away").ownedBy("ana")))
                    .isEmpty();
        }

        @Test
        void of_a_team_that_the_directory_does_not_know_are_an_error() {
            assertThatThrownBy(() -> engine.clocks(ClockQuery.open().inTeam("insid sales")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The team \"insid sales\" of a query of clocks is unknown, allowed are"
                            + " [far away, field sales, inside sales]. Maybe \"inside sales\"?");
        }
    }
}
