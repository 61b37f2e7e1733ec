package io.leadlifecycle.rules.words;

/** What a quoted name names. */
public enum NameKind {
    /** A stage of the lifecycle. */
    STAGE("stage"),
    /** How well a lead fits. */
    FIT("fit"),
    /** A lead type of the lifecycle. */
    LEAD_TYPE("lead type"),
    /** A touchpoint kind of the lifecycle. */
    TOUCHPOINT("touchpoint kind"),
    /** How strong a kind of touch is. */
    INTENT("intent"),
    /** A reason of the lifecycle. */
    REASON("reason"),
    /** A reason of the picklist of the RECYCLED stage. */
    RECYCLING_REASON("reason to recycle"),
    /** A reason of the picklist of the DISQUALIFIED stage. */
    DISQUALIFYING_REASON("reason to disqualify"),
    /** A disposition of the lifecycle. */
    DISPOSITION("disposition"),
    /** How an attempt to reach the lead ended. */
    OUTCOME("outcome"),
    /** What do-not-contact covers. */
    SCOPE("scope"),
    /** How a clock that stopped came out. */
    VERDICT("verdict"),
    /** How a clock stands. */
    CLOCK_VERDICT("verdict"),
    /** A requirement of the lifecycle. */
    REQUIREMENT("requirement"),
    /** An event group of the lifecycle. */
    EVENT_GROUP("event group"),
    /** A checklist of the lifecycle. */
    CHECKLIST("checklist"),
    /** A checklist item of the lifecycle. */
    CHECKLIST_ITEM("checklist item"),
    /** A sequence of the lifecycle. */
    SEQUENCE("sequence"),
    /** A role of the lifecycle. */
    ROLE("role"),
    /** A pool of the lifecycle, or a pool or team of its directory. */
    POOL("pool"),
    /** A level of seniority of the lifecycle. */
    SENIORITY("level of seniority"),
    /** A profile field, of the library or of the host. */
    PROFILE_FIELD("profile field"),
    /** A clock that some rule starts. */
    CLOCK("clock"),
    /** A timer that some rule or the core starts. */
    TIMER("timer"),
    /** A flag that some rule or the core raises. */
    FLAG("flag"),
    /** A clock that this very rule starts. */
    STARTED_CLOCK("clock"),
    /** A timer that this very rule starts. */
    STARTED_TIMER("timer"),
    /** A flag that this very rule raises. */
    RAISED_FLAG("flag"),
    /** No name at all. */
    FREE("text");

    private final String words;

    NameKind(String words) {
        this.words = words;
    }

    /**
     * How a message calls it.
     *
     * @return without article
     */
    public String words() {
        return words;
    }

    /**
     * Names that the rule itself brings into the world by starting or raising them.
     *
     * @return true for such names
     */
    public boolean isIntroduced() {
        return this == STARTED_CLOCK || this == STARTED_TIMER || this == RAISED_FLAG;
    }

    /**
     * Names that some rule introduces.
     *
     * @return true for such names
     */
    public boolean isIntroducedElsewhere() {
        return this == CLOCK || this == TIMER || this == FLAG;
    }

    /**
     * Names that have to stand in the rule itself, so that the check can see them.
     *
     * @return true for such names
     */
    public boolean isAlwaysLiteral() {
        return isIntroduced() || isIntroducedElsewhere() || this == PROFILE_FIELD;
    }
}
