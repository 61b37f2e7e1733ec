package io.leadlifecycle;

/** What becomes of an event of a lead that nobody created. */
public enum UnknownLeads {
    /** It is refused and kept among the strays. */
    REFUSE,
    /** The lead is created as if an empty {@code LeadCreated} of that instant stood before it. */
    CREATE
}
