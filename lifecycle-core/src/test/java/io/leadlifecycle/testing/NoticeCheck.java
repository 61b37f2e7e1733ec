package io.leadlifecycle.testing;

import io.leadlifecycle.action.Effect;
import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Nobody is told of a clock that has ended, nor of one that counts business time while its office is closed; at closing
 * time it still is open. A step does not say whether a message came before or after a change of it, so it is enough that
 * a clock was fit to be told of at some moment of the step.
 */
final class NoticeCheck implements Check {
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final List<Clock> changed = new ArrayList<>();

    NoticeCheck(Lifecycle lifecycle) {
        lifecycle.calendars().values().forEach(calendar -> calendars.put(calendar.version(), calendar));
    }

    @Override
    public void change(Of<Change> of, Findings findings) {
        if (of.it() instanceof AgendaChange.ClockSet set) {
            changed.add(set.clock());
        }
    }

    @Override
    public void step(Of<Step> of, Findings findings) {
        List<Clock> moments = Stream.concat(of.before().clocks().stream(), changed.stream())
                .filter(Clock::isOpen)
                .toList();
        changed.clear();
        for (Effect effect : of.it().effects()) {
            if (effect instanceof Effect.Tell tell) {
                for (Effect.Deadline deadline : tell.about().clocks()) {
                    findings.require(
                            moments.stream().anyMatch(clock -> clock.name().equals(deadline.clock())),
                            "told of the clock \"" + deadline.clock() + "\", which does not run: " + tell);
                }
                findings.require(
                        tell.clock() == null
                                || moments.stream()
                                        .filter(clock -> clock.name().equals(tell.clock()))
                                        .anyMatch(clock -> mayBeTold(clock, tell.at())),
                        "told of the clock \"" + tell.clock() + "\" at " + tell.at() + ", when the office is closed: "
                                + tell);
            }
        }
    }

    private boolean mayBeTold(Clock clock, Instant at) {
        BusinessCalendar calendar = calendars.get(clock.calendar());
        boolean waits = clock.target().isBusiness() && clock.target().amount() > 0;
        return !waits || calendar == null || calendar.isOpen(at) || calendar.isOpen(at.minusMillis(1));
    }
}
