package io.leadlifecycle.rules.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.rules.DroolsRuleBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The six-value picklist of S3 as a book. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SixValuesTest {
    private static final DroolsRuleBook BOOK = DroolsRuleBook.fromClassPath("books/six-values");
    private static final List<String> BANT = List.of("budget", "authority", "need", "timeline");

    private final Walk walk = new Walk(BOOK);

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void the_picklist_is_the_lifecycle_and_old_values_mean_one_of_it() {
        Lifecycle lifecycle = BOOK.lifecycle();

        assertThat(lifecycle.stageNames()).containsExactly("New", "MQL", "SAL", "SQL", "Recycled", "Disqualified");
        assertThat(lifecycle.stageOfStatus("open - not contacted")).contains("New");
        assertThat(lifecycle.advice()).isEmpty();
    }

    @Test
    void a_lead_is_handed_over_given_back_and_handed_over_again() {
        created();
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request")))
                .containsExactly("SIX-2", "MQL");
        assertThat(walk.fire((id, at) -> new SalesAccepted(id, Walk.LEAD, at).by("ana")))
                .containsExactly("SIX-3", "SAL");
        assertThat(walk.fire((id, at) -> new SalesRejected(id, Walk.LEAD, at, "timing").by("ana")))
                .containsExactly("SIX-5", "Recycled");
        assertThat(walk.reason()).isEqualTo("timing");
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request")))
                .containsExactly("SIX-2", "MQL");
        assertThat(walk.fire((id, at) -> new SalesAccepted(id, Walk.LEAD, at).by("ana")))
                .containsExactly("SIX-3", "SAL");
        assertThat(walk.fire((id, at) -> new DiscoveryCompleted(id, Walk.LEAD, at, "BANT", BANT).by("ana")))
                .containsExactly("SIX-4", "SQL");
        assertThat(walk.recycles()).isEqualTo(1);
    }

    @Test
    void a_lead_that_does_not_answer_is_recycled_and_one_of_a_competitor_disqualified() {
        created();
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request"));
        walk.fire((id, at) -> new SalesAccepted(id, Walk.LEAD, at).by("ana"));
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(called()).isEmpty();
            assertThat(called()).as("twice on one day").isEmpty();
            walk.await(1);
        }
        assertThat(called()).containsExactly("SIX-7", "Recycled");
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request"));
        assertThat(walk.fire((id, at) -> new SalesRejected(id, Walk.LEAD, at, "competitor").by("ana")))
                .containsExactly("SIX-6", "Disqualified");
    }

    @Test
    void a_lead_that_nothing_qualifies_ends_after_90_days() {
        created();
        assertThat(walk.await(89)).isEmpty();
        assertThat(walk.await(1)).containsExactly("lifecycle", "Disqualified");
        assertThat(walk.reason()).isEqualTo("inactive");
    }

    private void created() {
        assertThat(walk.fire((id, at) -> new LeadCreated(id, Walk.LEAD, at, "web", Map.of("employees", 50))))
                .containsExactly("New", "SIX-1");
    }

    private List<String> called() {
        return walk.fire((id, at) -> new ContactAttempted(id, Walk.LEAD, at, "phone", "no answer").by("ana"));
    }
}
