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
import io.leadlifecycle.rule.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The story of one lead, told event by event: ids count up, the clock stands until it is set, and what the last sentence
 * did can be asked for.
 *
 * <pre>{@code
 * Story story = Preset.STANDARD.at("2026-03-02T10:00:00Z").created(Story.ICP).touched("demo request");
 * story.rules();   // ["MQL-1", "SLA-1", "SLA-4"]
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

    private final LifecycleEngine engine;
    private Instant now = Instant.parse(MONDAY_10);
    private int events;
    private int mark;
    private Outcome outcome;

    private Story(RuleBook book) {
        engine = LifecycleEngine.builder(book).directory(Preset.PEOPLE).build();
    }

    /** A story in a book. */
    public static Story in(RuleBook book, String instant) {
        return new Story(book).then(instant);
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
        return fire(new LeadCreated(id(), LEAD, now, source, profile));
    }

    public Story profile(Map<String, ?> profile) {
        return fire(new ProfileUpdated(id(), LEAD, now, profile));
    }

    /** Touches of any kinds, a minute apart. */
    public Story touched(String... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            now = i == 0 ? now : now.plusSeconds(60);
            fire(new Touchpoint(id(), LEAD, now, kinds[i]));
        }
        return this;
    }

    public Story scored(long score) {
        return fire(new ScoreChanged(id(), LEAD, now, score));
    }

    public Story assigned(String owner) {
        return fire(new LeadAssigned(id(), LEAD, now, owner));
    }

    public Story accepted() {
        return fire(new SalesAccepted(id(), LEAD, now).by("ana"));
    }

    public Story rejected(String reason) {
        return fire(new SalesRejected(id(), LEAD, now, reason).by("ana"));
    }

    public Story rejected(String reason, String disposition) {
        return fire(new SalesRejected(id(), LEAD, now, reason, null, disposition, "ana"));
    }

    public Story called(String result) {
        return fire(new ContactAttempted(id(), LEAD, now, "phone", result).by("ana"));
    }

    public Story mailedByMachine(String result) {
        return fire(new ContactAttempted(id(), LEAD, now, "email", result, true, null));
    }

    public Story replied() {
        return fire(new LeadResponded(id(), LEAD, now, "email"));
    }

    public Story autoReplied() {
        return fire(new LeadResponded(id(), LEAD, now, "email", true, null));
    }

    public Story meetingSet() {
        return fire(new MeetingSet(id(), LEAD, now).by("ana"));
    }

    public Story meetingCancelled() {
        return fire(new MeetingCancelled(id(), LEAD, now).by("ana"));
    }

    public Story discovered(String... confirmed) {
        return discoveredBy("BANT", confirmed);
    }

    public Story discoveredBy(String method, String... confirmed) {
        return fire(new DiscoveryCompleted(id(), LEAD, now, method, Arrays.asList(confirmed)).by("ana"));
    }

    public Story discoveryCancelled() {
        return fire(new DiscoveryCancelled(id(), LEAD, now).by("ana"));
    }

    public Story dealOpened() {
        return fire(new OpportunityCreated(id(), LEAD, now, "O-1").by("ana"));
    }

    public Story dealWon() {
        return fire(new OpportunityWon(id(), LEAD, now).by("ana"));
    }

    public Story dealLost(String reason) {
        return fire(new OpportunityLost(id(), LEAD, now, reason).by("ana"));
    }

    public Story dealReopened() {
        return fire(new OpportunityReopened(id(), LEAD, now).by("ana"));
    }

    public Story noContact(String scope) {
        return fire(new DoNotContactRequested(id(), LEAD, now, scope));
    }

    public Story leftCompany() {
        return fire(new LeftCompany(id(), LEAD, now));
    }

    public Story reinstated() {
        return fire(new Reinstated(id(), LEAD, now, "a mistake").by("oli"));
    }

    public Story moved(String stage) {
        return fire(new StageChangeRequested(id(), LEAD, now, stage).by("ana"));
    }

    public Story moved(String stage, String reason) {
        return fire(new StageChangeRequested(id(), LEAD, now, stage, reason, "as agreed", "ana"));
    }

    private String id() {
        events++;
        return "e-" + events;
    }

    private Story fire(LeadEvent event) {
        outcome = engine.fire(event);
        return this;
    }

    /** The ids of the rules that fired since the clock was set, whatever the lifecycle made of them. */
    public List<String> firedSinceThen() {
        return ids(ruling -> true, sinceThen());
    }

    /** The ids of the rules that were applied since the clock was set, in order, each once. */
    public List<String> rulesSinceThen() {
        return ids(RuleRecord.Ruling.APPLIED::equals, sinceThen());
    }

    /** The ids of the rules that the last event fired and the lifecycle applied, in order, each once. */
    public List<String> rules() {
        return ids(RuleRecord.Ruling.APPLIED::equals, last());
    }

    /** The ids of the rules of the last event that another move beat. */
    public List<String> overruled() {
        return ids(RuleRecord.Ruling.OVERRULED::equals, last());
    }

    /** The ids of the rules of the last event of which the lifecycle refused something. */
    public List<String> refused() {
        return ids(RuleRecord.Ruling.REFUSED::equals, last());
    }

    private List<JournalEntry> sinceThen() {
        return journal().subList(mark, journal().size());
    }

    private List<JournalEntry> last() {
        return outcome.entry() == null ? List.of() : List.of(outcome.entry());
    }

    private static List<String> ids(Predicate<RuleRecord.Ruling> which, List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.steps().stream())
                .flatMap(step -> step.rules().stream())
                .filter(rule -> which.test(rule.ruling()))
                .map(rule -> rule.rule().split(" ", 2)[0])
                .distinct()
                .toList();
    }

    /** Where the lead went since the clock was set. */
    public List<String> movesSinceThen() {
        return sinceThen().stream()
                .flatMap(entry -> entry.moves().stream())
                .map(move -> move.to())
                .toList();
    }

    /** Who was told what since the clock was set: {@code "ana (cc maria) urgently"}. */
    public List<String> toldSinceThen() {
        return effects(Effect.Tell.class).stream().map(Story::words).toList();
    }

    private static String words(Effect.Tell tell) {
        return String.join(", ", tell.to())
                + (tell.cc().isEmpty() ? "" : " (cc " + String.join(", ", tell.cc()) + ")")
                + (tell.urgent() ? " urgently" : "")
                + (tell.fallback() ? " as nobody else is there" : "");
    }

    /** The sequences the lead was enrolled in since the clock was set. */
    public List<String> enrolledSinceThen() {
        return effects(Effect.Enroll.class).stream()
                .map(Effect.Enroll::sequence)
                .toList();
    }

    private <E extends Effect> List<E> effects(Class<E> type) {
        List<E> effects = new ArrayList<>();
        for (JournalEntry entry : sinceThen()) {
            entry.effects().stream().filter(type::isInstance).map(type::cast).forEach(effects::add);
        }
        return effects;
    }

    public List<JournalEntry> journal() {
        return engine.journal(LEAD);
    }

    public Outcome outcome() {
        return outcome;
    }

    public String refusal() {
        return outcome.status() == Outcome.Status.REFUSED ? Objects.requireNonNull(outcome.why()) : "";
    }

    public Lead lead() {
        return engine.lead(LEAD).orElseThrow();
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

    public Clock clock() {
        return lead().clock("acceptance").orElseThrow();
    }

    public StageStamps stamps(String stage) {
        return lead().journey().stampsOf(stage).orElseThrow();
    }
}
