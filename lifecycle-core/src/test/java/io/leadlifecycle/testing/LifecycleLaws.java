package io.leadlifecycle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the core guarantees, whatever a rule book says; every law is one property. Extend it to try a book of your own:
 *
 * <pre>{@code
 * class MyBookLawsTest extends LifecycleLaws {
 *     @Override protected RuleBook book() { return MY_BOOK; }
 *     @Override protected Directory directory() { return PEOPLE; }
 * }
 * }</pre>
 *
 * <p>A failure prints the seed and the shortest history that shows it. {@link #book} is called often: answer one and the
 * same book.
 *
 * <ul>
 *   <li>histories tried per law: {@value #TRIES}
 * </ul>
 */
public abstract class LifecycleLaws {
    /** How many histories a law is tried with. */
    protected static final int TRIES = 60;

    private static final int THREADS = 4;

    /**
     * The book the laws are tried against.
     *
     * @return the same book each time
     */
    protected abstract RuleBook book();

    /**
     * The people.
     *
     * @return the same directory each time
     */
    protected abstract Directory directory();

    /**
     * The histories the laws are tried with.
     *
     * @return every id used once
     */
    @Provide
    protected Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(book().lifecycle(), directory()).histories();
    }

    /**
     * Histories with events that are fired again.
     *
     * @return ids used more than once
     */
    @Provide
    protected Arbitrary<List<LeadEvent>> repeating() {
        return LeadArbitraries.of(book().lifecycle(), directory()).historiesWithRepeats();
    }

    private World world() {
        return new World(book(), directory());
    }

    /** Which member of a pool a lead draws depends on the order of other leads; everything else does not. */
    private World undrawn() {
        return new World(book(), new WithoutPools(directory()));
    }

    private World livedUndrawn(List<LeadEvent> history) {
        return undrawn().fireEach(history).advanceTo(World.wellAfter(history));
    }

    private World lived(List<LeadEvent> history) {
        return world().fireEach(history).advanceTo(World.wellAfter(history));
    }

    /** Invariants 1 to 5, 7 and 9, and that a lead is its folded journal. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void every_journal_keeps_the_invariants(@ForAll("histories") List<LeadEvent> history) {
        holdsIn(lived(history));
    }

    @Property(tries = TRIES)
    void every_journal_keeps_the_invariants_when_events_are_fired_again(@ForAll("repeating") List<LeadEvent> history) {
        holdsIn(lived(history));
    }

    private void holdsIn(World world) {
        world.leads()
                .forEach((id, lead) -> LifecycleInvariants.assertHold(
                        book().lifecycle(), world.engine().journal(id), lead));
    }

    /** Invariant 1: nobody is in limbo. What fell due has happened, or is parked with its error. */
    @Property(tries = TRIES)
    void nothing_that_fell_due_still_waits(@ForAll("histories") List<LeadEvent> history) {
        Instant end = World.wellAfter(history);
        lived(history).leads().values().stream()
                .filter(lead -> lead.mergedInto().isEmpty())
                .forEach(lead -> assertThat(pending(lead))
                        .as(lead.id())
                        .allSatisfy(due -> assertThat(due.at()).isAfter(end)));
    }

    private static List<Due> pending(Lead lead) {
        List<Due> pending = new ArrayList<>();
        lead.timers().forEach(timer -> pending.add(new Due(timer.dueAt(), timer.name(), timer.number(), Due.TIMER)));
        lead.clocks().stream()
                .filter(clock -> clock.state() == ClockState.RUNNING)
                .forEach(clock -> clock.pending()
                        .forEach(milestone -> pending.add(
                                new Due(milestone.dueAt(), clock.name(), clock.number(), milestone.percent()))));
        lead.parked().forEach(parked -> pending.remove(parked.due()));
        return pending;
    }

    /** Invariant 3: the first entry is kept unless old data knows an earlier one; the latest never goes back. */
    @Property(tries = TRIES)
    void the_first_stamp_of_a_stage_stays_and_the_latest_never_goes_back(@ForAll("histories") List<LeadEvent> history) {
        World world = world();
        for (LeadEvent event : history) {
            Map<String, Lead> before = world.leads();
            world.fire(event);
            Map<String, Lead> after = world.leads();
            before.forEach((id, lead) -> stampsKept(event, lead, after.get(id)));
        }
    }

    private static void stampsKept(LeadEvent event, Lead before, Lead after) {
        boolean mayKnowEarlier = event instanceof LeadImported || event instanceof LeadMerged;
        before.journey()
                .stamps()
                .forEach(stamps -> assertThat(after.journey().stampsOf(stamps.name()))
                        .hasValueSatisfying(then -> {
                            assertThat(then.first()).isBeforeOrEqualTo(stamps.first());
                            assertThat(mayKnowEarlier || then.first().equals(stamps.first()))
                                    .isTrue();
                            assertThat(then.latest()).isAfterOrEqualTo(stamps.latest());
                            assertThat(then.entries()).isGreaterThanOrEqualTo(stamps.entries());
                        }));
    }

    /** Invariant 6: the same id twice changes nothing and answers with the first outcome. */
    @Property(tries = TRIES)
    void an_event_delivered_twice_changes_nothing_and_answers_with_the_same_effects(
            @ForAll("histories") List<LeadEvent> history) {
        World once = lived(history);
        World twice = world();
        for (LeadEvent event : history) {
            Outcome first = twice.fire(event).orElse(null);
            Lead between = twice.lead(event.leadId());
            Outcome second = twice.fire(event).orElse(null);
            assertThat(twice.lead(event.leadId())).isEqualTo(between);
            if (first == null || between == null) {
                assertThat(second == null ? null : second.status()).isEqualTo(first == null ? null : first.status());
            } else {
                assertThat(second).isNotNull();
                assertThat(second.status()).isEqualTo(Outcome.Status.REPEATED);
                assertThat(second.effects()).isEqualTo(first.effects());
                assertThat(second.entries()).isEqualTo(first.entries());
            }
        }
        sameLife(twice.advanceTo(World.wellAfter(history)), once);
    }

    /** Invariant 6: an id is bound to its content; another one goes to the strays. */
    @Property(tries = TRIES)
    void other_content_under_a_used_id_changes_nothing_and_is_kept_as_a_stray(
            @ForAll("repeating") List<LeadEvent> history) {
        World world = world();
        for (LeadEvent event : history) {
            Map<String, List<String>> before = world.journals();
            long strays = world.strays();
            world.fire(event)
                    .filter(outcome -> outcome.status() == Outcome.Status.CONFLICTING
                            || outcome.status() == Outcome.Status.UNKNOWN_LEAD)
                    .ifPresent(outcome -> {
                        assertThat(world.journals()).isEqualTo(before);
                        assertThat(world.strays()).isEqualTo(strays + 1);
                    });
        }
    }

    /**
     * Invariant 6: events of different leads commute, except which member of a pool a lead draws and what a merge makes
     * of two leads.
     */
    @Property(tries = TRIES)
    void events_of_different_leads_commute(@ForAll("histories") List<LeadEvent> history, @ForAll long order) {
        sameLife(livedUndrawn(riffled(history, new Random(order))), livedUndrawn(history));
    }

    private static List<LeadEvent> riffled(List<LeadEvent> history, Random random) {
        List<List<LeadEvent>> perLead = new ArrayList<>(perLead(history));
        List<LeadEvent> events = new ArrayList<>();
        while (!perLead.isEmpty()) {
            List<LeadEvent> next = perLead.get(random.nextInt(perLead.size()));
            events.add(next.remove(0));
            perLead.removeIf(List::isEmpty);
        }
        return events;
    }

    /** Leads that some merge ties together are one. */
    private static List<List<LeadEvent>> perLead(List<LeadEvent> history) {
        Map<String, String> tie = new LinkedHashMap<>();
        history.forEach(event -> tie.putIfAbsent(event.leadId(), event.leadId()));
        for (LeadEvent event : history) {
            if (event instanceof LeadMerged merged) {
                String one = tie.getOrDefault(merged.leadId(), merged.leadId());
                String other = tie.getOrDefault(merged.into(), merged.into());
                tie.replaceAll((lead, with) -> with.equals(other) ? one : with);
            }
        }
        Map<String, List<LeadEvent>> perLead = new LinkedHashMap<>();
        history.forEach(event -> perLead.computeIfAbsent(
                        Objects.requireNonNull(tie.get(event.leadId())), lead -> new ArrayList<>())
                .add(event));
        return List.copyOf(perLead.values());
    }

    @Property(tries = TRIES)
    void leads_fired_from_several_threads_live_as_they_do_from_one(@ForAll("histories") List<LeadEvent> history)
            throws InterruptedException, ExecutionException {
        World together = undrawn();
        history.forEach(together::knows);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Outcome>>> all = new ArrayList<>();
            perLead(history)
                    .forEach(events ->
                            all.add(threads.submit(() -> together.engine().fireAll(events))));
            for (Future<List<Outcome>> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        sameLife(together.advanceTo(World.wellAfter(history)), livedUndrawn(history));
    }

    @Property(tries = TRIES)
    void a_history_may_be_fired_in_several_pieces(@ForAll("histories") List<LeadEvent> history, @ForAll int cut) {
        int at = Math.floorMod(cut, history.size() + 1);
        World pieces = world();
        history.forEach(pieces::knows);
        LifecycleEngine engine = pieces.engine();
        List<Outcome> outcomes = new ArrayList<>(engine.fireAll(history.subList(0, at)));
        outcomes.addAll(engine.fireAll(history.subList(at, history.size())));
        assertThat(outcomes).hasSameSizeAs(history);
        sameLife(pieces.advanceTo(World.wellAfter(history)), lived(history));
    }

    /** Invariant 8: the same book, people and events give the same journal, byte for byte. */
    @Property(tries = TRIES)
    void the_same_events_give_the_same_journal(@ForAll("histories") List<LeadEvent> history) {
        sameLife(lived(history), lived(history));
    }

    /** Invariant 8: also over restarts between any two events. */
    @Property(tries = TRIES)
    void restarts_between_events_leave_no_trace(@ForAll("histories") List<LeadEvent> history, @ForAll long when) {
        Random random = new Random(when);
        World restarting = world();
        for (LeadEvent event : history) {
            restarting = random.nextInt(4) == 0 ? restarting.restarted() : restarting;
            restarting.fire(event);
        }
        sameLife(restarting.restarted().advanceTo(World.wellAfter(history)), lived(history));
    }

    /** Time is data: who looks at the clock between two events finds the same lead as who does not. */
    @Property(tries = TRIES)
    void advancing_between_two_events_changes_no_lead(@ForAll("histories") List<LeadEvent> history, @ForAll long when) {
        Random random = new Random(when);
        World advancing = undrawn();
        for (int i = 0; i < history.size(); i++) {
            if (random.nextInt(3) == 0) {
                Instant next = history.subList(i, history.size()).stream()
                        .map(LeadEvent::at)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                advancing.advanceTo(next.minusMillis(1 + random.nextInt(100_000)));
            }
            advancing.fire(history.get(i));
        }
        assertThat(advancing.advanceTo(World.wellAfter(history)).leads())
                .isEqualTo(livedUndrawn(history).leads());
    }

    @Property(tries = TRIES / 2)
    void advancing_step_by_step_ends_as_advancing_at_once(@ForAll("histories") List<LeadEvent> history) {
        World steps = world().fireEach(history);
        Instant end = World.wellAfter(history);
        Instant last = end.minus(Duration.ofDays(40));
        for (Instant t = last.minus(Duration.ofHours(30)); t.isBefore(end); t = t.plus(Duration.ofHours(5))) {
            steps.advanceTo(t);
        }
        sameLife(steps.advanceTo(end), lived(history));
    }

    /** Principle 6: a refused event is in the journal, names what is wrong, and changes nothing. */
    @Property(tries = TRIES)
    void a_refused_event_changes_nothing_but_the_journal(@ForAll("histories") List<LeadEvent> history) {
        World world = world();
        for (LeadEvent event : history) {
            Map<String, Lead> before = world.leads();
            world.fire(event)
                    .filter(outcome -> outcome.status() == Outcome.Status.REFUSED)
                    .ifPresent(
                            outcome -> unchanged(before.get(outcome.leadId()), outcome, world.lead(outcome.leadId())));
        }
    }

    private static void unchanged(@Nullable Lead before, Outcome outcome, @Nullable Lead after) {
        assertThat(outcome.why()).contains(outcome.leadId());
        JournalEntry entry = outcome.entry();
        if (before == null || entry == null || after == null) {
            assertThat(after).isNull();
            return;
        }
        Lead then = before;
        for (JournalEntry due : outcome.dueBefore()) {
            then = due.applyTo(then);
        }
        assertThat(after).isEqualTo(then.withEntry(entry.at(), entry.raised()));
    }

    /** Invariant 10: an event whose rules fail leaves the lead and its journal as they were. */
    @Property(tries = TRIES)
    void an_event_that_fails_saves_nothing(@ForAll("histories") List<LeadEvent> history) {
        World world = world();
        for (LeadEvent event : history) {
            Map<String, List<String>> before = world.journals();
            Map<String, Lead> leads = world.leads();
            if (world.fire(event).isEmpty()) {
                assertThat(world.journals()).isEqualTo(before);
                assertThat(world.leads()).isEqualTo(leads);
            }
        }
    }

    @Property(tries = TRIES)
    void every_outcome_and_every_entry_can_be_read_aloud(@ForAll("histories") List<LeadEvent> history) {
        World world = world();
        history.forEach(event -> world.fire(event)
                .ifPresent(outcome -> assertThat(outcome.toString()).isNotBlank()));
        world.leads()
                .keySet()
                .forEach(id -> assertThat(world.engine().journal(id))
                        .allSatisfy(entry -> assertThat(entry.toString()).isNotBlank()));
    }

    private static void sameLife(World actual, World expected) {
        assertThat(actual.leads()).isEqualTo(expected.leads());
        assertThat(actual.journals()).isEqualTo(expected.journals());
    }
}
