package io.leadlifecycle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Qualification;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a rule book owes, not the core: rules about a state match {@code LeadEvaluated}, so it does not matter whether
 * the fit or the behaviour of a lead is known first. A book whose rules match the events themselves breaks this law.
 *
 * <pre>{@code
 * class MyBookEvaluationTest extends EvaluationLaws {
 *     @Override protected RuleBook book() { return MY_BOOK; }
 *     @Override protected Directory directory() { return PEOPLE; }
 * }
 * }</pre>
 */
public abstract class EvaluationLaws {
    private static final String LEAD = "L-1";

    /**
     * The book the law is tried against.
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
     * A lead without a profile, what it did, and last a profile and a touch of one instant. Every second profile makes
     * it fit the shipped books.
     *
     * @return histories whose last two events may change places
     */
    @Provide
    protected Arbitrary<List<LeadEvent>> encounters() {
        return Combinators.combine(touches().list().ofMaxSize(5), profiles(), touches(), Arbitraries.of(2, 18_000))
                .as(EvaluationLaws::told);
    }

    /**
     * The same without anything that the lead did before.
     *
     * @return histories of three events
     */
    @Provide
    protected Arbitrary<List<LeadEvent>> firstEncounters() {
        return Combinators.combine(profiles(), touches()).as((profile, touch) -> told(List.of(), profile, touch, 2));
    }

    private Arbitrary<Happening> touches() {
        return LeadArbitraries.of(book().lifecycle(), directory()).touches();
    }

    private Arbitrary<Happening> profiles() {
        return Arbitraries.oneOf(
                LeadArbitraries.of(book().lifecycle(), directory()).profileUpdates(), Arbitraries.just(Plots.KNOWN));
    }

    private static List<LeadEvent> told(List<Happening> earlier, Happening profile, Happening touch, int seconds) {
        Instant at = LeadArbitraries.BEGIN;
        List<LeadEvent> history = new ArrayList<>();
        history.add(new LeadCreated("created", LEAD, at, "web", Map.of()));
        for (Happening happening : earlier) {
            at = at.plusSeconds(seconds);
            history.add(happening.on("e-" + history.size(), LEAD, at));
        }
        at = at.plusSeconds(seconds);
        history.add(profile.on("profile", LEAD, at));
        history.add(touch.on("touch", LEAD, at));
        return history;
    }

    /**
     * Two things may differ. A lead that the profile disqualifies gains no points by a touch after it, and by one before
     * it does. And the start of a clock that counts from {@code lead.signal}, and the target that was shortened
     * from that start, when what the lead did before qualifies it as soon as its profile is known. Then the profile alone
     * starts the clock at the earlier signal, and the touch of the same instant finds it running; in the other order that
     * touch is the signal. Every other clock has the same start and target.
     */
    @Property(tries = 200)
    void a_profile_and_a_touch_of_one_instant_commute(@ForAll("encounters") List<LeadEvent> history) {
        Lead one = after(history);
        Lead other = after(lastTwoSwapped(history));
        Set<String> earlier = countedFromAnEarlierSignal(history);
        assertThat(other.stage()).isEqualTo(one.stage());
        assertThat(scored(other)).isEqualTo(scored(one));
        assertThat(other.flags()).isEqualTo(one.flags());
        assertThat(other.clocks())
                .usingElementComparator(Comparator.comparing(Clock::name)
                        .thenComparing(Clock::number)
                        .thenComparing(Clock::state)
                        .thenComparing(clock -> earlier.contains(clock.name()) ? "" : startAndTarget(clock)))
                .isEqualTo(one.clocks());
    }

    private static Qualification scored(Lead lead) {
        boolean out = lead.journey().kind() == StageKind.DISQUALIFIED;
        return out ? lead.qualification().withScore(0, lead.lastEntryAt()) : lead.qualification();
    }

    private static String startAndTarget(Clock clock) {
        return clock.startedAt() + " " + clock.target();
    }

    /** The clocks that the profile alone, before the touch of its instant, starts at an instant before. */
    private Set<String> countedFromAnEarlierSignal(List<LeadEvent> history) {
        int profile = history.size() - 2;
        Instant at = history.get(profile).at();
        List<Clock> known = after(history.subList(0, profile)).clocks();
        return after(history.subList(0, profile + 1)).clocks().stream()
                .filter(clock -> clock.startedAt().isBefore(at))
                .filter(clock -> known.stream()
                        .noneMatch(before -> before.name().equals(clock.name()) && before.number() == clock.number()))
                .map(Clock::name)
                .collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void the_first_touch_and_the_profile_of_one_instant_start_the_same_clocks(
            @ForAll("firstEncounters") List<LeadEvent> history) {
        assertThat(after(lastTwoSwapped(history)).clocks())
                .isEqualTo(after(history).clocks());
    }

    private static List<LeadEvent> lastTwoSwapped(List<LeadEvent> history) {
        List<LeadEvent> swapped = new ArrayList<>(history);
        Collections.swap(swapped, history.size() - 2, history.size() - 1);
        return swapped;
    }

    private Lead after(List<LeadEvent> history) {
        World world = new World(book(), directory()).fireEach(history);
        return world.leads().get(LEAD);
    }
}
