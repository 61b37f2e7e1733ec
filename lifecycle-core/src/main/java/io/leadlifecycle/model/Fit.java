package io.leadlifecycle.model;

/** Whether a lead matches the ideal customer profile; unknown is not false. */
public enum Fit {
    /** Every requirement is met. */
    ICP,
    /** At least one requirement fails on values that are known. */
    NOT_ICP,
    /** A value is missing, and no known value fails. */
    UNKNOWN
}
