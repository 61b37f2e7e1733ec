package io.leadlifecycle.rules.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The smallest book with stages of its own, the one that newcomers read first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialTest {
    @Test
    void a_visitor_tries_falls_asleep_tries_again_and_buys() {
        try (DroolsRuleBook book = DroolsRuleBook.fromClassPath("books/trial")) {
            Walk walk = new Walk(book);

            assertThat(walk.fire((id, at) -> new LeadCreated(id, Walk.LEAD, at, "web", Map.of())))
                    .containsExactly("VISITOR");
            assertThat(ordered(walk)).containsExactly("TRI-1", "TRIAL");
            assertThat(walk.await(30)).containsExactly("lifecycle", "ASLEEP");
            assertThat(walk.reason()).isEqualTo("not used");
            assertThat(ordered(walk)).containsExactly("TRI-1", "TRIAL");
            walk.fire((id, at) -> new StageChangeRequested(id, Walk.LEAD, at, "CUSTOMER").by("jana"));
            assertThat(walk.stage()).isEqualTo("CUSTOMER");
            assertThat(walk.recycles()).isEqualTo(1);
            assertThat(book.lifecycle().stageOfStatus("converted")).contains("CUSTOMER");
        }
    }

    private static List<String> ordered(Walk walk) {
        return walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "trial ordered"));
    }
}
