package io.leadlifecycle.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules noted on one lead, and whether it was merged. Immutable; every method answers new marks.
 *
 * @param flags its flags, sorted by name
 * @param sequences the re-engagement sequences it was enrolled in, in that order
 * @param mergedInto the lead it was merged into, null for a lead of its own
 */
public record Marks(
        List<Flag> flags, List<String> sequences, @Nullable String mergedInto) {
    /** Nothing noted. */
    public static final Marks NONE = new Marks(List.of(), List.of(), null);

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
        return new Marks(Named.with(flags, flag), sequences, mergedInto);
    }

    /**
     * With a flag cleared.
     *
     * @param flag its name
     * @return the new marks
     */
    public Marks cleared(String flag) {
        return new Marks(Named.without(flags, flag), sequences, mergedInto);
    }

    /**
     * With one more sequence.
     *
     * @param sequence the sequence
     * @return the new marks
     */
    public Marks enrolledIn(String sequence) {
        return new Marks(
                flags, Stream.concat(sequences.stream(), Stream.of(sequence)).toList(), mergedInto);
    }

    /**
     * Merged into another lead.
     *
     * @param into the lead that absorbs it
     * @return the new marks
     */
    public Marks mergedInto(String into) {
        return new Marks(flags, sequences, into);
    }
}
