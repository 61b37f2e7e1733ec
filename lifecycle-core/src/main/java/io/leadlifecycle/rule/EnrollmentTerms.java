package io.leadlifecycle.rule;

import java.util.ArrayList;
import java.util.List;

/** Says which sequence a lead starts that was in the first one before. Not thread-safe. */
public final class EnrollmentTerms {
    private final Place place;
    private Proposal.EnrollIn enroll;

    EnrollmentTerms(Place place, Proposal.EnrollIn enroll) {
        this.place = place;
        this.enroll = enroll;
    }

    /**
     * The sequence to take instead.
     *
     * @param sequence the sequence
     * @return to say more
     */
    public EnrollmentTerms or(String sequence) {
        List<String> sequences = new ArrayList<>(enroll.sequences());
        sequences.add(sequence);
        enroll = new Proposal.EnrollIn(sequences);
        place.put(enroll);
        return this;
    }
}
