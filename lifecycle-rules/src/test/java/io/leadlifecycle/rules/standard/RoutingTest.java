package io.leadlifecycle.rules.standard;

import static io.leadlifecycle.rules.presets.Preset.STANDARD;
import static io.leadlifecycle.rules.presets.Story.ICP;
import static io.leadlifecycle.rules.presets.Story.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.routing.Territory;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.rules.presets.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of routing.drl: who gets an MQL. */
class RoutingTest {
    private static final PeopleDirectory ONE_A_DAY = Office.people()
            .pool(Pool.named("inbound")
                    .with(new Pool.Member("ana", 1, Cap.parse("1 per day")))
                    .with(new Pool.Member("ben", 1, Cap.parse("1 per day"))))
            .build();

    private static final PeopleDirectory DACH = Office.people()
            .person(Person.named("dora").as("SDR").inTeam("dach"))
            .territory(new Territory(
                    "DACH", List.of(new Territory.Requirement("country", List.of("DE", "AT", "CH"))), "dach"))
            .pool(Office.inbound())
            .build();

    private static Story qualifiedAt(Directory people, String instant) {
        return Story.in(STANDARD.book(), people, instant)
                .created(ICP)
                .then(instant)
                .scored(100);
    }

    private static Story qualified(Directory people) {
        return qualifiedAt(people, MONDAY_10);
    }

    private static Story another(Story story, String lead, Directory people) {
        return story.beside(lead, people).created(ICP).scored(100);
    }

    @Nested
    class RTE_1 {
        @Test
        void whose_turn_it_is_in_the_pool_gets_it_and_hears_of_it() {
            Story story = qualified(Office.OPEN);

            assertThat(story.rulesSinceThen()).containsExactly("MQL-6", "RTE-1", "SLA-3", "SPD-1", "SLA-5");
            assertThat(story.ownersSinceThen()).containsExactly("ana");
            assertThat(story.noticesSinceThen()).containsExactly("ana of acceptance");
            assertThat(story.queue()).isNull();
        }

        @Test
        void the_next_ones_get_the_next_leads() {
            Story first = qualified(Office.OPEN);

            assertThat(another(first, "L-2", Office.OPEN).owner()).isEqualTo("ben");
            assertThat(another(first, "L-3", Office.OPEN).owner()).isEqualTo("cleo");
            assertThat(another(first, "L-4", Office.OPEN).owner()).isEqualTo("ana");
        }

        @ParameterizedTest
        @CsvSource({
            "DE, dora, a territory comes before the pool",
            "at, dora, small and capital letters alike",
            "FR, ana,  no territory covers it",
            ",   ana,  a country that is not known meets nothing"
        })
        void a_territory_comes_before_the_pool(String country, String owner, String why) {
            Story story = Story.in(STANDARD.book(), DACH, MONDAY_10).created(ICP);
            Story told = country == null ? story : story.profile(Map.of("country", country));

            assertThat(told.scored(100).owner()).as(why).isEqualTo(owner);
        }

        @Test
        void who_owns_another_lead_of_the_account_comes_before_both_and_takes_no_turn() {
            Map<String, Object> account = Map.of("accountId", "A-1", "country", "DE");
            Story known = Story.in(STANDARD.book(), DACH, MONDAY_10)
                    .created(ICP)
                    .profile(account)
                    .assigned("ben")
                    .scored(100);
            Story story =
                    known.beside("L-2", DACH).created(ICP).profile(account).scored(100);

            assertThat(story.owner()).isEqualTo("ben");
            assertThat(story.lead().ownership().pool()).isNull();
            assertThat(another(known, "L-3", DACH).owner()).isEqualTo("ana");
            assertThat(another(known, "L-4", DACH).owner()).isEqualTo("ben");
        }

        @Test
        void of_an_account_that_nobody_owns_it_is_a_turn_like_any_other() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10)
                    .created(ICP)
                    .profile(Map.of("accountId", "A-1"))
                    .scored(100);

