package io.leadlifecycle.testing;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.routing.Directory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Events and histories for jqwik properties, made from the names of any lifecycle.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<List<LeadEvent>> histories() {
 *     return LeadArbitraries.of(book.lifecycle(), directory).histories();
 * }
 * }</pre>
 *
 * <p>A history tells plausible lives of a few leads, mixed with what no life should bring: unknown names, contradicting
 * dispositions, events that come late, several at one instant, bursts, nights and weekends. A few lives are undisturbed and
 * fall silent at their end: three attempts in vain, four recyclings, a meeting that is off, a deal lost by hand. Immutable,
 * thread-safe.
 *
 * <ul>
 *   <li>events of a history: 1 to {@value #MOST_EVENTS}
 *   <li>leads of a history: 1 to {@value #MOST_LEADS}
 *   <li>the first event: on or soon after {@link #BEGIN}
 * </ul>
 */
public final class LeadArbitraries {
    /** The most events of a history. */
    public static final int MOST_EVENTS = 40;
    /** The most leads of a history. */
    public static final int MOST_LEADS = 4;
    /** A Monday, 09:00 UTC. */
    public static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final Lifecycle lifecycle;
    private final HostEvents hostEvents;

    private LeadArbitraries(Lifecycle lifecycle, Directory directory) {
        this.lifecycle = lifecycle;
        this.hostEvents = new HostEvents(lifecycle, directory);
    }

    /**
     * Arbitraries with the names of a lifecycle and a directory.
     *
     * @param lifecycle stages, reasons, kinds of touch, checklists
     * @param directory the people
     * @return the arbitraries
     */
    public static LeadArbitraries of(Lifecycle lifecycle, Directory directory) {
        return new LeadArbitraries(lifecycle, directory);
    }

    /**
     * Anything a host may fire, legal or not.
     *
     * @return events that wait for their id, lead and instant
     */
    public Arbitrary<Happening> happenings() {
        return hostEvents.any();
    }

    /**
     * Merges into one of the leads of a history.
     *
     * @return merges that wait for their id, lead and instant
     */
    public Arbitrary<Happening> merges() {
        return hostEvents.merged();
    }

    /**
     * Touches of every kind, of an unknown one too.
     *
     * @return touches that wait for their id, lead and instant
     */
    public Arbitrary<Happening> touches() {
        return hostEvents.touches();
    }

    /**
     * Patches of a profile, known values and unknown ones.
     *
     * @return events that wait for their id, lead and instant
     */
    public Arbitrary<Happening> profileUpdates() {
        return hostEvents.profileUpdates();
    }

    /**
     * Old data, mostly sound, of any stage.
     *
     * @return imports that wait for their id, lead and instant
     */
    public Arbitrary<Happening> imports() {
        return hostEvents.imported();
    }

    /**
     * Histories of several leads, in the order the host fires them. Every id is used once.
     *
     * @return lists of 1 to {@value #MOST_EVENTS} events
     */
    public Arbitrary<List<LeadEvent>> histories() {
        Arbitrary<List<Plot>> plots = Arbitraries.of(Plots.of(lifecycle)).list().ofSize(MOST_LEADS);
        return Combinators.combine(
                        plots,
                        moments().list().ofMinSize(1).ofMaxSize(MOST_EVENTS),
                        Arbitraries.integers().between(1, MOST_LEADS))
                .as(LeadArbitraries::told)
                .withoutEdgeCases();
    }

    /**
     * Histories in which now and then an event is fired again, mostly as it was, sometimes with other content.
     *
     * @return lists of 1 to 80 events
     */
    public Arbitrary<List<LeadEvent>> historiesWithRepeats() {
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(0, MOST_EVENTS).list().ofMaxSize(MOST_EVENTS);
        return Combinators.combine(histories(), places, happenings()).as((history, again, other) -> {
            List<LeadEvent> events = new ArrayList<>(history);
            for (int place : again) {
                LeadEvent first = history.get(place % history.size());
                boolean asItWas = place % 4 != 0;
                events.add(asItWas ? first : other.on(first.id(), first.leadId(), last(history)));
            }
            return List.copyOf(events);
        });
    }

    private static Instant last(List<LeadEvent> history) {
        return history.get(history.size() - 1).at();
    }

    /**
     * One event of a history.
     *
     * @param lead which lead
     * @param after how long after the event before it
     * @param late how much later than it happened it is told
     * @param chaos what happens, unless the lead's plot is quiet; null for what comes next in the plot
     */
    private record Moment(
            int lead,
            Duration after,
            Duration late,
            @Nullable Happening chaos) {}

    private Arbitrary<Moment> moments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MOST_LEADS - 1),
                        gaps(),
                        lateness(),
                        happenings().injectNull(0.6))
                .as(Moment::new);
    }

    private static Arbitrary<Duration> gaps() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Duration.ZERO)),
                Tuple.of(2, Arbitraries.of(1, 999, 1_000, 1_001).map(Duration::ofMillis)),
                Tuple.of(6, Arbitraries.of(5, 30, 60, 120, 240, 480, 1_440).map(Duration::ofMinutes)),
                Tuple.of(4, Arbitraries.integers().between(1, 2_000).map(Duration::ofMinutes)),
                Tuple.of(3, Arbitraries.integers().between(1, 10).map(Duration::ofDays)),
                Tuple.of(1, Arbitraries.integers().between(30, 100).map(Duration::ofDays)));
    }

    private static Arbitrary<Duration> lateness() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Duration.ZERO)),
                Tuple.of(1, Arbitraries.of(1L, 60_000L, 3_600_000L).map(Duration::ofMillis)),
                Tuple.of(1, Arbitraries.integers().between(1, 72).map(Duration::ofHours)));
    }

    private static List<LeadEvent> told(List<Plot> plots, List<Moment> moments, int leads) {
        List<LeadEvent> events = new ArrayList<>();
        int[] next = new int[MOST_LEADS];
        Instant now = BEGIN;
        for (Moment moment : moments) {
            now = now.plus(moment.after());
            int lead = moment.lead() % leads;
            Plot plot = plots.get(lead);
            Happening happening = moment.chaos();
            if (happening == null || plot.quiet()) {
                if (plot.isOver(next[lead])) {
                    continue;
                }
                now = now.plus(plot.pace());
                happening = plot.after(next[lead]);
                next[lead]++;
            }
            String id = "e-" + (events.size() + 1);
            events.add(happening.on(id, "L-" + (lead + 1), now.minus(moment.late())));
        }
        return List.copyOf(events);
    }
}
