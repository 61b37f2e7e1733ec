package io.leadlifecycle;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.definition.Stage;
import io.leadlifecycle.event.ReevaluationPlanned;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.LeadIndex;
import io.leadlifecycle.store.LeadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at leads that wait to be qualified, and has them evaluated again. Not thread-safe. */
final class Review {
    private static final Logger LOG = LoggerFactory.getLogger(Review.class);
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
    Reevaluation preview(Predicate<Lead> which, Instant at, Supplier<Drawing> drawings) {
        List<Reevaluation.Row> rows = new ArrayList<>();
        int evaluated = 0;
        for (Stage stage : lifecycle.stages()) {
            if (!isWaiting(stage)) {
                continue;
            }
            for (String leadId : store.leads(LeadIndex.STAGE, stage.name())) {
                Lead lead = store.lead(leadId).orElseThrow();
                if (which.test(lead)) {
                    evaluated++;
                    Reevaluation.Row row = row(lead, at, drawings);
                    if (row != null) {
                        rows.add(row);
                    }
                }
            }
        }
        rows.sort(LONGEST_FIRST);
        return new Reevaluation(at, rows, evaluated);
    }

    /** A stage where leads wait for news without an end of their own. */
    private static boolean isWaiting(Stage stage) {
        return stage.evaluates() && !stage.qualifies() && stage.otherwise() == null;
    }

    private Reevaluation.@Nullable Row row(Lead lead, Instant at, Supplier<Drawing> drawings) {
        try (Drawing drawing = drawings.get()) {
            Turn turn = new Turn(decider, drawing, lead);
            turn.due(at.minusMillis(1), null);
            int before = turn.decisions().size();
            if (!lead.stage().equals(turn.known().stage())) {
                return null;
            }
            turn.answer(planned(lead, at, at), null);
            turn.due(at, null);
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
                            then.ownership().pool() == null ? then.ownership().owner() : null);
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
        BusinessCalendar calendar =
                lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
        Instant day = at;
        int ofDay = 0;
        for (Reevaluation.Row row : preview.rows()) {
            if (ofDay == perDay) {
                day = calendar.businessDayOf(day).endExclusive();
                ofDay = 0;
            }
            Instant dueAt = day;
            List<Decision> decisions = step.advance(row.leadId(), turn -> plan(turn, row, at, dueAt));
            if (decisions == null) {
                failed.add(row.leadId());
            } else if (decisions.stream().noneMatch(Review::isPlan)) {
                stale.add(row.leadId());
            } else {
                plan.computeIfAbsent(dueAt, fresh -> new ArrayList<>()).add(row.leadId());
                ofDay++;
            }
        }
        return new Release(plan, stale, failed);
    }

    private static boolean isPlan(Decision decision) {
        return decision.entry().event().equals(ReevaluationPlanned.class.getSimpleName());
    }

    private static void plan(Turn turn, Reevaluation.Row row, Instant at, Instant dueAt) {
        turn.due(at.minusMillis(1), null);
        Lead lead = turn.known();
        boolean same =
                lead.stage().equals(row.stage()) && lead.journey().enteredAt().equals(row.since());
        if (same) {
            turn.answer(planned(lead, at, dueAt), null);
            turn.due(at, null);
        }
    }
}
