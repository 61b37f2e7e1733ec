package io.leadlifecycle.rule;

import java.time.Instant;

/** Says more about a clock. Not thread-safe. */
public final class ClockTerms {
    private final Place place;
    private Proposal.StartClock clock;

    ClockTerms(Place place, Proposal.StartClock clock) {
        this.place = place;
        this.clock = clock;
    }

    /**
     * Counts from an earlier instant. It is now when the instant is later, or when an earlier clock of the name ended at
     * or after it: what that one ran for is not counted twice.
     *
     * @param instant such as {@code lead.signal}
     * @return to say more
     */
    public ClockTerms since(Instant instant) {
        return with(new Proposal.StartClock(
                clock.clock(),
                clock.target(),
                clock.like(),
                instant,
                clock.noLater(),
                clock.acrossStages(),
                clock.anew()));
    }

    /**
     * One that runs is due when it was at the latest, and at now plus the target.
     *
     * @return to say more
     */
    public ClockTerms noLater() {
        return with(new Proposal.StartClock(
                clock.clock(), clock.target(), clock.like(), clock.since(), true, clock.acrossStages(), clock.anew()));
    }

    /**
     * Keeps the clock when the stage ends.
     *
     * @return to say more
     */
    public ClockTerms acrossStages() {
        return with(new Proposal.StartClock(
                clock.clock(), clock.target(), clock.like(), clock.since(), clock.noLater(), true, clock.anew()));
    }

    /**
     * Allows the time that another clock of the lead was given.
     *
     * @param other the other clock, started before or by a rule that comes before this one
     * @return to say more
     */
    public ClockTerms like(String other) {
        return with(new Proposal.StartClock(
                clock.clock(), null, other, clock.since(), clock.noLater(), clock.acrossStages(), clock.anew()));
    }

    private ClockTerms with(Proposal.StartClock then) {
        clock = then;
        place.put(then);
        return this;
    }
}
