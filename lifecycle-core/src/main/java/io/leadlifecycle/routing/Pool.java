package io.leadlifecycle.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns with new leads.
 *
 * <pre>{@code
 * Pool inbound = Pool.of("inbound", "ana", "ben").ledBy("maria");
 * Pool enterprise = Pool.named("enterprise")
 *         .with(new Pool.Member("ana", 2, Cap.parse("20 per day")))
 *         .with(new Pool.Member("ben", 1, Cap.parse("100 per week")));
 * }</pre>
 *
 * <ul>
 *   <li>{@code weight}: {@value Member#USUAL_WEIGHT}; somebody of weight 2 gets two leads while one of weight 1 gets one.
 *   <li>{@code cap}: none.
 *   <li>{@code manager}: nobody.
 * </ul>
 *
 * <p>Whose turn it is, a {@link Rotation} knows. Immutable and thread-safe; only what is marked so may be null.
 *
 * @param name unique among the pools and teams of a directory, not blank
 * @param members in the order that decides between two who are equally far; nobody twice; may be empty
 * @param manager who is told when nobody of the pool is available, null for nobody
 */
public record Pool(
        String name, List<Member> members, @Nullable String manager) {

    /**
     * Somebody of a pool.
     *
     * @param person the name in the directory, not blank
     * @param weight the share, {@value #USUAL_WEIGHT} to {@value #LARGEST_WEIGHT}
     * @param cap how many leads at most, null for any number
     */
    public record Member(
            String person, int weight, @Nullable Cap cap) {
        /** The weight of a member of whom nothing else is said. */
        public static final int USUAL_WEIGHT = 1;

        /** The largest weight. */
        public static final int LARGEST_WEIGHT = 100;

        /** Refuses a blank person and a weight out of range. */
        public Member {
            if (person.isBlank()) {
                throw new IllegalArgumentException("A member of a pool needs a name.");
            }
            if (weight < USUAL_WEIGHT || weight > LARGEST_WEIGHT) {
                int meant = weight < USUAL_WEIGHT ? USUAL_WEIGHT : LARGEST_WEIGHT;
                throw new IllegalArgumentException("The weight " + weight + " of the member \"" + person
                        + "\" of a pool is out of range; allowed are " + USUAL_WEIGHT + " to " + LARGEST_WEIGHT
                        + ". Maybe " + meant + "?");
            }
        }

        /**
         * A member without cap, of the usual weight.
         *
         * @param person the name in the directory
         * @return the member
         */
        public static Member of(String person) {
            return new Member(person, USUAL_WEIGHT, null);
        }
    }

    /** Copies the members; refuses a blank name and somebody given twice. */
    public Pool {
        members = List.copyOf(members);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A pool needs a name.");
        }
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.person())) {
                throw new IllegalArgumentException("The pool \"" + name + "\" has the member \"" + member.person()
                        + "\" twice; allowed is once. Maybe a larger weight?");
            }
        }
    }

    /**
     * A pool without members and manager.
     *
     * @param name the name
     * @return the pool
     */
    public static Pool named(String name) {
        return new Pool(name, List.of(), null);
    }

    /**
     * A pool of equals without caps and manager.
     *
     * @param name the name
     * @param people the members, in order
     * @return the pool
     */
    public static Pool of(String name, String... people) {
        return new Pool(name, Arrays.stream(people).map(Member::of).toList(), null);
    }

    /**
     * The same pool with one more member, behind those there are.
     *
     * @param member the member
     * @return the pool
     */
    public Pool with(Member member) {
        List<Member> more = new ArrayList<>(members);
        more.add(member);
        return new Pool(name, more, manager);
    }

    /**
     * The same pool with a manager.
     *
     * @param person who is told when nobody is available
     * @return the pool
     */
    public Pool ledBy(String person) {
        return new Pool(name, members, person);
    }
}
