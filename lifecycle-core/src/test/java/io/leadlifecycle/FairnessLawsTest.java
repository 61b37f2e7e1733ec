package io.leadlifecycle;

import static io.leadlifecycle.rule.RuleWords.businessHours;
import static io.leadlifecycle.rule.RuleWords.roundRobin;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockOwner;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Verdict;
import io.leadlifecycle.routing.Cap;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.PeopleDirectory;
import io.leadlifecycle.routing.Person;
import io.leadlifecycle.routing.Pool;
import io.leadlifecycle.rule.RuleLead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whose turn it is, whoever fires the events: several threads, engines one after another, more leads than caps allow. */
class FairnessLawsTest {
    private static final Instant MONDAY = Scene.MONDAY_9;
    private static final int THREADS = 4;

    private static void asking(LeadEvent event, RuleLead lead) {
        if (event instanceof Touchpoint) {
            lead.underRule("F-1 Asked", () -> {
                lead.startClock("answer", businessHours(4)).acrossStages();
                lead.assignTo(roundRobin("inbound"));
            });
        }
    }

    private static Directory people(Pool inbound) {
        PeopleDirectory.Builder builder = PeopleDirectory.fallback("revops");
        inbound.members().forEach(member -> builder.person(Person.named(member.person())));
        return builder.pool(inbound).build();
    }

    private static void ask(LifecycleEngine engine, String lead, Instant at) {
        engine.fire(new LeadCreated("created", lead, at, "web", Map.of()));
        engine.fire(new Touchpoint("demo", lead, at, "demo request"));
    }

    /** How many leads each has, the queue under an empty name. */
    private static Map<String, Long> counts(Scene scene) {
        return scene.store.leads().stream()
                .map(Lead::id)
                .collect(Collectors.groupingBy(scene::owner, TreeMap::new, Collectors.counting()));
    }

    private static long difference(Scene scene, String one, String other) {
        Map<String, Long> counts = counts(scene);
        return Math.abs(counts.getOrDefault(one, 0L) - counts.getOrDefault(other, 0L));
    }

    @Property(tries = 20)
    void two_equals_who_are_there_throughout_differ_by_at_most_one_across_restarts(
            @ForAll @IntRange(min = 1, max = 60) int leads, @ForAll long seed) {
        Person absent = Person.named("cem").awayFrom(MONDAY.plusSeconds(600), MONDAY.plusSeconds(1200));
        Directory people = PeopleDirectory.fallback("revops")
                .person(Person.named("ana"))
                .person(Person.named("ben"))
                .person(absent)
                .person(Person.named("dora"))
                .pool(Pool.of("inbound", "ana", "ben", "cem").with(new Pool.Member("dora", 3, Cap.parse("5 per day"))))
                .build();
        Random random = new Random(seed);
        Scene scene = new Scene();
        for (int i = 0; i < leads; i++) {
            scene = random.nextInt(10) == 0 ? scene.writtenAndRead(people) : scene;
            ask(scene.engine(people, FairnessLawsTest::asking), "L-" + i, MONDAY.plusSeconds(60L * i));
            assertThat(difference(scene, "ana", "ben")).isLessThanOrEqualTo(1);
            assertThat(counts(scene).getOrDefault("dora", 0L)).isLessThanOrEqualTo(5);
        }
    }

    @Property(tries = 10)
    void threads_that_fire_different_leads_at_once_use_every_turn_once(
            @ForAll @IntRange(min = 2, max = 40) int perThread) throws InterruptedException, ExecutionException {
        Scene scene = new Scene();
        Directory people = people(Pool.of("inbound", "ana", "ben"));
        together(scene.engine(people, FairnessLawsTest::asking), perThread);
        assertThat(difference(scene, "ana", "ben")).isLessThanOrEqualTo(1);
        assertThat(positions(scene))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, THREADS * perThread)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Example
    void two_engines_on_one_store_and_four_threads_never_give_a_turn_twice()
            throws InterruptedException, ExecutionException {
        Scene scene = new Scene();
        Pool capped = Pool.named("inbound")
                .with(new Pool.Member("ana", 1, Cap.parse("150 per day")))
                .with(new Pool.Member("ben", 1, null))
                .with(new Pool.Member("cem", 2, null));
        Directory people = people(capped);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(
                    threads.submit(() -> inTurn(scene.engine(people, FairnessLawsTest::asking), "A-")),
                    threads.submit(() -> inTurn(scene.engine(people, FairnessLawsTest::asking), "B-")));
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(counts(scene)).isEqualTo(Map.of("ana", 100L, "ben", 100L, "cem", 200L));
        assertThat(positions(scene)).doesNotHaveDuplicates().hasSize(400);
    }

