package io.leadlifecycle.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LifecycleBuilderTest {
    private static final Directory PEOPLE = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").inTeam("inside"))
            .build();

    @ParameterizedTest
    @MethodSource("contradictions")
    void a_contradiction_is_refused_at_the_call_that_makes_it(
            UnaryOperator<LifecycleBuilder> contradiction, String message) {
        LifecycleBuilder builder = sound();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> contradiction.apply(builder))
                .withMessage(message);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                refused(b -> b.stage(Stage.of("NEW", StageKind.OPEN)), "The stage \"NEW\" is given twice."),
                refused(b -> b.stage(Stage.of(" ", StageKind.OPEN)), "A stage needs a name."),
                refused(
                        b -> b.path("NEW", "NEW", Trigger.MANUAL),
                        "The path from NEW to NEW leads to itself; it needs another stage."),
                refused(
                        b -> b.path("NEW", "WON"),
                        "The path from NEW to WON has no trigger, allowed are [AUTOMATIC, MANUAL, TIMED]."),
                refused(
                        b -> b.path("NEW", "WON", Trigger.TIMED, Trigger.MANUAL),
                        "The path from NEW to WON by MANUAL is given twice; allowed is once."),
                refused(
                        b -> b.reason(new Reason("timing", Disposition.RECYCLE, true, List.of())),
                        "The reason \"timing\" has \"final\" and recycles; only a reason that disqualifies is final."),
                refused(
                        b -> b.picklist("rejection", List.of("timing", "timing")),
                        "The picklist \"rejection\" has the reason \"timing\" twice; allowed is once."),
                refused(b -> b.types(List.of("")), "The lifecycle has the lead type \"\"; it needs a name."),
                refused(
                        b -> b.group("activity", List.of("touchpoint")),
                        "The event group \"activity\" has the event \"touchpoint\", allowed are names of event types"
                                + " such as Touchpoint. Maybe \"Touchpoint\"?"),
                refused(
                        b -> b.status("Open  Lead", "NEW").status("open lead", "WON"),
                        "The old status \"open lead\" is given twice, first as \"Open  Lead\"; small and capital"
                                + " letters and the number of spaces make no difference."),
                refused(
                        b -> b.gatedBy("BANT").gatedBy("MEDDIC"),
                        "The gate is given twice: BANT and MEDDIC; allowed is once."),
                refused(
                        b -> b.reinstateTo("NEW").reinstateTo("WON"),
                        "Where a reinstated lead goes is given twice: NEW and WON; allowed is once."));
    }

    private static Arguments refused(UnaryOperator<LifecycleBuilder> contradiction, String message) {
        return Arguments.of(contradiction, message);
    }

    @Test
    void an_alias_that_is_the_name_of_another_reason_is_refused() {
        LifecycleBuilder builder = sound().reason(
                        new Reason("timing", Disposition.RECYCLE, false, List.of("too early")))
                .reason(new Reason("too early", Disposition.RECYCLE, false, List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("The alias \"too early\" of the reason \"timing\" already means the reason \"too early\";"
                        + " an alias belongs to one reason.");
    }

    @ParameterizedTest
    @ValueSource(strings = {Picklists.REJECTION, Picklists.CLOSED_LOST})
    void a_reason_that_only_rules_give_is_none_to_pick_from_whatever_comes_first(String list) {
        LifecycleBuilder builder = sound().picklist(list, List.of("timing", "silence"))
                .reason(new Reason("timing", Disposition.RECYCLE, false, List.of()))
                .reason(new Reason("silence", Disposition.RECYCLE, false, List.of(), true));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("The picklist \"" + list
                        + "\" has the reason \"silence\", which only rules give; it needs one" + " of [timing].");
    }

    @Test
    void a_calendar_of_the_people_that_is_none_of_the_lifecycle_is_refused() {
        Directory people = PeopleDirectory.fallback("revops")
                .person(Person.named("ravi").working("kolkata"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sound().directory(people).build())
                .withMessage("The person \"ravi\" works by the calendar \"kolkata\", allowed are [default].");
    }

    @Test
    void a_team_a_person_and_a_role_may_own() {
        Lifecycle lifecycle = Lifecycle.named("owned")
                .stage(owned("NEW", StageKind.OPEN, "SDR"))
                .stage(owned("MQL", StageKind.OPEN, "inside"))
                .stage(owned("WON", StageKind.WON, "ana"))
                .path("NEW", "MQL", Trigger.MANUAL)
                .path(new Path("MQL", "WON", List.of(Trigger.MANUAL), "revops", false))
                .roles(List.of("SDR"))
                .directory(PEOPLE)
                .build();

        assertThat(lifecycle.stages())
                .extracting(stage -> stage.words().owner())
                .containsExactly("SDR", "inside", "ana");
    }

    @Test
    void pools_are_declared_by_name_or_by_the_directory_and_sorted() {
        Directory people = PeopleDirectory.fallback("revops")
                .team("inside")
                .pool(Pool.named("partners"))
                .pool(Pool.named("inbound"))
                .build();

        assertThat(sound().pool("partners")
                        .pool("enterprise")
                        .directory(people)
                        .build()
                        .pools())
                .as("a team is no declared pool")
                .containsExactly("enterprise", "inbound", "partners");
        assertThat(sound().build().pools()).isEmpty();
    }

    @Test
    void a_declared_pool_is_part_of_the_version_wherever_it_was_declared() {
        Directory people =
                PeopleDirectory.fallback("revops").pool(Pool.named("inbound")).build();

        assertThat(sound().pool("inbound").build().version())
                .isNotEqualTo(sound().build().version())
                .isEqualTo(sound().directory(people).build().version());
    }

    @Test
    void a_pool_has_a_name_and_is_declared_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> sound().pool(" ")).withMessage("A pool needs a name.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sound().pool("inbound").pool("inbound"))
                .withMessage("The pool \"inbound\" is given twice.");
    }

    @Test
    void building_twice_gives_the_same_lifecycle() {
        LifecycleBuilder builder = sound();

        assertThat(builder.build().version()).isEqualTo(builder.build().version());
    }

    private static Stage owned(String name, StageKind kind, String owner) {
        return Stage.of(name, kind).saying(new Stage.Words(name, owner, "", "", ""));
    }

    private static LifecycleBuilder sound() {
        return Lifecycle.named("sound")
                .stage(Stage.of("NEW", StageKind.OPEN).evaluating().otherwise("WON", null))
                .stage(Stage.of("WON", StageKind.WON))
                .path("NEW", "WON", Trigger.MANUAL);
    }
}