            assertThat(story.owner()).isEqualTo("ana");
        }

        @Test
        void a_recycled_lead_goes_back_to_who_had_it_without_a_turn() {
            Story story = qualified(Office.OPEN).rejected("timing").then("2026-03-09T10:00:00Z");
            assertThat(story.owner()).isNull();

            story.touched("demo request");

            assertThat(story.rules()).containsExactly("MQL-1", "RTE-1", "SLA-1", "SPD-1", "SLA-5");
            assertThat(story.ownersSinceThen()).containsExactly("ana");
            assertThat(another(story, "L-2", Office.OPEN).owner()).isEqualTo("ben");
        }

        @Test
        void unless_that_one_is_away() {
            Story story = qualified(Office.OPEN).rejected("timing").after(Duration.ofHours(1));
            PeopleDirectory anaAway = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana")
                            .awayFrom(Instant.parse(MONDAY_10), Instant.parse("2026-03-20T00:00:00Z")))
                    .person(Person.named("ben"))
                    .pool(Pool.of("inbound", "ana", "ben"))
                    .build();

            story.among(anaAway).touched("demo request");

            assertThat(story.owner()).isEqualTo("ben");
        }

        @Test
        void one_that_somebody_owns_stays_with_its_owner() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10)
                    .created(ICP)
                    .assigned("cleo")
                    .scored(100);

            assertThat(story.rules()).doesNotContain("RTE-1");
            assertThat(story.owner()).isEqualTo("cleo");
        }

        @Test
        void only_when_it_qualifies() {
            Story story = Story.in(STANDARD.book(), Office.OPEN, MONDAY_10).created(ICP);

            assertThat(story.touched("content download").owner()).isNull();
            assertThat(story.moved("MQL").owner()).isEqualTo("ana");
        }

        @Test
        void nobody_gets_more_than_the_cap() {
            Story first = qualified(ONE_A_DAY);
            Story second = another(first, "L-2", ONE_A_DAY);
            Story third = another(first, "L-3", ONE_A_DAY);

            assertThat(List.of(first.owner(), second.owner())).containsExactly("ana", "ben");
            assertThat(third.owner()).isNull();
            assertThat(third.queue()).isEqualTo("inbound");
        }

        @Test
        void one_that_waits_in_the_queue_is_not_asked_for_twice() {
            Story story = qualified(Office.awayUntil("2026-03-04T00:00:00Z"));

            story.touched("demo request");

            assertThat(story.rules()).contains("SLA-1").doesNotContain("RTE-1");
            assertThat(story.lead().ownership().asked()).isOne();
        }
    }

    @Nested
    class RTE_2 {
        private final PeopleDirectory away = Office.awayUntil("2026-03-04T00:00:00Z");

        @Test
        void the_manager_of_the_pool_hears_that_nobody_is_there() {
            Story story = qualified(away);

            assertThat(story.rulesSinceThen()).containsExactly("MQL-6", "RTE-1", "SLA-3", "SPD-1", "RTE-2");
            assertThat(story.noticesSinceThen()).containsExactly("maria urgently of acceptance");
            assertThat(story.queue()).isEqualTo("inbound");
        }

        @Test
        void of_a_pool_without_people_the_fallback_person_hears_it() {
            assertThat(qualified(Preset.PEOPLE).noticesSinceThen())
                    .containsExactly("revops urgently as nobody else is there of acceptance");
        }

        @Test
        void its_clock_runs_while_it_waits() {
            Story story = qualified(away).waited("2026-03-02T14:00:00Z");

            assertThat(story.clock().breachedAt()).isEqualTo("2026-03-02T14:00:00Z");
            assertThat(story.noticesSinceThen()).last().isEqualTo("maria urgently of acceptance, speed to lead");
        }

        @Test
        void it_is_handed_out_when_somebody_is_back_and_who_gets_it_hears_of_it_at_the_opening() {
            Story story = qualified(away).waited("2026-03-03T23:59:59.999Z");
            assertThat(story.queue()).isEqualTo("inbound");

            assertThat(story.waited("2026-03-04T00:00:00Z").owner()).isEqualTo("ana");
            assertThat(story.rulesSinceThen()).containsExactly("SLA-5");
            assertThat(story.queue()).isNull();
            assertThat(story.clock().number()).isOne();
            assertThat(story.toldSinceThen()).isEmpty();

            story.waited("2026-03-04T09:00:00Z");
            assertThat(story.noticesSinceThen()).first().isEqualTo("ana of acceptance");
        }

        @Test
        void also_at_once_when_the_directory_changes() {
            Story story = qualified(away).after(Duration.ofHours(1)).among(Office.OPEN);

            story.waited("2026-03-02T11:00:00Z");

            assertThat(story.ownersSinceThen()).containsExactly("ana");
            assertThat(story.noticesSinceThen()).containsExactly("ana of acceptance");
        }

        @Test
        void who_waits_longest_comes_first() {
            Story first = qualified(ONE_A_DAY);
            another(first, "L-2", ONE_A_DAY);
            Story third = another(first, "L-3", ONE_A_DAY);
            Story fourth = another(third.after(Duration.ofMinutes(5)), "L-4", ONE_A_DAY);
            Story fifth = another(fourth.after(Duration.ofMinutes(5)), "L-5", ONE_A_DAY);

            fifth.waited("2026-03-03T09:00:00Z");

            assertThat(List.of(third.owner(), fourth.owner())).containsExactly("ana", "ben");
            assertThat(fifth.queue()).isEqualTo("inbound");
            assertThat(fifth.waited("2026-03-04T09:00:00Z").owner()).isEqualTo("ana");
        }

        @Test
        void a_new_lead_does_not_overtake_one_that_waits() {
            Story waiting = qualified(away).after(Duration.ofHours(1));

            assertThat(another(waiting, "L-2", Office.OPEN).queue()).isEqualTo("inbound");
        }

        @ParameterizedTest
        @CsvSource({"timing, given back for now", "competitor, given back for good"})
        void one_that_sales_gives_back_waits_no_more(String reason, String why) {
            Story story = qualified(away).rejected(reason);

            assertThat(story.queue()).as(why).isNull();
            assertThat(story.waited("2026-03-04T09:00:00Z").owner()).as(why).isNull();
        }

        @Test
        void one_that_the_host_assigns_waits_no_more() {
            assertThat(qualified(away).assigned("maria").queue()).isNull();
        }

        @Test
        void nobody_hears_it_of_one_that_is_drawn() {
            assertThat(qualified(Office.OPEN).rulesSinceThen()).doesNotContain("RTE-2", "RTE-3");
        }
    }

    @Nested
    class RTE_3 {
        /** Of her own pool zoe is the only one, and she reports to nobody. */
        private static PeopleDirectory alone(boolean inPool) {
            PeopleDirectory.Builder people = Office.people().person(Person.named("zoe"));
            return (inPool ? people.pool(Pool.of("inbound", "zoe")) : people).build();
        }

        private static Story breachedAlone(boolean inPool) {
            return Story.in(STANDARD.book(), alone(inPool), MONDAY_10)
                    .created(ICP)
                    .assigned("zoe")
                    .touched("demo request")
                    .waited("2026-03-02T10:29:59Z")
                    .waited("2026-03-02T10:30:00Z");
        }

        @Test
        void where_the_ladder_ends_at_nobody_the_vp_sales_hears_of_it() {
            Story story = breachedAlone(true);

            assertThat(story.rulesSinceThen()).containsExactly("LAD-3", "RTE-3");
            assertThat(story.noticesSinceThen()).containsExactly("vera urgently of acceptance");
            assertThat(story.owner()).isEqualTo("zoe");
            assertThat(story.queue()).isNull();
        }

        @Test
        void an_owner_without_pool_and_manager_was_refused_in_silence() {
            Story story = breachedAlone(false);

            assertThat(story.rulesSinceThen()).containsExactly("LAD-3", "RTE-3");
            assertThat(story.noticesSinceThen()).containsExactly("vera urgently of acceptance");
        }

        @Test
        void without_a_vp_sales_the_fallback_person() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("zoe"))
                    .pool(Pool.of("inbound", "zoe"))
                    .build();
            Story story = Story.in(STANDARD.book(), people, MONDAY_10)
                    .created(ICP)
                    .touched("demo request")
                    .waited("2026-03-02T10:30:00Z");

            assertThat(story.messagesSinceThen()).last().satisfies(tell -> {
                assertThat(tell.rule()).startsWith("RTE-3 ");
                assertThat(tell.to()).containsExactly("revops");
                assertThat(tell.fallback()).isTrue();
                assertThat(tell.about().clocks())
                        .extracting(Effect.Deadline::clock)
                        .containsExactly("acceptance");
            });
        }

        @Test
        void not_where_a_queue_waits_for_somebody() {
            assertThat(qualified(Preset.PEOPLE).rulesSinceThen())
                    .contains("RTE-2")
                    .doesNotContain("RTE-3");
        }
    }
}
