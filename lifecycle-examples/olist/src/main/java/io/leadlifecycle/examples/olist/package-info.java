/** A funnel replayed from the files of a real marketplace. The door is {@link OlistFunnel}. */
package io.leadlifecycle.examples.olist;
