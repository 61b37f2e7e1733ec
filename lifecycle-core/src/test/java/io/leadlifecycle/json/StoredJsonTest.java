package io.leadlifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 3)
            .failing();

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(BOOK.lifecycle(), SampleLifecycle.PEOPLE).histories();
    }

    @Property(tries = 100)
    void leads_and_entries_are_read_as_they_were_written(@ForAll("histories") List<LeadEvent> history) {
        LifecycleEngine engine =
                LifecycleEngine.builder(BOOK).directory(SampleLifecycle.PEOPLE).build();
        engine.fireAll(history);
        history.stream().map(LeadEvent::leadId).distinct().forEach(id -> {
            engine.lead(id).ifPresent(lead -> {
                String json = LeadJson.write(lead);
                assertThat(LeadJson.read(json)).isEqualTo(lead);
                assertThat(LeadJson.write(LeadJson.read(json))).isEqualTo(json);
            });
            for (JournalEntry entry : engine.journal(id)) {
                String json = JournalJson.write(entry);
                assertThat(json).doesNotContain("\n");
                assertThat(JournalJson.read(json)).isEqualTo(entry);
                assertThat(JournalJson.write(JournalJson.read(json))).isEqualTo(json);
            }
        });
    }

    @Test
    void a_blank_lead_is_one_line_without_what_is_absent() {
        Lead blank = Lead.blank("L-1", Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(LeadJson.write(blank))
                .startsWith("{\"id\":\"L-1\",\"written\":{\"entries\":0,\"lastEntryAt\":\"2026-03-02T09:00:00Z\"")
                .doesNotContain("null");
    }
}
