package io.leadlifecycle.journal;

import io.leadlifecycle.model.Lead;
import io.leadlifecycle.routing.Directory;
import io.leadlifecycle.routing.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a report groups by, as it was right after an entry: a later change of owner, team or segment does not rewrite the
 * past. Each is null when unknown. Immutable.
 *
 * @param type the lead type
 * @param owner who owned the lead
 * @param team the owner's team
 * @param source the original source
 * @param campaign the latest campaign
 * @param segment the segment of the profile
 */
public record Circumstances(
        @Nullable String type,
        @Nullable String owner,
        @Nullable String team,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String segment) {

    /**
     * Those of a lead.
     *
     * @param lead the lead after the entry
     * @param directory says which team the owner is in
     * @return the circumstances
     */
    public static Circumstances of(Lead lead, Directory directory) {
        String owner = lead.ownership().owner();
        String team =
                owner == null ? null : directory.person(owner).map(Person::team).orElse(null);
        return new Circumstances(
                lead.qualification().type(),
                owner,
                team,
                lead.origin().source(),
                lead.origin().lastCampaign(),
                lead.profile().text("segment"));
    }
}