    /** An id is not used up by an error, so a host fires the event again. */
    private static void inTurn(LifecycleEngine engine, String prefix) {
        for (int i = 0; i < 200; i++) {
            LeadEvent demo = new Touchpoint("demo", prefix + i, MONDAY, "demo request");
            engine.fire(new LeadCreated("created", prefix + i, MONDAY, "web", Map.of()));
            while (engine.fireAll(List.of(demo)).get(0).status() == Outcome.Status.FAILED) {
                Thread.onSpinWait();
            }
        }
    }

    private static void together(LifecycleEngine engine, int perThread)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(THREADS);
        try {
            List<Future<?>> all = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        for (int i = 0; i < perThread; i++) {
                            ask(engine, "L-" + thread + "-" + i, MONDAY.plusSeconds(i));
                        }
                        return thread;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The numbers of the draws, sorted. */
    private static List<Long> positions(Scene scene) {
        return scene.store.leads().stream()
                .flatMap(lead -> scene.store.journal(lead.id()).stream())
                .map(stored -> stored.entry())
                .filter(entry -> entry.event().equals("LeadAssigned"))
                .map(FairnessLawsTest::position)
                .sorted()
                .toList();
    }

    private static long position(JournalEntry entry) {
        String json = entry.json();
        int from = json.indexOf("\"position\":") + "\"position\":".length();
        int end = from;
        while (Character.isDigit(json.charAt(end))) {
            end++;
        }
        return Long.parseLong(json, from, end, 10);
    }

    /** A trade fair sends 5,000 leads when the office has closed: 100 a day for each of ten, 200 for two seniors. */
    @Example
    void five_thousand_leads_of_a_friday_evening_are_handed_out_day_by_day_and_none_is_late_before_monday() {
        Instant friday = Instant.parse("2026-03-06T17:30:00Z");
        Instant monday9 = Instant.parse("2026-03-09T09:00:00Z");
        Pool inbound = Pool.named("inbound");
        for (int i = 0; i < 12; i++) {
            boolean senior = i >= 10;
            inbound = inbound.with(new Pool.Member(
                    "rep-%02d".formatted(i), senior ? 2 : 1, Cap.parse(senior ? "200 per day" : "100 per day")));
        }
        Scene scene = new Scene();
        LifecycleEngine engine = scene.engine(people(inbound), FairnessLawsTest::asking);
        for (int i = 0; i < 5_000; i++) {
            ask(engine, "L-%04d".formatted(i), friday.plusMillis(i));
        }
        assertThat(counts(scene))
                .containsEntry("", 3_600L)
                .containsEntry("rep-00", 100L)
                .containsEntry("rep-11", 200L);
        engine.advanceTo(monday9.minusMillis(1));
        assertThat(counts(scene)).containsEntry("", 3_600L);
        assertThat(scene.store.leads())
                .allSatisfy(lead ->
                        assertThat(lead.clock("answer").orElseThrow().verdict()).isEqualTo(Verdict.OPEN));
        assertThat(engine.advanceTo(monday9).handedOut()).isEqualTo(1_400);
        assertThat(scene.owner("L-1400")).isNotEmpty();
        assertThat(scene.owner("L-2800")).isEmpty();
        assertThat(engine.advanceTo(monday9.plus(Duration.ofDays(7))).handedOut())
                .isEqualTo(2_200);
        Map<Instant, Long> perDay = scene.store.leads().stream()
                .map(lead -> lead.clock("answer").map(Clock::owners).orElseThrow())
                .map(owners -> owners.get(owners.size() - 1))
                .map(ClockOwner::since)
                .map(since -> since.isBefore(monday9) ? friday : since)
                .collect(Collectors.groupingBy(since -> since, TreeMap::new, Collectors.counting()));
        assertThat(perDay)
                .isEqualTo(Map.of(
                        friday,
                        1_400L,
                        monday9,
                        1_400L,
                        monday9.plus(Duration.ofDays(1)),
                        1_400L,
                        monday9.plus(Duration.ofDays(2)),
                        800L));
    }
}
