package io.leadlifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.LambdaRuleBook;
import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.SampleLifecycle;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpoolingLeadStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 3);

    private final List<StoredEntry> spooled = new ArrayList<>();

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(BOOK.lifecycle(), SampleLifecycle.PEOPLE).histories();
    }

    @Property(tries = 60)
    void what_is_spooled_is_what_is_kept(@ForAll("histories") List<LeadEvent> history) {
        spooled.clear();
        InMemoryLeadStore keeping = new InMemoryLeadStore();
        InMemoryLeadStore spooling = InMemoryLeadStore.spooling(spooled::add, Integer.MAX_VALUE);
        List<Outcome> first = engine(keeping).fireAll(history);
        List<Outcome> second = engine(spooling).fireAll(history);
        assertThat(second)
                .map(Outcome::status)
                .isEqualTo(first.stream().map(Outcome::status).toList());
        assertThat(spooling.leads()).isEqualTo(keeping.leads());
        for (Lead lead : keeping.leads()) {
            List<JournalEntry> journal = spooled.stream()
                    .map(StoredEntry::entry)
                    .filter(entry -> entry.leadId().equals(lead.id()))
                    .toList();
            assertThat(journal)
                    .isEqualTo(keeping.journal(lead.id()).stream()
                            .map(StoredEntry::entry)
                            .toList());
        }
    }

    private static LifecycleEngine engine(LeadStore store) {
        return engine(store, BOOK);
    }

    /** Nothing happens but what the host says. */
    private static LifecycleEngine quiet(LeadStore store) {
        return engine(store, LambdaRuleBook.of((event, lead) -> {}));
    }

    private static LifecycleEngine engine(LeadStore store, RuleBook book) {
        return LifecycleEngine.builder(book)
                .directory(SampleLifecycle.PEOPLE)
                .store(store)
                .recordingClock(() -> AT)
                .build();
    }

    private static LeadCreated event(String id) {
        return new LeadCreated(id, "L-1", AT, "web", Map.of("country", id));
    }

    @Test
    void a_repeat_of_an_event_that_is_remembered_changes_nothing_and_an_older_one_counts_as_new() {
        LifecycleEngine engine = quiet(InMemoryLeadStore.spooling(spooled::add, 2));
        engine.fireAll(List.of(event("a"), event("b"), event("c")));
        assertThat(engine.fire(event("b")).status()).isEqualTo(Outcome.Status.REPEATED);
        assertThat(engine.fire(new LeadCreated("c", "L-1", AT, "mail", Map.of()))
                        .status())
                .isEqualTo(Outcome.Status.CONFLICTING);
        int before = spooled.size();
        assertThat(engine.fire(event("a")).status()).isEqualTo(Outcome.Status.APPLIED);
        assertThat(spooled).hasSizeGreaterThan(before);
    }

    @Test
    void a_store_that_remembers_nothing_takes_every_repeat_for_new() {
        LifecycleEngine engine = quiet(InMemoryLeadStore.spooling(spooled::add, 0));
        assertThat(engine.fireAll(List.of(event("a"), event("a"))))
                .map(Outcome::status)
                .containsExactly(Outcome.Status.APPLIED, Outcome.Status.APPLIED);
    }

    @Test
    void a_spool_that_fails_leaves_the_lead_as_it_was() {
        InMemoryLeadStore store = InMemoryLeadStore.spooling(
                stored -> {
                    if (stored.entry().eventId().equals("b")) {
                        throw new IllegalStateException("the disk is full");
                    }
                },
                8);
        LifecycleEngine engine = quiet(store);
        engine.fire(event("a"));
        Lead before = engine.lead("L-1").orElseThrow();
        assertThatThrownBy(() -> engine.fire(event("b"))).hasMessage("the disk is full");
        assertThat(engine.lead("L-1")).contains(before);
        assertThat(store.leads()).containsExactly(before);
    }

    @Test
    void the_journal_is_where_it_was_spooled_to() {
        LifecycleEngine engine = quiet(InMemoryLeadStore.spooling(spooled::add, 2));
        engine.fire(event("a"));
        assertThatThrownBy(() -> engine.journal("L-1"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("The journal of this store was spooled; read it where it went.");
        assertThat(engine.journal("L-2")).isEmpty();
        assertThatThrownBy(() -> InMemoryLeadStore.spooling(spooled::add, -1))
                .hasMessage("A store remembers 0 events or more, not -1.");
    }
}
