package io.leadlifecycle.rules.presets;

import io.leadlifecycle.LifecycleEngine;
import io.leadlifecycle.Outcome;
import io.leadlifecycle.action.Effect;
import io.leadlifecycle.event.ContactAttempted;
import io.leadlifecycle.event.DiscoveryCancelled;
import io.leadlifecycle.event.DiscoveryCompleted;
import io.leadlifecycle.event.DoNotContactRequested;
import io.leadlifecycle.event.LeadAssigned;
import io.leadlifecycle.event.LeadCreated;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.LeadImported;
import io.leadlifecycle.event.LeadMerged;
import io.leadlifecycle.event.LeadResponded;
import io.leadlifecycle.event.LeftCompany;
import io.leadlifecycle.event.MeetingCancelled;
import io.leadlifecycle.event.MeetingSet;
import io.leadlifecycle.event.OpportunityCreated;
import io.leadlifecycle.event.OpportunityLost;
import io.leadlifecycle.event.OpportunityReopened;
import io.leadlifecycle.event.OpportunityWon;
import io.leadlifecycle.event.ProfileUpdated;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.SalesAccepted;
import io.leadlifecycle.event.SalesRejected;
import io.leadlifecycle.event.ScoreChanged;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.event.Touchpoint;
import io.leadlifecycle.journal.JournalEntry;
import io.leadlifecycle.journal.RuleRecord;
import io.leadlifecycle.model.Clock;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.StageStamps;
import io.leadlifecycle.model.Timer;
import io.leadlifecycle.model.Waiting;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.rule.RuleBook;
import io.leadlifecycle.store.InMemoryLeadStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The story of one lead, told event by event: ids count up, the clock stands until it is set, and what the last sentence
 * did can be asked for.
 *
 * <pre>{@code
 * Story story = Preset.STANDARD.at("2026-03-02T10:00:00Z").created(Story.ICP).assigned("ana").touched("demo request");
 * story.rules();   // ["MQL-1", "SLA-1", "SLA-4", "SPD-1"]
 * story.stage();   // "MQL"
 * }</pre>
 */
public final class Story {
    public static final String MONDAY_10 = "2026-03-02T10:00:00Z";
    public static final Map<String, Object> ICP = Map.of("industry", "software", "employees", 500, "title", "VP Sales");
    public static final Map<String, Object> MISFIT =
            Map.of("industry", "software", "employees", 20, "title", "VP Sales");
    public static final Map<String, Object> NOTHING = Map.of();

    private static final String LEAD = "L-1";
    private static final Set<String> WAITS =
            Set.of("DEC-1", "FLG-1", "FLG-3", "FLG-5", "INA-1", "STA-1", "STL-1", "STL-3");

    private final RuleBook book;
    private final InMemoryLeadStore store;
    private final LifecycleEngine engine;
    private final String id;
    private Instant now = Instant.parse(MONDAY_10);
    private int events;
    private int mark;
    private Outcome outcome;

    private Story(RuleBook book, Directory people, InMemoryLeadStore store, String id) {
        this.book = book;
        this.store = store;
        this.id = id;
        this.engine =
                LifecycleEngine.builder(book).directory(people).store(store).build();
    }

    /** A story in a book. */
    public static Story in(RuleBook book, String instant) {
        return in(book, Preset.PEOPLE, instant);
    }

    /** A story in a book, among other people. */
    public static Story in(RuleBook book, Directory people, String instant) {
        return new Story(book, people, new InMemoryLeadStore(), LEAD).then(instant);
    }

    /** The story of another lead beside this one, in the same office; both are advanced by either. */
    public Story beside(String lead, Directory people) {
        return new Story(book, people, store, lead).then(now);
    }

    /** The same lead goes on among other people. */
    public Story among(Directory people) {
        Story goingOn = beside(id, people);
        goingOn.events = events;
        return goingOn;
    }

    /** The same lead goes on under another book. */
    public Story in(RuleBook another) {
        Story goingOn = new Story(another, Preset.PEOPLE, store, id).then(now);
        goingOn.events = events;
        return goingOn;
    }

    /** Sets the clock; what was done before is no longer the last sentence. */
    public Story then(String instant) {
        return then(Instant.parse(instant));
    }

    public Story after(Duration duration) {
        return then(now.plus(duration));
    }

    private Story then(Instant instant) {
        now = instant;
        mark = journal().size();
        return this;
    }

    /** Everything due up to an instant fires, and the clock stands there. */
    public Story waited(String instant) {
        then(instant);
        engine.advanceTo(now);
        return this;
    }

