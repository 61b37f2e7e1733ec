package io.leadlifecycle.model;

/** How far a lead may be contacted; the order is from free to forbidden. */
public enum Contactable {
    /** No restriction is known. */
    FREE,
    /** Opted out of marketing mail: no enrolment. */
    NO_MARKETING,
    /** Asked not to be contacted at all. */
    NO_CONTACT
}
