package io.leadlifecycle.rules.scenes;

import static io.leadlifecycle.rules.presets.Story.ICP;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Transfer;
import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.json.JournalJson;
import io.leadlifecycle.json.LeadJson;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rules.presets.Preset;
import io.leadlifecycle.store.Commit;
import io.leadlifecycle.store.Draw;
import io.leadlifecycle.store.InMemoryLeadStore;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens when there are more leads than people, fewer people than before, or no engine for a while. */
class ManyLeadsScenesTest {
    private static final String[] STAGES = {"MQL", "SAL", "WORKING", "SQL", "OPPORTUNITY"};

    private final InMemoryLeadStore store = new InMemoryLeadStore();

    private static LifecycleEngine engine(LeadStore store, PeopleDirectory people) {
        return LifecycleEngine.builder(Preset.STANDARD.book())
                .directory(people)
                .store(store)
                .build();
    }

    private static PeopleDirectory.Builder managed() {
        return PeopleDirectory.fallback("revops")
                .person(Person.named("maria").as("SDR Manager"))
                .person(Person.named("victor").as("VP Sales"));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private List<JournalEntry> journals() {
        return store.leads().stream()
                .flatMap(lead -> store.journal(lead.id()).stream())
                .map(stored -> stored.entry())
                .toList();
    }

    private List<String> owned() {
        return store.leads().stream()
                .filter(lead -> lead.ownership().owner() != null)
                .map(Lead::id)
                .toList();
    }

    /** The trade show: the ids count down, so that who waits longest is not who comes first by id. */
    private static String visitor(int number) {
        return "L-" + (9_999 - number);
    }

    @Test
    void five_thousand_trade_show_leads_on_friday_evening() {
        PeopleDirectory.Builder people = managed();
        Pool pool = Pool.named("inbound").ledBy("maria");
        for (int i = 0; i < 10; i++) {
            people.person(Person.named("rep-" + i).as("SDR").reportingTo("maria"));
            pool = pool.with(new Pool.Member("rep-" + i, 1, Cap.parse("100 per day")));
        }
        LifecycleEngine engine = engine(store, people.pool(pool).build());
        for (int i = 0; i < 5_000; i++) {
            Instant at = at("2026-03-06T17:30:00Z").plusMillis(100L * i);
            engine.fire(new LeadCreated("e-1", visitor(i), at, "web", ICP));
            engine.fire(new Touchpoint("e-2", visitor(i), at, "event attended"));
        }
        assertThat(owned()).as("the cap of ten reps on Friday").hasSize(1_000);

        List<String> known = new ArrayList<>();
        String[] mornings = {
            "2026-03-09T08:59:59.999Z",
            "2026-03-09T09:00:00Z",
            "2026-03-10T09:00:00Z",
            "2026-03-11T09:00:00Z",
            "2026-03-12T09:00:00Z"
        };
        for (int day = 0; day < mornings.length; day++) {
            engine.advanceTo(at(mornings[day]));
            List<String> news = new ArrayList<>(owned());
            news.removeAll(known);
            known.addAll(news);
            assertThat(news)
                    .as("who waits longest, by %s", mornings[day])
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(1_000 * day, 1_000 * (day + 1))
                            .mapToObj(ManyLeadsScenesTest::visitor)
                            .toList());
        }
        assertThat(perDayAndRep())
                .hasSize(50)
                .allSatisfy((dayAndRep, leads) -> assertThat(leads).isEqualTo(100));
        assertThat(store.leads())
                .allSatisfy(lead -> assertThat(lead.clocks())
                        .extracting(Clock::breachedAt)
                        .containsOnly(at("2026-03-11T17:00:00Z")));
        assertThat(tellings()).allSatisfy(tell -> assertThat(tell.at()).isAfterOrEqualTo(at("2026-03-09T09:00:00Z")));
        assertThat(tellings().stream().filter(tell -> tell.at().equals(at("2026-03-09T09:00:00Z"))))
                .isNotEmpty();
    }

    private List<Effect.Tell> tellings() {
        return journals().stream()
                .flatMap(entry -> entry.effects().stream())
                .flatMap(effect -> effect instanceof Effect.Tell tell ? Stream.of(tell) : Stream.empty())
                .toList();
    }