    public Story created(Map<String, ?> profile) {
        return created("web", profile);
    }

    public Story created(String source, Map<String, ?> profile) {
        return fire(new LeadCreated(next(), id, now, source, profile));
    }

    public Story profile(Map<String, ?> profile) {
        return fire(new ProfileUpdated(next(), id, now, profile));
    }

    /** Touches of any kinds, a minute apart. */
    public Story touched(String... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            now = i == 0 ? now : now.plusSeconds(60);
            fire(new Touchpoint(next(), id, now, kinds[i]));
        }
        return this;
    }

    public Story scored(long score) {
        return fire(new ScoreChanged(next(), id, now, score));
    }

    public Story assigned(String owner) {
        return fire(new LeadAssigned(next(), id, now, owner));
    }

    /** All leads of a person are given to a pool. */
    public Story handedOver(String person, String pool) {
        engine.transfer(person, pool, now);
        return this;
    }

    /** Comes from another system, where it stands in a stage. */
    public Story imported(String stage) {
        return fire(new LeadImported(next(), id, now, stage, Map.of()));
    }

    /** The same with the reason it stands there for. */
    public Story imported(String stage, String reason) {
        return fire(new LeadImported(
                next(), id, now, stage, Map.of(), reason, null, null, null, null, Map.of(), null, null));
    }

    public Story accepted() {
        return fire(new SalesAccepted(next(), id, now).by("ana"));
    }

    public Story rejected(String reason) {
        return fire(new SalesRejected(next(), id, now, reason).by("ana"));
    }

    public Story rejected(String reason, String disposition) {
        return rejected(reason, null, disposition);
    }

    public Story rejected(String reason, String note, String disposition) {
        return fire(new SalesRejected(next(), id, now, reason, note, disposition, "ana"));
    }

    public Story called(String result) {
        return fire(new ContactAttempted(next(), id, now, "phone", result).by("ana"));
    }

    public Story mailedByMachine(String result) {
        return fire(new ContactAttempted(next(), id, now, "email", result, true, null));
    }

    public Story replied() {
        return fire(new LeadResponded(next(), id, now, "email"));
    }

    public Story autoReplied() {
        return fire(new LeadResponded(next(), id, now, "email", true, null));
    }

    public Story meetingSet() {
        return fire(new MeetingSet(next(), id, now).by("ana"));
    }

    public Story meetingCancelled() {
        return fire(new MeetingCancelled(next(), id, now).by("ana"));
    }

    public Story discovered(String... confirmed) {
        return discoveredBy("BANT", confirmed);
    }

    public Story discoveredBy(String method, String... confirmed) {
        return fire(new DiscoveryCompleted(next(), id, now, method, Arrays.asList(confirmed)).by("ana"));
    }

    public Story discoveryCancelled() {
        return fire(new DiscoveryCancelled(next(), id, now).by("ana"));
    }

    public Story dealOpened() {
        return dealOpened("O-1");
    }

    public Story dealOpened(String deal) {
        return fire(new OpportunityCreated(next(), id, now, deal).by("ana"));
    }

    public Story dealOpenedFor(String owner) {
        return fire(new OpportunityCreated(next(), id, now, "O-1", owner, null, null, null, null, "ana"));
    }

    public Story dealWon() {
        return fire(new OpportunityWon(next(), id, now).by("ana"));
    }

    public Story dealLost(String reason) {
        return fire(new OpportunityLost(next(), id, now, reason).by("ana"));
    }

    public Story dealLost(String reason, String note, String disposition) {
        return fire(new OpportunityLost(next(), id, now, reason, note, disposition, "ana"));
    }

    public Story dealReopened() {
        return fire(new OpportunityReopened(next(), id, now).by("ana"));
    }

    public Story noContact(String scope) {
        return fire(new DoNotContactRequested(next(), id, now, scope));
    }

    public Story leftCompany() {
        return fire(new LeftCompany(next(), id, now));
    }

    public Story reinstated() {
        return reinstated("a mistake");
    }

    public Story reinstated(String note) {
        return fire(new Reinstated(next(), id, now, note).by("oli"));
    }

    public Story moved(String stage) {
        return fire(new StageChangeRequested(next(), id, now, stage).by("ana"));
    }

    public Story moved(String stage, String reason) {
        return moved(stage, reason, "as agreed");
    }

    public Story moved(String stage, String reason, String note) {
        return fire(new StageChangeRequested(next(), id, now, stage, reason, note, "ana"));
    }

    /** This lead ends; the story goes on with the other one. */
    public Story mergedInto(Story other) {
        other.then(now);
        fire(new LeadMerged(next(), id, now, other.id));
        return other;
    }

    private String next() {
        events++;
        return "e-" + events;
    }

    private Story fire(LeadEvent event) {
        outcome = engine.fire(event);
        return this;
    }

    /** The ids of the rules that fired since the clock was set, whatever the lifecycle made of them. */
    public List<String> firedSinceThen() {
        return sinceThen().rules(ruling -> true);
    }

    /**
     * The ids of the rules that were applied since the clock was set, in order, each once, but for those that only begin a
     * wait for silence.
     */
    public List<String> rulesSinceThen() {
        return withoutWaits(allRulesSinceThen());
    }

    /**
     * The ids of the rules that the last event fired and the lifecycle applied, in order, each once, but for those that only
     * begin a wait for silence: they stand beside nearly everything and have tests of their own.
     */
    public List<String> rules() {
        return withoutWaits(allRules());
    }

    /** As {@link #rulesSinceThen()}, with those that begin a wait for silence. */
    public List<String> allRulesSinceThen() {
        return sinceThen().rules(RuleRecord.Ruling.APPLIED::equals);
    }

    /** As {@link #rules()}, with those that begin a wait for silence. */
    public List<String> allRules() {
        return last().rules(RuleRecord.Ruling.APPLIED::equals);
    }

    private static List<String> withoutWaits(List<String> rules) {
        return rules.stream().filter(rule -> !WAITS.contains(rule)).toList();
    }

    /** The ids of the rules of the last event that another move beat. */
    public List<String> overruled() {
        return last().rules(RuleRecord.Ruling.OVERRULED::equals);
    }

    /** The ids of the rules of the last event of which the lifecycle refused something. */
    public List<String> refused() {
        return last().rules(RuleRecord.Ruling.REFUSED::equals);
    }

    /** The ids of the rules of the last event that meant something for a stage it only passed through. */
    public List<String> passedThrough() {
        return last().rules(RuleRecord.Ruling.PASSED_THROUGH::equals);
    }

    /** Where the lead went since the clock was set. */
    public List<String> movesSinceThen() {
        return sinceThen().moves();
    }

    /** Who was told what since the clock was set: {@code "ana (cc maria) urgently"}. */
    public List<String> toldSinceThen() {
        return sinceThen().told();
    }

    /** The same with the clocks that each names: {@code "ana of acceptance, speed to lead"}. */
    public List<String> noticesSinceThen() {
        return sinceThen().notices();
    }

    /** What was told since the clock was set, as the host gets it. */
    public List<Effect.Tell> messagesSinceThen() {
        return sinceThen().effects(Effect.Tell.class);
    }

    /** To whom rules gave the lead since the clock was set. */
    public List<String> ownersSinceThen() {
        return sinceThen().owners();
    }

    /** The sequences the lead was enrolled in since the clock was set. */
    public List<String> enrolledSinceThen() {
        return sinceThen().enrolled();
    }

    private Entries sinceThen() {
        return new Entries(journal().subList(mark, journal().size()));
    }

    private Entries last() {
        return new Entries(outcome.entry() == null ? List.of() : List.of(outcome.entry()));
    }

    public List<JournalEntry> journal() {
        return engine.journal(id);
    }

    public Outcome outcome() {
        return outcome;
    }

    public String refusal() {
        return outcome.status() == Outcome.Status.REFUSED ? Objects.requireNonNull(outcome.why()) : "";
    }

    public Lead lead() {
        return engine.lead(id).orElseThrow();
    }

    public String stage() {
        return lead().stage();
    }

    public String reason() {
        return lead().journey().reason();
    }

    public String fit() {
        return lead().qualification().fit().name();
    }

    public long score() {
        return lead().qualification().score();
    }

    public String type() {
        return lead().qualification().type();
    }

    public boolean flagged(String flag) {
        return lead().flags().contains(flag);
    }

    public String owner() {
        return lead().ownership().owner();
    }

    /** When a timer fires; null when it does not wait. */
    public Instant due(String timer) {
        return lead().timer(timer).map(Timer::dueAt).orElse(null);
    }

    /** The pool in whose queue it waits; null when it does not. */
    public String queue() {
        Waiting waiting = lead().ownership().waiting();
        return waiting == null ? null : waiting.pool();
    }

    public Clock clock() {
        return clock("acceptance");
    }

    public Clock clock(String name) {
        return lead().clock(name).orElseThrow();
    }

    public StageStamps stamps(String stage) {
        return lead().journey().stampsOf(stage).orElseThrow();
    }
}
