package io.leadlifecycle.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lead at one instant: an immutable value, safe to share between threads and to keep in a stream operator.
 *
 * <pre>{@code
 * Lead lead = engine.lead("L-1").orElseThrow();
 * lead.stage();                       // "MQL"
 * lead.journey().stampsOf("MQL");     // first, latest, entries
 * lead.clock("acceptance");           // its state, verdict and due instant
 * lead.ownership().owner();           // "ana"
 * }</pre>
 *
 * <p>It changes by journal entries and by nothing else: folding its journal gives the same lead.
 *
 * @param id the host's id of the lead
 * @param written how far its journal is written
 * @param origin where it came from
 * @param journey where it stands and was
 * @param profile who it is
 * @param qualification its fit, type, score and discovery
 * @param ownership who works it
 * @param contact what was said
 * @param touches what it did
 * @param deal its opportunity
 * @param agenda what runs and when it falls due
 * @param marks what rules noted on it
 */
public record Lead(
        String id,
        Written written,
        Origin origin,
        Journey journey,
        Profile profile,
        Qualification qualification,
        Ownership ownership,
        Contact contact,
        Touches touches,
        Deal deal,
        Agenda agenda,
        Marks marks) {
    /**
     * A lead before its first entry; it is in no stage yet and never leaves the core so.
     *
     * @param id the lead's id
     * @param at the instant of its first event
     * @return the blank lead
     */
    public static Lead blank(String id, Instant at) {
        return new Lead(
                id,
                new Written(0, at, 0),
                new Origin(at, null, null, null, null),
                Journey.startingAt(at),
                Profile.EMPTY,
                Qualification.NONE,
                Ownership.NOBODY,
                Contact.NONE,
                Touches.NONE,
                Deal.NONE,
                Agenda.EMPTY,
                Marks.NONE);
    }

    /**
     * How many journal entries made it.
     *
     * @return the count
     */
    public long entries() {
        return written.entries();
    }

    /**
     * The instant of the latest journal entry.
     *
     * @return the instant; before the first entry that of its first event
     */
    public Instant lastEntryAt() {
        return written.lastEntryAt();
    }

    /**
     * How many entries in a row fell due at that instant.
     *
     * @return the count
     */
    public int firings() {
        return written.firings();
    }

    /**
     * The stage the lead is in.
     *
     * @return the stage's name
     */
    public String stage() {
        return journey.stage();
    }

    /**
     * Its SLA clocks.
     *
     * @return the latest of each name, sorted by name
     */
    public List<Clock> clocks() {
        return agenda.clocks();
    }

    /**
     * A clock.
     *
     * @param name its name
     * @return the latest of that name, running or not
     */
    public Optional<Clock> clock(String name) {
        return Optional.ofNullable(Named.find(clocks(), name));
    }

    /**
     * Its timers that wait.
     *
     * @return the timers, sorted by name
     */
    public List<Timer> timers() {
        return agenda.timers();
    }

    /**
     * A timer that waits.
     *
     * @param name its name
     * @return the timer
     */
    public Optional<Timer> timer(String name) {
        return Optional.ofNullable(Named.find(timers(), name));
    }

    /**
     * How often a timer of that name was started.
     *
     * @param name the timer
     * @return 0 for never
     */
    public int startsOf(String name) {
        return agenda.startsOf(name);
    }

    /**
     * What fell due and failed.
     *
     * @return the items in the order they failed
     */
    public List<Parked> parked() {
        return agenda.parked();
    }

    /**
     * What falls due next; what is parked does not.
     *
     * @return the earliest, or empty when nothing waits
     */
    public Optional<Due> nextDue() {
        return agenda.nextDue();
    }

    /**
     * The names of its flags.
     *
     * @return the names, sorted
     */
    public List<String> flags() {
        return marks.flags().stream().map(Flag::name).toList();
    }

    /**
     * The re-engagement sequences it was enrolled in.
     *
     * @return the sequences in that order
     */
    public List<String> sequences() {
        return marks.sequences();
    }

    /**
     * When something happens to the lead: what comes late, at its last entry.
     *
     * @param at the instant it happened
     * @return that instant, or the last entry's when that came later
     */
    public Instant noEarlierThanLastEntry(Instant at) {
        return at.isAfter(lastEntryAt()) ? at : lastEntryAt();
    }

    /**
     * The lead it was merged into. A merged lead keeps its stage and is counted nowhere; nothing falls due for it, and
     * what happens to it reaches that lead.
     *
     * @return empty for a lead of its own
     */
    public Optional<String> mergedInto() {
        return Optional.ofNullable(marks.mergedInto());
    }

    /**
     * With the number and instant of one more journal entry.
     *
     * @param at the entry's instant
     * @param fired whether it fell due, rather than being the host's
     * @return the new lead
     */
    public Lead withEntry(Instant at, boolean fired) {
        Written then = written.withEntry(at, fired);
        return new Lead(
                id, then, origin, journey, profile, qualification, ownership, contact, touches, deal, agenda, marks);
    }

    /**
     * With another origin.
     *
     * @param then the origin
     * @return the new lead
     */
    public Lead with(Origin then) {
        return new Lead(
                id, written, then, journey, profile, qualification, ownership, contact, touches, deal, agenda, marks);
    }

    /**
     * With another journey.
     *
     * @param then the journey
     * @return the new lead
     */
    public Lead with(Journey then) {
        return new Lead(
                id, written, origin, then, profile, qualification, ownership, contact, touches, deal, agenda, marks);
    }

    /**
     * With another profile.
     *
     * @param then the profile
     * @return the new lead
     */
    public Lead with(Profile then) {
        return new Lead(
                id, written, origin, journey, then, qualification, ownership, contact, touches, deal, agenda, marks);
    }

    /**
     * With another qualification.
     *
     * @param then the qualification
     * @return the new lead
     */
    public Lead with(Qualification then) {
        return new Lead(id, written, origin, journey, profile, then, ownership, contact, touches, deal, agenda, marks);
    }

    /**
     * With another ownership.
     *
     * @param then the ownership
     * @return the new lead
     */
    public Lead with(Ownership then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, then, contact, touches, deal, agenda, marks);
    }

    /**
     * With another contact.
     *
     * @param then the contact
     * @return the new lead
     */
    public Lead with(Contact then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, ownership, then, touches, deal, agenda, marks);
    }

    /**
     * With other touches.
     *
     * @param then the touches
     * @return the new lead
     */
    public Lead with(Touches then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, ownership, contact, then, deal, agenda, marks);
    }

    /**
     * With another deal.
     *
     * @param then the deal
     * @return the new lead
     */
    public Lead with(Deal then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, ownership, contact, touches, then, agenda, marks);
    }

    /**
     * With another agenda.
     *
     * @param then the agenda
     * @return the new lead
     */
    public Lead with(Agenda then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, ownership, contact, touches, deal, then, marks);
    }

    /**
     * With other marks.
     *
     * @param then the marks
     * @return the new lead
     */
    public Lead with(Marks then) {
        return new Lead(
                id, written, origin, journey, profile, qualification, ownership, contact, touches, deal, agenda, then);
    }
}
