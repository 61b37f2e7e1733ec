package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.model.Recipient;

/** The functions a rule may call besides what it reads on {@code lead}: recipients and amounts of time. All pure. */
public final class RuleWords {
    private RuleWords() {}

    /**
     * Who owns the lead.
     *
     * @return the recipient
     */
    public static Recipient owner() {
        return new Recipient(Recipient.Sort.OWNER, "");
    }

    /**
     * The manager of who owns the lead.
     *
     * @return the recipient
     */
    public static Recipient manager() {
        return new Recipient(Recipient.Sort.MANAGER, "");
    }

    /**
     * Everybody of a team.
     *
     * @param name the team
     * @return the recipient
     */
    public static Recipient team(String name) {
        return new Recipient(Recipient.Sort.TEAM, name);
    }

    /**
     * Everybody with a role.
     *
     * @param name the role
     * @return the recipient
     */
    public static Recipient role(String name) {
        return new Recipient(Recipient.Sort.ROLE, name);
    }

    /**
     * One person.
     *
     * @param name the person
     * @return the recipient
     */
    public static Recipient person(String name) {
        return new Recipient(Recipient.Sort.PERSON, name);
    }

    /**
     * Who owned the lead before; without taking a turn of any pool.
     *
     * @return the recipient
     */
    public static Recipient previousOwner() {
        return new Recipient(Recipient.Sort.PREVIOUS_OWNER, "");
    }

    /**
     * Who owns the lead's deal, else the lead's owner.
     *
     * @return the recipient
     */
    public static Recipient dealOwner() {
        return new Recipient(Recipient.Sort.DEAL_OWNER, "");
    }

    /**
     * Who owns the lead's account.
     *
     * @return the recipient
     */
    public static Recipient accountOwner() {
        return new Recipient(Recipient.Sort.ACCOUNT_OWNER, "");
    }

    /**
     * Whose turn it is in a pool.
     *
     * @param pool a pool or a team
     * @return the recipient
     */
    public static Recipient roundRobin(String pool) {
        return new Recipient(Recipient.Sort.POOL, pool);
    }

    /**
     * Whose turn it is in the team of the lead's territory.
     *
     * @return the recipient
     */
    public static Recipient territory() {
        return new Recipient(Recipient.Sort.TERRITORY, "");
    }

    /**
     * Whose turn it is among the others of the owner's pool.
     *
     * @return the recipient
     */
    public static Recipient colleague() {
        return new Recipient(Recipient.Sort.COLLEAGUE, "");
    }

    /**
     * Business minutes.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget businessMinutes(long amount) {
        return TimeBudget.businessMinutes(amount);
    }

    /**
     * Business hours.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget businessHours(long amount) {
        return TimeBudget.businessHours(amount);
    }

    /**
     * Business days: standard days of the calendar.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget businessDays(long amount) {
        return TimeBudget.businessDays(amount);
    }

    /**
     * Minutes of wall time.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget minutes(long amount) {
        return TimeBudget.minutes(amount);
    }

    /**
     * Hours of wall time.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget hours(long amount) {
        return TimeBudget.hours(amount);
    }

    /**
     * Times 24 hours.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget days(long amount) {
        return TimeBudget.days(amount);
    }

    /**
     * Calendar months, month end clipped.
     *
     * @param amount how many
     * @return the time
     */
    public static TimeBudget months(long amount) {
        return TimeBudget.months(amount);
    }
}
