package io.leadlifecycle.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.routing.Territory.Requirement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleDirectoryTest {
    private static final Territory ENTERPRISE_DACH = new Territory(
            "enterprise DACH",
            List.of(
                    new Requirement("country", List.of("DE", "AT", "CH")),
                    new Requirement("segment", List.of("enterprise"))),
            "key accounts");
    private static final Territory DACH =
            new Territory("DACH", List.of(new Requirement("country", List.of("DE", "AT", "CH"))), "inside sales");
    private static final Territory LARGE =
            new Territory("large", List.of(new Requirement("employees", List.of("5000"))), "key accounts");

    private static PeopleDirectory.Builder builder() {
        return PeopleDirectory.fallback("revops")
                .team("key accounts")
                .person(Person.named("ana").inTeam("inside sales"));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, enterprise, enterprise DACH, the first that it meets",
        "AT, startup, DACH, the next one",
        "de, ENTERPRISE, enterprise DACH, whatever the letters",
        "CH, , DACH, unknown is not met",
        "NO, enterprise, , nobody's",
        ", enterprise, , unknown is not met"
    })
    void a_lead_belongs_to_the_first_territory_whose_every_requirement_it_meets(
            String country, String segment, String territory, String why) {
        PeopleDirectory directory =
                builder().territory(ENTERPRISE_DACH).territory(DACH).build();
        Profile profile =
                Profile.EMPTY.patched(List.of(new Field("country", country), new Field("segment", segment)), false);

        assertThat(directory.territoryOf(profile).map(Territory::name).orElse(null))
                .as(why)
                .isEqualTo(territory);
    }

    @Test
    void a_number_is_compared_as_text() {
        Profile profile = Profile.EMPTY.patched(List.of(new Field("employees", 5000)), false);

        assertThat(builder().territory(LARGE).build().territoryOf(profile)).contains(LARGE);
    }

    @Test
    void a_territory_without_requirements_takes_the_rest_and_stands_last() {
        Territory rest = new Territory("rest", List.of(), "inside sales");

        assertThat(builder().territory(DACH).territory(rest).build().territoryOf(Profile.EMPTY))
                .contains(rest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().territory(rest).territory(DACH))
                .withMessage("The territory \"DACH\" stands behind \"rest\", which requires nothing and takes every"
                        + " lead; such a territory stands last.");
    }

    @Test
    void a_territory_has_a_name_of_its_own_and_a_team_that_there_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().territory(DACH).territory(DACH))
                .withMessage("The territory \"DACH\" is given twice.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .territory(new Territory("north", List.of(), "inside sale"))
                        .build())
                .withMessage("The team \"inside sale\" of the territory \"north\" is unknown, allowed are [inside"
                        + " sales, key accounts]. Maybe \"inside sales\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Requirement("country", List.of()))
                .withMessage("A requirement of a territory needs a profile field and at least one value; it has the"
                        + " field \"country\" and the values [].");
    }

    @Test
    void teams_are_those_of_people_of_calendars_and_those_that_were_named() {
        assertThat(builder().teamCalendar("far away", "kolkata").build().teams())
                .containsExactly("far away", "inside sales", "key accounts");
    }

    @Test
    void the_fallback_person_is_active() {
        assertThat(Person.named("revops").active()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder().person(Person.named("revops").inactive()).build())
                .withMessage("The fallback person \"revops\" is not active; what resolves to nobody needs somebody"
                        + " who is there.");
    }

    @Test
    void whoever_leaves_makes_another_version_and_stays_known() {
        Person ben = Person.named("ben").inTeam("inside sales").as("SDR");
        PeopleDirectory before = builder().person(ben).build();
        PeopleDirectory after = builder().person(ben.inactive()).build();

        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.team("inside sales")).extracting(Person::name).containsExactly("ana", "ben");
        assertThat(after.person("ben")).contains(ben.inactive());
    }

    @Test
    void territories_and_their_order_belong_to_the_version() {
        assertThat(List.of(
                        builder().build().version(),
                        builder().territory(DACH).territory(LARGE).build().version(),
                        builder().territory(LARGE).territory(DACH).build().version()))
                .doesNotHaveDuplicates();
    }

    @Nested
    class Absences {
        private static final Instant MONDAY = Instant.parse("2026-07-06T00:00:00Z");
        private static final Instant TUESDAY = Instant.parse("2026-07-07T00:00:00Z");
        private static final Instant THURSDAY = Instant.parse("2026-07-09T00:00:00Z");
        private static final Instant FRIDAY = Instant.parse("2026-07-10T00:00:00Z");

        @ParameterizedTest
        @CsvSource({
            "2026-07-05T23:59:59.999Z, true, before it begins",
            "2026-07-06T00:00:00Z, false, its first instant",
            "2026-07-06T23:59:59.999Z, false, its last millisecond",
            "2026-07-07T00:00:00Z, true, its end"
        })
        void are_half_open(Instant at, boolean isThere, String why) {
            PeopleDirectory directory = PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").awayFrom(MONDAY, TUESDAY))
                    .person(Person.named("ben").inactive())
                    .build();

            assertThat(directory.isThere("ana", at)).as(why).isEqualTo(isThere);
            assertThat(directory.isThere("revops", at)).isTrue();
            assertThat(directory.isThere("ben", at)).as("not active").isFalse();
            assertThat(directory.isThere("nobody", at)).as("unknown").isFalse();
        }

        @Test
        void are_in_order_and_those_that_overlap_or_touch_are_one() {
            Person ana = Person.named("ana")
                    .awayFrom(THURSDAY, FRIDAY)
                    .awayFrom(TUESDAY, THURSDAY.minusSeconds(1))
                    .awayFrom(MONDAY, TUESDAY)
                    .absent(new Absence(MONDAY.plusSeconds(1), TUESDAY.minusSeconds(1)));

            assertThat(ana.absences())
                    .containsExactly(new Absence(MONDAY, THURSDAY.minusSeconds(1)), new Absence(THURSDAY, FRIDAY));
            assertThat(ana.absenceAt(TUESDAY)).contains(new Absence(MONDAY, THURSDAY.minusSeconds(1)));
            assertThat(ana.inTeam("inside sales")
                            .as("SDR")
                            .reportingTo("maria")
                            .working("berlin")
                            .inactive()
                            .absences())
                    .isEqualTo(ana.absences());
        }

        @Test
        void have_a_length() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Absence(TUESDAY, MONDAY))
                    .withMessage("The absence from 2026-07-07T00:00:00Z until 2026-07-06T00:00:00Z has no length;"
                            + " allowed is an end after its beginning. Maybe from 2026-07-06T00:00:00Z until"
                            + " 2026-07-07T00:00:00Z?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Absence(MONDAY, MONDAY))
                    .withMessageEndingWith("an end after its beginning.");
        }

        @Test
        void belong_to_the_version() {
            Person ben = Person.named("ben");

            assertThat(builder().person(ben.awayFrom(MONDAY, TUESDAY)).build().version())
                    .isNotEqualTo(builder().person(ben).build().version())
                    .isEqualTo(builder()
                            .person(ben.awayFrom(MONDAY, TUESDAY))
                            .build()
                            .version());
        }
    }

    @Nested
    class Pools {
        private static final Pool INBOUND = Pool.of("inbound", "revops", "ana").ledBy("revops");

        @Test
        void are_those_that_were_described_and_the_teams() {
            PeopleDirectory directory = builder()
                    .person(Person.named("abe").inTeam("inside sales").inactive())
                    .pool(INBOUND)
                    .pool(Pool.named("alliances"))
                    .build();

            assertThat(directory.pools()).containsExactly(Pool.named("alliances"), INBOUND);
            assertThat(directory.poolNames()).containsExactly("alliances", "inbound", "inside sales", "key accounts");
            assertThat(directory.pool("inbound")).contains(INBOUND);
            assertThat(directory.pool("inside sales")).contains(Pool.of("inside sales", "abe", "ana"));
            assertThat(directory.pool("key accounts")).contains(Pool.named("key accounts"));
            assertThat(directory.pool("outbound")).isEmpty();
        }

        @Test
        void belong_to_the_version_with_all_they_say() {
            assertThat(List.of(
                            version(INBOUND),
                            version(Pool.of("inbound", "ana", "revops").ledBy("revops")),
                            version(Pool.of("inbound", "revops", "ana")),
                            version(INBOUND.ledBy("ana")),
                            version(Pool.named("inbound")),
                            version(Pool.named("inbound").with(new Pool.Member("ana", 2, null))),
                            version(Pool.named("inbound").with(new Pool.Member("ana", 2, Cap.parse("2 per day")))),
                            version(Pool.named("inbound").with(new Pool.Member("ana", 2, Cap.parse("2 per week")))),
                            builder().build().version()))
                    .doesNotHaveDuplicates();
        }

        private static String version(Pool pool) {
            return builder().pool(pool).build().version();
        }

        @Test
        void have_members_and_a_manager_of_the_directory() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().pool(Pool.of("inbound", "anna")).build())
                    .withMessage("The member \"anna\" of the pool \"inbound\" is unknown, allowed are [ana, revops]."
                            + " Maybe \"ana\"?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().pool(INBOUND.ledBy("revop")).build())
                    .withMessage("The manager \"revop\" of the pool \"inbound\" is unknown, allowed are [ana, revops]."
                            + " Maybe \"revops\"?");
        }

        @Test
        void have_a_name_that_no_other_pool_and_no_team_has() {
            String both = "The directory has a pool and a team called \"inside sales\"; a team is a pool already, and a"
                    + " pool of other people needs another name. Maybe \"inside sales pool\"?";

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().pool(Pool.named("inside sales")))
                    .withMessage(both);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PeopleDirectory.fallback("revops")
                            .pool(Pool.named("inside sales"))
                            .person(Person.named("ana").inTeam("inside sales")))
                    .withMessage(both);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().pool(INBOUND).pool(INBOUND))
                    .withMessageStartingWith("The directory has two pools called \"inbound\": ");
        }
    }

    @Test
    void a_person_works_by_their_own_calendar_else_by_the_teams() {
        PeopleDirectory directory = builder()
                .teamCalendar("inside sales", "berlin")
                .person(Person.named("ravi").inTeam("inside sales").working("kolkata"))
                .person(Person.named("tom").inTeam("key accounts"))
                .build();

        assertThat(directory.calendarNameOf("ravi")).contains("kolkata");
        assertThat(directory.calendarNameOf("ana")).contains("berlin");
        assertThat(directory.calendarNameOf("tom")).as("a team without one").isEmpty();
        assertThat(directory.calendarNameOf("revops")).as("no team").isEmpty();
        assertThat(directory.calendarNameOf("nobody")).isEmpty();
    }

    @Test
    void who_owns_an_account_is_part_of_the_version() {
        PeopleDirectory directory = builder().accountOwner("001A", "ana").build();

        assertThat(directory.accountOwner("001A")).contains("ana");
        assertThat(directory.accountOwner("001B")).isEmpty();
        assertThat(directory.version()).isNotEqualTo(builder().build().version());
    }

    @Test
    void an_account_has_one_owner_whom_the_directory_knows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().accountOwner("001A", "ana").accountOwner("001A", "ben"))
                .withMessage("The account \"001A\" has two owners: \"ana\" and \"ben\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().accountOwner("001A", "anna").build())
                .withMessageStartingWith("The owner \"anna\" of the account \"001A\" is unknown, allowed are ")
                .withMessageContaining("ana");
    }
}