    private Map<String, Integer> perDayAndRep() {
        Map<String, Integer> draws = new TreeMap<>();
        for (JournalEntry entry : journals()) {
            for (Effect effect : entry.effects()) {
                if (effect instanceof Effect.Assign assign) {
                    String day = entry.at().toString().substring(0, 10);
                    draws.merge(day + " " + assign.owner(), 1, Integer::sum);
                }
            }
        }
        return draws;
    }

    @Test
    void a_rep_resigns_at_noon_with_140_leads_in_six_stages() {
        PeopleDirectory before = reps(Person.named("rob").as("SDR").reportingTo("maria"), "ana", "ben", "cleo", "rob");
        PeopleDirectory after =
                reps(Person.named("rob").as("SDR").reportingTo("maria").inactive(), "ana", "ben", "cleo");
        LifecycleEngine engine = engine(store, before);
        for (int i = 0; i < 125; i++) {
            bring(engine, "L-" + (100 + i), STAGES[i % 5], i < 25);
        }
        for (int i = 125; i < 140; i++) {
            bring(engine, "L-" + (100 + i), "RECYCLED", false);
        }
        Instant noon = at("2026-03-03T12:00:00Z");
        engine.advanceTo(noon.minusMillis(1));
        Map<String, Lead> then = store.leads().stream().collect(Collectors.toMap(Lead::id, lead -> lead));
        int told = tellings().size();

        Transfer transfer = engine(store, after).transfer("rob", "inbound", noon);

        assertThat(transfer.lists().keySet()).containsExactly("ana", "ben", "cleo");
        assertThat(transfer.lists().values()).extracting(List::size).containsExactlyInAnyOrder(42, 42, 41);
        assertThat(transfer.forgotten()).hasSize(15);
        assertThat(transfer.queued()).isEmpty();
        assertThat(transfer.failed()).isEmpty();
        assertThat(tellings())
                .as("a list for each, and no notice for each lead")
                .hasSize(told);
        for (Lead lead : store.leads()) {
            boolean recycled = lead.stage().equals("RECYCLED");
            assertThat(lead.ownership().previousOwner()).isEqualTo(recycled ? null : "rob");
            assertThat(transfer.lists().values().stream().filter(list -> list.contains(lead.id())))
                    .hasSize(recycled ? 0 : 1);
            assertClocksGoOn(then.get(lead.id()), lead, noon);
        }
        assertThat(breaches())
                .as("of those with four hours five acceptances and ten speeds to lead, and 25 first contacts")
                .isEqualTo(40);
    }

    private long breaches() {
        return store.leads().stream()
                .flatMap(lead -> lead.clocks().stream())
                .filter(clock -> clock.verdict() == Verdict.BREACHED)
                .count();
    }

    private static void assertClocksGoOn(Lead before, Lead lead, Instant noon) {
        for (Clock clock : lead.clocks()) {
            Clock known = before.clock(clock.name()).orElseThrow();
            assertThat(clock.startedAt()).isEqualTo(known.startedAt());
            assertThat(clock.number()).isEqualTo(known.number());
            assertThat(clock.dueAt()).isEqualTo(known.dueAt());
            assertThat(clock.verdict()).isEqualTo(known.verdict());
            assertThat(clock.owners().get(0).owner()).isEqualTo("rob");
            if (clock.state() == ClockState.RUNNING) {
                assertThat(clock.owners().get(1))
                        .isEqualTo(new ClockOwner(lead.ownership().owner(), noon));
            }
            if (clock.breachedAt() != null) {
                assertThat(clock.breachedAt()).isBefore(noon);
            }
        }
    }

    private static PeopleDirectory reps(Person rob, String... members) {
        return managed()
                .person(Person.named("ana").as("SDR").reportingTo("maria"))
                .person(Person.named("ben").as("SDR").reportingTo("maria"))
                .person(Person.named("cleo").as("SDR").reportingTo("maria"))
                .person(rob)
                .pool(Pool.of("inbound", members).ledBy("maria"))
                .build();
    }

