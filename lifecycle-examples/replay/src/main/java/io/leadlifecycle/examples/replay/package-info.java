/** A file of events in, journal, leads and a summary out. The door is {@link io.leadlifecycle.examples.replay.Replay}. */
@NullMarked
package io.leadlifecycle.examples.replay;

import org.jspecify.annotations.NullMarked;
