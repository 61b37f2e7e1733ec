package io.leadlifecycle.journal;

import io.leadlifecycle.model.Absorption;
import io.leadlifecycle.model.Contact;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Noun;
import io.leadlifecycle.model.Origin;
import io.leadlifecycle.model.Touches;

/** A change that makes one lead of two. Immutable. */
public sealed interface MergeChange extends Change {
    /** What the points are for that a merged lead brings. */
    Noun MERGED_LEAD = new Noun("merged lead", "merged leads");

    /**
     * The change for people.
     *
     * @return half a sentence
     */
    String inWords();

    /**
     * The lead ended: it is another one from now on.
     *
     * @param into the lead that goes on
     */
    record MergedInto(String into) implements MergeChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.marks().mergedInto(into));
        }

        @Override
        public String inWords() {
            return "merged into " + into;
        }
    }

    /**
     * The journey of a merged lead was added to this one. It is no move.
     *
     * @param data what the merged lead brings
     */
    record JourneyAbsorbed(Absorption data) implements MergeChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.journey().absorbing(data));
        }

        @Override
        public String inWords() {
            Absorption.Standing taken = data.taken();
            if (taken == null) {
                return "absorbs " + data.from();
            }
            String reason = taken.reason() == null ? "" : " (" + taken.reason() + ")";
            return "absorbs " + data.from() + ", from " + taken.left() + " to where it stood: " + taken.stage()
                    + reason;
        }
    }

    /**
     * What is known of both leads together.
     *
     * @param origin where they came from
     * @param contact what was said
     * @param touches what they did
     * @param reassignments how often rules gave them from one owner to another
     */
    record HistoryAbsorbed(Origin origin, Contact contact, Touches touches, int reassignments) implements MergeChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(origin)
                    .with(contact)
                    .with(touches)
                    .with(lead.ownership().reassigned(reassignments));
        }

        @Override
        public String inWords() {
            return "its history too: first touch " + origin.firstTouchAt() + ", " + contact.attempts()
                    + " contact attempts, contact " + contact.allowed();
        }
    }
}