    /** A lead of rob's, on Monday at ten; one that has four hours is overdue on Tuesday. */
    private static void bring(LifecycleEngine engine, String id, String stage, boolean hurried) {
        Instant at = at("2026-03-02T10:00:00Z");
        List<LeadEvent> way = new ArrayList<>();
        way.add(new LeadCreated("e-1", id, at, "web", ICP));
        way.add(new LeadAssigned("e-2", id, at, "rob"));
        way.add(hurried ? new ScoreChanged("e-3", id, at, 100) : new Touchpoint("e-3", id, at, "event attended"));
        if (stage.equals("RECYCLED")) {
            way.add(new SalesRejected("e-4", id, at, "timing").by("rob"));
        } else {
            List<LeadEvent> further = List.of(
                    new SalesAccepted("e-4", id, at).by("rob"),
                    new ContactAttempted("e-5", id, at, "phone", "connected").by("rob"),
                    new DiscoveryCompleted("e-6", id, at, "BANT", List.of("budget", "authority", "need", "timeline"))
                            .by("rob"),
                    new OpportunityCreated("e-7", id, at, "O-" + id).by("rob"));
            way.addAll(further.subList(0, List.of(STAGES).indexOf(stage)));
        }
        engine.fireAll(way);
        assertThat(engine.lead(id).orElseThrow().stage()).isEqualTo(stage);
    }

    @Test
    void an_engine_that_was_gone_when_something_fell_due_fires_the_same_later() {
        PeopleDirectory people = reps(Person.named("rob").as("SDR").reportingTo("maria"), "ana", "ben", "cleo", "rob");
        LifecycleEngine kept = engine(store, people);
        List<String> ids = List.of("L-1", "L-2");
        for (String id : ids) {
            kept.fire(new LeadCreated("e-1", id, at("2026-03-03T10:00:00Z"), "web", ICP));
            kept.fire(new Touchpoint("e-2", id, at("2026-03-03T10:00:00Z"), "demo request"));
        }
        LeadStore read = readBack(ids);

        kept.advanceTo(at("2026-03-03T10:02:30Z"));
        kept.advanceTo(at("2026-03-03T10:04:59Z"));
        kept.advanceTo(at("2026-03-03T11:00:00Z"));
        LifecycleEngine restarted = engine(read, people);
        restarted.advanceTo(at("2026-03-03T11:00:00Z"));

        for (String id : ids) {
            assertThat(lines(restarted, id)).isEqualTo(lines(kept, id));
            assertThat(restarted.lead(id)).isEqualTo(kept.lead(id));
            assertThat(JournalEntry.fold(restarted.journal(id)))
                    .isEqualTo(restarted.lead(id).orElseThrow());
        }
        assertThat(Notices.of(restarted.journal("L-1")))
                .startsWith(
                        "2026-03-03T10:00:00Z ana: acceptance",
                        "2026-03-03T10:02:30Z ana: acceptance, speed to lead",
                        "2026-03-03T10:04:00Z ana (cc maria) urgently: acceptance, speed to lead",
                        "2026-03-03T10:05:00Z maria (cc ana) urgently: acceptance, speed to lead",
                        "2026-03-03T10:10:00Z victor (cc maria) urgently: acceptance",
                        "2026-03-03T10:30:00Z cleo: acceptance");
        assertThat(restarted.advanceTo(at("2026-03-03T11:00:00Z")).fired()).isZero();
    }

    private static List<String> lines(LifecycleEngine engine, String id) {
        return engine.journal(id).stream().map(JournalJson::write).toList();
    }

    /** All that a host keeps, as text and back. */
    private LeadStore readBack(List<String> ids) {
        InMemoryLeadStore read = new InMemoryLeadStore();
        List<Commit> commits = ids.stream()
                .map(id -> new Commit(
                        0,
                        LeadJson.read(LeadJson.write(store.lead(id).orElseThrow())),
                        store.journal(id).stream()
                                .map(stored -> JournalJson.read(JournalJson.write(stored.entry())))
                                .toList(),
                        at("2026-03-03T10:00:00Z")))
                .toList();
        read.append(
                commits,
                List.of(new Draw("inbound", null, store.rotation("inbound").orElseThrow())));
        return read;
    }
}
