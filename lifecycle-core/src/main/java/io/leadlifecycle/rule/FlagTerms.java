package io.leadlifecycle.rule;

/**
 * Says when a flag falls by itself; without a word it stands until a rule clears it. Of two words the earlier end counts.
 * Not thread-safe.
 */
public final class FlagTerms {
    private final Place place;
    private Proposal.RaiseFlag flag;

    FlagTerms(Place place, Proposal.RaiseFlag flag) {
        this.place = place;
        this.flag = flag;
    }

    /**
     * Until an event of a group that no machine caused.
     *
     * @param group an event group of the lifecycle
     * @return to say more
     */
    public FlagTerms until(String group) {
        return with(new Proposal.RaiseFlag(flag.flag(), group, flag.whileInStage()));
    }

    /**
     * As long as the lead stays in its stage.
     *
     * @return to say more
     */
    public FlagTerms whileInStage() {
        return with(new Proposal.RaiseFlag(flag.flag(), flag.until(), true));
    }

    private FlagTerms with(Proposal.RaiseFlag then) {
        flag = then;
        place.put(then);
        return this;
    }
}
