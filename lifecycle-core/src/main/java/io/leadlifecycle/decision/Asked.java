package io.leadlifecycle.decision;

import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.event.LeadEvent;
import io.leadlifecycle.event.Reinstated;
import io.leadlifecycle.event.StageChangeRequested;
import io.leadlifecycle.rule.Proposal;
import io.leadlifecycle.rule.RuleProposals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The move that a person asks for. A form that was left empty says nothing: a blank word is as none.
 *
 * @param asker by which right
 * @param move the move, under the name of the event
 */
record Asked(Judge.Asker asker, RuleProposals move) {
    /** What an event asks for, null when it asks for no move. */
    static @Nullable Asked by(LeadEvent event, Lifecycle lifecycle) {
        if (event instanceof StageChangeRequested wish) {
            return of(wish, Judge.Asker.PERSON, wish.to(), given(wish.reason()), wish.note());
        }
        String to = lifecycle.reinstateTo().orElse(null);
        return event instanceof Reinstated back && to != null
                ? of(back, Judge.Asker.REINSTATEMENT, to, null, back.note())
                : null;
    }

    private static Asked of(
            LeadEvent event, Judge.Asker asker, String to, @Nullable String reason, @Nullable String note) {
        String actor = given(event.actor());
        String words = given(note);
        String because = words != null ? words : "asked for" + (actor == null ? "" : " by " + actor);
        Proposal move = new Proposal.MoveTo(to, reason, because);
        return new Asked(asker, new RuleProposals(event.getClass().getSimpleName(), List.of(move)));
    }

    /** What somebody gave, null for nothing. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
