package io.leadlifecycle.decision;

import io.leadlifecycle.event.ClockRecomputed;
import io.leadlifecycle.event.LeadAbsorbed;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvaluated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.SlaReached;
import io.leadlifecycle.event.StageEntered;
import io.leadlifecycle.event.TimerFired;
import io.leadlifecycle.journal.AgendaChange;
import io.leadlifecycle.journal.Change;
import io.leadlifecycle.journal.Circumstances;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.JournalEntry.Result;
import io.leadlifecycle.journal.Step;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Due;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.Parked;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Trigger;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pure step: a lead, an event, a rule book and a directory give a journal entry and the lead after it. It reads no
 * clock and keeps no state, so the same step runs in the engine, in a replay and in a stream job. Thread-safe.
 *
 * <pre>{@code
 * Decider decider = new Decider(ruleBook, directory, calendars);
 * List<Decision> due = decider.due(lead, event.at(), event.id());   // what falls due strictly before
 * Decision decision = decider.decide(lead, event);
 * }</pre>
 *
 * <ul>
 *   <li>longest chain of evaluations in one entry: {@link #LONGEST_CHAIN}
 *   <li>most firings of one lead at one instant: {@link #MOST_FIRINGS}
 * </ul>
 */
public final class Decider {
    /** More evaluations than this in one entry are a circle of rules. */
    public static final int LONGEST_CHAIN = 32;
    /** More firings of one lead at one instant than this are a circle of rules; the next one is parked. */
    public static final int MOST_FIRINGS = 64;

    private final Context context;
    private final Gate gate;
    private final Facts facts;
    private final Recount recount;
    private final Evaluation evaluation;
    private final Merges merges;

    /**
     * A step.
     *
     * @param book what decides
     * @param directory who is there
     * @param calendars finds a calendar that a clock began to count in and the lifecycle no longer has
     */
    public Decider(RuleBook book, Directory directory, CalendarVersions calendars) {
        context = new Context(book, directory, calendars);
        Moves moves = new Moves(context);
        Messages messages = new Messages(context);
        Assignments assignments = new Assignments(context, messages);
        Enactment enactment = new Enactment(context, moves, messages, assignments);
        gate = new Gate(book.lifecycle());
        recount = new Recount(context, messages);
        facts = new Facts(book.lifecycle(), moves, enactment, assignments, recount);
        evaluation = new Evaluation(context, moves, enactment);
        merges = new Merges(context, moves, messages, assignments);
    }

    /**
     * Decides an event of the host. What is due before it must have been fired with {@link #due}.
     *
     * @param lead the lead, null for one that {@link LeadCreated} makes known
     * @param event the event
     * @param json the event as the journal keeps it
     * @return the decision; one that the lifecycle refuses has the result {@link Result#REFUSED} and changes nothing
     * @throws RuleFailedException if a rule fails or rules go round in a circle; nothing is decided then
     */
    public Decision decide(@Nullable Lead lead, LeadEvent event, String json) {
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        Lead before = lead == null ? Lead.blank(event.leadId(), at) : lead;
        Instant now = before.noEarlierThanLastEntry(at);
        Root root = Root.fired(event, json, before, now, at);
        Trigger trigger = event.manual() ? Trigger.MANUAL : Trigger.AUTOMATIC;
        LeadEvent admitted;
        try {
            admitted = gate.admit(event, before);
        } catch (Gate.RefusedException refused) {
            return entry(before, before, root, Result.REFUSED, why(refused, before, event), List.of());
        }
        Draft draft = new Draft(before, admitted, now, at, trigger);
        return run(before, draft, root);
    }

    private static String why(Gate.RefusedException refused, Lead lead, LeadEvent event) {
        boolean own = event.leadId().equals(lead.id());
        return refused.getMessage()
                + (own ? "" : "; it came to lead " + lead.id() + ", which " + event.leadId() + " is now")
                + refused.allowed;
    }

    /**
     * The instant at which two leads become one. What is due before it for either must have been fired.
     *
     * @param event the event
     * @param source the lead that ends
     * @param target the lead that goes on
     * @return that of the event, or of the latest entry of the two
     */
    public static Instant instantOf(LeadMerged event, Lead source, Lead target) {
        return target.noEarlierThanLastEntry(
                source.noEarlierThanLastEntry(event.at().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * Ends a lead that is another one. What is due for both before {@link #instantOf} must have been fired.
     *
     * @param source the lead that ends
     * @param event the event
     * @param json the event as the journal keeps it
     * @param sourceNow the lead that the source is: itself unless it was merged before, then where it went in the end
     * @param target the lead that goes on, null when nobody created it
     * @return the decision of the lead that ends; when it is refused, nothing is to be absorbed
     * @throws RuleFailedException if a rule fails; nothing is decided then
     */
    public Decision merge(Lead source, LeadMerged event, String json, String sourceNow, @Nullable Lead target) {
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        String refusal = Merges.refusal(event, source, sourceNow, target);
        if (refusal != null || target == null) {
            Instant now = source.noEarlierThanLastEntry(at);
            return entry(source, source, Root.fired(event, json, source, now, at), Result.REFUSED, refusal, List.of());
        }
        Instant now = instantOf(event, source, target);
        Draft draft = new Draft(source, event, now, at, Trigger.AUTOMATIC);
        merges.end(draft, target.id());
        return run(source, draft, Root.fired(event, json, source, now, at));
    }

    /**
     * Gives a lead what is known of the lead that was merged into it.
     *
     * @param target the lead that goes on
     * @param source the lead that ends, as it was before
     * @param event the event
     * @param json the event as the journal keeps it
     * @return the decision of the lead that goes on, of {@link LeadAbsorbed}
     * @throws RuleFailedException if a rule fails or rules go round in a circle; nothing is decided then
     */
    public Decision absorb(Lead target, Lead source, LeadMerged event, String json) {
        Instant now = instantOf(event, source, target);
        LeadAbsorbed absorbed = Merges.absorbed(event, target, source, now);
        Draft draft = new Draft(target, absorbed, now, now, Trigger.AUTOMATIC);
        merges.absorb(draft, source);
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        Root root = new Root(absorbed, json, now, at, null, source.id(), false);
        return run(target, draft, root);
    }

    /**
     * The entry that makes a lead known before an event of a lead that nobody created.
     *
     * @param event the event that comes first
     * @return the decision of an empty {@link LeadCreated} of that instant
     */
    public Decision create(LeadEvent event) {
        Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
        LeadCreated created =
                new LeadCreated(event.id() + "~created", event.leadId(), at, null, null, null, Map.of(), null);
        Lead blank = Lead.blank(event.leadId(), at);
        Root root = Root.raised(created, at, at, event.id());
        return run(blank, new Draft(blank, created, at, at, Trigger.AUTOMATIC), root);
    }

    /**
     * Fires what falls due strictly before an instant, one entry each, in order.
     *
     * @param lead the lead
     * @param endExclusive the instant of the event that comes next
     * @param cause the id of that event
     * @return the decisions; what fails is parked and stops nothing
     */
    public List<Decision> due(Lead lead, Instant endExclusive, String cause) {
        Instant end = endExclusive.truncatedTo(ChronoUnit.MILLIS);
        List<Decision> decisions = new ArrayList<>();
        Lead then = lead;
        Optional<Due> next = then.nextDue();
        while (next.isPresent() && next.get().at().isBefore(end)) {
            Decision decision = due(then, next.get(), cause);
            decisions.add(decision);
            then = decision.lead();
            next = then.nextDue();
        }
        return decisions;
    }

    /**
     * Fires one thing that falls due, before whatever else does.
     *
     * @param lead the lead
     * @param due what falls due
     * @param cause the id of the event before which it falls due, null when none comes
     * @return the decision; what fails is parked
     */
    public Decision due(Lead lead, Due due, @Nullable String cause) {
        Instant now = lead.noEarlierThanLastEntry(due.at());
        boolean tooMany = now.equals(lead.lastEntryAt()) && lead.firings() >= MOST_FIRINGS;
        return tooMany ? park(lead, due, now, cause, tooMany(lead, now)) : fire(lead, due, now, cause);
    }

    /**
     * Counts a clock anew as the rule book, the directory and the calendars say now. Kept unsaved, the decision is a
     * preview.
     *
     * @param lead the lead; what falls due before that instant must have happened
     * @param clock the clock's name
     * @param at when, cut to milliseconds; at the lead's last entry if that came later
     * @return the decision, an entry of its own; empty when the clock has ended or nothing of it was edited
     * @throws RuleFailedException if a rule fails or rules go round in a circle; nothing is decided then
     */
    public Optional<Decision> recompute(Lead lead, String clock, Instant at) {
        Instant asked = at.truncatedTo(ChronoUnit.MILLIS);
        Instant now = lead.noEarlierThanLastEntry(asked);
        Clock known = Named.find(lead.clocks(), clock);
        if (known == null || recount.of(lead, known, now).equals(known)) {
            return Optional.empty();
        }
        String id = lead.id() + "/" + clock + "#" + known.number() + "~recomputed@" + (lead.entries() + 1);
        ClockRecomputed event = new ClockRecomputed(id, lead.id(), asked, clock);
        Root root = Root.raised(event, now, asked, null);
        return Optional.of(run(lead, new Draft(lead, event, now, now, Trigger.AUTOMATIC), root));
    }

    /**
     * Fires what is parked again, at the instant of the lead's last entry.
     *
     * @param lead the lead
     * @param item what is parked on it
     * @param cause the id of the event before which this is done, null when none comes
     * @return the decision; what fails again is parked again, what is gone meanwhile is dropped
     */
    public Decision retry(Lead lead, Parked item, @Nullable String cause) {
        Lead unparked = new AgendaChange.ItemUnparked(item).applyTo(lead);
        Decision decision = isPending(unparked, item.due())
                ? fire(unparked, item.due(), lead.lastEntryAt(), cause)
                : dropParked(lead, item, cause);
        return withUnparked(lead, decision, item);
    }

    /**
     * Parks what fell due because the owner it asked for could not be set: rules failed on the answer.
     *
     * @param lead the lead before it fell due
     * @param due what fell due
     * @param cause the id of the event before which it falls due, null when none comes
     * @param error what went wrong, naming the rule
     * @return the decision
     */
    public Decision park(Lead lead, Due due, @Nullable String cause, String error) {
        return park(lead, due, lead.noEarlierThanLastEntry(due.at()), cause, error);
    }

    /**
     * Answers a lead that {@linkplain io.leadlifecycle.model.Ownership#waiting() waits} for an owner, or hands it over.
     * Who it is depends on other leads, so the engine draws, or a stream job in an operator keyed by pool.
     *
     * @param lead the lead
     * @param answer {@code LeadAssigned} with rule and pool, {@code NobodyAvailable} or {@code OwnerLeft}
     * @param cause the id of the event that asked, null when it came of itself
     * @return the decision, an entry of its own
     * @throws RuleFailedException if a rule fails or rules go round in a circle; nothing is decided then
     */
    public Decision answer(Lead lead, LeadEvent answer, @Nullable String cause) {
        Instant at = answer.at();
        Instant now = lead.noEarlierThanLastEntry(at);
        if (now.equals(lead.lastEntryAt()) && lead.firings() >= MOST_FIRINGS) {
            Waiting waiting = lead.ownership().waiting();
            String rule = waiting == null ? "" : waiting.rule();
            throw new RuleFailedException(
                    rule,
                    "The lead " + lead.id() + " goes round in a circle: at " + now + " owners were asked for more than "
                            + MOST_FIRINGS + " times, the last time by " + rule + ".");
        }
        Root root = Root.raised(answer, now, at, cause);
        return run(lead, new Draft(lead, answer, now, now, Trigger.AUTOMATIC), root);
    }

    private Decision dropParked(Lead lead, Parked item, @Nullable String cause) {
        return entry(
                lead, lead, Root.due(lead, item.due(), lead.lastEntryAt(), cause), Result.APPLIED, null, List.of());
    }

    private static Decision withUnparked(Lead before, Decision decision, Parked item) {
        JournalEntry entry = decision.entry();
        List<Step> steps = new ArrayList<>();
        Change unpark = new AgendaChange.ItemUnparked(item);
        steps.add(new Step("Retry", item.due().name(), List.of(), List.of(unpark), List.of(), null));
        steps.addAll(entry.steps());
        JournalEntry whole = entry.withSteps(steps);
        return new Decision(whole.applyTo(before), whole);
    }

    private static boolean isPending(Lead lead, Due due) {
        if (due.isNotice()) {
            return lead.agenda().notices().held().stream().anyMatch(held -> held.number() == due.number());
        }
        if (due.isTimer()) {
            Timer timer = Named.find(lead.timers(), due.name());
            return timer != null && timer.number() == due.number();
        }
        Clock clock = Named.find(lead.clocks(), due.name());
        return clock != null
                && clock.number() == due.number()
                && clock.pending().stream().anyMatch(m -> m.percent() == due.percent());
    }

    private Decision fire(Lead lead, Due due, Instant now, @Nullable String cause) {
        Root root = Root.due(lead, due, now, cause);
        try {
            return run(lead, new Draft(lead, root.event(), now, now, Trigger.TIMED), root);
        } catch (RuleFailedException e) {
            return park(lead, due, now, cause, String.valueOf(e.getMessage()));
        }
    }

    private Decision park(Lead lead, Due due, Instant now, @Nullable String cause, String error) {
        Change parking = new AgendaChange.ItemParked(new Parked(due, now, context.book.version(), error));
        Step step = new Step("Parked", due.name(), List.of(), List.of(parking), List.of(), null);
        return entry(lead, parking.applyTo(lead), Root.due(lead, due, now, cause), Result.PARKED, error, List.of(step));
    }

    private static String tooMany(Lead lead, Instant now) {
        List<String> starters = new ArrayList<>();
        lead.clocks().forEach(clock -> starters.add(clock.rule()));
        lead.timers().forEach(timer -> starters.add(timer.rule()));
        return "More than " + MOST_FIRINGS + " clocks and timers of lead " + lead.id() + " fell due at " + now
                + "; they are started by "
                + starters.stream().distinct().sorted().toList() + ".";
    }

    private Decision run(Lead before, Draft draft, Root root) {
        facts.put(draft, draft.root);
        evaluation.run(draft, draft.root);
        draft.endStep(Root.name(root.event()), Root.about(root.event()), unheard(root.event()));
        LeadEvent raised = next(draft);
        while (raised != null) {
            if (draft.stepCount() >= LONGEST_CHAIN) {
                List<String> rules = draft.rulesSoFar();
                throw new RuleFailedException(
                        String.join(" / ", rules),
                        "The event " + root.event().id() + " of lead " + before.id()
                                + " goes round in a circle: more than " + LONGEST_CHAIN + " evaluations, by " + rules
                                + ".");
            }
            evaluate(draft, raised);
            raised = next(draft);
        }
        dropStaleParked(draft);
        return entry(before, draft.lead(), root, Result.APPLIED, null, draft.steps());
    }

    private @Nullable LeadEvent next(Draft draft) {
        LeadEvent raised = draft.nextRaised();
        if (raised != null) {
            return raised;
        }
        boolean evaluates = context.lifecycle
                .stage(draft.lead().stage())
                .map(stage -> stage.evaluates())
                .orElse(false);
        return draft.takeNews() && evaluates
                ? new LeadEvaluated(draft.idOfRaised(), draft.lead().id(), draft.now)
                : null;
    }

    private void evaluate(Draft draft, LeadEvent raised) {
        boolean passed = raised instanceof StageEntered entered
                && !entered.stage().equals(draft.lead().stage());
        if (passed) {
            draft.endStep(Root.name(raised), Root.about(raised), "passed through, not evaluated");
            return;
        }
        evaluation.run(draft, raised);
        draft.endStep(Root.name(raised), Root.about(raised), null);
    }

    private static void dropStaleParked(Draft draft) {
        List<Parked> stale = draft.lead().parked().stream()
                .filter(item -> !isPending(draft.lead(), item.due()))
                .toList();
        if (!stale.isEmpty()) {
            stale.forEach(item -> draft.change(new AgendaChange.ItemUnparked(item)));
            draft.endStep("Unparked", "", "what was parked is gone");
        }
    }

    private @Nullable String unheard(LeadEvent event) {
        if (event instanceof SlaReached reached) {
            boolean heard = context.book.milestones(reached.sla()).contains(reached.percent());
            return heard ? null : "no rule of this book listens";
        }
        if (event instanceof TimerFired fired) {
            boolean own = Moves.OWN_TIMERS.contains(fired.timer());
            return own || context.book.timers().contains(fired.timer()) ? null : "no rule of this book listens";
        }
        return null;
    }

    private Decision entry(Lead before, Lead after, Root root, Result result, @Nullable String why, List<Step> steps) {
        LeadEvent event = root.event();
        JournalEntry entry = new JournalEntry(
                JournalEntry.FORMAT,
                before.id(),
                before.entries() + 1,
                Root.idOf(event, before),
                root.now(),
                root.eventAt(),
                event.actor(),
                Root.name(event),
                root.json(),
                root.raised(),
                result,
                why,
                root.cause(),
                root.via(),
                context.book.version(),
                context.directory.version(),
                Circumstances.of(after, context.directory),
                steps,
                null);
        return new Decision(after.withEntry(root.now(), root.raised()), entry);
    }
}
