package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessDays;
import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.businessMinutes;
import static io.leadlifecycle.rule.RuleWords.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import io.leadlifecycle.testing.LifecycleInvariants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A recompute after any edit, in any history. */
class RecomputeLawsTest {
    private static final int TRIES = 150;
    private static final Directory PEOPLE = SampleLifecycle.PEOPLE;

    /** Ana works in Kolkata now, bo in the default calendar, and ravi is there no more. */
    private static final Directory MOVED = PeopleDirectory.fallback("revops")
            .person(Person.named("ana").working("kolkata"))
            .person(Person.named("bo"))
            .person(Person.named("maria").as("SDR Manager"))
            .build();

    private record Edit(RuleBook book, Directory people) {}

    /** What lived, the ids of its leads, and an engine on it after an edit. */
    private record Life(InMemoryLeadStore store, List<String> leads, LifecycleEngine engine) {
        static Life of(RuleBook book, List<LeadEvent> history) {
            InMemoryLeadStore store = new InMemoryLeadStore();
            LifecycleEngine engine = engine(book, PEOPLE, store);
            for (LeadEvent event : history) {
                try {
                    engine.fire(event);
                } catch (RuleFailedException expected) {
                    // the lead stays as it was
                }
            }
            List<String> leads = history.stream()
                    .map(LeadEvent::leadId)
                    .filter(id -> store.lead(id).isPresent())
                    .distinct()
                    .toList();
            return new Life(store, leads, engine);
        }

        private static LifecycleEngine engine(RuleBook book, Directory people, InMemoryLeadStore store) {
            return LifecycleEngine.builder(book).directory(people).store(store).build();
        }

        Life edited(Edit edit) {
            return new Life(store, leads, engine(edit.book(), edit.people(), store));
        }

        Map<String, Lead> all() {
            Map<String, Lead> all = new TreeMap<>();
            leads.forEach(id -> all.put(id, store.lead(id).orElseThrow()));
            return all;
        }

