package io.leadlifecycle.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said between the lead and its people.
 *
 * @param allowed how far the lead may be contacted
 * @param leftCompany whether the person left the company
 * @param invalid whether a message bounced or a number was wrong since the lead was last reached or reinstated, or its address
 *     changed
 * @param attempts human contact attempts since the latest qualification
 * @param unansweredAttempts days with a human attempt without an answer since the latest reply
 * @param lastAttemptAt the latest human attempt
 * @param lastReplyAt the latest reply of the lead, automatic ones excepted
 * @param firstResponseAt the earliest human accept, reject or contact by its own instant since the latest qualification
 */
public record Contact(
        Contactable allowed,
        boolean leftCompany,
        boolean invalid,
        int attempts,
        int unansweredAttempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastReplyAt,
        @Nullable Instant firstResponseAt) {
    /** Nothing said yet. */
    public static final Contact NONE = new Contact(Contactable.FREE, false, false, 0, 0, null, null, null);

    /**
     * After a human attempt.
     *
     * @param at when
     * @param answered whether the lead answered
     * @param counts whether it counts as one without an answer: of several a day only the first does
     * @return the new contact
     */
    public Contact attempted(Instant at, boolean answered, boolean counts) {
        return new Contact(
                allowed,
                leftCompany,
                invalid && !answered,
                attempts + 1,
                answered ? 0 : unansweredAttempts + (counts ? 1 : 0),
                later(lastAttemptAt, at),
                answered ? later(lastReplyAt, at) : lastReplyAt,
                firstResponseAt);
    }

    /**
     * After a reply of the lead.
     *
     * @param at when
     * @return the new contact
     */
    public Contact replied(Instant at) {
        return new Contact(
                allowed, leftCompany, false, attempts, 0, lastAttemptAt, later(lastReplyAt, at), firstResponseAt);
    }

    /**
     * After a human response; the earliest counts.
     *
     * @param at when the response happened
     * @return the new contact
     */
    public Contact responded(Instant at) {
        Instant first = firstResponseAt == null || at.isBefore(firstResponseAt) ? at : firstResponseAt;
        return new Contact(
                allowed, leftCompany, invalid, attempts, unansweredAttempts, lastAttemptAt, lastReplyAt, first);
    }

    /**
     * Qualified anew: responses are counted from here.
     *
     * @return the new contact
     */
    public Contact qualifiedAnew() {
        return new Contact(allowed, leftCompany, invalid, 0, 0, lastAttemptAt, lastReplyAt, null);
    }

    /**
     * Restricted; a restriction is never loosened by a narrower one.
     *
     * @param to how far the lead may be contacted from now on
     * @return the new contact
     */
    public Contact restricted(Contactable to) {
        return new Contact(
                to.compareTo(allowed) > 0 ? to : allowed,
                leftCompany,
                invalid,
                attempts,
                unansweredAttempts,
                lastAttemptAt,
                lastReplyAt,
                firstResponseAt);
    }

    /**
     * The person left the company.
     *
     * @return the new contact
     */
    public Contact gone() {
        return new Contact(
                allowed, true, invalid, attempts, unansweredAttempts, lastAttemptAt, lastReplyAt, firstResponseAt);
    }

    /**
     * The contact data turned out to be wrong, or another was given.
     *
     * @param wrong whether it is
     * @return the new contact
     */
    public Contact invalid(boolean wrong) {
        return new Contact(
                allowed, leftCompany, wrong, attempts, unansweredAttempts, lastAttemptAt, lastReplyAt, firstResponseAt);
    }

    /**
     * That of two leads that are one: the narrower restriction, all attempts, the earliest response. Attempts of one lead
     * that the other one replied to since are answered. Wrong data of one is forgotten if the other one was reached.
     *
     * @param other that of the other lead
     * @return the new contact
     */
    public Contact joinedWith(Contact other) {
        Instant reply = other.lastReplyAt == null ? lastReplyAt : later(lastReplyAt, other.lastReplyAt);
        Instant first = firstResponseAt;
        if (other.firstResponseAt != null && (first == null || other.firstResponseAt.isBefore(first))) {
            first = other.firstResponseAt;
        }
        return new Contact(
                other.allowed.compareTo(allowed) > 0 ? other.allowed : allowed,
                leftCompany || other.leftCompany,
                (invalid && other.lastReplyAt == null) || (other.invalid && lastReplyAt == null),
                attempts + other.attempts,
                unansweredSince(reply) + other.unansweredSince(reply),
                other.lastAttemptAt == null ? lastAttemptAt : later(lastAttemptAt, other.lastAttemptAt),
                reply,
                first);
    }

    private int unansweredSince(@Nullable Instant reply) {
        boolean answered = reply != null && lastAttemptAt != null && !lastAttemptAt.isAfter(reply);
        return answered ? 0 : unansweredAttempts;
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }
}
