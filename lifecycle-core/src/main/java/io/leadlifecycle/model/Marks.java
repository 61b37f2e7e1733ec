package io.leadlifecycle.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What rules noted on one lead. Immutable; every method answers new marks.
 *
 * @param flags its flags, sorted
 * @param sequences the re-engagement sequences it was enrolled in, in that order
 */
public record Marks(List<String> flags, List<String> sequences) {
    /** Nothing noted. */
    public static final Marks NONE = new Marks(List.of(), List.of());

    /** Copies the lists. */
    public Marks {
        flags = List.copyOf(flags);
        sequences = List.copyOf(sequences);
    }

    /**
     * With a flag raised.
     *
     * @param flag the flag
     * @return the new marks
     */
    public Marks raised(String flag) {
        return new Marks(
                Stream.concat(flags.stream(), Stream.of(flag))
                        .distinct()
                        .sorted()
                        .toList(),
                sequences);
    }

    /**
     * With a flag cleared.
     *
     * @param flag the flag
     * @return the new marks
     */
    public Marks cleared(String flag) {
        return new Marks(flags.stream().filter(other -> !other.equals(flag)).toList(), sequences);
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
