package io.leadlifecycle.rule;

import java.util.List;

/** Where a proposal stands, for the words after it that say more. */
record Place(List<Proposal> proposals, int index) {
    void put(Proposal proposal) {
        proposals.set(index, proposal);
    }
}
