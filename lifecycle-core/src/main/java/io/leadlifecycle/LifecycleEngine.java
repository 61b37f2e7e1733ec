package io.leadlifecycle;

import io.leadlifecycle.clock.ClockQuery;
import io.leadlifecycle.clock.ClockReport;
import io.leadlifecycle.clock.OpenClock;
import io.leadlifecycle.decision.Decider;
import io.leadlifecycle.decision.Decision;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.model.CalendarVersions;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.rule.RuleFailedException;
import io.leadlifecycle.store.LeadStore;
import io.leadlifecycle.store.StoredEntry;
import io.leadlifecycle.store.Stray;
import io.leadlifecycle.text.Suggestion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries leads through their lifecycle. A host fires events at it and carries out the effects of the outcomes.
 *
 * <pre>{@code
 * LifecycleEngine engine = LifecycleEngine.builder(DroolsRuleBook.standard()).build();
 * Outcome outcome = engine.fire(new Touchpoint("e-17", "L-1", at, "demo request"));
 * outcome.effects();                 // tell, assign, enroll: the host carries them out
 * engine.advanceTo(now);             // fires the clocks and timers that are due
 * engine.journal("L-1");             // every step and its why
 * }</pre>
 *
 * <p>Thread-safe: leads in parallel, one lead in order. It starts no thread and reads no clock but to stamp when an
 * entry was recorded; time comes with the events and with {@link #advanceTo}. Whatever the lifecycle decides is an
 * {@link Outcome}; only a failing rule, a circle of rules or a failing store is an exception, and then nothing of the
 * event was saved.
 */
public final class LifecycleEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleEngine.class);

    private final Lifecycle lifecycle;
    private final LeadStore store;
    private final CalendarVersions calendars;
    private final Directory directory;
    private final Decider decider;
    private final Turns turns;
    private final Intake intake;

    LifecycleEngine(
            LifecycleEngineBuilder builder,
            LeadStore store,
            Directory directory,
            InstantSource recordingClock,
            UnknownLeads unknownLeads) {
        this.lifecycle = builder.book.lifecycle();
        this.store = store;
        this.calendars = version -> store.calendar(version)
                .orElseThrow(() -> new IllegalStateException(
                        "The calendar version " + version + " that a clock counts in was not kept."));
        this.directory = directory;
        this.decider = new Decider(builder.book, directory, calendars);
        Turns.Telling telling = new Turns.Telling(recordingClock, List.copyOf(builder.listeners));
        this.turns = new Turns(builder.book, decider, directory, store, telling);
        this.intake = new Intake(turns, store, recordingClock, unknownLeads, builder.book.version());
        lifecycle.calendars().values().forEach(store::keep);
    }

    /**
     * Starts an engine.
     *
     * @param book what decides
     * @return a builder
     */
    public static LifecycleEngineBuilder builder(RuleBook book) {
        return new LifecycleEngineBuilder(book);
    }

    /**
     * Fires one event. What is due for its lead strictly before its instant fires first. What comes for a lead that was
     * merged reaches the lead that goes on, and so does the outcome.
     *
     * @param event the event
     * @return what became of it
     * @throws IllegalArgumentException if its id, lead or instant is missing, or the engine alone raises such events
     * @throws RuleFailedException if a rule fails or rules go round in a circle; the lead is as it was before
     */
    public Outcome fire(LeadEvent event) {
        CompleteEvent.require(event);
        return intake.fire(event);
    }

    /**
     * Fires events in order. A failing rule, circle or store is the result of that event alone.
     *
     * @param events the events
     * @return one outcome per event, in the same order
     */
    public List<Outcome> fireAll(Iterable<? extends LeadEvent> events) {
        List<Outcome> outcomes = new ArrayList<>();
        for (LeadEvent event : events) {
            outcomes.add(fireAlone(event));
        }
        return outcomes;
    }

    private Outcome fireAlone(LeadEvent event) {
        try {
            return fire(event);
        } catch (RuntimeException e) {
            LOG.warn("The event {} of lead {} failed: {}", event.id(), event.leadId(), e.getMessage());
            String why = String.valueOf(e.getMessage());
            return new Outcome(
                    Outcome.Status.FAILED,
                    String.valueOf(event.leadId()),
                    String.valueOf(event.id()),
                    List.of(),
                    null,
                    List.of(),
                    why,
                    e);
        }
    }

    /**
     * Fires everything due up to and including an instant, by due instant, lead, name, start and percent, each as an
     * entry of its own; leads that wait in a queue are handed out when somebody is there for them again. It promises that
     * all events up to that instant have been fired; one that comes later may be late. One lead's failure never stops the
     * sweep.
     *
     * @param instant the instant, cut to milliseconds
     * @return how much was done
     */
    public Advance advanceTo(Instant instant) {
        Instant until = instant.truncatedTo(ChronoUnit.MILLIS);
        Sweep sweep = new Sweep(store, turns);
        sweep.parked(turn -> turn.retry(intake::isOld, null));
        new Queues(store, turns::drawing).advanceTo(until, sweep);
        return sweep.done();
    }

    /**
     * Finds out which leads that wait would qualify if they were evaluated at an instant, for example by a rule book whose
     * threshold was lowered. Nothing happens to them. Leads wait in stages that evaluate and have no "otherwise", such as
     * NURTURE and RECYCLED; who has qualified is never looked at, and who is {@linkplain #release released} on a later day
     * already is left out. Owners are drawn as if all of them qualified at that instant.
     *
     * @param which the leads to look at
     * @param instant when, cut to milliseconds
     * @return what would happen, by rule and by owner
     */
    public Reevaluation reevaluate(Predicate<Lead> which, Instant instant) {
        return review().preview(which, instant.truncatedTo(ChronoUnit.MILLIS), turns.neverSaved());
    }

    /**
     * Has the leads of a preview evaluated again: so many at once, so many at the beginning of each business day of the
     * default calendar that follows, by {@link #advanceTo}. Each is an entry of its own. What earlier releases bring on a
     * day counts, a lead that was released before on the day it qualified last; what is released out of hours counts to the
     * day that opens next: its people meet it then. A lead that left its stage since the preview is left alone.
     *
     * @param preview what {@link #reevaluate} answered
     * @param perDay how many a day, at least 1
     * @param instant when the first ones are, cut to milliseconds
     * @return who is evaluated when
     */
    public Release release(Reevaluation preview, int perDay, Instant instant) {
        if (perDay < 1) {
            throw new IllegalArgumentException("At least 1 lead a day is released, not " + perDay + ".");
        }
        return review().release(preview, perDay, instant.truncatedTo(ChronoUnit.MILLIS), turns);
    }

    private Review review() {
        return new Review(lifecycle, store, decider);
    }

    /**
     * Hands all leads of a person over to a pool: each is drawn an owner of its own at that instant. Their clocks keep
     * their start and what was breached stays with who owned it then; recycled leads prefer the person no more. A lead
     * for which nobody is available stays as it is and waits in the pool's queue.
     *
     * @param person who owns them now
     * @param pool the pool or team whose members get them
     * @param instant when, cut to milliseconds; what is due before fires first
     * @return who got what
     * @throws IllegalArgumentException if the directory has no such pool
     */
    public Transfer transfer(String person, String pool, Instant instant) {
        if (directory.pool(pool).isEmpty()) {
            throw new IllegalArgumentException("The pool \"" + pool + "\" is unknown, allowed are "
                    + Suggestion.allowed(pool, directory.poolNames()));
        }
        Instant at = instant.truncatedTo(ChronoUnit.MILLIS);
        return new Handover(person, pool, at).of(store, turns);
    }

    /**
     * What {@link #recompute} would do to the open clocks of some leads after an edit of a calendar, of who works in
     * which, or of a target in the rules. Nothing changes.
     *
     * @param leadIds the leads; {@code engine.clocks(query)} lists those with open clocks
     * @param instant when it is to happen, cut to milliseconds; what is due before counts as fired
     * @return the clocks that would change
     */
    public RecomputePreview recomputePreview(Iterable<String> leadIds, Instant instant) {
        return new Recompute(turns, instant.truncatedTo(ChronoUnit.MILLIS)).preview(leadIds);
    }

    /**
     * What {@link #recompute} would do to the open clocks of one lead.
     *
     * @param leadId the lead
     * @param instant when it is to happen, cut to milliseconds; what is due before counts as fired
     * @return the clocks that would change
     */
    public RecomputePreview recomputePreview(String leadId, Instant instant) {
        return recomputePreview(List.of(leadId), instant);
    }

    /**
     * Counts clocks anew as a preview said, each as an entry of its own at the preview's instant; what is due before
     * fires first. What was told stays told, what was reached never fires again, and a clock that was breached stays so;
     * what a clock has overdue then, of several milestones past the highest, fires in the same call, before anything
     * else of that instant. A lead that changed since the preview is left alone.
     *
     * @param preview what is to be done
     * @return what was done
     */
    public Recomputed recompute(RecomputePreview preview) {
        return new Recompute(turns, preview.at()).apply(preview.rows());
    }

    /**
     * Fires what is parked on a lead again, at the instant of its last entry.
     *
     * @param leadId the lead
     * @return how many items fire without failing again
     * @throws IllegalArgumentException if nobody created the lead
     */
    public int retry(String leadId) {
        if (store.lead(leadId).isEmpty()) {
            throw nobodyCreated(leadId);
        }
        List<Decision> decisions =
                turns.on(leadId, stripe -> turns.through(leadId, turn -> turn.retry(item -> true, null), stripe));
        return (int) decisions.stream()
                .map(Decision::entry)
                .filter(entry -> entry.result() != JournalEntry.Result.PARKED && !Sweep.isAnswer(entry))
                .count();
    }

    /**
     * A lead as it is now. What fell due since its last entry has not happened until {@link #advanceTo}.
     *
     * @param leadId the lead
     * @return the lead, empty when nobody created it
     */
    public Optional<Lead> lead(String leadId) {
        return store.lead(leadId);
    }

    /**
     * The journal of a lead.
     *
     * @param leadId the lead
     * @return its entries in order, empty when nobody created it
     */
    public List<JournalEntry> journal(String leadId) {
        return store.journal(leadId).stream().map(StoredEntry::entry).toList();
    }

    /**
     * The journey of a lead for people: every move with its reason, every message, every clock with where its time
     * went.
     *
     * @param leadId the lead
     * @return several lines
     * @throws IllegalArgumentException if nobody created the lead
     */
    public String story(String leadId) {
        Lead lead = lead(leadId).orElseThrow(() -> nobodyCreated(leadId));
        return new LeadStory(calendars, lifecycle).of(lead, journal(leadId));
    }

    /**
     * What a lead's latest clock of a name tells.
     *
     * @param leadId the lead
     * @param clockName the clock
     * @param asOf the instant it is read at, cut to milliseconds; one before the lead's last entry is read from the journal, as it was then
     * @return the clock, empty when none of that name was started by then
     * @throws IllegalArgumentException if nobody created the lead
     */
    public Optional<ClockReport> clock(String leadId, String clockName, Instant asOf) {
        return new ClockAnswers(store, directory, calendars).clock(leadId, clockName, asOf);
    }

    /**
     * What every start of a clock tells, also those that a restart took the place of.
     *
     * @param leadId the lead
     * @param clockName the clock
     * @param asOf the instant they are read at, cut to milliseconds, as they were then
     * @return by number of the start; empty when none of that name was started by then
     * @throws IllegalArgumentException if nobody created the lead
     */
    public List<ClockReport> clockHistory(String leadId, String clockName, Instant asOf) {
        return new ClockAnswers(store, directory, calendars).history(leadId, clockName, asOf);
    }

    /**
     * Open clocks of all leads, found without reading every lead. What fell due since the leads' last entries has not
     * happened until {@link #advanceTo}.
     *
     * @param query which; a team is the people that the directory has in it now
     * @return by due instant, those without one last, then lead, then name
     * @throws IllegalArgumentException if the directory has no such team
     */
    public List<OpenClock> clocks(ClockQuery query) {
        return new ClockAnswers(store, directory, calendars).clocks(query);
    }

    static IllegalArgumentException nobodyCreated(String leadId) {
        return new IllegalArgumentException("Nobody created the lead \"" + leadId + "\".");
    }

    /**
     * What needs a look: leads on which something failed and is parked, and events that belong to no journal.
     *
     * @return the figures as they are now
     */
    public Health health() {
        return new Health(store.parked(), store.strayCount());
    }

    /**
     * The latest events that belong to no journal: of unknown leads, or with other content under a used id.
     *
     * @return the strays that the store keeps, oldest first
     */
    public List<Stray> strays() {
        return store.strays();
    }
}
