package io.leadlifecycle.clock;

import io.leadlifecycle.model.ClockState;
import io.leadlifecycle.model.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which open clocks are looked for: all that meet everything said. Clocks that have stopped are never among them.
 *
 * <pre>{@code
 * engine.clocks(ClockQuery.open().ownedBy("ana").dueBefore(tonight));
 * engine.clocks(ClockQuery.open().inTeam("inside sales").named("acceptance").breached());
 * engine.clocks(ClockQuery.open().in(ClockState.PAUSED).atMost(20));
 * }</pre>
 *
 * <ul>
 *   <li>owner, team, name, state, breached or not, due before: any, unless said
 *   <li>limit: none, {@link #NO_LIMIT}
 * </ul>
 *
 * <p>What is said again takes the place of what was said before. Immutable and thread-safe; what is null is not asked
 * for, and no parameter of a method may be null.
 *
 * @param owners who owns the lead now, one of them; none of an empty list
 * @param team the team of the lead's owner, as the engine's directory has it at the time of the question
 * @param name the clock's name
 * @param state running or paused
 * @param verdict open or breached, as the engine was last advanced
 * @param dueBefore the due instant lies before it; a paused clock has no due instant unless it was breached before
 * @param limit how many at most, at least 1
 */
public record ClockQuery(
        @Nullable List<String> owners,
        @Nullable String team,
        @Nullable String name,
        @Nullable ClockState state,
        @Nullable Verdict verdict,
        @Nullable Instant dueBefore,
        int limit) {
    /** The limit of a query that asks for all. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final ClockQuery ALL = new ClockQuery(null, null, null, null, null, null, NO_LIMIT);

    /** Copies the list; refuses what no open clock can be. */
    public ClockQuery {
        owners = owners == null ? null : List.copyOf(owners);
        if (limit < 1) {
            throw new IllegalArgumentException("The limit of a query of clocks is " + limit
                    + ". Allowed is 1 or more.\nMaybe no limit, which is the default?");
        }
        if (state == ClockState.STOPPED) {
            throw new IllegalArgumentException("A query of open clocks asks for the state STOPPED. Allowed are RUNNING"
                    + " and PAUSED.\nMaybe the history of the lead's clocks?");
        }
        if (verdict != null && verdict != Verdict.OPEN && verdict != Verdict.BREACHED) {
            throw new IllegalArgumentException("A query of open clocks asks for the verdict " + verdict
                    + ". Allowed are OPEN and BREACHED.\nMaybe the history of the lead's clocks?");
        }
    }

    /** Every open clock. */
    public static ClockQuery open() {
        return ALL;
    }

    /**
     * Of leads that somebody owns now.
     *
     * @param owner the person
     * @return the narrower query
     */
    public ClockQuery ownedBy(String owner) {
        return ownedByOneOf(List.of(owner));
    }

    /**
     * Of leads that one of several people owns now.
     *
     * @param people the people; of an empty list nothing is found
     * @return the narrower query
     */
    public ClockQuery ownedByOneOf(Collection<String> people) {
        return new ClockQuery(List.copyOf(people), team, name, state, verdict, dueBefore, limit);
    }

    /**
     * Of leads whose owner is in a team. With an owner too, both must hold.
     *
     * @param of the team's name in the engine's directory
     * @return the narrower query
     */
    public ClockQuery inTeam(String of) {
        return new ClockQuery(owners, of, name, state, verdict, dueBefore, limit);
    }

    /**
     * The people of the team instead of its name. The engine says this before it asks the store.
     *
     * @param people who is in the team
     * @return the same query without a team
     */
    public ClockQuery withTeam(Collection<String> people) {
        List<String> both = owners == null
                ? List.copyOf(people)
                : owners.stream().filter(people::contains).toList();
        return new ClockQuery(both, null, name, state, verdict, dueBefore, limit);
    }

    /**
     * Of one name.
     *
     * @param clock the name
     * @return the narrower query
     */
    public ClockQuery named(String clock) {
        return new ClockQuery(owners, team, clock, state, verdict, dueBefore, limit);
    }

    /**
     * In one state.
     *
     * @param either {@link ClockState#RUNNING} or {@link ClockState#PAUSED}
     * @return the narrower query
     * @throws IllegalArgumentException for {@link ClockState#STOPPED}
     */
    public ClockQuery in(ClockState either) {
        return new ClockQuery(owners, team, name, either, verdict, dueBefore, limit);
    }

    /** Those that were breached. */
    public ClockQuery breached() {
        return new ClockQuery(owners, team, name, state, Verdict.BREACHED, dueBefore, limit);
    }

    /** Those that were not breached. */
    public ClockQuery notBreached() {
        return new ClockQuery(owners, team, name, state, Verdict.OPEN, dueBefore, limit);
    }

    /**
     * Due before an instant.
     *
     * @param endExclusive the instant
     * @return the narrower query
     */
    public ClockQuery dueBefore(Instant endExclusive) {
        return new ClockQuery(owners, team, name, state, verdict, endExclusive, limit);
    }

    /**
     * Only the first ones.
     *
     * @param count how many at most
     * @return the narrower query
     * @throws IllegalArgumentException below 1
     */
    public ClockQuery atMost(int count) {
        return new ClockQuery(owners, team, name, state, verdict, dueBefore, count);
    }

    /**
     * Whether a clock is looked for, the limit apart. A store may ask this of what its indexes give.
     *
     * @param open the clock
     * @return true when it meets everything said
     * @throws IllegalArgumentException if the query names a team
     */
    public boolean matches(OpenClock open) {
        requireNoTeam();
        return (owners == null || (open.owner() != null && owners.contains(open.owner())))
                && (name == null || name.equals(open.name()))
                && (state == null || state == open.clock().state())
                && (verdict == null || verdict == open.clock().verdict())
                && isEarly(open.dueAt());
    }

    /**
     * Whether a due instant is early enough.
     *
     * @param due the due instant, null for none
     * @return true if nothing was said of it
     */
    public boolean isEarly(@Nullable Instant due) {
        return dueBefore == null || (due != null && due.isBefore(dueBefore));
    }

    /**
     * Refuses a query that names a team: a store knows no people.
     *
     * @throws IllegalArgumentException if it does
     */
    public void requireNoTeam() {
        if (team != null) {
            throw new IllegalArgumentException("The query of clocks names the team \"" + team
                    + "\", and who is in it is not known here. Allowed are owners.\nMaybe ask the engine?");
        }
    }
}
