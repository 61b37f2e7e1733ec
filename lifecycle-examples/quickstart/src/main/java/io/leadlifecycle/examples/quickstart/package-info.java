/** What a new user reads first. The door is {@link io.leadlifecycle.examples.quickstart.Quickstart}. */
package io.leadlifecycle.examples.quickstart;
