package io.leadlifecycle.rules.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.OpportunityWon;
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

/** The nine-stage table of S4 as a book. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NineStagesTest {
    private static final DroolsRuleBook BOOK = DroolsRuleBook.fromClassPath("books/nine-stages");
    private static final List<String> BANT = List.of("budget", "authority", "need", "timeline");
    private static final Map<String, Object> FITS = Map.of("industry", "software", "employees", 320);

    private final Walk walk = new Walk(BOOK);

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void the_table_is_the_lifecycle_with_its_owners() {
        Lifecycle lifecycle = BOOK.lifecycle();

        assertThat(lifecycle.stages())
                .extracting(stage -> stage.name() + ": " + stage.words().owner())
                .containsExactly(
                        "Raw/New: Marketing Ops",
                        "MQL: Marketing Ops",
                        "SAL: Sales/SDR",
                        "SQL: Sales/SDR",
                        "Opportunity: AE/Sales",
                        "Closed-Won: AE/Sales",
                        "Closed-Lost: AE/Sales",
                        "Recycled: Marketing Ops",
                        "Disqualified: Marketing/Sales");
        assertThat(lifecycle.advice()).isEmpty();
    }

    @Test
    void a_lead_is_lost_recycled_qualified_again_and_won() {
        assertThat(walk.fire((id, at) -> new LeadCreated(id, Walk.LEAD, at, "web", FITS)))
                .containsExactly("Raw/New", "NINE-1", "NINE-2");
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request")))
                .containsExactly("NINE-3", "MQL");
        workedToOpportunity();
        assertThat(walk.fire((id, at) -> new OpportunityLost(id, Walk.LEAD, at, "budget not approved").by("ana")))
                .containsExactly("NINE-11", "Closed-Lost", "NINE-12", "Recycled", "NINE-14");
        assertThat(walk.reason()).isEqualTo("budget not approved");
        assertThat(walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "pricing page visit")))
                .containsExactly("NINE-4", "MQL");
        assertThat(walk.type()).isEqualTo("pricing");
        workedToOpportunity();
        assertThat(walk.fire((id, at) -> new OpportunityWon(id, Walk.LEAD, at).by("ana")))
                .containsExactly("NINE-10", "Closed-Won");
        assertThat(walk.recycles()).isEqualTo(1);
    }

    @Test
    void a_lead_lost_or_rejected_for_a_reason_that_stays_is_disqualified() {
        walk.fire((id, at) -> new LeadCreated(id, Walk.LEAD, at, "web", FITS));
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "demo request"));
        assertThat(walk.fire((id, at) -> new SalesRejected(id, Walk.LEAD, at, "not in buying cycle").by("ana")))
                .containsExactly("NINE-6", "Recycled");
        walk.fire((id, at) -> new Touchpoint(id, Walk.LEAD, at, "pricing page visit"));
        workedToOpportunity();
        assertThat(walk.fire((id, at) -> new OpportunityLost(id, Walk.LEAD, at, "chose competitor").by("ana")))
                .containsExactly("NINE-11", "Closed-Lost", "NINE-13", "Disqualified");
    }

    private void workedToOpportunity() {
        assertThat(walk.fire((id, at) -> new SalesAccepted(id, Walk.LEAD, at).by("ana")))
                .containsExactly("NINE-5", "SAL");
        assertThat(walk.fire((id, at) -> new DiscoveryCompleted(id, Walk.LEAD, at, "BANT", BANT).by("ana")))
                .containsExactly("NINE-8", "SQL");
        assertThat(walk.fire((id, at) -> new OpportunityCreated(id, Walk.LEAD, at, "D-1").by("ana")))
                .containsExactly("NINE-9", "Opportunity");
    }
}
