package io.leadlifecycle.store;

import io.leadlifecycle.model.Lead;
import org.jspecify.annotations.Nullable;

/** What leads are found by without reading every one. */
public enum LeadIndex {
    /** The stage it stands in. */
    STAGE {
        @Override
        @Nullable
        String key(Lead lead) {
            return lead.stage();
        }
    },
    /** Who owns the lead. */
    OWNER {
        @Override
        @Nullable
        String key(Lead lead) {
            return lead.ownership().owner();
        }
    },
    /** Who owned it before. */
    PREVIOUS_OWNER {
        @Override
        @Nullable
        String key(Lead lead) {
            return lead.ownership().previousOwner();
        }
    },
    /** The account it belongs to, as the profile field {@code accountId} says. */
    ACCOUNT {
        @Override
        @Nullable
        String key(Lead lead) {
            return lead.profile().text("accountId");
        }
    };

    /**
     * The key a lead stands under.
     *
     * @param lead the lead
     * @return null when it stands under none; a lead that was merged into another does not
     */
    public @Nullable String keyOf(Lead lead) {
        return lead.mergedInto().isPresent() ? null : key(lead);
    }

    abstract @Nullable String key(Lead lead);
}
