package io.leadlifecycle.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the lead's opportunity.
 *
 * @param opportunityId the host's id
 * @param owner who owns the deal
 * @param amount the amount, exactly as the host gave it
 * @param currency the currency
 * @param stage the deal's own stage
 * @param closeDate the expected close date, ISO-8601
 */
public record Deal(
        @Nullable String opportunityId,
        @Nullable String owner,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String stage,
        @Nullable String closeDate) {
    /** No deal. */
    public static final Deal NONE = new Deal(null, null, null, null, null, null);

    /**
     * This deal with what the other one knows.
     *
     * @param news newer values; null keeps the old
     * @return the new deal
     */
    public Deal updatedBy(Deal news) {
        return new Deal(
                or(news.opportunityId, opportunityId),
                or(news.owner, owner),
                or(news.amount, amount),
                or(news.currency, currency),
                or(news.stage, stage),
                or(news.closeDate, closeDate));
    }

    /**
     * That of two leads that are one: two deals are not mixed, one deal is known as well as both leads know it.
     *
     * @param other that of the lead whose stage does not count
     * @return this deal, with what only the other lead knows of it
     */
    public Deal joinedWith(Deal other) {
        boolean two =
                opportunityId != null && other.opportunityId != null && !opportunityId.equals(other.opportunityId);
        return two ? this : other.updatedBy(this);
    }

    private static <T> @Nullable T or(@Nullable T news, @Nullable T known) {
        return news == null ? known : news;
    }
}
