package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of sla-ladder.drl: what happens after a breach of acceptance. */
class SlaLadderTest {
    private static final String MONTH_END = "2026-03-31T10:00:00Z";
    private static final String[] LADDER = {"NTC-3", "LAD-1", "LAD-2", "LAD-3", "LAD-4", "LAD-5"};

    private static Story ofAna(PeopleDirectory people) {
        return Story.in(STANDARD.book(), people, MONDAY_10).created(ICP).assigned("ana");
    }

    /** Five minutes from Monday 10:00 on. */
    private static Story demo() {
        return ofAna(Office.OPEN).touched("demo request");
    }

    /** Four business hours from Monday 10:00 on. */
    private static Story content() {
        return ofAna(Office.OPEN).scored(100);
    }

    /** 24 business hours from Monday 10:00 on, three days. */
    private static Story event() {
        return ofAna(Office.OPEN).touched("webinar attended");
    }

    private static Story leadOf(String type) {
        return switch (type) {
            case "demo" -> demo();
            case "content" -> content();
            default -> event();
        };
    }

    private static List<String> ladder(Story story) {
        return story.rulesSinceThen().stream().filter(List.of(LADDER)::contains).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "demo,    2026-03-02T10:05:00Z, NTC-3,       the end of five minutes",
        "demo,    2026-03-02T10:07:30Z, '',          half of them more is no step of a short time",
        "demo,    2026-03-02T10:10:00Z, LAD-1,       twice",
        "demo,    2026-03-02T10:30:00Z, LAD-3 LAD-5, six times",
        "content, 2026-03-02T14:00:00Z, NTC-3,       the end of four hours",
        "content, 2026-03-02T16:00:00Z, '',          six hours are no step",
        "content, 2026-03-03T10:00:00Z, LAD-1,       eight hours",
        "content, 2026-03-05T10:00:00Z, LAD-3 LAD-5, 24 hours",
        "event,   2026-03-05T10:00:00Z, NTC-3,       the end of 24 hours",
        "event,   2026-03-06T14:00:00Z, LAD-2,       36 hours",
        "event,   2026-03-10T10:00:00Z, LAD-4 LAD-5, 48 hours"
    })
    void a_step_comes_at_its_instant_and_not_a_millisecond_before(String type, Instant at, String rules, String why) {
        Story story = leadOf(type).waited(at.minusMillis(1).toString());
        List<String> before = ladder(story.then(at.minusMillis(1).toString()));
        story.waited(at.toString());

        assertThat(before).as(why).isEmpty();
        assertThat(String.join(" ", ladder(story))).as(why).isEqualTo(rules);
    }

    @Nested
    class LAD_1 {
        @Test
        void the_vp_sales_hears_of_it_and_the_manager_reads_along() {
            Story story = content().waited("2026-03-02T17:00:00Z").waited("2026-03-03T10:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("LAD-1");
            assertThat(story.noticesSinceThen()).containsExactly("vera (cc maria) urgently of acceptance");
        }

        @Test
        void a_target_of_a_day_or_more_has_its_own_steps() {
            assertThat(Office.times(event().waited(MONTH_END), "LAD-1")).isZero();
        }

        @Test
        void once_per_start() {
            Story story = demo().waited("2026-03-02T10:30:00Z");
            assertThat(Office.times(story, "LAD-1")).isOne();

            assertThat(Office.times(story.waited("2026-03-02T10:59:00Z"), "LAD-1"))
                    .isEqualTo(2);
        }

        @Test
        void who_accepts_even_late_ends_the_ladder() {
            Story story = content().waited("2026-03-02T15:00:00Z").accepted().waited(MONTH_END);

            assertThat(ladder(story)).doesNotContain("LAD-1", "LAD-3");
            assertThat(story.clock().verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(story.owner()).isEqualTo("ana");
        }

        @Test
        void the_speed_to_lead_has_no_ladder() {
            Story story = content().accepted().waited(MONTH_END);

            assertThat(story.clock("speed to lead").isOpen()).isTrue();
            assertThat(ladder(story)).containsExactly("NTC-3");
        }
    }

    @Nested
    class LAD_2 {
        @Test
        void of_a_long_time_the_vp_sales_hears_at_one_and_a_half() {
            Story story = event().waited("2026-03-06T13:59:59Z").waited("2026-03-06T14:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("LAD-2");
            assertThat(story.noticesSinceThen()).containsExactly("vera (cc maria) urgently of acceptance");
        }

        @Test
        void a_short_time_has_its_own_steps() {
            assertThat(Office.times(demo().waited(MONTH_END), "LAD-2")).isZero();
            assertThat(Office.times(content().waited(MONTH_END), "LAD-2")).isZero();
        }

        @Test
        void once_per_start() {
            assertThat(Office.times(event().waited("2026-03-10T10:00:00Z"), "LAD-2"))
                    .isOne();
        }
    }

    @Nested
    class LAD_3 {
        @Test
        void a_colleague_gets_it_and_hears_of_it() {
            Story story = content().waited("2026-03-05T09:59:59Z").waited("2026-03-05T10:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("LAD-3", "LAD-5", "SLA-5");
            assertThat(story.ownersSinceThen()).containsExactly("ben");
            assertThat(story.noticesSinceThen()).containsExactly("ben of acceptance");
            assertThat(story.lead().ownership().previousOwner()).isEqualTo("ana");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:30:00Z, 1, the first time",
            "2026-03-02T11:00:00Z, 2, the second",
            "2026-03-02T11:30:00Z, 3, then the manager"
        })
        void after_two_colleagues_the_manager_gets_it(String at, int reassignments, String why) {
            Story story = demo().waited(at);

            assertThat(story.lead().ownership().reassignments()).as(why).isEqualTo(reassignments);
            assertThat(story.owner().equals("maria")).as(why).isEqualTo(reassignments == 3);
        }

        @Test
        void and_of_the_manager_who_reports_to_nobody_the_vp_sales_hears() {
            Story story = demo().waited("2026-03-02T11:59:59Z").waited("2026-03-02T12:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("LAD-3", "RTE-3");
            assertThat(story.owner()).isEqualTo("maria");
            assertThat(story.waited(MONTH_END).ownersSinceThen()).isEmpty();
        }

        @Test
        void where_nobody_else_takes_turns_the_manager_gets_it_at_once() {
            PeopleDirectory alone =
                    Office.people().pool(Pool.of("inbound", "ana")).build();

            assertThat(ofAna(alone)
                            .touched("demo request")
                            .waited("2026-03-02T10:30:00Z")
                            .owner())
                    .isEqualTo("maria");
        }

        @Test
        void who_is_away_or_gone_is_passed_over() {
            PeopleDirectory cleoOnly = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana"))
                    .person(Person.named("ben").awayFrom(Instant.parse(MONDAY_10), Instant.parse(MONTH_END)))
                    .person(Person.named("bob").inactive())
                    .person(Person.named("cleo"))
                    .pool(Pool.of("inbound", "ana", "ben", "bob", "cleo"))
                    .build();

            assertThat(ofAna(cleoOnly)
                            .touched("demo request")
                            .waited("2026-03-02T10:30:00Z")
                            .owner())
                    .isEqualTo("cleo");
        }

        @Test
        void of_a_lead_in_the_queue_there_is_nobody_to_take_it_from() {
            Story story = Story.in(STANDARD.book(), Office.awayUntil(MONTH_END), MONDAY_10)
                    .created(ICP)
                    .touched("demo request")
                    .waited("2026-03-02T10:29:59Z")
                    .waited("2026-03-02T10:30:00Z");

            assertThat(story.owner()).isEqualTo("maria");
            assertThat(story.lead().ownership().reassignments()).isZero();
        }

        @Test
        void a_lead_that_qualifies_again_begins_anew() {
            Story story =
                    demo().waited("2026-03-02T11:05:00Z").rejected("timing").then("2026-03-09T10:00:00Z");

            assertThat(story.touched("demo request").lead().ownership().reassignments())
                    .isZero();
        }
    }

    @Nested
    class LAD_4 {
        @Test
        void a_long_acceptance_is_reassigned_at_twice_its_time() {
            Story story = event().waited("2026-03-10T09:59:59Z").waited("2026-03-10T10:00:00Z");

            assertThat(story.rulesSinceThen()).containsExactly("LAD-4", "LAD-5", "SLA-5");
            assertThat(story.ownersSinceThen()).containsExactly("ben");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-13T10:00:00Z");
        }

        @Test
        void a_short_one_is_not() {
            assertThat(Office.times(content().waited(MONTH_END), "LAD-4")).isZero();
        }
    }

    @Nested
    class LAD_5 {
        private final Story reassigned = demo().waited("2026-03-02T10:30:00Z");

        @Test
        void who_takes_over_gets_a_fresh_clock_of_the_same_time() {
            assertThat(reassigned.clock().number()).isEqualTo(2);
            assertThat(reassigned.clock().startedAt()).isEqualTo("2026-03-02T10:30:00Z");
            assertThat(reassigned.clock().dueAt()).isEqualTo("2026-03-02T10:35:00Z");
            assertThat(reassigned.clock().verdict()).isEqualTo(Verdict.OPEN);
            assertThat(reassigned.clock().owners())
                    .extracting(ClockOwner::owner)
                    .containsExactly("ben");
        }

        @Test
        void the_breach_stays_with_who_owned_it_then() {
            Clock first = ended(reassigned, 1);
            JournalEntry breach = reassigned.journal().stream()
                    .filter(entry -> entry.eventId().equals("L-1/acceptance#1@100"))
                    .findFirst()
                    .orElseThrow();

            assertThat(first.verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(first.breachedAt()).isEqualTo("2026-03-02T10:05:00Z");
            assertThat(first.owners()).first().extracting(ClockOwner::owner).isEqualTo("ana");
            assertThat(breach.circumstances().owner()).isEqualTo("ana");
        }

        @Test
        void who_accepts_in_time_after_it_has_met_it() {
            reassigned.then("2026-03-02T10:34:00Z").accepted();

            assertThat(reassigned.clock().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void the_lead_itself_still_waits_since_its_signal() {
            assertThat(reassigned.clock("speed to lead").number()).isOne();
            assertThat(reassigned.clock("speed to lead").startedAt()).isEqualTo(MONDAY_10);
        }

        @Test
        void a_host_that_moves_the_lead_cures_nothing() {
            Story story = demo().waited("2026-03-02T10:06:00Z").assigned("ben");
            assertThat(story.rules()).containsExactly("SLA-5");
            assertThat(story.clock().number()).isOne();

            reassigned.waited("2026-03-02T10:36:00Z").assigned("cleo");
            assertThat(reassigned.rules()).containsExactly("SLA-5");
            assertThat(reassigned.clock().number()).isEqualTo(2);
            assertThat(reassigned.clock().verdict()).isEqualTo(Verdict.BREACHED);
        }

        @Test
        void a_handover_neither() {
            Story story = demo().waited("2026-03-02T10:06:00Z").then("2026-03-02T10:06:00Z");
            story.handedOver("ana", "inbound");

            assertThat(story.owner()).isEqualTo("ben");
            assertThat(story.rulesSinceThen()).isEmpty();
            assertThat(story.clock().number()).isOne();
        }

        @Test
        void nor_does_a_turn_before_the_breach_also_where_a_merged_lead_was_reassigned() {
            PeopleDirectory away = Office.awayUntil("2026-03-05T10:04:00Z");
            Story other = Story.in(STANDARD.book(), away, MONDAY_10)
                    .created(ICP)
                    .assigned("ana")
                    .scored(100)
                    .waited("2026-03-05T10:00:00Z");
            assertThat(other.lead().ownership().reassignments()).isOne();
            Story queued = other.beside("L-2", away)
                    .then("2026-03-05T10:01:00Z")
                    .created(ICP)
                    .touched("demo request");
            other.then("2026-03-05T10:02:00Z").mergedInto(queued);
            assertThat(queued.lead().ownership().reassignments()).isOne();

            queued.then("2026-03-05T10:02:00Z").waited("2026-03-05T10:04:00Z");

            assertThat(queued.owner()).isEqualTo("ana");
            assertThat(queued.rulesSinceThen()).contains("SLA-5").doesNotContain("LAD-5");
            assertThat(queued.clock().startedAt()).isEqualTo("2026-03-05T10:01:00Z");
        }

        private static Clock ended(Story story, int number) {
            return story.journal().stream()
                    .flatMap(entry -> entry.steps().stream())
                    .flatMap(step -> step.changes().stream())
                    .filter(AgendaChange.ClockSet.class::isInstance)
                    .map(AgendaChange.ClockSet.class::cast)
                    .filter(set -> set.turn() == AgendaChange.ClockTurn.ENDED)
                    .map(AgendaChange.ClockSet::clock)
                    .filter(clock -> clock.name().equals("acceptance") && clock.number() == number)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
