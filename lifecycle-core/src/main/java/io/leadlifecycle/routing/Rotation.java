package io.leadlifecycle.routing;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.routing.Pool.Member;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in a pool, as a value: a draw gives the person and the rotation after it.
 *
 * <pre>{@code
 * Rotation rotation = Rotation.read("inbound", stored);
 * Rotation.Drawn drawn = rotation.draw(pool, directory, calendars, at, Set.of()).orElseThrow();
 * drawn.person(); // whose turn it was
 * stored = drawn.then().write();
 * }</pre>
 *
 * <ul>
 *   <li>A member is available who is of the directory and there ({@link Directory#isThere}), has not reached the cap and
 *       is not excepted. Opening hours do not matter: at night a lead is given to somebody who works tomorrow.
 *   <li>Shares go by weight. Two equal members who are available throughout differ by at most one lead, whatever the
 *       others do.
 *   <li>Of two who are equally far the one goes first whose latest draw is longer ago, and who never drew before all;
 *       then the order in the pool decides.
 *   <li>Who comes back, is new or begins a new period of the cap takes the next turn if a turn was missed, and does not
 *       catch up on more than that.
 *   <li>Caps count draws by the business day or week of the person's calendar. Draws count in the order they are made: one
 *       at an instant before the period that is being counted counts to that period.
 *   <li>Only members of the pool are remembered: the state has at most one line for each, and who leaves the pool and
 *       returns begins anew.
 * </ul>
 *
 * <p>How it works: every member has a pass, and the smallest draws. A draw adds a step to it, the longer the smaller the
 * weight. Whoever is behind the pass of the latest draw is put level with it, so that absence is not saved up. Passes are
 * kept relative to that of the latest draw, so they never grow beyond one step.
 *
 * <p>Immutable, thread-safe, and equal when pool and text are. Only what is marked so may be null. Instants lie in the
 * years 1 to 9999; others are an {@link IllegalArgumentException} as soon as a calendar is asked.
 */
public final class Rotation {
    private final String pool;
    private final long draws;
    private final SortedMap<String, Turn> turns;

    Rotation(String pool, long draws, SortedMap<String, Turn> turns) {
        this.pool = pool;
        this.draws = draws;
        this.turns = turns;
    }

    /**
     * A draw.
     *
     * @param person whose turn it was
     * @param position the number of the draw in this pool, from 1
     * @param then the rotation after it
     */
    public record Drawn(String person, long position, Rotation then) {}

    /**
     * Reads what {@link #write} wrote.
     *
     * @param pool the pool's name
     * @param state the text, null when nobody ever drew
     * @return the rotation
     * @throws IllegalArgumentException if the text is no state of a pool, with the line that is wrong
     */
    public static Rotation read(String pool, @Nullable String state) {
        return state == null ? new Rotation(pool, 0, new TreeMap<>()) : RotationText.read(pool, state);
    }

    /**
     * The state as text, one line for the pool and one for every member who drew:
     *
     * <pre>{@code
     * draws 3
     * pass 500000000000 draw 3 day 2026-03-02T09:00:00Z 2 week 2026-03-02T09:00:00Z 2 person ana
     * pass 500000000000 draw 2 day 2026-03-02T09:00:00Z 1 week 2026-03-02T09:00:00Z 1 person ben
     * }</pre>
     *
     * @return the same text for the same value, in every JVM
     */
    public String write() {
        return RotationText.write(draws, turns);
    }

    /**
     * Gives the next turn.
     *
     * @param pool the pool as it is now
     * @param people the directory as it is now
     * @param calendars the working calendar of a person
     * @param at when the lead is given
     * @param except who does not take this turn, such as the person who let the lead lie
     * @return the draw, empty when nobody is available; then nothing has changed
     * @throws IllegalArgumentException if the pool is another one
     */
    public Optional<Drawn> draw(
            Pool pool, Directory people, Function<Person, BusinessCalendar> calendars, Instant at, Set<String> except) {
        requireMine(pool);
        return pool.members().stream()
                .filter(member -> !except.contains(member.person()))
                .filter(member -> availableFrom(member, people, calendars, at).equals(Optional.of(at)))
                .min(Comparator.comparingLong(this::pass).thenComparingLong(this::latestDraw))
                .map(member -> drawn(
                        member,
                        pool,
                        people.person(member.person()).map(calendars).orElseThrow(),
                        at));
    }

    private Drawn drawn(Member member, Pool members, BusinessCalendar calendar, Instant at) {
        long progress = pass(member);
        SortedMap<String, Turn> then = new TreeMap<>();
        for (Member other : members.members()) {
            Turn turn = turns.get(other.person());
            if (turn != null) {
                then.put(other.person(), turn.after(progress));
            }
        }
        long position = draws + 1;
        long step = Turn.step(member.weight());
        Turn before = turns.get(member.person());
        Turn after =
                before == null ? Turn.first(step, position, calendar, at) : before.next(step, position, calendar, at);
        then.put(member.person(), after);
        return new Drawn(member.person(), position, new Rotation(pool, position, then));
    }

    /**
     * When somebody who is not available may be so again: an absence ends, the next period of a cap begins. Without an
     * edit and without a draw until then, nobody becomes available earlier.
     *
     * @param pool the pool as it is now
     * @param people the directory as it is now
     * @param calendars the working calendar of a person
     * @param after the instant at which availability is known
     * @return the earliest such instant, later than {@code after}; empty when there is none before
     *     {@link BusinessCalendar#END}, because everybody is available or will not be without an edit
     * @throws IllegalArgumentException if the pool is another one
     */
    public Optional<Instant> nextOpening(
            Pool pool, Directory people, Function<Person, BusinessCalendar> calendars, Instant after) {
        requireMine(pool);
        return pool.members().stream()
                .flatMap(member -> availableFrom(member, people, calendars, after).stream())
                .filter(from -> from.isAfter(after) && from.isBefore(BusinessCalendar.END))
                .min(Comparator.naturalOrder());
    }

    /** The first instant from the given one on at which a member is available, empty when there is none. */
    private Optional<Instant> availableFrom(
            Member member, Directory people, Function<Person, BusinessCalendar> calendars, Instant instant) {
        Optional<Person> person = people.person(member.person());
        Optional<Instant> from = person.map(known -> uncappedFrom(member, calendars.apply(known), instant));
        while (from.isPresent() && !people.isThere(member.person(), from.get())) {
            from = from.flatMap(at -> person.flatMap(known -> known.absenceAt(at)))
                    .map(Absence::until);
        }
        return from;
    }

    private Instant uncappedFrom(Member member, BusinessCalendar calendar, Instant instant) {
        Cap cap = member.cap();
        Turn turn = turns.get(member.person());
        return cap != null && turn != null && turn.hasReached(cap, calendar, instant)
                ? turn.endOf(cap.per(), calendar, instant)
                : instant;
    }

    private long pass(Member member) {
        Turn turn = turns.get(member.person());
        return turn == null ? 0 : turn.pass();
    }

    private long latestDraw(Member member) {
        Turn turn = turns.get(member.person());
        return turn == null ? 0 : turn.draw();
    }

    private void requireMine(Pool given) {
        if (!given.name().equals(pool)) {
            throw new IllegalArgumentException("The rotation of the pool \"" + pool + "\" is asked for the pool \""
                    + given.name() + "\". Maybe read(\"" + given.name() + "\", ...)?");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rotation rotation
                && pool.equals(rotation.pool)
                && draws == rotation.draws
                && turns.equals(rotation.turns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pool, draws, turns);
    }

    /** The pool and the {@link #write text}. */
    @Override
    public String toString() {
        return "pool " + pool + "\n" + write();
    }
}
