package io.leadlifecycle.rule;

import io.leadlifecycle.calendar.BusinessCalendar;
import io.leadlifecycle.calendar.TimeBudget;
import io.leadlifecycle.definition.Lifecycle;
import io.leadlifecycle.model.Contactable;
import io.leadlifecycle.model.Lead;
import io.leadlifecycle.model.Named;
import io.leadlifecycle.model.TouchHistory;
import io.leadlifecycle.model.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reads on {@code lead}, seen at the step's instant: {@code lead.stage}, {@code lead.fit},
 * {@code lead.employees}, {@code lead.hasDone("demo request")}. Nothing is ever null but a profile value that is
 * missing; stages, fit and types are text. Of a lead that was recycled, touches and
 * score count from the latest recycling on.
 */
public sealed class LeadView permits RuleLead {
    private final Lifecycle lifecycle;
    private final Meaning meaning;
    private Lead lead;
    private Instant now;

    LeadView(Lifecycle lifecycle, Lead lead, Instant now) {
        this.lifecycle = lifecycle;
        this.lead = lead;
        this.now = now;
        this.meaning = new Meaning(lifecycle, this);
    }

    void look(Lead at, Instant instant) {
        lead = at;
        now = instant;
    }

    BusinessCalendar defaultCalendar() {
        return lifecycle.calendar(Lifecycle.DEFAULT_CALENDAR).orElseThrow();
    }

    Instant now() {
        return now;
    }

    Lead lead() {
        return lead;
    }

    /** The host's id of the lead. */
    public String getId() {
        return lead.id();
    }

    /** The name of the stage. */
    public String getStage() {
        return lead.journey().stage();
    }

    /** The reason the stage was entered with; empty when there is none. */
    public String getReason() {
        return text(lead.journey().reason());
    }

    /** The fit: {@code ICP}, {@code NOT_ICP} or {@code UNKNOWN}. */
    public String getFit() {
        return lead.qualification().fit().name();
    }

    /** The lead type it qualified as; empty before it qualified. */
    public String getType() {
        return text(lead.qualification().type());
    }

    /** The score; of a lead that was recycled or put back from sales what was gained since. */
    public long getScore() {
        return lead.qualification().score() - lead.journey().recycles().scoreThen();
    }

    /** The owner; empty when nobody owns the lead. */
    public String getOwner() {
        return text(lead.ownership().owner());
    }

    /** The owner before; empty when there was none. */
    public String getPreviousOwner() {
        return text(lead.ownership().previousOwner());
    }

    /**
     * Whether the lead waits in a queue for an owner.
     *
     * @return true from {@code NobodyAvailable} until it is handed out
     */
    public boolean isQueued() {
        Waiting waiting = lead.ownership().waiting();
        return waiting != null && waiting.pool() != null;
    }

    /** How often rules gave the lead from one owner to another since it qualified. */
    public int getReassignments() {
        return lead.ownership().reassignments();
    }

    /** The original source; empty when unknown. */
    public String getSource() {
        return text(lead.origin().source());
    }

    /** The latest campaign; empty when unknown. */
    public String getCampaign() {
        return text(lead.origin().lastCampaign());
    }

    /** The industry; null when unknown. */
    public @Nullable String getIndustry() {
        return lead.profile().text("industry");
    }

    /** The number of employees; null when unknown. */
    public @Nullable Long getEmployees() {
        return lead.profile().value("employees") instanceof Long number ? number : null;
    }

    /** The country; null when unknown. */
    public @Nullable String getCountry() {
        return lead.profile().text("country");
    }

    /** The job title; null when unknown. */
    public @Nullable String getTitle() {
        return lead.profile().text("title");
    }

    /** The level of seniority; null when unknown. */
    public @Nullable String getSeniority() {
        return lead.profile().text("seniority");
    }

    /** The company; null when unknown. */
    public @Nullable String getCompany() {
        return lead.profile().text("company");
    }

    /** The segment; null when unknown. */
    public @Nullable String getSegment() {
        return lead.profile().text("segment");
    }

    /**
     * Any profile value.
     *
     * @param field the field
     * @return text, {@code Long}, {@code Double} or {@code Boolean}; null when unknown
     */
    public @Nullable Object profile(String field) {
        return lead.profile().value(field);
    }

    /**
     * Whether the lead stands in an open stage behind the one that qualifies.
     *
     * @return true from acceptance to the end of the deal
     */
    public boolean isWithSales() {
        return meaning.isWithSales();
    }

    /**
     * Whether a profile value is known.
     *
     * @param field the field
     * @return true when it is
     */
    public boolean has(String field) {
        return lead.profile().has(field);
    }

    /**
     * Whether the seniority is known and at least a level of the ladder.
     *
     * @param level the level
     * @return false when unknown or below
     */
    public boolean seniorityAtLeast(String level) {
        return meaning.seniorityAtLeast(level);
    }

    /**
     * Whether the address belongs to the company itself or to a test domain.
     *
     * @return true for a lead that appears in no report
     */
    public boolean isInternal() {
        return lead.profile().internal();
    }

    /**
     * Touches of a kind.
     *
     * @param kind the kind
     * @return how often, to be narrowed down
     */
    public TouchCount touches(String kind) {
        TouchHistory history = Named.find(lead.touches().histories(), kind);
        return new TouchCount(this, history, lead.journey().countsSince());
    }

