package io.leadlifecycle.store;

import io.leadlifecycle.model.Lead;
import org.jspecify.annotations.Nullable;

/** What leads are found by without reading every one. */
public enum LeadIndex {
    /** The stage it stands in. */
    STAGE {
        @Override
        public @Nullable String keyOf(Lead lead) {
            return lead.stage();
        }
    },
    /** Who owns the lead. */
    OWNER {
        @Override
        public @Nullable String keyOf(Lead lead) {
            return lead.ownership().owner();
        }
    },
    /** Who owned it before. */
    PREVIOUS_OWNER {
        @Override
        public @Nullable String keyOf(Lead lead) {
            return lead.ownership().previousOwner();
        }
    },
    /** The account it belongs to, as the profile field {@code accountId} says. */
    ACCOUNT {
        @Override
        public @Nullable String keyOf(Lead lead) {
            return lead.profile().text("accountId");
        }
    };

    /**
     * The key a lead stands under.
     *
     * @param lead the lead
     * @return null when it stands under none
     */
    public abstract @Nullable String keyOf(Lead lead);
}
