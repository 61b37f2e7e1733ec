package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code lead} of every rule: what {@link LeadView} reads, and right of {@code then} what a rule proposes.
 *
 * <pre>{@code
 * lead.qualifyAs("demo").because("ICP fit and demo requested");
 * lead.startClock("acceptance", businessHours(4)).since(lead.getSignal());
 * lead.tell(owner()).cc(manager()).urgently();
 * }</pre>
 *
 * <p>A proposal belongs to the rule that fires; in a condition it is refused. Not thread-safe: one evaluation has one.
 */
public final class RuleLead extends LeadView {
    private final List<RuleProposals> fired = new ArrayList<>();
    private @Nullable String rule;
    private List<Proposal> proposals = new ArrayList<>();

    /**
     * A lead for rules to look at.
     *
     * @param lifecycle its lifecycle
     * @param lead the lead with the event's own facts on it
     * @param now the instant of the step
     */
    public RuleLead(Lifecycle lifecycle, Lead lead, Instant now) {
        super(lifecycle, lead, now);
    }

    /**
     * Looks at another lead or instant and forgets what was proposed.
     *
     * @param lead the lead with the event's own facts on it
     * @param now the instant of the step
     */
    public void see(Lead lead, Instant now) {
        look(lead, now);
        fired.clear();
        rule = null;
    }

    /**
     * A rule begins to fire; a rule book calls this.
     *
     * @param name the rule
     */
    public void firing(String name) {
        rule = name;
        proposals = new ArrayList<>(2);
    }

    /** The rule has fired; a rule book calls this. */
    public void fired() {
        if (rule != null) {
            fired.add(new RuleProposals(rule, proposals));
            rule = null;
        }
    }

    /**
     * The rule that is firing; for messages.
     *
     * @return its name, "a condition" between two rules
     */
    public String firingRule() {
        return rule == null ? "a condition" : rule;
    }

    /**
     * Fires a rule written in Java.
     *
     * @param name the rule
     * @param then what it proposes
     */
    public void underRule(String name, Runnable then) {
        firing(name);
        then.run();
        fired();
    }

    /**
     * What the rules proposed, in the order they fired.
     *
     * @return one element per firing
     */
    public List<RuleProposals> proposed() {
        return List.copyOf(fired);
    }

    /**
     * Moves the lead to a stage.
     *
     * @param stage the stage
     * @return to say {@code because}, which is required
     */
    public Because moveTo(String stage) {
        return move(new Proposal.MoveTo(stage, null, null));
    }

    /**
     * Moves the lead to a stage that needs a reason.
     *
     * @param stage the stage
     * @param reason a reason of its picklist
     * @return to say {@code because}, which is required
     */
    public Because moveTo(String stage, String reason) {
        return move(new Proposal.MoveTo(stage, reason, null));
    }

    /**
     * Qualifies the lead: to the stage marked {@code qualifies}, with a lead type. A lead that stands there already
     * takes the type when it is more urgent than its own.
     *
     * @param type the lead type
     * @return to say {@code because}, which is required
     */
    public Because qualifyAs(String type) {
        return move(new Proposal.QualifyAs(type, null));
    }

    /**
     * Recycles the lead.
     *
     * @param reason a reason of the picklist of the RECYCLED stage
     * @return to say {@code because}, which is required
     */
    public Because recycle(String reason) {
        return move(new Proposal.Recycle(reason, null));
    }

    /**
     * Disqualifies the lead.
     *
     * @param reason a reason of the picklist of the DISQUALIFIED stage
     * @return to say {@code because}, which is required
     */
    public Because disqualify(String reason) {
        return move(new Proposal.Disqualify(reason, null));
    }

    /**
     * States that the lead meets a requirement of the ideal customer profile.
     *
     * @param requirement the requirement
     */
    public void meets(String requirement) {
        propose(new Proposal.Meets(requirement));
    }

    /**
     * Adds points to the score.
     *
     * @param points how many, negative to take some away
     * @return to say what for
     */
    public PointTerms addPoints(long points) {
        return points(new Proposal.AddPoints(points, null));
    }

    /**
     * Takes points off the score, at most as many as there are: {@code lead.score} does not fall below zero by it. Harmless
     * when there are none.
     *
     * @param points how many, 0 or more
     * @return to say what for
     */
    public PointTerms removePoints(long points) {
        return points(new Proposal.RemovePoints(points, null));
    }

    private PointTerms points(Proposal.Points proposal) {
        return new PointTerms(propose(proposal), proposal);
    }

