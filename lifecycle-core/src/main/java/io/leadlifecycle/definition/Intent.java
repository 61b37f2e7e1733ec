package io.leadlifecycle.definition;

/** How much a touch says about the wish to buy; the order is from least to most. */
public enum Intent {
    /** Opened a mail, read a page. */
    LOW,
    /** Downloaded, came back. */
    MEDIUM,
    /** Asked for a demo, studied prices, attended. */
    HIGH
}