    /**
     * Whether the lead did something at least once.
     *
     * @param kind the kind of touch
     * @return true when it did
     */
    public boolean hasDone(String kind) {
        return touches(kind).getCount() > 0;
    }

    /**
     * Whether the lead did anything at all by itself; of a lead that was recycled, since then.
     *
     * @return false when only machines touched it
     */
    public boolean isEngaged() {
        return meaning.engagedSince(lead.journey().countsSince());
    }

    /**
     * Whether the lead did anything at all by itself after an instant.
     *
     * @param since the instant
     * @return false when only machines touched it
     */
    public boolean engagedSince(Instant since) {
        return meaning.engagedSince(since);
    }

    /**
     * How much a kind of touch says.
     *
     * @param kind the kind
     * @return {@code HIGH}, {@code MEDIUM} or {@code LOW}; empty for an unknown kind
     */
    public String intent(String kind) {
        return meaning.intent(kind);
    }

    /**
     * The signal that a clock is counted from: now when a reply, a touch of more than low intent or a score change
     * happened now; else the latest touch of the highest intent since creation or recycling, else the latest score
     * change, else now; of a lead that was disqualified since, when it came back.
     *
     * @return the instant of the signal
     */
    public Instant getSignal() {
        return meaning.signal();
    }

    /**
     * A clock.
     *
     * @param name its name
     * @return the latest of that name, an empty one when never started
     */
    public ClockView clock(String name) {
        return new ClockView(Named.find(lead.clocks(), name), defaultCalendar());
    }

    /**
     * Whether a timer waits.
     *
     * @param name its name
     * @return true while it does
     */
    public boolean waiting(String name) {
        return Named.find(lead.timers(), name) != null;
    }

    /**
     * Whether a flag stands.
     *
     * @param flag the flag
     * @return true when raised
     */
    public boolean flagged(String flag) {
        return lead.marks().flagged(flag);
    }

    /** How often the lead was recycled. */
    public int getRecycles() {
        return lead.journey().recycles().count();
    }

    /**
     * How often a stage was entered.
     *
     * @param stage the stage
     * @return 0 for never
     */
    public int entries(String stage) {
        return lead.journey().stampsOf(stage).map(stamps -> stamps.entries()).orElse(0);
    }

    /**
     * Whether an allowed path leads from the lead's stage to another one, whoever may take it: an automatic move, a
     * person or something that fell due.
     *
     * @param stage the other stage
     * @return false where there is none, as from a stage to itself
     */
    public boolean hasPathTo(String stage) {
        return meaning.hasPathTo(stage);
    }

    /**
     * Whether the lead has stood in its stage for at least an amount of time, counted in the default calendar.
     *
     * @param time how long
     * @return true from that instant on
     */
    public boolean inStageFor(TimeBudget time) {
        return !time.dueAfter(defaultCalendar(), lead.journey().enteredAt()).isAfter(now);
    }

    /**
     * Whether the lifecycle says how long a lead is expected to stay in the stage.
     *
     * @return false where nobody says
     */
    public boolean isTimeExpected() {
        return meaning.expectedTimes(1).amount() > 0;
    }

    /**
     * Times the stay that the lifecycle expects in the stage: {@code lead.expectedTimes(2)} is twice as long.
     *
     * @param factor how often, 1 or more
     * @return the time, zero where nobody says; a timer of it is refused
     */
    public TimeBudget expectedTimes(long factor) {
        return meaning.expectedTimes(factor);
    }

    /** Human contact attempts since the latest qualification. */
    public int getAttempts() {
        return lead.contact().attempts();
    }

    /** Days with a human attempt without an answer since the latest reply or qualification. */
    public int getUnansweredAttempts() {
        return lead.contact().unansweredAttempts();
    }

    /**
     * Whether the lead is disqualified for a final reason.
     *
     * @return true when only {@code Reinstated} brings it back
     */
    public boolean isFinallyDisqualified() {
        return lead.journey().finallyDisqualified();
    }

    /**
     * Whether the lead may not be contacted at all.
     *
     * @return true after a request with scope {@code ALL}
     */
    public boolean isDoNotContact() {
        return lead.contact().allowed() == Contactable.NO_CONTACT;
    }

    /**
     * Whether a message to the lead bounced or a number was wrong since it was last reached or its address changed.
     *
     * @return true also when the host found the address invalid, and for one of the company itself or a test
     */
    public boolean isInvalidContact() {
        return lead.contact().invalid()
                || isInternal()
                || Boolean.FALSE.equals(lead.profile().value("emailValid"));
    }

    /**
     * Whether anybody may and can write to the lead or call it.
     *
     * @return false when it wants no contact at all, left its company, or its contact data is wrong
     */
    public boolean isContactable() {
        return !isDoNotContact() && !isLeftCompany() && !isInvalidContact();
    }

    /** Whether the person left the company. */
    public boolean isLeftCompany() {
        return lead.contact().leftCompany();
    }

    /**
     * Whether the latest discovery did not confirm an item of its checklist, named among the missing ones or not.
     *
     * @param item the item
     * @return false before a discovery, and of an item that its checklist does not have
     */
    public boolean lacks(String item) {
        return meaning.lacks(item);
    }

    /**
     * Whether the latest discovery confirmed every item of its checklist, and that checklist gates.
     *
     * @return false before a discovery
     */
    public boolean isChecklistCovered() {
        return meaning.isChecklistCovered();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
