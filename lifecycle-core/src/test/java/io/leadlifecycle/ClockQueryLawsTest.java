package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.testing.HostileRuleBook;
import io.leadlifecycle.testing.LeadArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What an index gives is what reading every lead gives, whatever happened to the leads. */
class ClockQueryLawsTest {
    private static final RuleBook BOOK = HostileRuleBook.of(SampleLifecycle.lifecycle(), SampleLifecycle.PEOPLE, 5);

    private final InMemoryLeadStore store = new InMemoryLeadStore();
    private final LifecycleEngine engine = LifecycleEngine.builder(BOOK)
            .directory(SampleLifecycle.PEOPLE)
            .store(store)
            .recordingClock(() -> LeadArbitraries.BEGIN)
            .build();

    @Provide
    Arbitrary<List<LeadEvent>> histories() {
        return LeadArbitraries.of(BOOK.lifecycle(), SampleLifecycle.PEOPLE).histories();
    }

    @Provide
    Arbitrary<List<ClockQuery>> queries() {
        return Combinators.combine(
                        Arbitraries.of(SampleLifecycle.PEOPLE.names())
                                .list()
                                .ofMaxSize(3)
                                .injectNull(0.5),
                        Arbitraries.of(SampleLifecycle.PEOPLE.teams()).injectNull(0.8),
                        Arbitraries.of("answer", "contact", "follow up", "unknown")
                                .injectNull(0.5),
                        Arbitraries.of(ClockState.RUNNING, ClockState.PAUSED).injectNull(0.5),
                        Arbitraries.of(Verdict.OPEN, Verdict.BREACHED).injectNull(0.5),
                        Arbitraries.integers()
                                .between(0, 40)
                                .map(days -> LeadArbitraries.BEGIN.plus(Duration.ofDays(days)))
                                .injectNull(0.5),
                        Arbitraries.of(1, 2, ClockQuery.NO_LIMIT))
                .as(ClockQuery::new)
                .list()
                .ofSize(20);
    }

    @Property(tries = 100)
    void the_index_gives_what_filtering_all_leads_gives(
            @ForAll("histories") List<LeadEvent> history, @ForAll("queries") List<ClockQuery> queries) {
        for (LeadEvent event : history) {
            engine.fireAll(List.of(event));
            assertThat(engine.clocks(ClockQuery.open())).isEqualTo(filtered(ClockQuery.open()));
        }
        engine.advanceTo(history.get(history.size() - 1).at());
        for (ClockQuery query : queries) {
            assertThat(engine.clocks(query)).as(query.toString()).isEqualTo(filtered(query));
        }
    }

    private List<OpenClock> filtered(ClockQuery query) {
        return store.leads().stream()
                .flatMap(lead -> lead.clocks().stream()
                        .filter(clock -> isAskedFor(lead, clock, query))
                        .map(clock -> new OpenClock(
                                lead.id(), lead.stage(), lead.ownership().owner(), clock)))
                .sorted(Comparator.comparing(ClockQueryLawsTest::dueOrNever)
                        .thenComparing(OpenClock::leadId)
                        .thenComparing(open -> open.clock().name()))
                .limit(query.limit())
                .toList();
    }

    private static Instant dueOrNever(OpenClock open) {
        Instant due = open.clock().dueAt();
        return due == null ? Instant.MAX : due;
    }

    private static boolean isAskedFor(Lead lead, Clock clock, ClockQuery query) {
        Instant due = clock.dueAt();
        return clock.state() != ClockState.STOPPED
                && isOf(lead.ownership().owner(), query)
                && (query.name() == null || clock.name().equals(query.name()))
                && (query.state() == null || clock.state() == query.state())
                && (query.verdict() == null || clock.verdict() == query.verdict())
                && (query.dueBefore() == null || (due != null && due.isBefore(query.dueBefore())));
    }

    private static boolean isOf(@Nullable String owner, ClockQuery query) {
        boolean named = query.owners() == null || query.owners().stream().anyMatch(name -> name.equals(owner));
        return named
                && (query.team() == null
                        || SampleLifecycle.PEOPLE.team(query.team()).stream()
                                .map(Person::name)
                                .anyMatch(name -> name.equals(owner)));
    }
}
