package io.leadlifecycle.audit;

/** What is wrong with old data. */
public enum FindingKind {
    /** A row without the id of its lead. */
    BLANK_ID,
    /** A row whose lead another row describes already; the one updated last counts. */
    DUPLICATE_ID,
    /** Two leads with one key, such as an e-mail address. */
    DUPLICATE_KEY,
    /** A lead without a status. */
    BLANK_STATUS,
    /** A status that is neither a stage nor an old value that the lifecycle maps to one. */
    UNKNOWN_STATUS,
    /** More than {@link ImportAudit#MOST_STATUSES} statuses in the data. */
    TOO_MANY_STATUSES,
    /** A lead of which no entry into any stage is known. */
    NO_STAMPS,
    /** Instants that contradict each other, the lifecycle's order or the present. */
    IMPOSSIBLE_ORDER,
    /** A lead that stands in an open stage for too long. */
    STUCK,
    /** A lead that is won or lost, and nobody knows since when. */
    NO_CLOSE_TIME,
    /** A text that is no date. */
    UNREADABLE_DATE,
    /** A reason that the stage's picklist lacks. */
    UNKNOWN_REASON,
    /** An owner whom the directory does not know. */
    UNKNOWN_OWNER,
    /** An owner who no longer works there. */
    INACTIVE_OWNER,
    /** A qualified lead that nobody owns. */
    NO_OWNER,
    /** One source spelled in several ways. */
    SOURCE_SPELLINGS,
    /** An event of the history that came before. */
    REPEATED_EVENT,
    /** A row about a lead that the data lacks. */
    UNKNOWN_LEAD
}
