package io.leadlifecycle.testing;

import static io.leadlifecycle.testing.Commits.AT;
import static io.leadlifecycle.testing.Commits.RECORDED;
import static io.leadlifecycle.testing.Commits.account;
import static io.leadlifecycle.testing.Commits.breached;
import static io.leadlifecycle.testing.Commits.ends;
import static io.leadlifecycle.testing.Commits.entry;
import static io.leadlifecycle.testing.Commits.first;
import static io.leadlifecycle.testing.Commits.next;
import static io.leadlifecycle.testing.Commits.owned;
import static io.leadlifecycle.testing.Commits.paused;
import static io.leadlifecycle.testing.Commits.queued;
import static io.leadlifecycle.testing.Commits.runs;
import static io.leadlifecycle.testing.Commits.stopped;
import static io.leadlifecycle.testing.Commits.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.store.Commit;
import io.leadlifecycle.store.Draw;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.LeadStore.DueLead;
import io.leadlifecycle.store.StaleException;
import io.leadlifecycle.store.StoredEntry;
import io.leadlifecycle.store.Stray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LeadStore} does. Extend it for a store of your own:
 *
 * <pre>{@code
 * class MyLeadStoreTest extends LeadStoreContract {
 *     @Override protected LeadStore emptyStore(int straysKept) { return new MyLeadStore(freshDatabase(), straysKept); }
 * }
 * }</pre>
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LeadStoreContract {
    private static final int KEPT = 3;
    private static final int THREADS = 4;

    private final LeadStore store = emptyStore(KEPT);

    /**
     * A store without anything in it.
     *
     * @param straysKept how many strays it keeps
     * @return the store
     */
    protected abstract LeadStore emptyStore(int straysKept);

    @Test
    void an_empty_store_knows_nothing() {
        assertThat(store.lead("L-1")).isEmpty();
        assertThat(store.journal("L-1")).isEmpty();
        assertThat(store.outcome("L-1", "e-1")).isEmpty();
        assertThat(store.due(Instant.parse("2100-01-01T00:00:00Z"), 10)).isEmpty();
        assertThat(store.parked()).isEmpty();
        assertThat(store.clocks(ClockQuery.open())).isEmpty();
        assertThat(store.rotation("pool")).isEmpty();
        assertThat(store.calendar(BusinessCalendar.STANDARD.version())).isEmpty();
        assertThat(store.strays()).isEmpty();
        assertThat(store.strayCount()).isZero();
    }

    @Test
    void what_was_appended_is_read_back_with_the_instant_it_was_recorded_at() {
        Commit first = first("L-1", "e-1", waits("stale", AT.plusSeconds(60)));
        append(first);
        Commit second = next(first.lead(), "e-2", null, new Change.Flagged("hot", true));
        append(second);
        assertThat(store.lead("L-1")).contains(second.lead());
        assertThat(store.journal("L-1"))
                .containsExactly(
                        new StoredEntry(first.entries().get(0), RECORDED),
                        new StoredEntry(second.entries().get(0), RECORDED));
    }

    @Test
    void a_journal_that_was_read_does_not_grow() {
        Commit first = first("L-1", "e-1");
        append(first);
        List<StoredEntry> read = store.journal("L-1");
        append(next(first.lead(), "e-2", null));
        assertThat(read).hasSize(1);
    }

    @Test
    void a_stale_commit_is_refused_and_nothing_of_the_whole_append_is_saved() {
        Commit known = first("L-2", "e-1");
        append(known);
        Commit fine = first("L-1", "e-1", waits("stale", AT));
        assertThatThrownBy(() -> store.append(List.of(fine, known), List.of(new Draw("pool", null, "ana"))))
                .isInstanceOf(StaleException.class)
                .hasMessageContaining("L-2");
        assertThat(store.lead("L-1")).isEmpty();
        assertThat(store.journal("L-1")).isEmpty();
        assertThat(store.outcome("L-1", "e-1")).isEmpty();
        assertThat(store.due(AT, 10)).isEmpty();
        assertThat(store.rotation("pool")).isEmpty();
        assertThat(store.journal("L-2")).hasSize(1);
    }

    @Test
    void a_commit_that_expects_more_than_there_is_is_refused_too() {
        Commit second = next(first("L-1", "e-1").lead(), "e-2", null);
        assertThatThrownBy(() -> append(second)).isInstanceOf(StaleException.class);
        assertThat(store.lead("L-1")).isEmpty();
    }

    @Test
    void the_outcome_of_an_event_is_what_fell_due_before_it_and_its_own_entry_last() {
        Commit first = first("L-1", "e-1");
        append(first);
        JournalEntry alone = entry(first.lead(), "L-1/stale#1", true, null);
        JournalEntry due = entry(alone.applyTo(first.lead()), "L-1/stale#2", true, "e-2");
        JournalEntry own = entry(due.applyTo(alone.applyTo(first.lead())), "e-2", false, null);
        Lead after = JournalEntry.fold(List.of(first.entries().get(0), alone, due, own));
        append(new Commit(1, after, List.of(alone, due, own), RECORDED));
        assertThat(store.outcome("L-1", "e-1")).containsExactly(first.entries().get(0));
        assertThat(store.outcome("L-1", "e-2")).containsExactly(due, own);
        assertThat(store.outcome("L-2", "e-2")).isEmpty();
    }

    @Test
    void an_id_that_the_engine_gave_is_not_used_up_for_the_host() {
        Commit first = first("L-1", "e-1");
        append(first);
        JournalEntry due = entry(first.lead(), "L-1/stale#1", true, null);
        append(new Commit(1, due.applyTo(first.lead()), List.of(due), RECORDED));
        assertThat(store.outcome("L-1", "L-1/stale#1")).isEmpty();
    }

    @Test
    void leads_are_due_by_instant_then_id_up_to_and_including_the_last_instant() {
        append(first("L-3", "e-1", waits("stale", AT.plusSeconds(1))));
        append(first("L-2", "e-1", waits("stale", AT.plusSeconds(2))));
        append(first("L-1", "e-1", waits("stale", AT.plusSeconds(2))));
        append(first("L-4", "e-1", waits("stale", AT.plusSeconds(2).plusMillis(1))));
        append(first("L-5", "e-1"));
        assertThat(store.due(AT.plusSeconds(2), 10))
                .containsExactly(
                        new DueLead(AT.plusSeconds(1), "L-3"),
                        new DueLead(AT.plusSeconds(2), "L-1"),
                        new DueLead(AT.plusSeconds(2), "L-2"));
        assertThat(store.due(AT.plusSeconds(2), 2)).extracting(DueLead::leadId).containsExactly("L-3", "L-1");
    }

    @Test
    void a_lead_is_due_once_at_its_earliest_instant_and_no_longer_when_that_has_passed() {
        Commit first = first("L-1", "e-1", waits("stale", AT.plusSeconds(9)), waits("call", AT.plusSeconds(5)));
        append(first);
        assertThat(store.due(AT.plusSeconds(60), 10)).containsExactly(new DueLead(AT.plusSeconds(5), "L-1"));
        Commit second = next(first.lead(), "e-2", null, ends("call"));
        append(second);
        assertThat(store.due(AT.plusSeconds(60), 10)).containsExactly(new DueLead(AT.plusSeconds(9), "L-1"));
        append(next(second.lead(), "e-3", null, ends("stale")));
        assertThat(store.due(AT.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void what_is_parked_is_not_due_and_its_lead_is_listed_until_it_is_fired_again() {
        Parked item = new Parked(new Due(AT, "stale", 1, Due.TIMER), AT, "book", "failed");
        Commit first = first("L-2", "e-1", waits("stale", AT), new AgendaChange.ItemParked(item));
        append(first);
        append(first("L-1", "e-1", waits("stale", AT), new AgendaChange.ItemParked(item)));
        assertThat(store.due(AT, 10)).isEmpty();
        assertThat(store.parked()).containsExactly("L-1", "L-2");
        append(next(first.lead(), "e-2", null, new AgendaChange.ItemUnparked(item)));
        assertThat(store.parked()).containsExactly("L-1");
        assertThat(store.due(AT, 10)).containsExactly(new DueLead(AT, "L-2"));
    }

    @Test
    void the_latest_state_of_a_rotation_counts() {
        store.append(
                List.of(first("L-1", "e-1")), List.of(new Draw("pool", null, "ana"), new Draw("other", null, "bo")));
        store.append(List.of(first("L-2", "e-1")), List.of(new Draw("pool", "ana", "bo")));
        assertThat(store.rotation("pool")).contains("bo");
        assertThat(store.rotation("other")).contains("bo");
    }

    @Test
    void a_draw_from_a_pool_that_another_drew_from_is_refused_and_nothing_is_saved() {
        store.append(List.of(), List.of(new Draw("pool", null, "ana")));
        Commit fine = first("L-1", "e-1");
        for (Draw stale : List.of(new Draw("pool", null, "bo"), new Draw("pool", "cem", "bo"))) {
            assertThatThrownBy(() -> store.append(List.of(fine), List.of(new Draw("other", null, "x"), stale)))
                    .isInstanceOf(StaleException.class)
                    .hasMessageContaining("\"pool\"");
        }
        assertThat(store.lead("L-1")).isEmpty();
        assertThat(store.rotation("pool")).contains("ana");
        assertThat(store.rotation("other")).isEmpty();
    }

    @Test
    void what_was_drawn_for_an_event_belongs_to_its_outcome() {
        Commit first = first("L-1", "e-1");
        JournalEntry drawn = entry(first.lead(), "L-1/owner#1", true, "e-1");
        JournalEntry alone = entry(drawn.applyTo(first.lead()), "L-1/stale#1", true, null);
        List<JournalEntry> entries = List.of(first.entries().get(0), drawn, alone);
        append(new Commit(0, JournalEntry.fold(entries), entries, RECORDED));
        assertThat(store.outcome("L-1", "e-1")).containsExactly(first.entries().get(0), drawn);
    }

    @Test
    void leads_are_found_by_owner_owner_before_and_account_as_last_appended() {
        Commit first = first("L-2", "e-1", owned("ana", "bo"), account("A-1"));
        append(first);
        append(first("L-1", "e-1", owned("ana", null)));
        assertThat(store.leads(LeadIndex.OWNER, "ana")).containsExactly("L-1", "L-2");
        assertThat(store.leads(LeadIndex.PREVIOUS_OWNER, "bo")).containsExactly("L-2");
        assertThat(store.leads(LeadIndex.ACCOUNT, "A-1")).containsExactly("L-2");
        append(next(first.lead(), "e-2", null, owned(null, "ana"), account("A-2")));
        assertThat(store.leads(LeadIndex.OWNER, "ana")).containsExactly("L-1");
        assertThat(store.leads(LeadIndex.PREVIOUS_OWNER, "bo")).isEmpty();
        assertThat(store.leads(LeadIndex.PREVIOUS_OWNER, "ana")).containsExactly("L-2");
        assertThat(store.leads(LeadIndex.ACCOUNT, "A-1")).isEmpty();
        assertThat(store.leads(LeadIndex.ACCOUNT, "A-2")).containsExactly("L-2");
    }

    @Test
    void who_waits_longest_stands_first_in_the_queue() {
        append(first("L-3", "e-1", queued("inbound", AT)));
        append(first("L-2", "e-1", queued("inbound", AT.plusMillis(1))));
        append(first("L-1", "e-1", queued("inbound", AT.plusMillis(1))));
        Commit other = first("L-4", "e-1", queued("far away", AT));
        append(other);
        append(first("L-5", "e-1", queued(null, AT)));
        assertThat(store.queue("inbound", 10)).containsExactly("L-3", "L-1", "L-2");
        assertThat(store.queue("inbound", 2)).containsExactly("L-3", "L-1");
        assertThat(store.queues()).containsExactly("far away", "inbound");
        append(next(other.lead(), "e-2", null, owned("ana", null)));
        assertThat(store.queue("far away", 10)).isEmpty();
        assertThat(store.queues()).containsExactly("inbound");
    }

    @Test
    void open_clocks_are_found_by_due_instant_then_lead_then_name() {
        append(first("L-2", "e-1", runs("call", AT.plusSeconds(2)), runs("answer", AT.plusSeconds(2))));
        append(first("L-1", "e-1", runs("call", AT.plusSeconds(2)), paused("answer")));
        append(first("L-3", "e-1", owned("ana", null), runs("answer", AT.plusSeconds(1))));
        assertThat(found(ClockQuery.open()))
                .containsExactly("L-3/answer", "L-1/call", "L-2/answer", "L-2/call", "L-1/answer");
        assertThat(found(ClockQuery.open().dueBefore(AT.plusSeconds(2)))).containsExactly("L-3/answer");
        assertThat(found(ClockQuery.open()
                        .dueBefore(AT.plusSeconds(2).plusMillis(1))
                        .atMost(3)))
                .containsExactly("L-3/answer", "L-1/call", "L-2/answer");
        assertThat(found(ClockQuery.open().in(ClockState.PAUSED))).containsExactly("L-1/answer");
        assertThat(found(ClockQuery.open().named("call"))).containsExactly("L-1/call", "L-2/call");
        assertThat(store.clocks(ClockQuery.open().ownedBy("ana")))
                .isEqualTo(OpenClock.of(store.lead("L-3").orElseThrow()));
    }

    @Test
    void open_clocks_are_those_of_the_leads_as_last_appended() {
        Commit first = first("L-1", "e-1", owned("ana", null), runs("answer", AT.plusSeconds(9)));
        append(first);
        Commit second = next(first.lead(), "e-2", null, owned("bo", "ana"));
        append(second);
        assertThat(found(ClockQuery.open().ownedBy("ana"))).isEmpty();
        assertThat(store.clocks(ClockQuery.open().ownedBy("bo"))).isEqualTo(OpenClock.of(second.lead()));
        Commit third = next(second.lead(), "e-3", null, breached("answer", AT.plusSeconds(9)));
        append(third);
        assertThat(store.clocks(ClockQuery.open().notBreached())).isEmpty();
        assertThat(store.clocks(ClockQuery.open().breached())).isEqualTo(OpenClock.of(third.lead()));
        assertThatThrownBy(() -> append(second)).isInstanceOf(StaleException.class);
        assertThat(store.clocks(ClockQuery.open())).isEqualTo(OpenClock.of(third.lead()));
        append(next(third.lead(), "e-4", null, stopped("answer")));
        assertThat(store.clocks(ClockQuery.open())).isEmpty();
    }

    @Test
    void a_query_of_clocks_names_people_and_no_team() {
        append(first("L-1", "e-1", owned("ana", null), runs("answer", AT)));
        append(first("L-2", "e-1", owned("bo", null), runs("answer", AT)));
        append(first("L-3", "e-1", runs("answer", AT)));
        assertThat(found(ClockQuery.open().ownedByOneOf(List.of("bo", "ana", "bo"))))
                .containsExactly("L-1/answer", "L-2/answer");
        assertThat(found(ClockQuery.open().ownedByOneOf(List.of()))).isEmpty();
        assertThatThrownBy(() -> store.clocks(ClockQuery.open().inTeam("inside sales")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"inside sales\"");
    }

    private List<String> found(ClockQuery query) {
        return store.clocks(query).stream()
                .map(open -> open.leadId() + "/" + open.name())
                .toList();
    }

    @Test
    void a_calendar_is_kept_by_its_version() {
        store.keep(BusinessCalendar.STANDARD);
        store.keep(BusinessCalendar.ALWAYS_OPEN);
        store.keep(BusinessCalendar.STANDARD);
        assertThat(store.calendar(BusinessCalendar.STANDARD.version())).contains(BusinessCalendar.STANDARD);
        assertThat(store.calendar(BusinessCalendar.ALWAYS_OPEN.version())).contains(BusinessCalendar.ALWAYS_OPEN);
        assertThat(store.calendar("another")).isEmpty();
    }

    @Test
    void the_latest_strays_are_kept_and_all_are_counted() {
        List<Stray> all = IntStream.rangeClosed(1, KEPT + 2)
                .mapToObj(i -> new Stray("L-1", "e-" + i, "{}", "nobody created the lead", RECORDED))
                .toList();
        all.forEach(store::stray);
        assertThat(store.strays()).isEqualTo(all.subList(2, KEPT + 2));
        assertThat(store.strayCount()).isEqualTo(KEPT + 2);
    }

    @Test
    void writers_of_one_lead_lose_no_entry() throws Exception {
        append(first("L-1", "created"));
        inParallel(writer -> {
            for (int i = 0; i < 25; i++) {
                appendOnceMore("L-1", "e-" + writer + "-" + i);
            }
        });
        List<StoredEntry> journal = store.journal("L-1");
        assertThat(journal).extracting(stored -> stored.entry().seq()).isEqualTo(numbers(1 + THREADS * 25));
        assertThat(store.lead("L-1").orElseThrow().entries()).isEqualTo(1 + THREADS * 25);
    }

    @Test
    void writers_of_different_leads_do_not_hinder_each_other() throws Exception {
        inParallel(writer -> append(first("L-" + writer, "e-1", waits("stale", AT.plusSeconds(writer)))));
        assertThat(store.due(AT.plusSeconds(60), 10)).hasSize(THREADS);
    }

    private static List<Long> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> (long) i).toList();
    }

    private void appendOnceMore(String leadId, String eventId) {
        while (true) {
            try {
                append(next(store.lead(leadId).orElseThrow(), eventId, null));
                return;
            } catch (StaleException another) {
                Thread.onSpinWait();
            }
        }
    }

    /** What one of several threads does. */
    private interface Work {
        void by(int writer);
    }

    private static void inParallel(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int writer = i;
                all.add(threads.submit(() -> work.by(writer)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void append(Commit commit) {
        store.append(List.of(commit), List.of());
    }
}