    /**
     * Gives the lead to a person who is there. Whose turn it is in a pool is drawn by the engine, which answers with
     * {@code LeadAssigned}, or with {@code NobodyAvailable} when the lead has to wait in the queue.
     *
     * @param recipient a person, or whose turn it is
     * @return to say who else
     */
    public AssignmentTerms assignTo(Recipient recipient) {
        Proposal.AssignTo proposal = new Proposal.AssignTo(List.of(recipient), 0);
        return new AssignmentTerms(propose(proposal), proposal);
    }

    /** Takes the lead from its owner, who is kept as the previous one. */
    public void releaseOwner() {
        propose(new Proposal.ReleaseOwner());
    }

    /**
     * Starts a clock; one that runs gets a new target from the same start.
     *
     * @param clock the clock
     * @param target the time allowed, zero or at least one second
     * @return to say more
     */
    public ClockTerms startClock(String clock, TimeBudget target) {
        return clock(new Proposal.StartClock(clock, target, null, null, false, false, false));
    }

    /**
     * Starts a clock with the time of another one.
     *
     * @param clock the clock
     * @return to say {@code like}, which is required
     */
    public ClockTerms startClock(String clock) {
        return clock(new Proposal.StartClock(clock, null, null, null, false, false, false));
    }

    /**
     * Starts a fresh clock in the place of one that runs.
     *
     * @param clock the clock
     * @param target the time allowed, zero or at least one second
     * @return to say more
     */
    public ClockTerms restartClock(String clock, TimeBudget target) {
        return clock(new Proposal.StartClock(clock, target, null, null, false, false, true));
    }

    /**
     * Starts a clock afresh with the time it was given before.
     *
     * @param clock the clock
     * @return to say more
     */
    public ClockTerms restartClock(String clock) {
        return clock(new Proposal.StartClock(clock, null, null, null, false, false, true));
    }

    private ClockTerms clock(Proposal.StartClock proposal) {
        return new ClockTerms(propose(proposal), proposal);
    }

    /**
     * Pauses a clock; harmless when it does not run.
     *
     * @param clock the clock
     */
    public void pauseClock(String clock) {
        propose(new Proposal.PauseClock(clock));
    }

    /**
     * Lets a paused clock count on; harmless when it is not paused.
     *
     * @param clock the clock
     */
    public void resumeClock(String clock) {
        propose(new Proposal.ResumeClock(clock));
    }

    /**
     * Answers a clock; harmless when it has ended.
     *
     * @param clock the clock
     */
    public void stopClock(String clock) {
        propose(new Proposal.StopClock(clock));
    }

    /**
     * Starts a timer; one that waits starts anew.
     *
     * @param timer the timer
     * @param delay how long, at least one second
     * @return to say more
     */
    public TimerTerms startTimer(String timer, TimeBudget delay) {
        Proposal.StartTimer proposal = new Proposal.StartTimer(timer, delay, null, false, false);
        return new TimerTerms(propose(proposal), proposal);
    }

    /**
     * Keeps a timer from firing.
     *
     * @param timer the timer
     */
    public void cancelTimer(String timer) {
        propose(new Proposal.CancelTimer(timer));
    }

    /**
     * Tells somebody.
     *
     * @param to who
     * @return to say more
     */
    public Message tell(Recipient to) {
        Proposal.Tell proposal = new Proposal.Tell(to, List.of(), false, Message.CHANNELS, null, null);
        return new Message(propose(proposal), proposal);
    }

    /**
     * Enrols the lead in a re-engagement sequence, never in one that it was in before.
     *
     * @param sequence the sequence
     * @return to say which one instead
     */
    public EnrollmentTerms enrollIn(String sequence) {
        Proposal.EnrollIn proposal = new Proposal.EnrollIn(Collections.singletonList(sequence));
        return new EnrollmentTerms(propose(proposal), proposal);
    }

    /**
     * Raises a flag; one that stands falls from now on as this rule says.
     *
     * @param flag the flag
     * @return to say when it falls by itself
     */
    public FlagTerms raiseFlag(String flag) {
        Proposal.RaiseFlag proposal = new Proposal.RaiseFlag(flag, null, false);
        return new FlagTerms(propose(proposal), proposal);
    }

    /**
     * Clears a flag.
     *
     * @param flag the flag
     */
    public void clearFlag(String flag) {
        propose(new Proposal.ClearFlag(flag));
    }

    private Because move(Proposal.Move move) {
        return new Because(propose(move), move);
    }

    private Place propose(Proposal proposal) {
        if (rule == null) {
            throw new IllegalStateException(
                    "A condition proposes " + proposal + "; what changes a lead belongs after \"then\".");
        }
        proposals.add(proposal);
        return new Place(proposals, proposals.size() - 1);
    }
}
