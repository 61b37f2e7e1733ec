package io.leadlifecycle.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What rules noted on one lead. Immutable; every method answers new marks.
 *
 * @param flags its flags, sorted by name
 * @param sequences the re-engagement sequences it was enrolled in, in that order
 */
public record Marks(List<Flag> flags, List<String> sequences) {
    /** Nothing noted. */
    public static final Marks NONE = new Marks(List.of(), List.of());

    /** Copies the lists. */
    public Marks {
        flags = List.copyOf(flags);
        sequences = List.copyOf(sequences);
    }

    /**
     * Whether a flag stands.
     *
     * @param flag its name
     * @return true when raised
     */
    public boolean flagged(String flag) {
        return Named.find(flags, flag) != null;
    }

    /**
     * With a flag raised, in the place of the one of its name.
     *
     * @param flag the flag
     * @return the new marks
     */
    public Marks raised(Flag flag) {
        return new Marks(Named.with(flags, flag), sequences);
    }

    /**
     * With a flag cleared.
     *
     * @param flag its name
     * @return the new marks
     */
    public Marks cleared(String flag) {
        return new Marks(Named.without(flags, flag), sequences);
    }

    /**
     * With one more sequence.
     *
     * @param sequence the sequence
     * @return the new marks
     */
    public Marks enrolledIn(String sequence) {
        return new Marks(
                flags, Stream.concat(sequences.stream(), Stream.of(sequence)).toList());
    }
}
