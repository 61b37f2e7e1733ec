package io.leadlifecycle.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param entries how many journal entries made it
 * @param lastEntryAt the instant of the latest of them
 * @param firings how many entries in a row fell due at that instant
 * @param origin where it came from
 * @param journey where it stands and was
 * @param profile who it is
 * @param qualification its fit, type, score and discovery
 * @param ownership who works it
 * @param contact what was said
 * @param touches what it did
 * @param deal its opportunity
 * @param clocks its SLA clocks, the latest of each name, sorted by name
 * @param timers its timers that wait, sorted by name
 * @param starts how often each timer was started, sorted by name
 * @param flags its flags, sorted
 * @param sequences the re-engagement sequences it was enrolled in, in that order
 * @param parked what fell due and failed
 */
public record Lead(
        String id,
        long entries,
        Instant lastEntryAt,
        int firings,
        Origin origin,
        Journey journey,
        Profile profile,
        Qualification qualification,
        Ownership ownership,
        Contact contact,
        Touches touches,
        Deal deal,
        List<Clock> clocks,
        List<Timer> timers,
        List<Starts> starts,
        List<String> flags,
        List<String> sequences,
        List<Parked> parked) {
    /**
     * How often something of a name was started.
     *
     * @param name the timer
     * @param count how often
     */
    public record Starts(String name, int count) implements Named {}

    /** Copies the lists. */
    public Lead {
        clocks = List.copyOf(clocks);
        timers = List.copyOf(timers);
        starts = List.copyOf(starts);
        flags = List.copyOf(flags);
        sequences = List.copyOf(sequences);
        parked = List.copyOf(parked);
    }

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
                0,
                at,
                0,
                new Origin(at, null, null, null, null),
                Journey.startingAt(at),
                Profile.EMPTY,
                Qualification.NONE,
                Ownership.NOBODY,
                Contact.NONE,
                Touches.NONE,
                Deal.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
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
     * A clock.
     *
     * @param name its name
     * @return the latest of that name, running or not
     */
    public Optional<Clock> clock(String name) {
        return Optional.ofNullable(Named.find(clocks, name));
    }

    /**
     * A timer that waits.
     *
     * @param name its name
     * @return the timer
     */
    public Optional<Timer> timer(String name) {
        return Optional.ofNullable(Named.find(timers, name));
    }

    /**
     * What falls due next; what is parked does not.
     *
     * @return the earliest, or empty when nothing waits
     */
    public Optional<Due> nextDue() {
        Due next = null;
        for (Timer timer : timers) {
            next = earlier(next, new Due(timer.dueAt(), timer.name(), timer.number(), Due.TIMER));
        }
        for (Clock clock : clocks) {
            for (Milestone milestone : clock.pending()) {
                next = earlier(next, new Due(milestone.dueAt(), clock.name(), clock.number(), milestone.percent()));
            }
        }
        return Optional.ofNullable(next);
    }

    private @Nullable Due earlier(@Nullable Due known, Due other) {
        if (isParked(other)) {
            return known;
        }
        return known == null || other.compareTo(known) < 0 ? other : known;
    }

    private boolean isParked(Due due) {
        for (Parked item : parked) {
            if (item.due().equals(due)) {
                return true;
            }
        }
        return false;
    }

    /**
     * With the number and instant of one more journal entry.
     *
     * @param at the entry's instant
     * @param fired whether it fell due, rather than being the host's
     * @return the new lead
     */
    public Lead withEntry(Instant at, boolean fired) {
        int before = at.equals(lastEntryAt) ? firings : 0;
        return new Lead(
                id,
                entries + 1,
                at,
                fired ? before + 1 : before,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another origin.
     *
     * @param then the origin
     * @return the new lead
     */
    public Lead with(Origin then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                then,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another journey.
     *
     * @param then the journey
     * @return the new lead
     */
    public Lead with(Journey then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                then,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another profile.
     *
     * @param then the profile
     * @return the new lead
     */
    public Lead with(Profile then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                then,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another qualification.
     *
     * @param then the qualification
     * @return the new lead
     */
    public Lead with(Qualification then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                then,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another ownership.
     *
     * @param then the ownership
     * @return the new lead
     */
    public Lead with(Ownership then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                then,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another contact.
     *
     * @param then the contact
     * @return the new lead
     */
    public Lead with(Contact then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                then,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With other touches.
     *
     * @param then the touches
     * @return the new lead
     */
    public Lead with(Touches then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                then,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With another deal.
     *
     * @param then the deal
     * @return the new lead
     */
    public Lead with(Deal then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                then,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With a clock in the place of the one of its name.
     *
     * @param clock the clock
     * @return the new lead
     */
    public Lead with(Clock clock) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                Named.with(clocks, clock),
                timers,
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With a timer in the place of the one of its name.
     *
     * @param timer the timer
     * @return the new lead
     */
    public Lead with(Timer timer) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                Named.with(timers, timer),
                Named.with(starts, new Starts(timer.name(), timer.number())),
                flags,
                sequences,
                parked);
    }

    /**
     * Without a timer.
     *
     * @param name the timer
     * @return the new lead
     */
    public Lead withoutTimer(String name) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                Named.without(timers, name),
                starts,
                flags,
                sequences,
                parked);
    }

    /**
     * With a flag raised or cleared.
     *
     * @param name the flag
     * @param raised whether it stands
     * @return the new lead
     */
    public Lead withFlag(String name, boolean raised) {
        Stream<String> others = flags.stream().filter(flag -> !flag.equals(name));
        List<String> then = (raised ? Stream.concat(others, Stream.of(name)) : others)
                .sorted()
                .toList();
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                then,
                sequences,
                parked);
    }

    /**
     * With one more sequence.
     *
     * @param sequence the sequence
     * @return the new lead
     */
    public Lead withSequence(String sequence) {
        List<String> then = new ArrayList<>(sequences);
        then.add(sequence);
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                then,
                parked);
    }

    /**
     * With other parked items.
     *
     * @param then the items
     * @return the new lead
     */
    public Lead withParked(List<Parked> then) {
        return new Lead(
                id,
                entries,
                lastEntryAt,
                firings,
                origin,
                journey,
                profile,
                qualification,
                ownership,
                contact,
                touches,
                deal,
                clocks,
                timers,
                starts,
                flags,
                sequences,
                then);
    }

    /**
     * How often a timer of that name was started.
     *
     * @param name the timer
     * @return 0 for never
     */
    public int startsOf(String name) {
        Starts known = Named.find(starts, name);
        return known == null ? 0 : known.count();
    }
}
