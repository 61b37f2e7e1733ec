package io.leadlifecycle.testing;

import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Milestone;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Span;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Verdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clocks and timers: one of a name, each milestone once per start, nothing of a clock that does not run, no time made up. */
final class ClockCheck implements Check {
    private final Set<String> fired = new HashSet<>();

    @Override
    public void change(Of<Change> of, Findings findings) {
        if (of.it() instanceof AgendaChange.ClockSet set) {
            clock(of, set, findings);
        } else if (of.it() instanceof AgendaChange.TimerStarted started) {
            Timer timer = started.timer();
            findings.require(
                    timer.number() == of.before().startsOf(timer.name()) + 1,
                    "the start of " + timer + " is misnumbered");
            findings.require(!timer.dueAt().isBefore(timer.startedAt()), "due before it was started: " + timer);
        } else if (of.it() instanceof AgendaChange.TimerEnded ended) {
            Timer timer = Named.find(of.before().timers(), ended.timer());
            findings.require(timer != null && timer.number() == ended.number(), "it ends what does not wait: " + ended);
            if (ended.how() == AgendaChange.TimerEnd.FIRED && timer != null) {
                fires(of, new Due(timer.dueAt(), timer.name(), timer.number(), Due.TIMER), findings);
            }
        }
    }

    private void clock(Of<Change> of, AgendaChange.ClockSet set, Findings findings) {
        Clock then = set.clock();
        Clock known = Named.find(of.before().clocks(), then.name());
        turn(of.before(), set.turn(), known, then, findings);
        if (set.turn() == AgendaChange.ClockTurn.REACHED && known != null) {
            Milestone milestone = known.pending().stream()
                    .filter(m -> m.percent() == then.reached())
                    .findFirst()
                    .orElse(null);
            findings.require(
                    milestone != null && known.state() == ClockState.RUNNING && then.reached() > known.reached(),
                    "a milestone that was not due: " + known + " -> " + then);
            if (milestone != null) {
                fires(of, new Due(milestone.dueAt(), then.name(), then.number(), milestone.percent()), findings);
            }
        }
        if (set.turn() == AgendaChange.ClockTurn.RECOMPUTED && known != null) {
            recomputed(of.entry(), known, then, findings);
        }
        shape(of.entry(), then, findings);
    }

    /** What was started, reached, breached or owned stays so; what is counted anew falls due now or later. */
    private static void recomputed(JournalEntry entry, Clock known, Clock then, Findings findings) {
        String what = "recomputed " + then + " after " + known;
        findings.require(entry.event().equals("ClockRecomputed"), "nobody asked for it: " + what);
        boolean same = known.startedAt().equals(then.startedAt())
                && known.stage().equals(then.stage())
                && known.reached() == then.reached()
                && known.owners().equals(then.owners());
        findings.require(same, "another life: " + what);
        boolean sameResult = known.verdict() == then.verdict() && Objects.equals(known.breachedAt(), then.breachedAt());
        findings.require(sameResult, "another verdict: " + what);
        findings.require(!known.equals(then), "nothing changed: " + what);
        then.pending().forEach(milestone -> {
            findings.require(milestone.percent() > known.reached(), "it reaches a milestone again: " + what);
            findings.require(!milestone.dueAt().isBefore(entry.at()), "due before it is recomputed: " + what);
        });
    }

    private static void turn(
            Lead lead, AgendaChange.ClockTurn turn, @Nullable Clock known, Clock then, Findings findings) {
        String what = turn + " of " + then + " after " + known;
        if (turn == AgendaChange.ClockTurn.TAKEN) {
            findings.require(known == null || !known.isOpen(), "a second running clock: " + what);
            findings.require(then.number() == (known == null ? 1 : known.number() + 1), "misnumbered: " + what);
            return;
        }
        if (turn == AgendaChange.ClockTurn.STARTED) {
            findings.require(known == null || !known.isOpen(), "a second running clock: " + what);
            findings.require(then.number() == (known == null ? 1 : known.number() + 1), "misnumbered: " + what);
            findings.require(then.stage().equals(lead.stage()), "started in another stage than the lead's: " + what);
            return;
        }
        if (known == null) {
            findings.add("a clock that was never started: " + what);
            return;
        }
        findings.require(known.number() == then.number(), "another start: " + what);
        boolean allowed = switch (turn) {
            case PAUSED -> known.state() == ClockState.RUNNING && then.state() == ClockState.PAUSED;
            case RESUMED -> known.state() == ClockState.PAUSED && then.state() == ClockState.RUNNING;
            case ANSWERED -> then.state() == ClockState.STOPPED;
            case ENDED -> known.isOpen() && then.state() == ClockState.STOPPED;
            default -> known.isOpen() && then.state() == known.state();
        };
        findings.require(allowed, "an impossible turn: " + what);
        boolean forgiven = known.verdict() == Verdict.BREACHED && then.verdict() != Verdict.BREACHED;
        findings.require(!forgiven || then.learntLate(), "a breach is forgotten: " + what);
    }

    private void fires(Of<Change> of, Due due, Findings findings) {
        String id = due.idFor(of.before().id());
        findings.require(fired.add(id), id + " fires twice");
        findings.require(!due.at().isAfter(of.entry().at()), id + " fires before it is due at " + due.at());
        findings.require(of.entry().eventId().equals(id), id + " fires in the entry of something else");
    }

    private static void shape(JournalEntry entry, Clock clock, Findings findings) {
        boolean running = clock.state() == ClockState.RUNNING;
        findings.require(
                running == (clock.countingFrom() != null), "counting and not running, or the other way: " + clock);
        findings.require(running || clock.pending().isEmpty(), "it waits and does not run: " + clock);
        findings.require(clock.isOpen() == (clock.endedAt() == null), "open and ended, or neither: " + clock);
        findings.require(clock.isOpen() || clock.verdict() != Verdict.OPEN, "ended without a verdict: " + clock);
        findings.require(
                (clock.verdict() == Verdict.BREACHED) == (clock.breachedAt() != null), "breached, but when? " + clock);
        boolean late = clock.verdict() == Verdict.MET
                && clock.dueAt() != null
                && clock.endedAt() != null
                && clock.endedAt().isAfter(clock.dueAt());
        findings.require(!late, "met after it was due: " + clock);
        Duration spans = clock.spans().stream().map(Span::elapsed).reduce(Duration.ZERO, Duration::plus);
        findings.require(clock.counted().equals(spans), "counted other than its spans: " + clock);
        findings.require(
                clock.counted().compareTo(Duration.between(clock.startedAt(), entry.at())) <= 0,
                "counted more than passed: " + clock);
        ascending(clock, findings);
    }

    private static void ascending(Clock clock, Findings findings) {
        List<Milestone> pending = clock.pending();
        for (int i = 1; i < pending.size(); i++) {
            boolean grows = pending.get(i).percent() > pending.get(i - 1).percent()
                    && !pending.get(i).dueAt().isBefore(pending.get(i - 1).dueAt());
            findings.require(grows, "its milestones are not in order: " + clock);
        }
    }

    @Override
    public void step(Of<Step> of, Findings findings) {
        Lead lead = of.after();
        lead.clocks().stream()
                .filter(clock -> clock.isOpen() && !clock.acrossStages())
                .forEach(clock ->
                        findings.require(clock.stage().equals(lead.stage()), "it outlives its stage: " + clock));
        lead.timers().stream()
                .filter(timer -> !timer.acrossStages())
                .forEach(timer ->
                        findings.require(timer.stage().equals(lead.stage()), "it outlives its stage: " + timer));
    }
}
