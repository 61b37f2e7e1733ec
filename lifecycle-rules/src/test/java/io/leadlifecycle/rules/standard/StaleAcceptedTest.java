package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of stale-accepted.drl: an accepted lead that nobody calls. It was accepted on Monday at nine. */
class StaleAcceptedTest {
    private static final String DUE = "2026-03-13T17:00:00Z";

    private static Instant due(Story story) {
        return story.lead().timer("stale SAL").orElseThrow().dueAt();
    }

    private static Story called(String at, String outcome) {
        return STANDARD.standingIn("SAL").then(at).called(outcome);
    }

    @Nested
    class STA_1 {
        @Test
        void an_accepted_lead_waits_ten_business_days() {
            assertThat(due(STANDARD.standingIn("SAL"))).isEqualTo(DUE);
        }

        @Test
        void an_attempt_starts_the_wait_anew() {
            assertThat(due(called("2026-03-03T10:00:00Z", "no answer"))).isEqualTo("2026-03-17T10:00:00Z");
        }

        @Test
        void a_mail_of_a_machine_does_not() {
            assertThat(due(STANDARD.standingIn("SAL").mailedByMachine("connected")))
                    .isEqualTo(DUE);
        }

        @Test
        void nor_what_the_lead_does_nor_a_second_acceptance_nor_a_new_owner() {
            Story story = STANDARD.standingIn("SAL")
                    .touched("demo request")
                    .accepted()
                    .assigned("ben");
            assertThat(due(story)).isEqualTo(DUE);
        }

        @Test
        void one_that_enters_again_waits_anew() {
            Story story = STANDARD.standingIn("SAL")
                    .then("2026-03-04T09:00:00Z")
                    .moved("MQL")
                    .accepted();
            assertThat(due(story)).isEqualTo("2026-03-17T17:00:00Z");
        }

        @Test
        void only_in_its_stage() {
            assertThat(STANDARD.stages().stream()
                            .filter(stage -> STANDARD.standingIn(stage)
                                    .lead()
                                    .timer("stale SAL")
                                    .isPresent()))
                    .containsExactly("SAL");
        }
    }

    @Nested
    class STA_2 {
        @Test
        void just_before_the_limit_it_stays_with_its_owner() {
            Story story = STANDARD.standingIn("SAL").waited("2026-03-13T16:59:59.999Z");
            assertThat(story.lead().ownership().owner()).isEqualTo("ana");
        }

        @Test
        void exactly_at_the_limit_the_manager_gets_it_where_there_is_no_colleague() {
            Story story = STANDARD.standingIn("SAL").waited(DUE);
            assertThat(story.allRulesSinceThen()).contains("STA-2");
            assertThat(story.lead().ownership().owner()).isEqualTo("maria");
            assertThat(story.stage()).isEqualTo("SAL");
        }

        @Test
        void an_attempt_a_moment_before_keeps_it_for_ten_more_days() {
            Story story = called("2026-03-13T16:59:00Z", "voicemail").waited("2026-03-27T16:58:59Z");
            assertThat(story.lead().ownership().owner()).isEqualTo("ana");
            assertThat(story.waited("2026-03-27T16:59:00Z").lead().ownership().owner())
                    .isEqualTo("maria");
        }

        @Test
        void whoever_gets_it_has_the_whole_time_again() {
            assertThat(due(STANDARD.standingIn("SAL").waited(DUE))).isEqualTo("2026-03-27T17:00:00Z");
        }

        @Test
        void one_that_is_worked_is_not_reassigned() {
            Story story = called("2026-03-03T10:00:00Z", "connected").waited("2026-04-30T00:00:00Z");
            assertThat(story.stage()).isEqualTo("WORKING");
            assertThat(story.lead().ownership().owner()).isEqualTo("ana");
        }

        @Test
        void a_colleague_comes_before_the_manager_and_the_acceptance_stays_answered() {
            Instant monday = Instant.parse("2026-03-02T09:00:00Z");
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").inTeam("inside").reportingTo("maria"))
                    .person(Person.named("ben").inTeam("inside").reportingTo("maria"))
                    .person(Person.named("maria"))
                    .build();
            LifecycleEngine engine =
                    LifecycleEngine.builder(STANDARD.book()).directory(people).build();
            engine.fire(new LeadCreated("e-1", "L-1", monday, "web", Story.ICP));
            engine.fire(new LeadAssigned("e-2", "L-1", monday, "ana"));
            engine.fire(new Touchpoint("e-3", "L-1", monday, "webinar attended"));
            Instant late = Instant.parse("2026-03-06T10:00:00Z");
            engine.fire(new SalesAccepted("e-4", "L-1", late).by("ana"));
            engine.advanceTo(Instant.parse("2026-03-20T10:00:00Z"));

            assertThat(engine.lead("L-1").orElseThrow()).satisfies(lead -> {
                assertThat(lead.ownership().owner()).isEqualTo("ben");
                assertThat(lead.clock("acceptance").orElseThrow().isOpen())
                        .as("breached and answered in another stage")
                        .isFalse();
                assertThat(lead.timer("stale SAL").orElseThrow().dueAt()).isEqualTo("2026-04-03T10:00:00Z");
            });
            assertThat(engine.story("L-1"))
                    .contains(
                            "tell ben: an accepted lead was assigned to you [STA-3]",
                            "timer stale SAL#2: 10 business days from 2026-03-20T10:00:00Z, due 2026-04-03T10:00:00Z,"
                                    + " starts anew with every contact attempt (ContactAttempted), and when it has fired,"
                                    + " ends with SAL [STA-1]",
                            "starts anew with every engagement (Touchpoint, LeadResponded, MeetingSet)");
        }
    }

    @Nested
    class STA_3 {
        @Test
        void who_takes_it_over_is_told() {
            Story story = STANDARD.standingIn("SAL")
                    .waited("2026-03-13T16:59:59.999Z")
                    .waited(DUE);
            assertThat(story.allRulesSinceThen()).containsSubsequence("STA-2", "STA-3");
            assertThat(story.toldSinceThen()).contains("maria");
        }

        @Test
        void whom_the_host_assigns_it_to_hears_of_it_from_the_host() {
            assertThat(STANDARD.standingIn("SAL").assigned("ben").firedSinceThen())
                    .doesNotContain("STA-3");
        }
    }
}
