package io.leadlifecycle.rules.advanced;

import static io.leadlifecycle.rules.presets.Preset.ADVANCED;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static io.leadlifecycle.rules.presets.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.presets.Story;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of segments.drl: which MQL gets another treatment for the size of its company. */
class SegmentsTest {
    private static Story companyOf(int employees) {
        return ADVANCED.at(MONDAY_10).created(ICP).profile(Map.of("employees", employees));
    }

    private static Story anasOf(int employees) {
        return companyOf(employees).assigned("ana").then(MONDAY_10);
    }

    @Nested
    class SEG_1 {
        @ParameterizedTest
        @CsvSource({
            "999,  2026-03-02T14:00:00Z, one below is mid-market",
            "1000, 2026-03-02T11:00:00Z, the limit",
            "1001, 2026-03-02T11:00:00Z, one above",
            "5000, 2026-03-02T11:00:00Z, the largest that fits"
        })
        void an_enterprise_mql_is_accepted_within_an_hour(int employees, String due, String why) {
            Story story = anasOf(employees).scored(100);

            assertThat(story.rules().contains("SEG-1")).as(why).isEqualTo(employees >= 1000);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
        }

        @Test
        void the_account_executives_hear_of_it() {
            assertThat(anasOf(1000).scored(100).toldSinceThen()).containsExactlyInAnyOrder("emil", "ana");
            assertThat(anasOf(999).scored(100).toldSinceThen()).containsExactly("ana");
        }

        @ParameterizedTest
        @CsvSource({
            "demo request,     2026-03-02T10:05:00Z, five minutes stay five minutes",
            "webinar attended, 2026-03-02T11:00:00Z, three days become an hour"
        })
        void it_never_gives_more_time(String kind, String due, String why) {
            assertThat(anasOf(1000).touched(kind).clock().dueAt()).as(why).isEqualTo(due);
        }

        @Test
        void a_lead_of_unknown_size_is_treated_as_any_other() {
            Story story = ADVANCED.at(MONDAY_10)
                    .created("import", NOTHING)
                    .assigned("ana")
                    .moved("MQL");

            assertThat(story.rules()).containsExactly("StageChangeRequested", "SLA-3", "SLA-4", "SPD-1");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T14:00:00Z");
        }
    }

    @Nested
    class SEG_2 {
        @ParameterizedTest
        @CsvSource({
            "50,  true,  the smallest that fits",
            "199, true,  one below",
            "200, false, the limit is mid-market",
            "201, false, one above"
        })
        void every_sdr_hears_of_a_small_one_that_nobody_can_take(int employees, boolean small, String why) {
            Story story = companyOf(employees).then(MONDAY_10).scored(100);

            assertThat(story.rulesSinceThen().contains("SEG-2")).as(why).isEqualTo(small);
            assertThat(story.toldSinceThen().contains("ana, ben")).as(why).isEqualTo(small);
        }

        @Test
        void one_with_an_owner_is_its_owners() {
            Story story = anasOf(199).scored(100);

            assertThat(story.rulesSinceThen()).doesNotContain("SEG-2");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }

        /** Five minutes that ana breaches; there is no colleague and no manager. */
        @Test
        void one_that_nobody_can_take_over_stays_its_owners() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").as("SDR"))
                    .pool(Pool.of("inbound", "ana"))
                    .build();
            Story story = Story.in(ADVANCED.book(), people, MONDAY_10)
                    .created(ICP)
                    .profile(Map.of("employees", 199))
                    .touched("demo request")
                    .waited("2026-03-02T10:29:59.999Z")
                    .waited("2026-03-02T10:30:00Z");

            assertThat(story.firedSinceThen()).contains("LAD-3", "RTE-3").doesNotContain("SEG-2");
        }

        @Test
        void one_that_is_accepted_already_waits_in_the_queue_unheard() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").as("SDR"))
                    .person(Person.named("ben").as("SDR").awayFrom(Instant.parse(MONDAY_10), Instant.MAX))
                    .pool(Pool.of("inbound", "ben"))
                    .build();
            Story story = Story.in(ADVANCED.book(), people, MONDAY_10)
                    .created(ICP)
                    .profile(Map.of("employees", 199))
                    .assigned("ana")
                    .touched("demo request")
                    .accepted()
                    .then(MONDAY_10);
            story.handedOver("ana", "inbound");

