package io.leadlifecycle.routing;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.testing.CalendarArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Pools of up to six people with absences, caps and calendars of any shape, and draws from them. */
final class PoolArbitraries {
    /** Around the night in which the clocks of Berlin go forward. */
    private static final Instant BEGIN = Instant.parse("2026-03-20T07:00:00Z");

    private static final List<String> NAMES = List.of("ana", "ben", "cem", "dora", "eva", "finn");

    private PoolArbitraries() {}

    /** A pool and everybody of it; all work by one calendar. */
    record Bench(Pool pool, PeopleDirectory people, BusinessCalendar calendar) {
        Optional<Rotation.Drawn> draw(Rotation rotation, Turnstile turn) {
            return rotation.draw(pool, people, person -> calendar, turn.at(), turn.except());
        }

        boolean isAvailable(Rotation rotation, String person, Instant at) {
            Set<String> others = new HashSet<>(people.names());
            others.remove(person);
            return draw(rotation, new Turnstile(at, others)).isPresent();
        }

        /** The rotation after these draws, those that found nobody included. */
        Rotation after(Rotation rotation, List<Turnstile> turns) {
            Rotation then = rotation;
            for (Turnstile turn : turns) {
                then = draw(then, turn).map(Rotation.Drawn::then).orElse(then);
            }
            return then;
        }
    }

    /** When somebody is drawn, and who is not. */
    record Turnstile(Instant at, Set<String> except) {}

    /** Anybody may be absent, capped, inactive or of any weight. */
    static Arbitrary<Bench> benches() {
        return members(Arbitraries.oneOf(
                        List.of(Arbitraries.of(1, 2, 3), Arbitraries.integers().between(1, 100))))
                .flatMap(pool -> people(pool).flatMap(people -> calendars().map(c -> new Bench(pool, people, c))));
    }

    /** The first two are equals who are available throughout. */
    static Arbitrary<Bench> benchesWithTwoEquals() {
        return benches().filter(bench -> bench.pool().members().size() > 2).map(PoolArbitraries::withTwoEquals);
    }

    private static Bench withTwoEquals(Bench bench) {
        List<Pool.Member> members = bench.pool().members();
        Pool pool = Pool.named("inbound")
                .with(new Pool.Member("ana", members.get(0).weight(), null))
                .with(new Pool.Member("ben", members.get(0).weight(), null));
        PeopleDirectory.Builder people =
                PeopleDirectory.fallback("revops").person(Person.named("ana")).person(Person.named("ben"));
        for (Pool.Member member : members.subList(2, members.size())) {
            pool = pool.with(member);
            people.person(bench.people().person(member.person()).orElseThrow());
        }
        return new Bench(pool, people.build(), bench.calendar());
    }

    /** All of weight 1, without caps; the first is away for a time, everybody else is available throughout. */
    static Arbitrary<Bench> benchesWithOneAway() {
        return Combinators.combine(Arbitraries.integers().between(2, 6), absences(), calendars())
                .as((size, absences, calendar) -> {
                    List<String> names = NAMES.subList(0, size);
                    PeopleDirectory.Builder people = PeopleDirectory.fallback("revops");
                    names.forEach(name -> people.person(
                            name.equals("ana") ? withAbsences(Person.named(name), absences) : Person.named(name)));
                    return new Bench(Pool.of("inbound", names.toArray(String[]::new)), people.build(), calendar);
                });
    }

    /** Everybody is available throughout. */
    static Arbitrary<Bench> benchesOfAnyWeights() {
        return members(Arbitraries.integers().between(1, 100)).map(pool -> {
            PeopleDirectory.Builder people = PeopleDirectory.fallback("revops");
            Pool uncapped = Pool.named("inbound");
            for (Pool.Member member : pool.members()) {
                people.person(Person.named(member.person()));
                uncapped = uncapped.with(new Pool.Member(member.person(), member.weight(), null));
            }
            return new Bench(uncapped, people.build(), BusinessCalendar.STANDARD);
        });
    }

    /** In order of time, over some weeks. */
    static Arbitrary<List<Turnstile>> turns() {
        return turns(Arbitraries.of("cem", "dora", "eva", "finn").set().ofMaxSize(3));
    }

    static Arbitrary<List<Turnstile>> turnsForAll() {
        return turns(Arbitraries.just(Set.of()));
    }

    private static Arbitrary<List<Turnstile>> turns(Arbitrary<Set<String>> excepts) {
        Arbitrary<Set<String>> mostlyNobody =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Set.of())), Tuple.of(1, excepts));
        Arbitrary<Turnstile> steps = Combinators.combine(Arbitraries.integers().between(0, 900), mostlyNobody)
                .as((minutes, except) -> new Turnstile(Instant.EPOCH.plus(Duration.ofMinutes(minutes)), except));
        return steps.list().ofMinSize(1).ofMaxSize(60).map(PoolArbitraries::oneAfterAnother);
    }

    private static List<Turnstile> oneAfterAnother(List<Turnstile> steps) {
        Instant[] at = {BEGIN};
        return steps.stream()
                .map(step -> {
                    at[0] = at[0].plusMillis(step.at().toEpochMilli());
                    return new Turnstile(at[0], step.except());
                })
                .toList();
    }

    /** Instants in the weeks of the draws. */
    static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(40).toMinutes())
                .map(minutes -> BEGIN.plus(Duration.ofMinutes(minutes)));
    }

    private static Arbitrary<Pool> members(Arbitrary<Integer> weights) {
        Arbitrary<Optional<Cap>> caps = Arbitraries.of(
                Optional.empty(),
                Optional.of(Cap.parse("1 per day")),
                Optional.of(Cap.parse("3 per day")),
                Optional.of(Cap.parse("4 per week")));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        weights.list().ofSize(6),
                        caps.list().ofSize(6))
                .as((size, weight, cap) -> {
                    Pool pool = Pool.named("inbound");
                    for (int i = 0; i < size; i++) {
                        pool = pool.with(new Pool.Member(
                                NAMES.get(i), weight.get(i), cap.get(i).orElse(null)));
                    }
                    return pool;
                });
    }

    private static Arbitrary<PeopleDirectory> people(Pool pool) {
        return Combinators.combine(
                        absences().list().ofSize(6),
                        Arbitraries.of(true, true, true, false).list().ofSize(6))
                .as((absences, active) -> {
                    PeopleDirectory.Builder people = PeopleDirectory.fallback("revops");
                    for (int i = 0; i < pool.members().size(); i++) {
                        Person person =
                                withAbsences(Person.named(pool.members().get(i).person()), absences.get(i));
                        people.person(active.get(i) ? person : person.inactive());
                    }
                    return people.build();
                });
    }

    private static Person withAbsences(Person person, List<Absence> absences) {
        return absences.stream().reduce(person, Person::absent, (a, b) -> b);
    }

    private static Arbitrary<List<Absence>> absences() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.longs().between(1, Duration.ofDays(12).toMinutes()))
                .as((from, minutes) -> new Absence(from, from.plus(Duration.ofMinutes(minutes))))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<BusinessCalendar> calendars() {
        return CalendarArbitraries.calendars();
    }
}
