package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A clock as a rule sees it; one that was never started is neither running nor anything else. Immutable. */
public final class ClockView {
    private final @Nullable Clock clock;
    private final BusinessCalendar calendar;

    ClockView(@Nullable Clock clock, BusinessCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * Whether it counts.
     *
     * @return true while running
     */
    public boolean isRunning() {
        return clock != null && clock.state() == ClockState.RUNNING;
    }

    /**
     * Whether it is paused.
     *
     * @return true while paused
     */
    public boolean isPaused() {
        return clock != null && clock.state() == ClockState.PAUSED;
    }

    /**
     * Whether it runs or is paused.
     *
     * @return true while it may still be answered
     */
    public boolean isOpen() {
        return clock != null && clock.isOpen();
    }

    /**
     * Whether it was breached, whatever came later.
     *
     * @return true for a breached clock
     */
    public boolean isBreached() {
        return clock != null && clock.verdict() == Verdict.BREACHED;
    }

    /**
     * Whether its target is a business day or longer, counted in the default calendar: then it escalates sooner.
     *
     * @return false when never started
     */
    public boolean isDayOrMore() {
        return clock != null && length(clock).compareTo(calendar.businessDay()) >= 0;
    }

    private Duration length(Clock of) {
        TimeBudget target = of.target();
        return target.isBusiness()
                ? target.in(calendar)
                : Duration.between(of.startedAt(), target.dueAfter(calendar, of.startedAt()));
    }

    /**
     * How it came out.
     *
     * @return {@code OPEN}, {@code MET}, {@code BREACHED} or {@code CANCELLED}; empty when never started
     */
    public String getVerdict() {
        return clock == null ? "" : clock.verdict().name();
    }

    /**
     * Which start this is.
     *
     * @return 0 when never started
     */
    public int getNumber() {
        return clock == null ? 0 : clock.number();
    }
}
