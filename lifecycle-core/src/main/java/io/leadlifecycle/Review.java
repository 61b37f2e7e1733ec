package io.leadlifecycle;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.BusinessPeriod;
import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.ReevaluationPlanned;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageKind;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.store.LeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at leads that wait to be qualified, and has them evaluated again. Not thread-safe. */
final class Review {
    private static final Logger LOG = LoggerFactory.getLogger(Review.class);
    private static final Duration ONE_TICK = Duration.ofMillis(1);
    private static final Comparator<Reevaluation.Row> LONGEST_FIRST =
            Comparator.comparing(Reevaluation.Row::since).thenComparing(Reevaluation.Row::leadId);

    private final Lifecycle lifecycle;
    private final LeadStore store;
    private final Decider decider;

    Review(Lifecycle lifecycle, LeadStore store, Decider decider) {
        this.lifecycle = lifecycle;
        this.store = store;
        this.decider = decider;
    }

    /** What would become of the leads; nothing of it is saved. */
    Reevaluation preview(Predicate<Lead> which, Instant at, Drawing neverSaved) {
        List<Reevaluation.Row> rows = new ArrayList<>();
        int evaluated = 0;
        for (Lead lead : leads(Review::isWaiting)) {
            if (!isPlanned(lead) && which.test(lead)) {
                evaluated++;
                Turn turn = new Turn(decider, neverSaved, lead);
                Reevaluation.Row row = row(turn, lead, at);
                if (row == null) {
                    turn.forget();
                } else {
                    rows.add(row);
                }
            }
        }
        rows.sort(LONGEST_FIRST);
        return new Reevaluation(at, rows, evaluated);
    }

    private List<Lead> leads(Predicate<Stage> in) {
        return lifecycle.stages().stream()
                .filter(in)
                .flatMap(stage -> store.leads(LeadIndex.STAGE, stage.name()).stream())
                .flatMap(leadId -> store.lead(leadId).stream())
                .toList();
    }

    private static boolean isPlanned(Lead lead) {
        return lead.timer(ReevaluationPlanned.TIMER).isPresent();
    }

    /** A stage where leads wait for news without an end of their own. */
    private static boolean isWaiting(Stage stage) {
        return stage.evaluates() && !stage.qualifies() && stage.otherwise() == null;
    }

    private Reevaluation.@Nullable Row row(Turn turn, Lead lead, Instant at) {
        try {
            Instant now = lead.noEarlierThanLastEntry(at);
            turn.due(now.minusMillis(1), null);
            int before = turn.decisions().size();
            if (!lead.stage().equals(turn.known().stage())) {
                return null;
            }
            turn.answer(planned(lead, at, now), null);
            turn.due(now, null);
            Change.StageMoved move =
                    qualifying(turn.decisions().subList(before, turn.decisions().size()));
            Lead then = turn.known();
            return move == null
                    ? null
                    : new Reevaluation.Row(
                            lead.id(),
                            lead.stage(),
                            lead.journey().enteredAt(),
                            move.rule(),
                            then.qualification().type(),
                            then.ownership().owner());
        } catch (RuleFailedException e) {
            LOG.warn("The lead {} cannot be evaluated: {}", lead.id(), e.getMessage());
            return null;
        }
    }

    private Change.@Nullable StageMoved qualifying(List<Decision> decisions) {
        String stage = lifecycle.qualifyingStage().map(Stage::name).orElse(null);
        return decisions.stream()
                .flatMap(decision -> decision.entry().moves().stream())
                .filter(move -> move.to().equals(stage))
                .findFirst()
                .orElse(null);
    }

    private static ReevaluationPlanned planned(Lead lead, Instant at, Instant dueAt) {
        return new ReevaluationPlanned(lead.id() + "/review#" + (lead.entries() + 1), lead.id(), at, dueAt);
    }

    /** Has the leads evaluated again, so many now and so many on each business day that follows. */
    Release release(Reevaluation preview, int perDay, Instant at, Sweep.Step step) {
        SortedMap<Instant, List<String>> plan = new TreeMap<>();
        List<String> stale = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Days days = new Days(released(), perDay, at);
        for (Reevaluation.Row row : preview.rows()) {
            Instant dueAt = days.next();
            List<Decision> decisions = step.advance(row.leadId(), turn -> plan(turn, row, at, dueAt));
            if (decisions == null) {
                failed.add(row.leadId());
            } else if (decisions.stream().noneMatch(Review::isPlan)) {
                stale.add(row.leadId());
            } else {
                plan.computeIfAbsent(dueAt, fresh -> new ArrayList<>()).add(row.leadId());
                days.take();
            }
        }
        return new Release(plan, stale, failed);
    }

    /** How many leads earlier releases bring on each business day: those planned, and those that qualified. */
    private Map<Instant, Integer> released() {
        Map<Instant, Integer> released = new HashMap<>();
        for (Lead lead : leads(stage -> stage.kind() == StageKind.OPEN || isWaiting(stage))) {
            releasedAt(lead).ifPresent(at -> released.merge(day(at).startInclusive(), 1, Integer::sum));
        }
        return released;
    }

    private Optional<Instant> releasedAt(Lead lead) {
        Optional<Instant> planned = lead.timer(ReevaluationPlanned.TIMER).map(Timer::dueAt);
        return planned.isPresent() || lead.startsOf(ReevaluationPlanned.TIMER) == 0
                ? planned
                : lifecycle
                        .qualifyingStage()
                        .flatMap(stage -> lead.journey().stampsOf(stage.name()))
                        .map(StageStamps::latest);
    }

    /** The business day on which people meet what happens at an instant: out of hours, the one that opens next. */
    private BusinessPeriod day(Instant at) {
        BusinessCalendar calendar =
                lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        return calendar.businessDayOf(calendar.dueAfter(at, ONE_TICK));
    }

    /** The first day that has room: today at once, a later one when it opens. */
    private final class Days {
        private final Map<Instant, Integer> taken;
        private final int perDay;
        private Instant at;
        private BusinessPeriod day;

        Days(Map<Instant, Integer> taken, int perDay, Instant from) {
            this.taken = taken;
            this.perDay = perDay;
            this.at = from;
            this.day = day(from);
        }

        Instant next() {
            while (taken.getOrDefault(day.startInclusive(), 0) >= perDay) {
                at = day.endExclusive();
                day = day(at);
            }
            return at;
        }

        void take() {
            taken.merge(day.startInclusive(), 1, Integer::sum);
        }
    }

    private static boolean isPlan(Decision decision) {
        return decision.entry().event().equals(ReevaluationPlanned.class.getSimpleName());
    }

    private static void plan(Turn turn, Reevaluation.Row row, Instant at, Instant dueAt) {
        Instant now = turn.known().noEarlierThanLastEntry(at);
        turn.due(now.minusMillis(1), null);
        Lead lead = turn.known();
        boolean same =
                lead.stage().equals(row.stage()) && lead.journey().enteredAt().equals(row.since()) && !isPlanned(lead);
        if (same) {
            turn.answer(planned(lead, at, lead.noEarlierThanLastEntry(dueAt)), null);
            turn.due(now, null);
        }
    }
}
