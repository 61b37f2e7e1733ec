package io.leadlifecycle.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RotationTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-03-06T17:30:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T09:00:00Z");

    private static final PeopleDirectory PEOPLE = everybody().build();
    private static final Pool INBOUND = Pool.of("inbound", "ana", "ben", "cem");
    private static final Rotation NOBODY_YET = Rotation.read("inbound", null);

    private static PeopleDirectory.Builder everybody() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("ana"))
                .person(Person.named("ben"))
                .person(Person.named("cem"));
    }

    @Nested
    class Turns {
        @Test
        void go_round_in_the_order_of_the_pool() {
            assertThat(drawn(INBOUND, 7)).containsExactly("ana", "ben", "cem", "ana", "ben", "cem", "ana");
        }

        @Test
        void of_a_member_of_weight_two_come_twice_as_often() {
            Pool pool =
                    Pool.named("inbound").with(new Pool.Member("ana", 2, null)).with(Pool.Member.of("ben"));

            assertThat(drawn(pool, 9)).containsExactly("ana", "ben", "ana", "ben", "ana", "ana", "ben", "ana", "ana");
        }

        @Test
        void are_numbered_from_one() {
            Rotation.Drawn first = draw(NOBODY_YET, MONDAY).orElseThrow();
            Rotation.Drawn second = draw(first.then(), MONDAY).orElseThrow();

            assertThat(List.of(first.position(), second.position())).containsExactly(1L, 2L);
        }

        @Test
        void are_not_taken_by_who_is_excepted_who_is_next_then() {
            Rotation.Drawn first = NOBODY_YET
                    .draw(INBOUND, PEOPLE, RotationTest::calendar, MONDAY, Set.of("ana"))
                    .orElseThrow();

            assertThat(first.person()).isEqualTo("ben");
            assertThat(draw(first.then(), MONDAY).map(Rotation.Drawn::person)).contains("ana");
        }

        @Test
        void go_to_nobody_when_nobody_is_available() {
            assertThat(NOBODY_YET.draw(INBOUND, PEOPLE, RotationTest::calendar, MONDAY, Set.of("ana", "ben", "cem")))
                    .isEmpty();
            assertThat(NOBODY_YET.draw(Pool.named("inbound"), PEOPLE, RotationTest::calendar, MONDAY, Set.of()))
                    .isEmpty();
        }

        @Test
        void are_not_given_to_who_is_inactive_or_not_in_the_directory() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").inactive())
                    .person(Person.named("cem"))
                    .build();

            assertThat(NOBODY_YET
                            .draw(INBOUND, people, RotationTest::calendar, MONDAY, Set.of())
                            .map(Rotation.Drawn::person))
                    .contains("cem");
        }

        @Test
        void that_were_missed_are_made_up_for_by_one_turn() {
            PeopleDirectory away = everybodyBut(Person.named("ana").awayFrom(MONDAY, TUESDAY));
            Rotation rotation = NOBODY_YET;
            for (int i = 0; i < 10; i++) {
                rotation = rotation.draw(INBOUND, away, RotationTest::calendar, MONDAY, Set.of())
                        .orElseThrow()
                        .then();
            }
            List<String> back = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Rotation.Drawn drawn = rotation.draw(INBOUND, away, RotationTest::calendar, TUESDAY, Set.of())
                        .orElseThrow();
                back.add(drawn.person());
                rotation = drawn.then();
            }

            assertThat(back).containsExactly("ana", "ben", "cem", "ana");
        }

        @Test
        void of_a_new_member_begin_with_the_next_one() {
            Rotation rotation = NOBODY_YET;
            Pool two = Pool.of("inbound", "ana", "ben");
            for (int i = 0; i < 5; i++) {
                rotation = rotation.draw(two, PEOPLE, RotationTest::calendar, MONDAY, Set.of())
                        .orElseThrow()
                        .then();
            }
            Rotation.Drawn next = draw(rotation, MONDAY).orElseThrow();

            assertThat(next.person())
                    .as("ben is as far as the newcomer, who never drew")
                    .isEqualTo("cem");
            assertThat(draw(next.then(), MONDAY).map(Rotation.Drawn::person)).contains("ben");
        }

        @Test
        void of_another_pool_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NOBODY_YET.draw(
                            Pool.of("outbound", "ana"), PEOPLE, RotationTest::calendar, MONDAY, Set.of()))
                    .withMessage("The rotation of the pool \"inbound\" is asked for the pool \"outbound\". Maybe"
                            + " read(\"outbound\", ...)?");
        }
    }

    @Nested
    class A_cap {
        private final Pool daily = Pool.named("inbound").with(new Pool.Member("ana", 1, Cap.parse("2 per day")));

        @Test
        void per_day_holds_until_the_next_business_day_begins() {
            Rotation full = twice(FRIDAY_EVENING);

            assertThat(draw(full, daily, NEXT_MONDAY.minusMillis(1))).isEmpty();
            assertThat(draw(full, daily, NEXT_MONDAY).map(Rotation.Drawn::person))
                    .contains("ana");
            assertThat(full.nextOpening(daily, PEOPLE, RotationTest::calendar, FRIDAY_EVENING))
                    .contains(NEXT_MONDAY);
        }

        @Test
        void per_week_holds_until_the_next_week_begins() {
            Pool weekly = Pool.named("inbound").with(new Pool.Member("ana", 1, Cap.parse("2 per week")));
            Rotation full = twice(MONDAY);

            assertThat(draw(full, weekly, TUESDAY)).isEmpty();
            assertThat(full.nextOpening(weekly, PEOPLE, RotationTest::calendar, TUESDAY))
                    .contains(NEXT_MONDAY);
        }

        @Test
        void is_counted_by_the_calendar_of_the_person() {
            BusinessCalendar kolkata = BusinessCalendar.in(ZoneId.of("Asia/Kolkata"))
                    .open("MON-FRI", "09:00-17:00")
                    .build();
            Rotation full = twice(MONDAY);

            assertThat(full.nextOpening(daily, PEOPLE, person -> kolkata, MONDAY))
                    .contains(Instant.parse("2026-03-03T03:30:00Z"));
        }

        @Test
        void that_is_set_at_noon_counts_the_morning() {
            Rotation full = draw(
                            draw(NOBODY_YET, Pool.of("inbound", "ana"), MONDAY)
                                    .orElseThrow()
                                    .then(),
                            Pool.of("inbound", "ana"),
                            MONDAY)
                    .orElseThrow()
                    .then();

            assertThat(draw(full, daily, MONDAY.plusSeconds(7200))).isEmpty();
        }

        @Test
        void is_not_widened_by_a_draw_of_the_day_before_that_comes_late() {
            Rotation full = twice(TUESDAY);

            assertThat(draw(full, daily, MONDAY)).as("counts to Tuesday").isEmpty();
            assertThat(full.nextOpening(daily, PEOPLE, RotationTest::calendar, MONDAY))
                    .contains(Instant.parse("2026-03-04T09:00:00Z"));
        }

        private Rotation twice(Instant at) {
            Rotation once = draw(NOBODY_YET, daily, at).orElseThrow().then();
            return draw(once, daily, at).orElseThrow().then();
        }
    }

    @Nested
    class The_next_opening {
        @Test
        void is_the_end_of_the_first_absence_to_end() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").awayFrom(MONDAY, NEXT_MONDAY))
                    .person(Person.named("ben").awayFrom(MONDAY, TUESDAY))
                    .build();

            assertThat(NOBODY_YET.nextOpening(INBOUND, people, RotationTest::calendar, MONDAY))
                    .contains(TUESDAY);
            assertThat(NOBODY_YET.nextOpening(INBOUND, people, RotationTest::calendar, TUESDAY))
                    .contains(NEXT_MONDAY);
            assertThat(NOBODY_YET.nextOpening(INBOUND, people, RotationTest::calendar, NEXT_MONDAY))
                    .isEmpty();
        }

        @Test
        void is_behind_an_absence_that_begins_before_the_cap_does_anew() {
            Pool daily = Pool.named("inbound").with(new Pool.Member("ana", 1, Cap.parse("1 per day")));
            Instant monday = Instant.parse("2026-03-09T12:00:00Z");
            PeopleDirectory people = everybodyBut(Person.named("ana").awayFrom(FRIDAY_EVENING.plusSeconds(1), monday));
            Rotation full =
                    draw(NOBODY_YET, daily, FRIDAY_EVENING).orElseThrow().then();

            assertThat(full.nextOpening(daily, people, RotationTest::calendar, FRIDAY_EVENING))
                    .contains(monday);
        }

        @Test
        void is_never_when_who_is_missing_is_inactive_unknown_or_gone_for_ever() {
            PeopleDirectory people = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").inactive().awayFrom(MONDAY, TUESDAY))
                    .person(Person.named("ben").awayFrom(MONDAY, Instant.MAX))
                    .build();

            assertThat(NOBODY_YET.nextOpening(INBOUND, people, RotationTest::calendar, MONDAY))
                    .isEmpty();
        }
    }

    @Nested
    class The_state {
        @Test
        void is_a_line_for_the_pool_and_one_for_everybody_who_drew() {
            Rotation rotation = draw(NOBODY_YET, MONDAY).orElseThrow().then();
            rotation = draw(rotation, TUESDAY).orElseThrow().then();

            assertThat(rotation.write()).isEqualTo("""
                    draws 2
                    pass 1000000000000 draw 1 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana
                    pass 1000000000000 draw 2 day 2026-03-03T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ben""");
            assertThat(NOBODY_YET.write()).isEqualTo("draws 0");
        }

        @Test
        void forgets_who_left_the_pool() {
            Rotation rotation = draw(NOBODY_YET, MONDAY).orElseThrow().then();
            rotation = draw(rotation, Pool.of("inbound", "ben"), MONDAY)
                    .orElseThrow()
                    .then();

            assertThat(rotation.write()).startsWith("draws 2\n").doesNotContain("ana");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                `` | Line 1 of the state of the pool "inbound" is ""; allowed is the number of draws, such as "draws 12".
                {"draws":1} | Line 1 of the state of the pool "inbound" is "{"draws":1}"; allowed is the number of draws
                draws -1 | Line 1 of the state of the pool "inbound" is "draws -1"; allowed is the number of draws
                draws 1;ana | Line 2 of the state of the pool "inbound" is "ana"; allowed is "pass 0 draw 1 day
                draws 1;pass 1000000000001 draw 1 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana | Line 2 of the state of the pool "inbound" is "pass 1000000000001 draw 1 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1..."; allowed is a pass of 0 to 1000000000000.
                draws 1;pass 0 draw 2 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana | Line 2 of the state of the pool "inbound" is "pass 0 draw 2 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana"; allowed is a draw of 1 to 1 that nobody else has.
                draws 1;pass 0 draw 0 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana | Line 2 of the state of the pool "inbound" is "pass 0 draw 0 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ana"; allowed are draws from 1.
                draws 1;pass 0 draw 1 day Monday 1 week 2026-03-02T09:00:00Z 1 person ana | Line 2 of the state of the pool "inbound" is "pass 0 draw 1 day Monday 1 week 2026-03-02T09:00:00Z 1 person ana"; allowed are instants
                draws 2;pass 0 draw 1 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person a;pass 0 draw 2 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person a | Line 3 of the state of the pool "inbound" is "pass 0 draw 2 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person a"; allowed is one line for each person.
                draws 1;pass 0 draw 1 day 2026-03-02T11:00:00+02:00 1 week 2026-03-02T09:00:00Z 1 person ana | The state of the pool "inbound" is not written as it would be: "draws 1
                `draws 1;` | The state of the pool "inbound" is not written as it would be: "draws 1
                """)
        void that_is_none_is_refused_with_its_line(String state, String problem) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rotation.read("inbound", state.replace(';', '\n')))
                    .withMessageStartingWith(problem);
        }
    }

    private static PeopleDirectory everybodyBut(Person ana) {
        return PeopleDirectory.fallback("revops")
                .person(ana)
                .person(Person.named("ben"))
                .person(Person.named("cem"))
                .build();
    }

    private static List<String> drawn(Pool pool, int times) {
        List<String> drawn = new ArrayList<>();
        Rotation rotation = NOBODY_YET;
        for (int i = 0; i < times; i++) {
            Rotation.Drawn next = draw(rotation, pool, MONDAY).orElseThrow();
            drawn.add(next.person());
            rotation = next.then();
        }
        return drawn;
    }

    private static Optional<Rotation.Drawn> draw(Rotation rotation, Instant at) {
        return draw(rotation, INBOUND, at);
    }

    private static Optional<Rotation.Drawn> draw(Rotation rotation, Pool pool, Instant at) {
        return rotation.draw(pool, PEOPLE, RotationTest::calendar, at, Set.of());
    }

    private static BusinessCalendar calendar(Person person) {
        return BusinessCalendar.STANDARD;
    }
}
