package io.leadlifecycle.rules.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.rules.DroolsRuleBook;
import io.leadlifecycle.rules.RuleBookException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A book with stages, reasons, kinds of touch and events of its own, in the words of its people. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnNamesTest {
    private static final DroolsRuleBook BOOK = DroolsRuleBook.builder()
            .event(SubscriptionStarted.class)
            .event(EpisodeWatched.class)
            .fromClassPath("books/abo");

    private final Walk walk = new Walk(BOOK);

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void a_lead_tries_leaves_for_its_own_reason_rests_and_is_won() {
        created();
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "Trailer gesehen")))
                .isEmpty();
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "Test bestellt")))
                .containsExactly("ABO-1", "TESTPHASE", "ABO-2");
        assertThat(walk.type()).isEqualTo("Testabo");
        assertThat(walk.fire((id, at) -> new OpportunityLost(id, Walk.LEAD, at, "Preis")))
                .containsExactly("ABO-4", "GEKÜNDIGT", "ABO-5", "RUHEND");
        assertThat(walk.reason()).isEqualTo("zu teuer");
        assertThat(walk.fire((id, at) -> new SubscriptionStarted(id, Walk.LEAD, at, "Familie", 12)))
                .containsExactly("ABO-7", "ABONNENT");
        assertThat(walk.recycles()).isEqualTo(1);
    }

    @Test
    void an_event_of_the_host_restarts_the_timer_that_names_its_group() {
        created();
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "Test bestellt"));
        walk.await(10);
        walk.fire((id, at) -> new EpisodeWatched(id, Walk.LEAD, at, "Dark"));
        assertThat(walk.await(13)).isEmpty();
        assertThat(walk.await(1)).containsExactly("ABO-3", "GEKÜNDIGT", "ABO-5", "RUHEND");
        assertThat(walk.reason()).isEqualTo("kein Interesse");
    }

    @Test
    void whoever_is_suspected_is_out() {
        created();
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "Test bestellt"));
        assertThat(walk.fire((id, at) -> new OpportunityLost(id, Walk.LEAD, at, "Betrugsverdacht")))
                .containsExactly("ABO-4", "GEKÜNDIGT", "ABO-6", "GESPERRT");
    }

    @Test
    void a_group_with_an_event_that_nobody_registered_is_refused_at_its_place() {
        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.builder()
                        .event(SubscriptionStarted.class)
                        .fromClassPath("books/abo"))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.toString())
                                .startsWith("lifecycle.yaml, line 41, column 25: The event \"EpisodeWatched\" of the"
                                        + " event group \"Nutzung\" is unknown, allowed are [ClockRecomputed, ")
                                .contains(" SubscriptionStarted, ")));
    }

    @Test
    void a_group_of_a_lifecycle_built_in_java_is_checked_too() {
        Lifecycle lifecycle = Lifecycle.named("built")
                .stage(Stage.of("A", StageKind.OPEN))
                .stage(Stage.of("B", StageKind.WON))
                .path("A", "B", Trigger.MANUAL)
                .group("activity", List.of("Touchpiont"))
                .build();

        assertThatExceptionOfType(RuleBookException.class)
                .isThrownBy(() -> DroolsRuleBook.of(lifecycle, Map.of()))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.toString())
                                .startsWith("lifecycle \"built\": The event \"Touchpiont\" of the event group"
                                        + " \"activity\" is unknown, allowed are [")
                                .endsWith("Maybe \"Touchpoint\"?")));
    }

    private void created() {
        assertThat(walk.fire((id, at) -> new LeadCreated(id, Walk.LEAD, at, "web", Map.of("email", "x@example.org"))))
                .containsExactly("INTERESSENT", "lifecycle", "BEOBACHTET");
    }
}
