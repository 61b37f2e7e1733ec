package io.leadlifecycle.rule;

/** Says more about a timer. Not thread-safe. */
public final class TimerTerms {
    private final Place place;
    private Proposal.StartTimer timer;

    TimerTerms(Place place, Proposal.StartTimer timer) {
        this.place = place;
        this.timer = timer;
    }

    /**
     * Starts it anew with every event of a group.
     *
     * @param group an event group of the lifecycle
     * @return to say more
     */
    public TimerTerms restartedBy(String group) {
        return with(
                new Proposal.StartTimer(timer.timer(), timer.delay(), group, timer.acrossStages(), timer.repeating()));
    }

    /**
     * Keeps the timer when the stage ends.
     *
     * @return to say more
     */
    public TimerTerms acrossStages() {
        return with(
                new Proposal.StartTimer(timer.timer(), timer.delay(), timer.restartedBy(), true, timer.repeating()));
    }

    /**
     * Starts it anew each time it fires, with the same delay.
     *
     * @return to say more
     */
    public TimerTerms repeating() {
        return with(
                new Proposal.StartTimer(timer.timer(), timer.delay(), timer.restartedBy(), timer.acrossStages(), true));
    }

    private TimerTerms with(Proposal.StartTimer then) {
        timer = then;
        place.put(then);
        return this;
    }
}
