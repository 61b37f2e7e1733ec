package io.leadlifecycle.rule;

import io.leadlifecycle.model.Noun;
import org.jspecify.annotations.Nullable;

/** Says what points are for. Without it the id of the rule stands in the explanation of the score. Not thread-safe. */
public final class PointTerms {
    private final Place place;
    private final Proposal.Points points;

    PointTerms(Place place, Proposal.Points points) {
        this.place = place;
        this.points = points;
    }

    /**
     * Says what they are for: {@code 40 = director 15 + ...}, several times {@code 2 x director}.
     *
     * @param word a short word for people; null, as of a profile value that is missing, leaves it to the id of the rule
     */
    public void as(@Nullable String word) {
        place.put(points.as(word == null ? null : Noun.of(word)));
    }

    /**
     * Says what they are for and how that is counted: {@code 40 = 3 pricing visits 30 + ...}.
     *
     * @param one a short word for people, for one
     * @param many the word for any other number
     */
    public void as(String one, String many) {
        place.put(points.as(new Noun(one, many)));
    }
}
