package io.leadlifecycle.decision;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadQualified;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleLead;
import io.leadlifecycle.rule.RuleProposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts a clock anew as the book and the calendars of today say. What the rule that set a target says today is found by
 * letting the rules see again, on the lead as it is, what starts clocks; what they propose is looked at and never done.
 * Only that rule counts: another one may be heard today because the lead changed, not because somebody edited it.
 */
final class Recount {
    private final Context context;
    private final Messages messages;
    private final Soundness soundness;

    Recount(Context context, Messages messages) {
        this.context = context;
        this.messages = messages;
        this.soundness = new Soundness(context);
    }

    /** The clock as it would be; itself when it has ended or nothing of it was edited. */
    Clock of(Lead lead, Clock clock, Instant now) {
        if (!clock.isOpen()) {
            return clock;
        }
        Said said = said(lead, clock, now, Set.of());
        return clock.recomputed(
                said.target(), said.rule(), context.present(lead), context.milestones(clock.name()), now);
    }

    void put(Draft draft, String name) {
        Clock clock = Objects.requireNonNull(Named.find(draft.lead().clocks(), name));
        Clock then = of(draft.lead(), clock, draft.now);
        if (!then.equals(clock)) {
            draft.change(new AgendaChange.ClockSet(AgendaChange.ClockTurn.RECOMPUTED, then));
            messages.moved(draft, then);
        }
    }

    /**
     * What a rule says today.
     *
     * @param rule the rule
     * @param target the time it allows
     */
    private record Said(String rule, TimeBudget target) {}

    private Said said(Lead lead, Clock clock, Instant now, Set<String> asking) {
        Said then = new Said(clock.rule(), clock.asked());
        if (!clock.isOpen() || asking.contains(clock.name())) {
            return then;
        }
        Set<String> deeper = new HashSet<>(asking);
        deeper.add(clock.name());
        for (LeadEvent start : starts(lead, clock, now)) {
            for (RuleProposals of : heard(lead, start, now)) {
                for (Proposal proposal : of.proposals()) {
                    TimeBudget target = target(lead, clock, proposal, now, deeper);
                    boolean own = id(of.rule()).equals(id(clock.rule()));
                    then = own && target != null ? new Said(of.rule(), target) : then;
                }
            }
        }
        return then;
    }

    private @Nullable TimeBudget target(Lead lead, Clock clock, Proposal proposal, Instant now, Set<String> asking) {
        if (!(proposal instanceof Proposal.StartClock start) || !start.clock().equals(clock.name())) {
            return null;
        }
        if (start.like() == null) {
            return start.target();
        }
        Clock other = Named.find(lead.clocks(), start.like());
        return other == null ? null : said(lead, other, now, asking).target();
    }

    /** What may have started it, in the order in which it happens. */
    private List<LeadEvent> starts(Lead lead, Clock clock, Instant now) {
        List<LeadEvent> starts = new ArrayList<>();
        String id = lead.id() + "/" + clock.name() + "~asked";
        starts.add(new StageEntered(
                id,
                lead.id(),
                now,
                clock.stage(),
                stageBefore(lead, clock.stage()),
                context.dispositionOf(lead.journey().reason())));
        boolean qualified = context.lifecycle
                .qualifyingStage()
                .filter(stage -> stage.name().equals(lead.stage()))
                .isPresent();
        if (qualified) {
            String type = lead.qualification().type();
            starts.add(new LeadQualified(id, lead.id(), now, type == null ? "" : type, ""));
        }
        String owner = lead.ownership().owner();
        if (owner != null) {
            starts.add(new LeadAssigned(id, lead.id(), now, owner));
        }
        return starts;
    }

    /** The stage entered last before it; of stages passed through at one instant the one furthest along. */
    private String stageBefore(Lead lead, String stage) {
        Instant entered =
                lead.journey().stampsOf(stage).map(StageStamps::latest).orElse(Instant.MAX);
        return lead.journey().stamps().stream()
                .filter(stamps ->
                        !stamps.name().equals(stage) && !stamps.latest().isAfter(entered))
                .max(Comparator.comparing(StageStamps::latest)
                        .thenComparingInt(stamps -> context.lifecycle.place(stamps.name())))
                .map(StageStamps::name)
                .orElse("");
    }

    private List<RuleProposals> heard(Lead lead, LeadEvent fact, Instant now) {
        RuleLead view = new RuleLead(context.lifecycle, lead, now);
        Evaluation.ask(context.book, fact, view);
        return view.proposed().stream().filter(this::isSound).toList();
    }

    private boolean isSound(RuleProposals of) {
        return of.proposals().stream().allMatch(proposal -> soundness.problem(proposal) == null);
    }

    private static String id(String rule) {
        int space = rule.indexOf(' ');
        return space < 0 ? rule : rule.substring(0, space);
    }
}
