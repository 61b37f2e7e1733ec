package io.leadlifecycle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
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
     * Touches of one lead.
     *
     * @return of every kind the lifecycle knows, and an unknown one
     */
    @Provide
    protected Arbitrary<Happening> touches() {
        return LeadArbitraries.of(book().lifecycle(), directory()).touches();
    }

    /**
     * Patches of one profile; every second one makes a lead fit the shipped books.
     *
     * @return profile updates
     */
    @Provide
    protected Arbitrary<Happening> profiles() {
        return Arbitraries.oneOf(
                LeadArbitraries.of(book().lifecycle(), directory()).profileUpdates(), Arbitraries.just(Plots.KNOWN));
    }

    @Property(tries = 200)
    void a_profile_and_a_touch_of_one_instant_commute(
            @ForAll("profiles") Happening profile,
            @ForAll("touches") Happening touch,
            @ForAll List<@From("touches") Happening> earlier,
            @ForAll boolean nearlyAtOnce) {
        Duration gap = nearlyAtOnce ? Duration.ofSeconds(2) : Duration.ofHours(5);
        List<LeadEvent> history = new ArrayList<>();
        Instant at = LeadArbitraries.BEGIN;
        history.add(new LeadCreated("created", LEAD, at, "web", Map.of()));
        for (Happening happening : earlier) {
            at = at.plus(gap);
            history.add(happening.on("e-" + history.size(), LEAD, at));
        }
        at = at.plus(gap);
        LeadEvent known = profile.on("profile", LEAD, at);
        LeadEvent touched = touch.on("touch", LEAD, at);
        Lead fitFirst = after(history, known, touched);
        Lead touchFirst = after(history, touched, known);
        assertThat(touchFirst.stage()).isEqualTo(fitFirst.stage());
        assertThat(touchFirst.qualification()).isEqualTo(fitFirst.qualification());
        assertThat(touchFirst.flags()).isEqualTo(fitFirst.flags());
        assertThat(touchFirst.clocks()).isEqualTo(fitFirst.clocks());
    }

    private Lead after(List<LeadEvent> history, LeadEvent one, LeadEvent other) {
        World world = new World(book(), directory()).fireEach(history);
        world.fire(one);
        world.fire(other);
        return world.leads().get(LEAD);
    }
}
