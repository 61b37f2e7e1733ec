package io.leadlifecycle.store;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Lead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leads, journals and what is due. One engine writes through one store; several engines may share one that is
 * kept outside the JVM, since an append names the version it builds on.
 *
 * <pre>{@code
 * LeadStore store = new InMemoryLeadStore();
 * store.append(List.of(new Commit(0, lead, List.of(entry), now)), List.of());
 * store.due(now, 100);      // the ids of leads that something falls due for
 * }</pre>
 *
 * <p>Thread-safe. What was appended is seen by every later call. A method that fails has changed nothing.
 */
public interface LeadStore {
    /**
     * A lead.
     *
     * @param leadId its id
     * @return the lead as last appended, empty when unknown
     */
    Optional<Lead> lead(String leadId);

    /**
     * The entries that one event of the host made: what fell due before it, its own, and the owners it asked for.
     *
     * @param leadId the lead
     * @param eventId the event's id, as the entry has it
     * @return the entries in order, empty when the id is not used up
     */
    List<JournalEntry> outcome(String leadId, String eventId);

    /**
     * Saves the entries of several leads and the state of the pools that were drawn from: all or nothing.
     *
     * @param commits what to save, at most one per lead; none to save the state of pools alone
     * @param draws the state of each pool that was drawn from, at most one per pool
     * @throws StaleException if a lead has more entries than a commit expects, or a pool another state than a draw
     *     expects; it may be tried again
     */
    void append(List<Commit> commits, List<Draw> draws);

    /**
     * The leads that something falls due for.
     *
     * @param untilInclusive the last instant
     * @param limit how many at most, at least 1
     * @return their ids by due instant, then id
     */
    List<DueLead> due(Instant untilInclusive, int limit);

    /**
     * A lead that something falls due for.
     *
     * @param at the earliest instant
     * @param leadId the lead
     */
    record DueLead(Instant at, String leadId) implements Comparable<DueLead> {
        private static final Comparator<DueLead> ORDER =
                Comparator.comparing(DueLead::at).thenComparing(DueLead::leadId);

        /** By instant, then lead. */
        @Override
        public int compareTo(DueLead other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The leads that stand under a key.
     *
     * @param index what the key is
     * @param key such as the owner
     * @return their ids, sorted
     */
    List<String> leads(LeadIndex index, String key);

    /**
     * The leads that wait in a queue.
     *
     * @param pool the pool they wait for
     * @param limit how many at most, at least 1
     * @return their ids, who waits longest first, of one instant by id
     */
    List<String> queue(String pool, int limit);

    /**
     * The pools that leads wait for.
     *
     * @return their names, sorted
     */
    List<String> queues();

    /**
     * The open clocks of all leads as last appended, found without reading every lead.
     *
     * @param query which clocks and how many; its team must have been put in people's names before
     * @return in the order of {@link OpenClock#ORDER}, the first ones when there are more than the limit
     * @throws IllegalArgumentException if the query names a team
     */
    List<OpenClock> clocks(ClockQuery query);

    /**
     * The leads on which something is parked.
     *
     * @return their ids, sorted
     */
    List<String> parked();

    /**
     * The journal of a lead.
     *
     * @param leadId the lead
     * @return its entries in order with the instants they were recorded at, empty when unknown
     */
    List<StoredEntry> journal(String leadId);

    /**
     * The state of a pool's rotation.
     *
     * @param pool the pool
     * @return what the latest append that drew from it saved
     */
    Optional<String> rotation(String pool);

    /**
     * Keeps a calendar, so that clocks that began to count in it can be counted on after an edit.
     *
     * @param calendar the calendar; the same version again changes nothing
     */
    void keep(BusinessCalendar calendar);

    /**
     * A calendar that was kept.
     *
     * @param version its content hash
     * @return the calendar, empty when nobody kept it
     */
    Optional<BusinessCalendar> calendar(String version);

    /**
     * Keeps an event that belongs to no journal. The list is bounded, the oldest goes first; the count is not.
     *
     * @param stray the event
     */
    void stray(Stray stray);

    /**
     * The strays that are kept.
     *
     * @return the latest, oldest first
     */
    List<Stray> strays();

    /**
     * How many strays came in all.
     *
     * @return the count
     */
    long strayCount();
}