        void keepsTheInvariants() {
            all().values()
                    .forEach(lead -> LifecycleInvariants.assertHold(
                            SampleLifecycle.lifecycle(), engine.journal(lead.id()), lead));
        }
    }

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(SampleLifecycle.lifecycle(), PEOPLE).histories();
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Office> calendars = Arbitraries.of(
                Office.PLAIN, Office.PLAIN.with(Office.MONDAY_OFF), Office.PLAIN.with(Office.SHORT_DAYS));
        return Combinators.combine(
                        calendars,
                        Arbitraries.of(businessHours(4), businessHours(1), businessHours(9), businessDays(1), hours(6)),
                        Arbitraries.of(businessMinutes(30), businessMinutes(5), hours(1)),
                        Arbitraries.of(PEOPLE, MOVED))
                .as((office, any, demo, people) -> new Edit(office.allowing(any).allowingDemos(demo), people));
    }

    @Provide
    Arbitrary<Duration> moments() {
        return Arbitraries.integers().between(-600, 1_200).map(Duration::ofMinutes);
    }

    private static Instant last(List<LeadEvent> history) {
        return history.stream().map(LeadEvent::at).max(Instant::compareTo).orElseThrow();
    }

    private static List<JournalEntry> since(Life life, Map<String, Lead> before) {
        List<JournalEntry> entries = new ArrayList<>();
        before.forEach((id, lead) -> entries.addAll(life.engine()
                .journal(id)
                .subList((int) lead.entries(), life.engine().journal(id).size())));
        return entries;
    }

    @Property(tries = TRIES)
    void what_the_preview_says_is_what_recompute_does(
            @ForAll("histories") List<LeadEvent> history,
            @ForAll("edits") Edit edit,
            @ForAll("moments") Duration after) {
        Life life = Life.of(Office.PLAIN, history).edited(edit);
        Map<String, Lead> before = life.all();
        RecomputePreview preview =
                life.engine().recomputePreview(life.leads(), last(history).plus(after));
        assertThat(life.all()).as("a preview does nothing").isEqualTo(before);
        Recomputed result = life.engine().recompute(preview);
        assertThat(result).isEqualTo(new Recomputed(preview.rows(), List.of(), List.of()));
        List<RecomputePreview.Terms> done = new ArrayList<>();
        for (JournalEntry entry : since(life, before)) {
            entry.changes().forEach(change -> {
                if (change instanceof AgendaChange.ClockSet set && set.turn() == AgendaChange.ClockTurn.RECOMPUTED) {
                    done.add(RecomputePreview.Terms.of(set.clock()));
                }
            });
        }
        assertThat(done)
                .isEqualTo(
                        preview.rows().stream().map(RecomputePreview.Row::after).toList());
        life.keepsTheInvariants();
    }

    @Property(tries = TRIES)
    void no_entry_is_earlier_than_asked_for_or_than_the_entry_before(
            @ForAll("histories") List<LeadEvent> history,
            @ForAll("edits") Edit edit,
            @ForAll("moments") Duration after) {
        Life life = Life.of(Office.PLAIN, history).edited(edit);
        Instant at = last(history).plus(after);
        life.engine().advanceTo(at.minusMillis(1));
        Map<String, Lead> before = life.all();
        life.engine().recompute(life.engine().recomputePreview(life.leads(), at));
        for (JournalEntry entry : since(life, before)) {
            Lead lead = before.get(entry.leadId());
            assertThat(entry.at()).isAfterOrEqualTo(at);
            assertThat(entry.at()).isEqualTo(lead.lastEntryAt().isAfter(at) ? lead.lastEntryAt() : at);
        }
    }

    @Property(tries = TRIES)
    void doing_it_twice_does_it_once(
            @ForAll("histories") List<LeadEvent> history,
            @ForAll("edits") Edit edit,
            @ForAll("moments") Duration after) {
        Life life = Life.of(Office.PLAIN, history).edited(edit);
        Instant at = last(history).plus(after);
        RecomputePreview preview = life.engine().recomputePreview(life.leads(), at);
        life.engine().recompute(preview);
        Map<String, Lead> once = life.all();
        Recomputed again = life.engine().recompute(preview);
        assertThat(again.done()).isEmpty();
        assertThat(again.stale())
                .containsExactlyElementsOf(new TreeSet<>(preview.rows().stream()
                        .map(RecomputePreview.Row::leadId)
                        .toList()));
        assertThat(life.engine().recomputePreview(life.leads(), at).rows()).isEmpty();
        assertThat(life.all()).isEqualTo(once);
    }

    @Property(tries = TRIES)
    void without_an_edit_nothing_changes(
            @ForAll("histories") List<LeadEvent> history, @ForAll("moments") Duration after) {
        Life life = Life.of(Office.PLAIN, history);
        RecomputePreview preview =
                life.engine().recomputePreview(life.leads(), last(history).plus(after));
        assertThat(preview.rows()).isEmpty();
        assertThat(preview.failed()).isEmpty();
    }

    @Property(tries = TRIES)
    void what_was_reached_is_told_no_more_and_what_was_breached_stays_so(
            @ForAll("histories") List<LeadEvent> history,
            @ForAll("edits") Edit edit,
            @ForAll("moments") Duration after) {
        Life life = Life.of(Office.PLAIN, history).edited(edit);
        Instant at = last(history).plus(after);
        life.engine().advanceTo(at.minusMillis(1));
        Map<String, Lead> before = life.all();
        life.engine().recompute(life.engine().recomputePreview(life.leads(), at));
        before.forEach((id, lead) -> {
            List<String> fired = life.engine().journal(id).stream()
                    .filter(entry -> entry.event().equals("SlaReached"))
                    .map(JournalEntry::eventId)
                    .toList();
            assertThat(fired).doesNotHaveDuplicates();
            for (Clock clock : lead.clocks()) {
                Clock then =
                        life.store().lead(id).orElseThrow().clock(clock.name()).orElseThrow();
                assertThat(then.number()).isEqualTo(clock.number());
                assertThat(then.reached()).isGreaterThanOrEqualTo(clock.reached());
                if (clock.breachedAt() != null) {
                    assertThat(then.breachedAt()).isEqualTo(clock.breachedAt());
                }
                if (!clock.isOpen()) {
                    assertThat(then).isEqualTo(clock);
                }
            }
        });
    }

    /** Rules that say anything, and fail: they may stop, restart or move at a recompute, and the lead stays sound. */
    @Property(tries = TRIES)
    void whatever_the_rules_say_the_invariants_hold_and_the_preview_is_right(
            @ForAll("histories") List<LeadEvent> history,
            @ForAll("edits") Edit edit,
            @ForAll("moments") Duration after,
            @ForAll boolean failing) {
        HostileRuleBook book = HostileRuleBook.of(SampleLifecycle.lifecycle(), PEOPLE, 3);
        HostileRuleBook then = HostileRuleBook.of(edit.book().lifecycle(), edit.people(), 4);
        Life life = Life.of(book, history).edited(new Edit(failing ? then.failing() : then, edit.people()));
        Map<String, Lead> before = life.all();
        RecomputePreview preview =
                life.engine().recomputePreview(life.leads(), last(history).plus(after));
        Recomputed result = life.engine().recompute(preview);
        assertThat(result.failed()).isEmpty();
        assertThat(preview.rows())
                .as("a draw may come out otherwise than in the preview; then the lead is left alone")
                .filteredOn(row -> !result.stale().contains(row.leadId()))
                .isEqualTo(result.done());
        result.stale().forEach(id -> assertThat(life.store().lead(id)).contains(before.get(id)));
        life.keepsTheInvariants();
    }
}
