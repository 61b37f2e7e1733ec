package io.leadlifecycle.rule;

/** Says why a lead moves. Not thread-safe. */
public final class Because {
    private final Place place;
    private final Proposal.Move move;

    Because(Place place, Proposal.Move move) {
        this.place = place;
        this.move = move;
    }

    /**
     * Says why.
     *
     * @param text a short sentence for people
     */
    public void because(String text) {
        place.put(move.with(text));
    }
}
