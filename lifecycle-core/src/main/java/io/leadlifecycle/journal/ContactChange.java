package io.leadlifecycle.journal;

import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import java.time.Instant;

/** A change of what was said between the lead and its people, and how far it may be contacted. Immutable. */
public sealed interface ContactChange extends Change {
    /**
     * A human contact attempt.
     *
     * @param at when it happened
     * @param answered whether the lead answered
     * @param counts whether it counts as one without an answer
     */
    record Attempted(Instant at, boolean answered, boolean counts) implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().attempted(at, answered, counts));
        }
    }

    /**
     * The lead replied.
     *
     * @param at when it happened
     */
    record Replied(Instant at) implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().replied(at));
        }
    }

    /**
     * Sales responded to a qualified lead.
     *
     * @param at when it happened
     */
    record Responded(Instant at) implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().responded(at));
        }
    }

    /**
     * The lead may be contacted less than before.
     *
     * @param allowed how far from now on
     */
    record ContactRestricted(Contactable allowed) implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().restricted(allowed));
        }
    }

    /**
     * A message bounced or a number was wrong, or a person who reinstates the lead knows better.
     *
     * @param invalid whether the contact data is known to be wrong
     */
    record ContactDoubted(boolean invalid) implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().invalid(invalid));
        }
    }

    /** The person left the company. */
    record CompanyLeft() implements ContactChange {
        @Override
        public Lead applyTo(Lead lead) {
            return lead.with(lead.contact().gone());
        }
    }
}
