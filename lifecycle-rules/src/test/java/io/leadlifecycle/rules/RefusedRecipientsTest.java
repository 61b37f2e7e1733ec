package io.leadlifecycle.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a rule cannot mean: many people own no lead, nobody is told by a draw, and pools have names. */
class RefusedRecipientsTest {
    private static final Lifecycle WITH_POOLS = Lifecycle.named("pools")
            .stage(Stage.of("NEW", StageKind.OPEN))
            .stage(Stage.of("MQL", StageKind.OPEN).qualifying())
            .stage(Stage.of("CLOSED_WON", StageKind.WON))
            .path("NEW", "MQL", Trigger.values())
            .path("MQL", "CLOSED_WON", Trigger.values())
            .pool("partners")
            .directory(PeopleDirectory.fallback("revops")
                    .person(Person.named("ana").inTeam("inside sales"))
                    .pool(Pool.of("inbound", "ana"))
                    .build())
            .build();

    private static List<String> refused(Lifecycle lifecycle, String then) {
        RuleBookException refused = catchThrowableOfType(
                RuleBookException.class,
                () -> DroolsRuleBook.of(lifecycle, Map.of("a.drl", Books.rule("A-1", "SalesAccepted( )", then))));
        assertThat(refused).as("the book is refused").isNotNull();
        return Books.problems(refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.assignTo(team(\"inside sales\"));| 15| team(\"inside sales\")",
                "lead.assignTo(role(\"sales operations\"));| 15| role(\"sales operations\")",
                "lead.assignTo(previousOwner()).or(team(\"inside sales\"));| 35| team(\"inside sales\")",
                "lead.assignTo(previousOwner()).or(manager()).or(role(\"sales operations\"));| 49| role(\"sales operations\")"
            })
    void a_lead_has_one_owner(String then, int column, String many) {
        assertThat(refused(Books.LIFECYCLE, then))
                .containsExactly("a.drl, line 5, column " + column + ": \"" + many
                        + "\" is many people, and a lead has one owner. Maybe roundRobin(...)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.tell(roundRobin(\"inbound\"));| 11| roundRobin(\"inbound\")",
                "lead.tell(territory()).urgently();| 11| territory()",
                "lead.tell(colleague());| 11| colleague()",
                "lead.tell(owner()).cc(colleague());| 23| colleague()"
            })
    void nobody_is_told_by_a_draw(String then, int column, String drawn) {
        assertThat(refused(Books.LIFECYCLE, then))
                .containsExactly("a.drl, line 5, column " + column + ": \"" + drawn
                        + "\" is drawn when a lead is assigned; nobody is told by it. Maybe team(...)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lead.assignTo(\"ana\");| 15| \"assignTo\" takes whom you mean, such as owner() here, not \"ana\".",
                "lead.assignTo(manager()).or(\"ana\");| 29| \"or\" takes whom you mean, such as owner() here, not \"ana\".",
                "lead.assignTo(colleague()).atMost(\"2\");| 35| \"atMost\" takes a number here, not \"2\"."
            })
    void a_person_is_said_as_such(String then, int column, String says) {
        assertThat(refused(Books.LIFECYCLE, then)).containsExactly("a.drl, line 5, column " + column + ": " + says);
    }

    @ParameterizedTest
    @CsvSource({
        "inbuond,      inbound,      of the directory",
        "partner,      partners,     declared by the lifecycle",
        "inside slaes, inside sales, a team is a pool of its people"
    })
    void an_unknown_pool_is_refused_with_a_suggestion(String pool, String meant, String why) {
        assertThat(refused(WITH_POOLS, "lead.assignTo(roundRobin(\"" + pool + "\"));"))
                .as(why)
                .containsExactly("a.drl, line 5, column 26: The pool \"" + pool
                        + "\" is unknown; allowed are [inbound, inside sales, partners]. Maybe \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbound", "partners", "inside sales"})
    void a_known_one_may_be_drawn_from(String pool) {
        String drl = Books.rule("A-1", "SalesAccepted( )", "lead.assignTo(roundRobin(\"" + pool + "\"));");
        try (DroolsRuleBook book = DroolsRuleBook.of(WITH_POOLS, Map.of("a.drl", drl))) {
            assertThat(book.rules()).hasSize(1);
        }
    }

    @Test
    void a_lifecycle_without_pools_leaves_their_names_to_the_directory_of_the_host() {
        try (DroolsRuleBook book =
                Books.book(Books.rule("A-1", "SalesAccepted( )", "lead.assignTo(roundRobin(\"anything\"));"))) {
            assertThat(book.rules()).hasSize(1);
        }
        assertThat(refused(Books.LIFECYCLE, "lead.assignTo(roundRobin(\" \"));"))
                .containsExactly("a.drl, line 5, column 26: The name of a pool is empty.");
    }

    @Test
    void everybody_else_may_own_a_lead_and_be_told() {
        try (DroolsRuleBook book = Books.book(
                Books.rule(
                        "A-1",
                        "SalesAccepted( )",
                        "lead.assignTo(previousOwner()).or(accountOwner()).or(territory()).or(person(\"ana\")).or(manager());"),
                Books.rule("A-2", "SalesAccepted( )", "lead.assignTo(colleague()).atMost(2).or(manager());"),
                Books.rule(
                        "A-3",
                        "SalesAccepted( )",
                        "lead.tell(person(\"ana\")).cc(accountOwner()).cc(previousOwner()).cc(team(\"x\")).byEmail();"))) {
            assertThat(book.rules()).hasSize(3);
        }
    }
}
