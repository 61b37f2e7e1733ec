package io.leadlifecycle.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.model.Field;
import io.leadlifecycle.model.Profile;
import io.leadlifecycle.routing.Territory.Requirement;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
        assertThat(after.person("ben")).contains(new Person("ben", null, "inside sales", "SDR", null, false));
    }

    @Test
    void territories_and_their_order_belong_to_the_version() {
        assertThat(List.of(
                        builder().build().version(),
                        builder().territory(DACH).territory(LARGE).build().version(),
                        builder().territory(LARGE).territory(DACH).build().version()))
                .doesNotHaveDuplicates();
    }
}
