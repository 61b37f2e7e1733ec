package io.leadlifecycle.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.BusinessPeriod;
import io.leadlifecycle.routing.PoolArbitraries.Bench;
import io.leadlifecycle.routing.PoolArbitraries.Turnstile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class RotationLawsTest {

    @Property(tries = 150)
    void two_equals_who_are_available_throughout_differ_by_at_most_one(
            @ForAll("two equals") Bench bench,
            @ForAll("turns") List<Turnstile> before,
            @ForAll("turns") List<Turnstile> turns) {
        Rotation rotation = bench.after(Rotation.read("inbound", null), before);
        int lead = 0;
        for (Turnstile turn : turns) {
            Rotation.Drawn drawn = bench.draw(rotation, turn).orElseThrow();
            rotation = drawn.then();
            lead += drawn.person().equals("ana") ? 1 : 0;
            lead -= drawn.person().equals("ben") ? 1 : 0;
            assertThat(lead).isBetween(-1, 1);
        }
    }

    @Property(tries = 100)
    void shares_go_by_weight_to_within_one_lead(
            @ForAll("any weights") Bench bench, @ForAll("for all") List<Turnstile> turns) {
        Rotation rotation = Rotation.read("inbound", null);
        Map<String, Integer> leads = new HashMap<>();
        for (Turnstile turn : turns) {
            Rotation.Drawn drawn = bench.draw(rotation, turn).orElseThrow();
            rotation = drawn.then();
            leads.merge(drawn.person(), 1, Integer::sum);
        }
        for (Pool.Member one : bench.pool().members()) {
            for (Pool.Member other : bench.pool().members()) {
                double ofOne = leads.getOrDefault(one.person(), 0) / (double) one.weight();
                double ofOther = leads.getOrDefault(other.person(), 0) / (double) other.weight();
                assertThat(ofOne)
                        .as("%s of %s", leads, bench.pool())
                        .isCloseTo(ofOther, within(1.0 / Math.min(one.weight(), other.weight()) + 1e-9));
            }
        }
    }

    @Property(tries = 150)
    void no_cap_is_exceeded_and_nobody_is_drawn_who_is_not_there(
            @ForAll("benches") Bench bench, @ForAll("turns") List<Turnstile> turns) {
        Rotation rotation = Rotation.read("inbound", null);
        Map<List<Object>, Integer> leads = new HashMap<>();
        for (Turnstile turn : turns) {
            List<String> available = bench.pool().members().stream()
                    .filter(member -> bench.people().isThere(member.person(), turn.at()))
                    .filter(member -> !turn.except().contains(member.person()))
                    .filter(member -> member.cap() == null
                            || leads.getOrDefault(key(bench, member, member.cap(), turn.at()), 0)
                                    < member.cap().leads())
                    .map(Pool.Member::person)
                    .toList();
            Optional<Rotation.Drawn> drawn = bench.draw(rotation, turn);
            assertThat(drawn.isPresent()).isEqualTo(!available.isEmpty());
            if (drawn.isPresent()) {
                assertThat(available).contains(drawn.get().person());
                rotation = drawn.get().then();
                count(bench, drawn.get().person(), turn.at(), leads);
            }
        }
    }

    private static void count(Bench bench, String person, Instant at, Map<List<Object>, Integer> leads) {
        bench.pool().members().stream()
                .filter(member -> member.person().equals(person))
                .forEach(member -> {
                    if (member.cap() != null) {
                        leads.merge(key(bench, member, member.cap(), at), 1, Integer::sum);
                    }
                });
    }

    private static List<Object> key(Bench bench, Pool.Member member, Cap cap, Instant at) {
        BusinessPeriod period = cap.per() == Cap.Period.DAY
                ? bench.calendar().businessDayOf(at)
                : bench.calendar().businessWeekOf(at);
        return List.of(member.person(), period);
    }

    @Property(tries = 150)
    void who_returns_takes_the_next_turn_and_does_not_catch_up(
            @ForAll("one away") Bench bench, @ForAll("for all") List<Turnstile> turns) {
        int others = bench.pool().members().size() - 1;
        Rotation rotation = Rotation.read("inbound", null);
        int missed = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turnstile turn = turns.get(i);
            boolean isThere = bench.people().isThere("ana", turn.at());
            Rotation.Drawn drawn = bench.draw(rotation, turn).orElseThrow();
            if (isThere && missed >= 2 * others) {
                assertThat(drawn.person())
                        .as("the turn after %s without ana", missed)
                        .isEqualTo("ana");
                Optional<Rotation.Drawn> after = bench.draw(drawn.then(), turn);
                assertThat(after.map(Rotation.Drawn::person)).isNotEqualTo(Optional.of("ana"));
            }
            missed = isThere ? 0 : missed + 1;
            rotation = drawn.then();
        }
    }

    @Property(tries = 150)
    void what_is_written_reads_the_same_and_draws_the_same(
            @ForAll("benches") Bench bench,
            @ForAll("turns") List<Turnstile> before,
            @ForAll("turns") List<Turnstile> turns) {
        Rotation kept = bench.after(Rotation.read("inbound", null), before);
        Rotation read = Rotation.read("inbound", kept.write());
        assertThat(read).isEqualTo(kept).hasSameHashCodeAs(kept).hasToString(kept.toString());
        for (Turnstile turn : turns) {
            Optional<Rotation.Drawn> ofKept = bench.draw(kept, turn);
            Optional<Rotation.Drawn> ofRead = bench.draw(read, turn);
            assertThat(ofRead).isEqualTo(ofKept);
            kept = ofKept.map(Rotation.Drawn::then).orElse(kept);
            read = Rotation.read(
                    "inbound", ofRead.map(Rotation.Drawn::then).orElse(read).write());
        }
    }

    @Property(tries = 150)
    void any_name_can_be_written(@ForAll String name) {
        Assume.that(!name.isBlank());
        PeopleDirectory people = PeopleDirectory.fallback(name).build();
        Bench bench = new Bench(Pool.of("inbound", name), people, BusinessCalendar.STANDARD);
        Rotation rotation = bench.draw(Rotation.read("inbound", null), new Turnstile(Instant.EPOCH, Set.of()))
                .map(Rotation.Drawn::then)
                .orElseThrow();

        assertThat(Rotation.read("inbound", rotation.write())).isEqualTo(rotation);
    }

    @Property(tries = 100)
    void the_state_is_bounded_by_the_pool(
            @ForAll("benches") Bench bench,
            @ForAll("turns") List<Turnstile> before,
            @ForAll("turns") List<Turnstile> turns) {
        Rotation rotation = bench.after(Rotation.read("inbound", null), before);
        Pool smaller = Pool.of("inbound", "ana");
        Bench later = new Bench(smaller, bench.people(), bench.calendar());
        Rotation shrunk = later.after(rotation, turns);

        assertThat(rotation.write().lines().count())
                .isLessThanOrEqualTo(1L + bench.pool().members().size());
        assertThat(shrunk.equals(rotation) || shrunk.write().lines().count() == 2)
                .isTrue();
    }

    @Property(tries = 250)
    void nobody_becomes_available_before_the_next_opening_and_somebody_does_at_it(
            @ForAll("benches") Bench bench,
            @ForAll("turns") List<Turnstile> turns,
            @ForAll("instants") Instant after,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double part) {
        Rotation rotation = bench.after(Rotation.read("inbound", null), turns);
        List<String> unavailable = new ArrayList<>();
        bench.pool().members().stream()
                .map(Pool.Member::person)
                .filter(person -> !bench.isAvailable(rotation, person, after))
                .forEach(unavailable::add);
        Optional<Instant> opening = rotation.nextOpening(bench.pool(), bench.people(), p -> bench.calendar(), after);
        Instant until = opening.orElse(after.plus(Duration.ofDays(400)));
        Instant between =
                after.plusMillis((long) (part * Duration.between(after, until).toMillis()));

        assertThat(until).isAfter(after);
        for (String person : unavailable) {
            assertThat(bench.isAvailable(rotation, person, between)).isFalse();
            assertThat(bench.isAvailable(rotation, person, until.minusMillis(1)))
                    .isFalse();
        }
        assertThat(unavailable.stream().anyMatch(person -> bench.isAvailable(rotation, person, until)))
                .isEqualTo(opening.isPresent());
    }

    @Provide("benches")
    Arbitrary<Bench> benches() {
        return PoolArbitraries.benches();
    }

    @Provide("two equals")
    Arbitrary<Bench> twoEquals() {
        return PoolArbitraries.benchesWithTwoEquals();
    }

    @Provide("one away")
    Arbitrary<Bench> oneAway() {
        return PoolArbitraries.benchesWithOneAway();
    }

    @Provide("any weights")
    Arbitrary<Bench> anyWeights() {
        return PoolArbitraries.benchesOfAnyWeights();
    }

    @Provide("turns")
    Arbitrary<List<Turnstile>> turns() {
        return PoolArbitraries.turns();
    }

    @Provide("for all")
    Arbitrary<List<Turnstile>> turnsForAll() {
        return PoolArbitraries.turnsForAll();
    }

    @Provide("instants")
    Arbitrary<Instant> instants() {
        return PoolArbitraries.instants();
    }
}