            assertThat(story.queue()).isEqualTo("inbound");
            assertThat(story.firedSinceThen()).contains("RTE-2").doesNotContain("SEG-2");
        }

        @Test
        void nobody_else_hears_that_nobody_owns_it_when_somebody_was_drawn() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").as("SDR"))
                    .person(Person.named("ben").as("SDR"))
                    .pool(Pool.of("inbound", "ana", "ben"))
                    .build();
            Story story = Story.in(ADVANCED.book(), people, MONDAY_10)
                    .created(ICP)
                    .profile(Map.of("employees", 199))
                    .scored(100);

            assertThat(story.rulesSinceThen()).contains("RTE-1").doesNotContain("SEG-2");
            assertThat(story.toldSinceThen()).containsExactly("ana");
        }
    }

    @Nested
    class SEG_3 {
        private static final Map<String, Object> ENTERPRISE = Map.of("employees", 1000);

        /** Ana's MQL of 500 people, whose four hours began on Monday at ten. */
        private static Story midMarket() {
            return anasOf(500).scored(100);
        }

        @ParameterizedTest
        @CsvSource({
            "999,  2026-03-02T14:00:00Z, one below is mid-market",
            "1000, 2026-03-02T11:00:00Z, the limit",
            "1001, 2026-03-02T11:00:00Z, one above"
        })
        void one_that_turns_out_to_be_enterprise_has_an_hour_from_its_start(int employees, String due, String why) {
            Story story = midMarket().then("2026-03-02T10:30:00Z").profile(Map.of("employees", employees));

            assertThat(story.rules().contains("SEG-3")).as(why).isEqualTo(employees >= 1000);
            assertThat(story.clock().dueAt()).as(why).isEqualTo(due);
            assertThat(story.clock().startedAt()).as(why).isEqualTo(MONDAY_10);
            assertThat(story.clock().number()).as(why).isOne();
        }

        @Test
        void an_event_lead_too() {
            Story story = anasOf(500)
                    .touched("webinar attended")
                    .then("2026-03-02T10:30:00Z")
                    .profile(ENTERPRISE);

            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T11:00:00Z");
        }

        @Test
        void a_demo_is_not_relaxed() {
            Story story = anasOf(500)
                    .touched("demo request")
                    .then("2026-03-02T10:01:00Z")
                    .profile(ENTERPRISE);

            assertThat(story.rules()).doesNotContain("SEG-3");
            assertThat(story.clock().dueAt()).isEqualTo("2026-03-02T10:05:00Z");
        }

        @Test
        void a_pause_is_kept() {
            Story story = midMarket()
                    .then("2026-03-02T10:10:00Z")
                    .replied()
                    .then("2026-03-02T10:30:00Z")
                    .profile(ENTERPRISE);
            assertThat(story.rules()).contains("SEG-3");
            assertThat(story.clock().state()).isEqualTo(ClockState.PAUSED);

            assertThat(story.waited("2026-03-02T11:10:00Z").clock().dueAt()).isEqualTo("2026-03-02T12:00:00Z");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T10:59:59Z, '',    a second is left",
            "2026-03-02T11:12:00Z, NTC-3, over since eleven",
            "2026-03-02T12:30:00Z, LAD-1, over for more than an hour"
        })
        void one_that_waited_longer_is_breached_at_once(String at, String told, String why) {
            Story story = midMarket().waited(at).profile(ENTERPRISE).then(at).waited(at);

            assertThat(story.clock().breachedAt() != null).as(why).isEqualTo(!told.isEmpty());
            assertThat(String.join(" ", story.rulesSinceThen())).as(why).contains(told);
            assertThat(story.clock().dueAt()).as(why).isEqualTo("2026-03-02T11:00:00Z");
        }

        @Test
        void more_news_of_it_changes_nothing() {
            Story story = midMarket().profile(ENTERPRISE).then(MONDAY_10).profile(Map.of("country", "DE"));

            assertThat(story.journal()).last().asString().doesNotContain("retargeted");
        }

        @Test
        void only_an_mql() {
            assertThat(ADVANCED.stagesWhere("SEG-3", story -> story.profile(ENTERPRISE)))
                    .containsExactly("MQL");
        }
    }
}
