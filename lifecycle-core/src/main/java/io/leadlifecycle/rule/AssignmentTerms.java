package io.leadlifecycle.rule;

import io.leadlifecycle.model.Recipient;
import java.util.ArrayList;
import java.util.List;

/** Says who else may own the lead. Not thread-safe. */
public final class AssignmentTerms {
    private final Place place;
    private Proposal.AssignTo assign;

    AssignmentTerms(Place place, Proposal.AssignTo assign) {
        this.place = place;
        this.assign = assign;
    }

    /**
     * Who owns it if nobody was there before.
     *
     * @param recipient a person, or whose turn it is
     * @return to say more
     */
    public AssignmentTerms or(Recipient recipient) {
        List<Recipient> ways = new ArrayList<>(assign.ways());
        ways.add(recipient);
        return with(new Proposal.AssignTo(ways, assign.most()));
    }

    /**
     * Draws nobody any more once rules have given the lead from one owner to another that often since it qualified; a
     * person such as the manager still may get it.
     *
     * @param times how often, at least 1
     * @return to say more
     */
    public AssignmentTerms atMost(long times) {
        return with(new Proposal.AssignTo(assign.ways(), (int) Math.max(1, Math.min(times, Integer.MAX_VALUE))));
    }

    private AssignmentTerms with(Proposal.AssignTo then) {
        assign = then;
        place.put(then);
        return this;
    }
}
